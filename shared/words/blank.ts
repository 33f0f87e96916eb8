/** Words printed on a blank form beside the official ones, and the hints of its cells. One shape for every language. */
export interface BlankWords {
  sheet: string;
  lists: string;
  page: string;
  code: string;
  tickTitle: string;
  tickHint: string;
  districtTitle: string;
  districtHint: string;
  officeTitle: string;
  officeHint: string;
  listErrorTitle: string;
  listError: string;
  tickErrorTitle: string;
  tickError: string;
}

export const th: BlankWords = {
  sheet: "แบบรายงาน",
  lists: "รายชื่อ",
  page: "หน้า",
  code: "รหัสแบบ",
  tickTitle: "ทำเครื่องหมาย",
  tickHint: "พิมพ์ / หรือเลือก / จากรายการ ในช่องเดียวเท่านั้น อีกช่องเว้นว่างไว้",
  districtTitle: "อำเภอ",
  districtHint: "เลือกอำเภอจากรายการก่อน แล้วรายชื่อ อปท. จะเหลือเฉพาะของอำเภอนั้น",
  officeTitle: "อปท.",
  officeHint: "เลือกชื่อ อปท. จากรายการ รายชื่อเป็นของอำเภอที่เลือกไว้ในแถวเดียวกัน",
  listErrorTitle: "ไม่อยู่ในรายการ",
  listError: "ชื่อที่พิมพ์ไม่ตรงกับรายการ ถ้าแน่ใจให้กด ใช่ แล้วระบบจะตรวจให้อีกครั้งก่อนส่ง",
  tickErrorTitle: "ควรเป็น / หรือเว้นว่าง",
  tickError: "ช่องนี้ใช้เครื่องหมาย / หรือเว้นว่าง ข้อความอธิบายให้พิมพ์ในช่องหมายเหตุ ถ้าแน่ใจให้กด ใช่",
};

export const en: BlankWords = {
  sheet: "Report",
  lists: "Lists",
  page: "Page",
  code: "Form code",
  tickTitle: "Tick",
  tickHint: "Type / or choose / from the list, in one of the columns only; leave the other empty.",
  districtTitle: "District",
  districtHint: "Choose the district first: the list of offices then holds only those of the district.",
  officeTitle: "Local authority",
  officeHint: "Choose the local authority from the list; it holds those of the district chosen in this row.",
  listErrorTitle: "Not in the list",
  listError: "The name typed is not in the list. If you are sure, press Yes; it is checked again before sending.",
  tickErrorTitle: "Should be / or empty",
  tickError: "This cell takes / or nothing. Words belong in the remark column. If you are sure, press Yes.",
};

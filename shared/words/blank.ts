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
  documentDistrictHint: string;
  officeTitle: string;
  officeHint: string;
  categoryTitle: string;
  categoryHint: string;
  dateTitle: string;
  dateHint: string;
  countTitle: string;
  countHint: string;
  moneyTitle: string;
  moneyHint: string;
  measureTitle: string;
  measureHint: string;
  secondsTitle: string;
  secondsHint: string;
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
  documentDistrictHint: "เลือกอำเภอจากรายการ",
  officeTitle: "อปท.",
  officeHint: "เลือกชื่อ อปท. จากรายการ รายชื่อเป็นของอำเภอที่เลือกไว้ในแถวเดียวกัน",
  categoryTitle: "เลือกจากรายการ",
  categoryHint: "เลือกคำจากรายการ",
  dateTitle: "วันที่",
  dateHint: "พิมพ์วัน เดือน ปี พ.ศ. ช่องละหนึ่งวัน เช่น 1 มิ.ย. 2567",
  countTitle: "จำนวนเต็ม",
  countHint: "พิมพ์ตัวเลขจำนวนจริงอย่างเดียว เช่น 25 ถ้าไม่มีให้พิมพ์ 0",
  moneyTitle: "จำนวนเงิน (บาท)",
  moneyHint: "พิมพ์ตัวเลขอย่างเดียว เช่น 3500 ถ้าไม่ใช้งบประมาณให้พิมพ์ 0",
  measureTitle: "ตัวเลข มีทศนิยมได้",
  measureHint: "พิมพ์ตัวเลขอย่างเดียว เช่น 12.5 ถ้าไม่มีให้พิมพ์ 0",
  secondsTitle: "วินาที",
  secondsHint: "พิมพ์จำนวนวินาที เช่น 30 อย่าพิมพ์ 0:30 เพราะโปรแกรมจะอ่านเป็นเวลา",
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
  documentDistrictHint: "Choose the district from the list.",
  officeTitle: "Local authority",
  officeHint: "Choose the local authority from the list; it holds those of the district chosen in this row.",
  categoryTitle: "Choose from the list",
  categoryHint: "Choose a value from the list.",
  dateTitle: "Date",
  dateHint: "Type day, month and Buddhist year, one day a cell, such as 1 มิ.ย. 2567.",
  countTitle: "Whole number",
  countHint: "Type the real number alone, such as 25; 0 for none.",
  moneyTitle: "Amount in baht",
  moneyHint: "Type the number alone, such as 3500; 0 if no money was used.",
  measureTitle: "Number",
  measureHint: "Type the number alone, such as 12.5; 0 when there is none.",
  secondsTitle: "Seconds",
  secondsHint: "Type the seconds, such as 30. Not 0:30: a spreadsheet takes it for a time of day.",
  listErrorTitle: "Not in the list",
  listError: "The name typed is not in the list. If you are sure, press Yes; it is checked again before sending.",
  tickErrorTitle: "Should be / or empty",
  tickError: "This cell takes / or nothing. Words belong in the remark column. If you are sure, press Yes.",
};

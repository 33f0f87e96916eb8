import type { Language } from "./pages.ts";

/** The overview of all provinces as a file. */
export interface RollupWords {
  title: string;
  /** Of which form and month, and how fresh. */
  scope: string;
  sheet: string;
  page: string;
  columns: string[];
  states: { answered: string; silent: string; absent: string };
  sentUp: string;
  sentUpChanged: string;
  notSentUp: string;
  total: string;
  totalState: string;
}

const th: RollupWords = {
  title: "ภาพรวมรายงานทุกจังหวัด",
  scope: "{form} · ประจำเดือน{period} · ข้อมูล ณ {time}",
  sheet: "ภาพรวม",
  page: "หน้า",
  columns: [
    ...["ลำดับ", "รหัส", "จังหวัด", "สถานะ", "อปท. ที่ต้องส่ง", "ส่งแล้ว", "ส่งช้า", "ส่งคืน", "ยังไม่ส่ง"],
    ...["อยู่ที่อำเภอ", "ตรวจรับแล้ว", "ส่งขึ้นกรมเมื่อ", "รายงานที่ส่งขึ้น", "แถวที่ส่งขึ้น"],
  ],
  states: { answered: "ตอบแล้ว", silent: "ติดต่อไม่ได้ ไม่ทราบยอด", absent: "ยังไม่มีรายชื่อ อปท. ในระบบ" },
  sentUp: "ส่งขึ้นแล้ว",
  sentUpChanged: "ส่งขึ้นแล้ว มีการเปลี่ยนแปลงหลังส่ง",
  notSentUp: "ยังไม่ส่งขึ้น",
  total: "รวมจังหวัดที่ตอบ",
  totalState: "ตอบ {answered} ติดต่อไม่ได้ {silent} ยังไม่มีรายชื่อ {absent} ส่งขึ้นแล้ว {sentUp}",
};

const en: RollupWords = {
  title: "Every province at a glance",
  scope: "{form} · {period} · as of {time}",
  sheet: "Overview",
  page: "Page",
  columns: [
    ...["No.", "Code", "Province", "State", "Offices that owe", "Sent", "Late", "Returned", "Not sent"],
    ...["With the district", "Accepted", "Sent up", "Reports sent up", "Rows sent up"],
  ],
  states: { answered: "answered", silent: "not answering; figures unknown", absent: "no list of offices here" },
  sentUp: "sent up",
  sentUpChanged: "sent up; changed since",
  notSentUp: "not sent up",
  total: "Total of those that answered",
  totalState: "answered {answered}, not answering {silent}, no list {absent}, sent up {sentUp}",
};

export const ROLLUP_WORDS: Record<Language, RollupWords> = { th, en };

/** Words of the master workbook that the official form does not print itself. One shape for every language. */
export interface MasterWords {
  page: string;
  total: string;
  summary: string;
  source: string;
  missing: string;
  summaryTitle: string;
  sourceTitle: string;
  missingTitle: string;
  /** `{time}` is the last arrival. */
  asOf: string;
  nothingYet: string;
  /** `{period}` and `{province}`. */
  scope: string;
  seq: string;
  district: string;
  offices: string;
  office: string;
  code: string;
  sent: string;
  notSent: string;
  late: string;
  returned: string;
  nil: string;
  rows: string;
  share: string;
  sentAt: string;
  status: string;
  receipt: string;
  version: string;
  sheetRow: string;
  sender: string;
  result: string;
  /** Heading of the text as typed. */
  typed: string;
  /** Shown as typed where the cell was empty and the value was filled in. */
  leftBlank: string;
  stateMissing: string;
  stateReceived: string;
  stateReturned: string;
  stateAccepted: string;
  allSent: string;
  chartTitle: string;
  outsideRoster: string;
  rowDone: string;
  rowNotDone: string;
  rowNil: string;
  /** Heading of a column that only an older or newer version of the form has. */
  ofVersion: string;
}

export const th: MasterWords = {
  page: "หน้า",
  total: "รวมทั้งสิ้น",
  summary: "สรุป",
  source: "ที่มา",
  missing: "ยังไม่ส่ง",
  summaryTitle: "สรุปการส่งแบบรายงาน",
  sourceTitle: "ที่มาของแต่ละแถวในแบบรายงานรวม",
  missingTitle: "รายชื่อ อปท. ที่ยังไม่ส่งแบบรายงาน",
  asOf: "ข้อมูลถึงรายงานฉบับล่าสุดที่ได้รับเมื่อ {time}",
  nothingYet: "ยังไม่มีหน่วยงานใดส่งแบบรายงาน",
  scope: "ประจำเดือน{period} จังหวัด{province}",
  seq: "ลำดับที่",
  district: "อำเภอ",
  offices: "จำนวน อปท.",
  office: "อปท.",
  code: "รหัส อปท.",
  sent: "ส่งแล้ว",
  notSent: "ยังไม่ส่ง",
  late: "ส่งล่าช้า",
  returned: "ส่งคืนแก้ไข",
  nil: "รายงานว่าไม่มี",
  rows: "จำนวนแถว",
  share: "ร้อยละที่ส่ง",
  sentAt: "ส่งเมื่อ",
  status: "สถานะ",
  receipt: "เลขที่รับ",
  version: "ฉบับที่",
  sheetRow: "แถวในไฟล์ที่ส่ง",
  sender: "ผู้ส่ง",
  result: "ผล",
  typed: "ข้อความที่พิมพ์มา (เฉพาะที่ต่างจากแบบรายงานรวม)",
  leftBlank: "(เว้นว่างไว้)",
  stateMissing: "ยังไม่ส่ง",
  stateReceived: "ได้รับแล้ว",
  stateReturned: "ส่งคืนแก้ไข",
  stateAccepted: "ตรวจรับแล้ว",
  allSent: "ส่งครบทุกแห่งแล้ว",
  chartTitle: "การส่งแบบรายงาน รายอำเภอ (แห่ง)",
  outsideRoster: "นอกบัญชีรายชื่อ",
  rowDone: "ดำเนินการ",
  rowNotDone: "ไม่ดำเนินการ",
  rowNil: "ไม่มี",
  ofVersion: "{heading} (แบบรุ่นที่ {version})",
};

export const en: MasterWords = {
  page: "Page",
  total: "Total",
  summary: "Summary",
  source: "Sources",
  missing: "Not sent",
  summaryTitle: "Reports sent",
  sourceTitle: "Where each row of the master comes from",
  missingTitle: "Offices that have not sent",
  asOf: "As of the last report received, {time}",
  nothingYet: "No office has sent a report yet",
  scope: "{period}, province of {province}",
  seq: "No.",
  district: "District",
  offices: "Offices",
  office: "Office",
  code: "Office code",
  sent: "Sent",
  notSent: "Not sent",
  late: "Late",
  returned: "Returned",
  nil: "Nothing to report",
  rows: "Rows",
  share: "Share sent",
  sentAt: "Sent at",
  status: "Status",
  receipt: "Receipt",
  version: "Version",
  sheetRow: "Row in the sender's file",
  sender: "Sender",
  result: "Result",
  typed: "As typed (where it differs)",
  leftBlank: "(left empty)",
  stateMissing: "not sent",
  stateReceived: "received",
  stateReturned: "returned",
  stateAccepted: "accepted",
  allSent: "Every office has sent",
  chartTitle: "Reports sent by district (offices)",
  outsideRoster: "outside the roster",
  rowDone: "done",
  rowNotDone: "not done",
  rowNil: "nil",
  ofVersion: "{heading} (form version {version})",
};

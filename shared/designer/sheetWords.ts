import type { RowRule, RuleName } from "../forms/definition.ts";

/* The words of a definition kept as a workbook: names of its sheets, of their columns, and of what stands in them. */

export const SHEETS = {
  form: "แบบรายงาน",
  fields: "ช่อง",
  rules: "กติกา",
  dues: "กำหนดส่ง",
  sections: "ส่วนของแบบ",
  exports: "ระบบที่ต้องคีย์",
  help: "คำอธิบาย",
} as const;

export const FORM_COLUMNS = ["หัวข้อ", "ค่า", "คู่ของค่า / ที่มา"] as const;
export const FIELD_COLUMNS = ["รหัส", "หัวคอลัมน์", "หัวรวม", "รับอะไร", "ชื่ออื่นของหัวคอลัมน์", "ถ้าไม่มีคอลัมน์", "ความกว้าง"] as const;
export const RULE_COLUMNS = ["กติกา", "ผล", "ช่อง", "ตัวเลข", "บังคับตั้งแต่เดือน"] as const;
export const DUE_COLUMNS = ["รหัส", "จาก", "ถึง", "เมื่อไร"] as const;
export const SECTION_COLUMNS = ["ชนิด", "รหัสช่อง", "ข้อความ", "คำที่ใช้จำ", "จำนวนบรรทัด", "จำนวนภาพ"] as const;

/** The headings of the first sheet; those of `REPEATED` may stand in several rows. */
export const ROWS = {
  id: "ชื่อสั้น",
  version: "ฉบับที่",
  official: "แบบของทางราชการ",
  title: "ชื่อแบบ",
  titleWords: "คำที่ใช้จำแบบ",
  misprints: "คำพิมพ์ผิด",
  nilText: "เมื่อไม่มีข้อมูลให้เขียน",
  notes: "หมายเหตุใต้ตาราง",
  sign: "คำนำลายเซ็น",
  signName: "ผู้ลงชื่อ",
  signPosition: "คำนำตำแหน่ง",
  blankRows: "จำนวนแถวว่าง",
  roster: "ผู้ต้องส่ง",
  chain: "ทางส่งรายงาน",
  calendarRule: "กำหนดส่งที่ใช้",
  furtherRules: "กำหนดส่งอื่น",
  photos: "จำนวนภาพ",
  photosElsewhere: "จำนวนภาพ (หนังสืออื่น)",
  clipSeconds: "ความยาวคลิป (วินาที)",
  clipSecondsElsewhere: "ความยาวคลิป (หนังสืออื่น)",
  clipFormat: "ชนิดไฟล์คลิป",
  clipFormatElsewhere: "ชนิดไฟล์คลิป (หนังสืออื่น)",
  reference: "เลขที่หนังสือ",
  issuer: "ผู้ออกหนังสือ",
  asCited: "เลขที่ตามที่ผู้อื่นอ้าง",
  doubt: "ข้อสงสัย",
} as const;
export type RowKey = keyof typeof ROWS;

export const REPEATED: ReadonlySet<RowKey> = new Set<RowKey>([
  ...(["title", "titleWords", "misprints", "notes", "chain", "furtherRules"] as const),
  ...(["photosElsewhere", "clipSecondsElsewhere", "clipFormatElsewhere"] as const),
]);

export const YES = { true: "ใช่", false: "ไม่ใช่" } as const;
export const ROSTERS = { offices: "อปท. ทุกแห่ง", districts: "อำเภอทุกอำเภอ" } as const;
export const MISSING = { error: "ส่งไม่ได้", warn: "เตือน", none: "ไม่ต้องบอก" } as const;
export const VERDICTS: Readonly<Record<RowRule["verdict"], string>> = {
  error: "ส่งไม่ได้",
  suggest: "ให้เลือก",
  warn: "เตือน",
};
export const EXPORT_COLUMNS = ["ชนิด", "รหัสหรือหัวช่อง", "ชื่อหรือรหัสช่อง", "ผู้คีย์", "ที่มา", "ข้อสงสัย"] as const;
export const EXPORT_KINDS = { system: "ระบบ", column: "ช่องที่คีย์" } as const;
export const KEYED_BY = { office: "อปท.", district: "อำเภอ" } as const;

export const SECTION_KINDS = { heading: "หัวข้อ", blank: "ช่องให้เติม", repeat: "บรรทัดซ้ำ" } as const;

export const RULES: Readonly<Record<RuleName, string>> = {
  tickPair: "ทำเครื่องหมายได้ช่องเดียวในสองช่อง",
  remarkRequired: "ไม่ดำเนินการต้องบอกเหตุผล",
  duplicateRow: "แถวซ้ำ",
  centreMissing: "ต้องมีชื่อศูนย์",
  dateInPeriod: "วันที่อยู่ในเดือนที่รายงาน",
  sumOf: "ยอดรวมเท่ากับผลบวก",
  minCentres: "จำนวนแห่งไม่น้อยกว่า",
  minParticipants: "ผู้เข้าร่วมไม่น้อยกว่า",
  participantsPerCentre: "ผู้เข้าร่วมต่อแห่งไม่น้อยกว่า",
  activitiesWithinCentres: "กิจกรรมไม่เกินจำนวนแห่ง",
  activitiesCoverCentres: "กิจกรรมครบจำนวนแห่ง",
  activityGiven: "ต้องมีกิจกรรม",
  photosPerActivity: "จำนวนภาพต่อกิจกรรม",
  photosMatchActivities: "ภาพตรงกับกิจกรรม",
  resultGiven: "ต้องมีผลที่ได้รับ",
};

import type { FieldKind } from "../forms/definition.ts";

/** What the words of a heading say of its column. */
export interface HeadingHint {
  kind: FieldKind;
  /** `weak`: such a heading stands over other things as well; what the examples hold decides. */
  weak?: boolean;
  personal?: boolean;
}

const COUNTED =
  "คน|ราย|แห่ง|ครั้ง|หลัง|ครัวเรือน|หลังคาเรือน|โครงการ|กิจกรรม|หมู่บ้าน|ตัว|คัน|ภาพ|ต้น|ชุด|เรื่อง|ครอบครัว|รูป|สาย|บ่อ|ใบ|ชิ้น|อัน|เครื่อง|วัน|ชั่วโมง|เดือน|ปี";
const WEIGHED =
  "กิโลกรัม|กก\\.?|ก\\.ก\\.?|ตัน|ไร่|ตารางเมตร|ตร\\.?\\s*ม\\.?|กิโลเมตร|กม\\.?|เมตร|ม\\.|ลิตร|ลูกบาศก์เมตร|ลบ\\.?\\s*ม\\.?|ร้อยละ|เปอร์เซ็นต์|%|เซนติเมตร|ซม\\.?|องศา";

/** A unit in brackets at the end of a heading, such as "(คน)". */
export const UNIT_IN_HEADING = new RegExp(`[(（]\\s*(?:หน่วย\\s*:?\\s*)?(${COUNTED}|${WEIGHED}|บาท|วินาที|นาที)\\s*[)）]`);
/** A heading that is nothing but a unit, under one that says what is counted. */
export const UNIT_ALONE = new RegExp(`^(?:${COUNTED}|${WEIGHED}|บาท)$`);
const COUNTED_ALONE = new RegExp(`^(?:${COUNTED})$`);
const WEIGHED_ALONE = new RegExp(`^(?:${WEIGHED})$`);
const COUNTED_UNIT = new RegExp(`[(（]\\s*(?:หน่วย\\s*:?\\s*)?(?:${COUNTED}|นาที)\\s*[)）]`);
const WEIGHED_UNIT = new RegExp(`[(（]\\s*(?:หน่วย\\s*:?\\s*)?(?:${WEIGHED})\\s*[)）]`);

const NATIONAL_ID = /เลข(?:ประจำตัว|บัตร)(?:ประจำตัว)?ประชาชน|เลขบัตร/;

/** True for a column that asks for national IDs: a report seldom needs them. */
export function isNationalIdHeading(label: string): boolean {
  return NATIONAL_ID.test(label);
}

const hint = (kind: FieldKind, more: Omit<HeadingHint, "kind"> = {}): HeadingHint => ({ kind, ...more });

/** Headings of official forms, the particular before the general: the first that fits speaks. Tested against the tidied text. */
const HEADINGS: readonly (readonly [RegExp, HeadingHint])[] = [
  [/^(?:ลำดับ\s*(?:ที่)?|ที่|เลขที่|ข้อ(?:ที่)?|no\.?)$/i, hint("seq")],
  [/^หมายเหตุ|^ข้อสังเกต$/, hint("remark")],
  [/โทรศัพท์|โทรสาร|^โทร\.?|เบอร์|มือถือ/, hint("phone")],
  [NATIONAL_ID, hint("text", { personal: true })],
  [
    /ชื่อ\s*[-–—/และ]*\s*(?:นาม)?สกุล|^ชื่อ(?:ผู้|เจ้าของ|หัวหน้า|เกษตรกร|ผู้ป่วย)|^ผู้(?:รายงาน|ประสาน|รับผิดชอบ|แจ้ง|สำรวจ|บันทึก|ประสบภัย$)/,
    hint("text", { personal: true }),
  ],
  [/^(?:ที่อยู่|บ้านเลขที่)/, hint("text", { personal: true })],
  [/ลิงก์|ลิงค์|\blink\b|\burl\b|ชื่อไฟล์/i, hint("link")],
  [/(?:คลิป|วีดิทัศน์|วิดีโอ).*วินาที|ความยาวคลิป/, hint("duration")],
  [COUNTED_UNIT, hint("count")],
  [WEIGHED_UNIT, hint("measure")],
  [
    /[(（]\s*บาท\s*[)）]|งบประมาณ|รายได้|รายจ่าย|รายรับ|ค่าใช้จ่าย|มูลค่า|เป็นเงิน|จำนวนเงิน|ยอดเงิน|เงิน(?:ช่วยเหลือ|ชดเชย|เยียวยา|คงเหลือ|ฝาก|ที่)/,
    hint("money"),
  ],
  [/^จำนวน|^รวม$|^ยอดรวม/, hint("count")],
  [/น้ำหนัก|ปริมาณ|ระยะทาง|^พื้นที่.*ไร่|^ร้อยละ/, hint("measure")],
  [
    /วัน\s*[,/]?\s*เดือน\s*[,/]?\s*ปี|^ว\s*[./]\s*ด\s*[./]\s*ป|^วันที่|^วัน(?:เกิด|เริ่ม|สิ้นสุด|แล้วเสร็จ|สำรวจ|รับ)|กำหนดแล้วเสร็จ|วันที่$/,
    hint("date"),
  ],
  [/^(?:ชื่อ)?จังหวัด$|^จ(?:ว)?\.$/, hint("province")],
  [/^(?:ชื่อ)?(?:อำเภอ|เขต)(?:\s*\/\s*(?:เขต|อำเภอ))?$|^อ\.$/, hint("district")],
  [/^(?:ชื่อ)?(?:ตำบล|แขวง)(?:\s*\/\s*(?:แขวง|ตำบล))?$|^ต\.$/, hint("subdistrict")],
  [/^(?:หมู่|ม\.)\s*(?:ที่)?$|^หมู่ที่/, hint("moo")],
  [/อปท\.?|องค์กรปกครองส่วนท้องถิ่น|(?:เทศบาล|ทต\.?)\s*\/\s*อบต|อบต\.?\s*\/\s*(?:เทศบาล|ทต)/, hint("office")],
  [/^(?:ชื่อ)?หน่วยงาน$|^(?:ชื่อ)?หน่วยงานที่รายงาน$|^สังกัด$/, hint("office", { weak: true })],
  [/ศพด\.?|ศูนย์พัฒนาเด็กเล็ก/, hint("centre")],
  [/^(?:ประเภท|ชนิด|สถานะ|ระดับ|เพศ|ลักษณะ|สาเหตุ|กลุ่ม|สภาพ|ผลการประเมิน)/, hint("category", { weak: true })],
  [
    /^(?:ไม่\s*)?(?:มี|ได้)?(?:ดำเนินการ|ผ่าน|ใช่|เข้าร่วม|ปฏิบัติ|แล้วเสร็จ|เสร็จสิ้น)(?:แล้ว)?$|^(?:ไม่)?มี$/,
    hint("tick", { weak: true }),
  ],
  [/^(?:ชื่อ|เรื่อง$|กิจกรรม$|โครงการ$|หลักสูตร|จุดเกิดเหตุ|สถานที่เกิดเหตุ)/, hint("name")],
  [/^(?:เสียชีวิต|บาดเจ็บ|สูญหาย|ชาย|หญิง|เด็ก|ผู้สูงอายุ|ผู้พิการ|ทั้งหลัง|บางส่วน|ครัวเรือน)/, hint("count", { weak: true })],
  [/รายละเอียด|ปัญหา|อุปสรรค|ข้อเสนอ|ผลการดำเนิน|ผลที่|การช่วยเหลือ|สถานที่|หมู่บ้าน|ชุมชน|ถนน|ความต้องการ/, hint("text")],
];

/** What a heading says; its own text before the group's above it. Null when its words are not known. */
export function hintOf(label: string, group: string | undefined): HeadingHint | null {
  const bare = label.replace(/[*＊]/g, "").trim();
  if (group !== undefined && COUNTED_ALONE.test(bare)) return hint("count");
  if (group !== undefined && WEIGHED_ALONE.test(bare)) return hint("measure");
  if (group !== undefined && bare === "บาท") return hint("money");
  const own = HEADINGS.find(([pattern]) => pattern.test(bare));
  // A bare word under "จำนวน … (คน)" is counted; under "วันที่" it is a date.
  const above = group === undefined ? undefined : HEADINGS.find(([pattern]) => pattern.test(group));
  const handed =
    above !== undefined && ["count", "money", "measure", "date", "tick"].includes(above[1].kind) ? above[1] : null;
  if (own === undefined) return handed;
  return own[1].weak === true && handed !== null ? handed : own[1];
}

/** True for a heading known by its words: what tells the heading of a table from its rows. */
export function isKnownHeading(text: string): boolean {
  return text.length <= 60 && HEADINGS.some(([pattern]) => pattern.test(text.replace(/[*＊]/g, "").trim()));
}

/** True for a heading about what is planned. */
export function isAboutFuture(label: string): boolean {
  return /คาดว่า|กำหนด(?:แล้ว)?เสร็จ|แผน|จะ(?:ดำเนินการ|ซ่อม|จัด)|นัด|ครั้งต่อไป/.test(label);
}

/** Other headings people use for the columns that nearly every form has. */
export const COMMON_ALIASES: Partial<Record<FieldKind, readonly string[]>> = {
  seq: ["ลำดับที่", "ลำดับ", "ที่", "เลขที่", "No."],
  province: ["จังหวัด", "ชื่อจังหวัด", "จว."],
  district: ["อำเภอ", "ชื่ออำเภอ", "อ.", "อำเภอ/เขต"],
  subdistrict: ["ตำบล", "ชื่อตำบล", "ต.", "ตำบล/แขวง"],
  moo: ["หมู่ที่", "หมู่", "ม."],
  office: ["อปท.", "ชื่อ อปท.", "องค์กรปกครองส่วนท้องถิ่น", "เทศบาล/อบต.", "อบต./เทศบาล", "หน่วยงาน"],
  phone: ["โทรศัพท์", "เบอร์โทร", "เบอร์โทรศัพท์", "หมายเลขโทรศัพท์", "โทร."],
  remark: ["หมายเหตุ", "ข้อสังเกต"],
};

/** Width of a column on the blank, in characters, by what it holds. */
export const WIDTHS: Record<FieldKind, number> = {
  ...{
    seq: 8,
    province: 12,
    district: 16,
    subdistrict: 14,
    moo: 8,
    office: 24,
    centre: 28,
    name: 28,
    tick: 12,
    date: 14,
  },
  ...{
    count: 12,
    money: 14,
    measure: 14,
    duration: 12,
    category: 16,
    phone: 15,
    link: 22,
    text: 24,
    remark: 22,
    list: 34,
  },
};

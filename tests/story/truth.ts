import { type Office, officeLabel } from "../../shared/offices/office.ts";
import type { Chance } from "./random.ts";

/** What an office means to report about one centre, before any hand has typed it. */
export interface TruthRow {
  provinceName: string;
  district: string;
  office: string;
  officeCode: string;
  /** Canonical name; for a nil report the words that say so. */
  centre: string;
  status: "done" | "notDone" | "nil";
  remark: string;
}

const PLACES = ["บ้าน", "วัด", "บ้านหนอง", "บ้านดอน", "บ้านแม่", "ชุมชน", "บ้านห้วย"];
const NAMES = ["น้ำใส", "แก้วสมมติ", "กล้าตัวอย่าง", "ทุ่งแบบฝึก", "ร่มทดลอง", "จำลองดี", "ต้นแบบ", "เพียงสมมติ", "แสงตัวอย่าง"];
const REASONS = ["อยู่ระหว่างปรับปรุงอาคาร", "อุปกรณ์ชำรุด", "เด็กหยุดเรียนเนื่องจากโรคระบาด", "ครูไปราชการ", "รอผู้ปกครองให้ความยินยอม"];

/** Reasons that must survive though a spreadsheet would take them for a formula, or a careful eye for personal data. */
const AWKWARD_REASONS = ["-ยังไม่มีกล้อง", "+จะส่งเดือนหน้า", "=ซ้ำกับเดือนก่อน", "ด.ช.สมมติ ตัวอย่าง ป่วย"];

/** One to six centres of one office, no two of the same name; now and then an office without any. */
export function truthOf(office: Office, chance: Chance): TruthRow[] {
  const common = {
    provinceName: office.province,
    district: office.district,
    office: officeLabel(office),
    officeCode: office.code,
  };
  if (chance.hits(6)) return [{ ...common, centre: "ไม่มี ศพด.", status: "nil", remark: "" }];
  const names = new Set<string>();
  const wanted = chance.whole(1, 6);
  while (names.size < wanted) names.add(`ศพด.${chance.pick(PLACES)}${chance.pick(NAMES)}`);
  return [...names].map((centre) => {
    const done = chance.hits(75);
    const remark = done ? "" : chance.pick(chance.hits(15) ? AWKWARD_REASONS : REASONS);
    return { ...common, centre, status: done ? "done" : "notDone", remark };
  });
}

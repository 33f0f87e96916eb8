import { type Office, officeLabel } from "../shared/offices/index.ts";
import type { Cell, Grid } from "../shared/sheet/grid.ts";
import { spoil } from "./dirt.ts";
import { type Random, seeded } from "./random.ts";
import { PROVINCE, sampleOffices } from "./roster.ts";

/** One line of the form, by field. What is null is an empty cell. */
export interface Row {
  seq: Cell;
  province: Cell;
  district: Cell;
  office: Cell;
  centre: Cell;
  done: Cell;
  notDone: Cell;
  remark: Cell;
}

const FIRST = [
  "บ้าน",
  "วัด",
  "ชุมชน",
  "บ้านหนอง",
  "บ้านป่า",
  "บ้านห้วย",
  "บ้านดอน",
  "บ้านวัง",
  "บ้านนา",
  "บ้านทุ่ง",
  "บ้านโคก",
  "บ้านแม่",
];
const SECOND = [
  "แดง",
  "ขาว",
  "สัก",
  "งาม",
  "ใหญ่",
  "มะม่วง",
  "มะขาม",
  "ยาง",
  "ตาล",
  "ไผ่",
  "บัว",
  "ปลา",
  "ช้าง",
  "น้ำใส",
  "สมบูรณ์",
];
const THIRD = ["", "เหนือ", "ใต้", "กลาง", "พัฒนา", "สามัคคี", "ใหม่", "ตะวันออก"];
const REASONS = ["อยู่ระหว่างปรับปรุงอาคาร", "เด็กป่วย", "ปิดภาคเรียน", "ครูลาคลอด", "ขาดอุปกรณ์ถ่ายทำ", "เลื่อนไปเดือนหน้า", "น้ำท่วม"];
const NOTES = ["ส่งคลิปแล้ว", "จัดกิจกรรมวันเข้าพรรษา", "เก็บขยะรอบศูนย์", "ปลูกต้นไม้ร่วมกับชุมชน"];
const TICKS = ["/", "✓", "✔"];

/** The n-th centre's name. The same name comes again only in another office. */
function centreName(n: number): string {
  const first = FIRST[n % FIRST.length]!;
  const second = SECOND[Math.floor(n / FIRST.length) % SECOND.length]!;
  const third = THIRD[Math.floor(n / (FIRST.length * SECOND.length)) % THIRD.length]!;
  const more = Math.floor(n / (FIRST.length * SECOND.length * THIRD.length));
  return `ศพด.${first}${second}${third}${more === 0 ? "" : ` แห่งที่ ${more + 1}`}`;
}

function cleanRow(n: number, office: Office, centre: number, random: Random): Row {
  const done = !random.chance(0.12);
  const tick = random.pick(TICKS);
  return {
    seq: n + 1,
    province: PROVINCE.name,
    district: office.district,
    office: officeLabel(office),
    centre: centreName(centre),
    done: done ? tick : null,
    notDone: done ? null : tick,
    remark: done ? (random.chance(0.1) ? random.pick(NOTES) : null) : random.pick(REASONS),
  };
}

/**
 * `count` rows over the sample province, office after office as in a province's own list. `dirty` is the share of rows
 * with something to find: what officers really write, half of it merely untidy, half of it for a person to decide.
 */
export function makeRows(count: number, dirty: number, seed = 20231005): Row[] {
  const random = seeded(seed);
  const offices = sampleOffices();
  const each = Math.ceil(count / offices.length);
  const rows: Row[] = [];
  for (let n = 0; n < count; n++) {
    const row = cleanRow(n, offices[Math.floor(n / each)]!, n % each, random);
    if (random.chance(dirty)) spoil(row, rows, random);
    rows.push(row);
  }
  return rows;
}

const HEADING: Cell[][] = [
  ["แบบรายงานการจัดทำคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสาของเด็กในศูนย์พัฒนาเด็กเล็กสังกัดองค์กรปกครองส่วนท้องถิ่น"],
  [`จังหวัด${PROVINCE.name}`],
  ["ลำดับที่", "จังหวัด", "อำเภอ", "อปท.", "ศพด.", "จัดทำคลิปวิดีโอ", null, "หมายเหตุ"],
  [null, null, null, null, null, "ดำเนินการ", "ไม่ดำเนินการ", null],
];
export const FIRST_ROW = HEADING.length;

/** The rows under the official heading. Empty cells at the end of a row are left out, as readers of files do. */
export function gridOf(rows: readonly Row[]): Grid {
  return {
    sheet: "ต.ค.66",
    rows: [...HEADING, ...rows.map(cellsOf)],
    merges: ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3", "H3:H4"],
  };
}

export function cellsOf({ seq, province, district, office, centre, done, notDone, remark }: Row): Cell[] {
  const cells = [seq, province, district, office, centre, done, notDone, remark];
  while (cells.at(-1) === null) cells.pop();
  return cells;
}

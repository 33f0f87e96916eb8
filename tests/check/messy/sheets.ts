import { type FormDefinition, findForm } from "../../../shared/forms/index.ts";
import type { Cell, Grid } from "../../../shared/sheet/grid.ts";
import { Chance } from "../../story/random.ts";
import { sampleOffices } from "../support.ts";
import {
  type Spoilt,
  spoilCategory,
  spoilCount,
  spoilDate,
  spoilDistrict,
  spoilMoney,
  spoilNeeded,
  spoilOffice,
  spoilPhone,
  spoilSeconds,
  spoilText,
  type Truth,
} from "./spoil.ts";

/** A sheet as somebody filled it, and apart from it what each row was meant to say. */
export interface MessySheet {
  grid: Grid;
  /** Row as printed -> field -> what the cell must answer; "nil" for a row that reports nothing, "skip" for what is no data. */
  truth: Map<number, Record<string, Truth> | "nil" | "skip">;
}

type Spoiler = (chance: Chance, about: { type: string; name: string; district: string }) => Spoilt;

const TEXTS = [
  "ปลูกต้นไม้ริมคลอง",
  "พัฒนาแหล่งน้ำและเก็บขยะ",
  "ทำความสะอาดถนนสายหลัก",
  "แจกถุงยังชีพแก่ผู้ประสบภัย",
  "กิจกรรม Big Cleaning Day",
];
const PLACES = ["วัดตัวอย่าง", "ริมคลองสมมติ หน้าสำนักงาน", "ศาลาประชาคม", "สนามกีฬากลาง"];
const words =
  (...texts: string[]): Spoiler =>
  (chance) =>
    spoilText(chance.pick(texts), chance);
const needed =
  (texts: readonly string[]): Spoiler =>
  (chance) =>
    spoilNeeded(chance.pick(texts), chance);
const count =
  (most: number, unit: string): Spoiler =>
  (chance) =>
    spoilCount(chance.whole(0, most), unit, chance);
const day: Spoiler = (chance) => spoilDate(`2024-06-${String(chance.whole(1, 30)).padStart(2, "0")}`, chance);

const VOLUNTEER: Record<string, Spoiler> = {
  date: day,
  category: (chance) =>
    chance.hits(70)
      ? spoilCategory("จิตอาสาพัฒนา", ["พัฒนา", "จิตอาสา พัฒนา"], chance)
      : spoilCategory("จิตอาสาเฉพาะกิจ", ["เฉพาะกิจ"], chance),
  name: needed(TEXTS),
  occasion: words("วันสิ่งแวดล้อมโลก", "วันต้นไม้แห่งชาติ"),
  office: (chance, { type, name }) => spoilOffice(type, name, chance),
  partners: words("โรงเรียนบ้านตัวอย่าง", "กำนัน ผู้ใหญ่บ้าน"),
  place: needed(PLACES),
  district: (chance, { district }) => spoilDistrict(district, chance),
  volunteers: count(200, "คน"),
  participants: count(900, "คน"),
  detail: words("ร่วมกันทำความสะอาด", "ปลูกต้นไม้และดูแล"),
  photos: count(8, "ภาพ"),
  clipSeconds: (chance) => spoilSeconds(chance.whole(1, 30), chance),
  link: words("https://example.org/a", "IMG_0001.jpg"),
  reporter: words("นางสาวสมมติ ตัวอย่าง"),
  phone: (chance) => spoilPhone("0812345678", chance),
  remark: words("-", "ดำเนินการร่วมกับอำเภอ"),
};

const TEMPLE: Record<string, Spoiler> = {
  district: VOLUNTEER.district!,
  office: VOLUNTEER.office!,
  temple: needed(["วัดตัวอย่าง", "วัดสมมติธรรม", "วัดทดลองวนาราม"]),
  community: words("บ้านตัวอย่าง หมู่ 2", "ชุมชนสมมติ"),
  kind: (chance) =>
    chance.hits(50)
      ? spoilCategory("การสาธารณสงเคราะห์", ["สาธารณสงเคราะห์", "การสาธารณะสงเคราะห์"], chance)
      : spoilCategory("พื้นที่ต้นแบบ", ["ต้นแบบ"], chance),
  activity: needed(["มอบสิ่งของแก่ผู้ยากไร้", "อบรมการทำโคก หนอง นา", "ปลูกผักสวนครัวในวัด"]),
  date: day,
  partners: words("กำนัน ผู้ใหญ่บ้าน", "สำนักงานพัฒนาชุมชนอำเภอ"),
  beneficiaries: count(400, "คน"),
  households: count(120, "ครัวเรือน"),
  budget: (chance) => spoilMoney(chance.whole(0, 60) * 500, chance),
  result: words("ประชาชนได้รับประโยชน์"),
  problems: words("ฝนตกหนัก", "งบประมาณไม่เพียงพอ"),
  remark: words("ดำเนินการต่อเนื่อง"),
};

const PLANS: Record<string, { spoilers: Record<string, Spoiler>; nil: string; subject: string }> = {
  "volunteer-activities": { spoilers: VOLUNTEER, nil: "ไม่มีกิจกรรม", subject: "name" },
  "temple-community": { spoilers: TEMPLE, nil: "ไม่มีการดำเนินการ", subject: "activity" },
};

interface Column {
  field: string;
  heading: string;
}

/** The form's columns as this office keeps them: some under another heading, two changed about, one put in. */
function columnsOf(form: FormDefinition, known: Record<string, Spoiler>, chance: Chance): Column[] {
  const columns = form.fields
    .filter(
      ({ id, whenMissing }) => id === "seq" || known[id] !== undefined || (whenMissing !== "none" && chance.hits(70)),
    )
    .map(({ id, label, group, aliases }) => {
      const printed = group === undefined ? label : (aliases[0] ?? label);
      return { field: id, heading: chance.hits(15) && aliases.length > 0 ? chance.pick(aliases.slice(0, 2)) : printed };
    });
  if (chance.hits(25)) {
    const at = chance.whole(1, columns.length - 2);
    [columns[at], columns[at + 1]] = [columns[at + 1]!, columns[at]!];
  }
  if (chance.hits(20)) columns.splice(chance.whole(2, columns.length - 1), 0, { field: "", heading: "พิกัด GPS" });
  return columns;
}

/** Makes a sheet of `rows` data rows from a seed. */
export function messySheet(formId: string, seed: number, rows: number): MessySheet {
  const chance = new Chance(seed);
  const form = findForm(formId)!;
  const plan = PLANS[formId]!;
  const columns = columnsOf(form, plan.spoilers, chance);
  const offices = sampleOffices().filter(({ type }) => type !== "อบจ." && type !== "ทน.");
  const office = chance.pick(offices.filter((one) => offices.filter((other) => other.name === one.name).length === 1));
  const sheet: Cell[][] = form.title.map((line) => [line.replace("{province}", "ตัวอย่าง")]);
  sheet.push(columns.map((column) => column.heading));
  const truth: MessySheet["truth"] = new Map();
  for (let n = 1; n <= rows; n++) {
    if (chance.hits(4)) {
      sheet.push([null, null]);
      truth.set(sheet.length, "skip");
    }
    const cells: Record<string, Spoilt> = {};
    for (const [field, spoil] of Object.entries(plan.spoilers)) cells[field] = spoil(chance, office);
    const place = "ask" in cells.district!.truth ? null : cells.district!.truth.take;
    // Which office is meant can not be told while its district is open; the cell then may ask or answer.
    if (place === null) delete (cells.office as Partial<Spoilt>).truth;
    sheet.push(columns.map(({ field }) => (field === "seq" ? n : (cells[field]?.typed ?? null))));
    truth.set(
      sheet.length,
      Object.fromEntries(
        Object.entries(cells).flatMap(([field, cell]) => (cell.truth === undefined ? [] : [[field, cell.truth]])),
      ),
    );
  }
  if (chance.hits(30)) {
    sheet.push(
      columns.map(({ field }) =>
        field === "district"
          ? office.district
          : field === "office"
            ? office.type + office.name
            : field === plan.subject
              ? plan.nil
              : null,
      ),
    );
    truth.set(sheet.length, "nil");
  }
  if (chance.hits(60)) {
    sheet.push(columns.map((_, i) => (i === 0 ? "รวม" : i === columns.length - 2 ? 999 : null)));
    truth.set(sheet.length, "skip");
  }
  sheet.push(
    [],
    ["หมายเหตุ: 1. ส่งภายในกำหนด"],
    [null, null, "ลงชื่อ....................(ผู้รายงาน)"],
    [null, null, "(นางสาวสมมติ ตัวอย่าง)"],
    [null, null, "ตำแหน่ง ผู้รายงานตัวอย่าง"],
  );
  for (let row = sheet.length; row > sheet.length - 4; row--) truth.set(row, "skip");
  return { grid: { sheet: "มิ.ย.67", rows: sheet }, truth };
}

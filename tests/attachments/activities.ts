import { findForm } from "../../shared/forms/index.ts";
import type { Office } from "../../shared/offices/office.ts";
import type { Cell } from "../../shared/sheet/grid.ts";

const FORM = findForm("volunteer-activities")!;

/** A report of two activities on the form of volunteer activities, four photos and a clip of thirty seconds each. */
export function activities(period: string, office: Office) {
  const [year, month] = period.split("-").map(Number) as [number, number];
  const row = (i: number, name: string): Record<string, Cell> => ({
    ...{ seq: i, date: `${i}/${month}/${year + 543}`, category: "จิตอาสาพัฒนา", name, place: "ศาลาประชาคม" },
    ...{ office: office.type + office.name, district: office.district, province: office.province },
    ...{ volunteers: 20, participants: 40, photos: 4, clipSeconds: 30, reporter: "นางสาวสมมติ ตัวอย่าง" },
  });
  const rows = [row(1, "ปลูกป่าชุมชน"), row(2, "ทำความสะอาดวัด")];
  return {
    ...{ form: FORM.id, version: FORM.version, period, office: office.code },
    grid: {
      sheet: "รายงาน",
      rows: [
        ...FORM.title.map((line) => [line.replace("{province}", office.province)]),
        FORM.fields.map(({ label }) => label),
        ...rows.map((values) => FORM.fields.map(({ id }) => values[id] ?? null)),
      ],
    },
    certifier: { name: "นางสาวสมมติ ตัวอย่าง", position: "ผู้อำนวยการกองการศึกษา" },
    client: { name: "test", version: "1" },
  };
}

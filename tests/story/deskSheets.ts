import { findForm } from "../../shared/forms/index.ts";
import type { Office } from "../../shared/offices/office.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { formatIdentity } from "../../shared/sheet/identity.ts";
import { makeXlsx, row } from "../workbook/makeXlsx.ts";

export const FORM = "volunteer-activities";
export const PERIOD = "2023-11";
const form = findForm(FORM)!;

/** A province of forty offices in four districts: an อบจ. and two ทม. among them, the names plainly samples. */
export const FORTY: Office[] = Array.from({ length: 40 }, (_, i) => {
  const district = Math.floor(i / 10) + 1;
  const within = (i % 10) + 1;
  const [digit, type] =
    i === 0
      ? (["2", "อบจ."] as const)
      : within === 2 && district < 3
        ? (["4", "ทม."] as const)
        : within < 5
          ? (["5", "ทต."] as const)
          : (["6", "อบต."] as const);
  return {
    ...{
      code: `${digit}990${district}${String(within).padStart(2, "0")}`,
      type,
      provinceCode: "99",
      province: "ตัวอย่าง",
    },
    ...{ name: i === 0 ? "ตัวอย่าง" : `ตัวอย่าง${i + 1}`, district: `สมมติ${"หนึ่ง สอง สาม สี่".split(" ")[district - 1]}` },
  };
});

/** The sheet of an office as it fills it: one row an activity, so many people at each. */
export function activities(office: Office, people: readonly number[]): Grid {
  const values = (n: number, i: number): Record<string, Cell> => ({
    ...{ seq: i + 1, date: `${i + 3} พ.ย. 2566`, category: "จิตอาสาพัฒนา", name: `ปลูกต้นไม้ครั้งที่ ${i + 1}` },
    ...{ office: officeLabel(office), place: "สวนตัวอย่าง", district: office.district, province: office.province },
    participants: n,
  });
  return {
    sheet: "พ.ย.66",
    rows: [
      ...form.title.map((line) => [line.replace("{province}", office.province)]),
      ["ประจำเดือนพฤศจิกายน 2566"],
      form.fields.map(({ label }) => label),
      ...people.map((n, i) => form.fields.map(({ id }) => values(n, i)[id] ?? null)),
    ],
  };
}

/** The same as an .xlsx that was made as a blank for this office. */
export function asFile(office: Office, grid: Grid): Uint8Array<ArrayBuffer> {
  const data = grid.rows.map((cells, i) => row(i + 1, cells as (string | number | null)[])).join("");
  const id = formatIdentity({ form: FORM, version: form.version, province: "99", period: PERIOD, office: office.code });
  const names = `<definedName name="RUAM_ID" hidden="1">"${id}"</definedName>`;
  return new Uint8Array(makeXlsx({ sheets: [{ name: grid.sheet, data, after: "" }], names }));
}

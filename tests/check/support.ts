import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildRegistry, type Office, type Registry } from "../../shared/offices/index.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";

const OFFICES = fileURLToPath(new URL("../../../shared/data/offices.csv", import.meta.url));

/** The national list is not part of the project: checks that need it are skipped, and say so, where it is absent. */
export const hasNationalList = existsSync(OFFICES);

let national: Registry | undefined;

export function nationalRegistry(): Registry {
  national ??= buildRegistry(
    readFileSync(OFFICES, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => {
        const [code, type, name, district, provinceCode, province] = line.trim().split(",") as string[];
        return { code, type, name, district, provinceCode, province } as Office;
      }),
  );
  return national;
}

/** A small province of our own writing: three districts, names that are like one another on purpose. */
export function sampleOffices(): Office[] {
  const office = (code: string, type: Office["type"], name: string, district: string): Office => ({
    code,
    type,
    name,
    district,
    provinceCode: "99",
    province: "ตัวอย่าง",
  });
  return [
    office("2990101", "อบจ.", "ตัวอย่าง", "เมืองตัวอย่าง"),
    office("4990102", "ทม.", "ตัวอย่าง", "เมืองตัวอย่าง"),
    office("5990103", "ทต.", "น้ำใส", "เมืองตัวอย่าง"),
    office("6990104", "อบต.", "น้ำใส", "เมืองตัวอย่าง"),
    office("6990105", "อบต.", "ป่าสมมติ", "เมืองตัวอย่าง"),
    office("5990201", "ทต.", "สมมติเหนือ", "สมมติ"),
    office("6990202", "อบต.", "สมมติใต้", "สมมติ"),
    office("6990203", "อบต.", "คลองยา", "สมมติ"),
    office("6990301", "อบต.", "คลองยาง", "ทดลอง"),
    office("6990302", "อบต.", "ทดลองกลาง", "ทดลอง"),
    office("6990303", "อบต.", "น้ำใส", "ทดลอง"),
    office("5990304", "ทต.", "กม.5-ทดลอง", "ทดลอง"),
  ];
}

export function sampleRegistry(): Registry {
  return buildRegistry(sampleOffices());
}

export const HEADING: Cell[][] = [
  ["แบบรายงานการจัดทำคลิปวิดีโอการทำกิจกรรมสาธารณประโยชน์/จิตอาสาของเด็กในศูนย์พัฒนาเด็กเล็กสังกัดองค์กรปกครองส่วนท้องถิ่น"],
  ["จังหวัดตัวอย่าง"],
  ["ลำดับที่", "จังหวัด", "อำเภอ", "อปท.", "ศพด.", "จัดทำคลิปวิดีโอ", null, "หมายเหตุ"],
  [null, null, null, null, null, "ดำเนินการ", "ไม่ดำเนินการ", null],
];

export const HEADING_MERGES = ["A3:A4", "B3:B4", "C3:C4", "D3:D4", "E3:E4", "F3:G3", "H3:H4"];

/** The official form with the given rows under its heading: the first of them is row 5 of the sheet. */
export function sheetOf(rows: Cell[][], more: Partial<Grid> = {}): Grid {
  return {
    sheet: "ต.ค.66",
    ...more,
    rows: [...HEADING, ...rows],
    merges: [...HEADING_MERGES, ...(more.merges ?? [])],
  };
}

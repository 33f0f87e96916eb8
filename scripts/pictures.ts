/**
 * Makes the README's pictures: a sheet as an office fills it, and the master that comes of eight such sheets (its official
 * sheet and its summary). Everything in them is made up here. Needs LibreOffice and pdftoppm: node scripts/pictures.ts
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { RowAnswer } from "../shared/answer.ts";
import { checkWorkbook } from "../shared/check.ts";
import { findForm } from "../shared/forms/index.ts";
import type { Office } from "../shared/offices/office.ts";
import { buildRegistry } from "../shared/offices/registry.ts";
import type { Scalar } from "../shared/sheet/grid.ts";
import { writeBlank } from "../shared/workbook/blank.ts";
import { readWorkbook } from "../shared/workbook/read.ts";
import { buildMaster } from "../worker/master/model.ts";
import type { CurrentSubmission, StoredRow } from "../worker/master/types.ts";
import { streamMaster } from "../worker/master/xlsx.ts";

const PICTURES = join(import.meta.dirname, "..", "docs", "pictures");
const PROVINCE = { code: "98", name: "ตัวอย่าง" };
const PERIOD = "2023-10";
const FORM = findForm("childcare-clips")!;
const FIRST_ROW = 5;

type Line = { office: string; centre: string; done?: string; notDone?: string; remark?: string };

const office = (code: string, type: Office["type"], name: string, district: string): Office => ({
  code,
  type,
  name,
  district,
  provinceCode: PROVINCE.code,
  province: PROVINCE.name,
});

const ROSTER: Office[] = [
  office("5980101", "ทต.", "ตัวอย่างเหนือ", "เมืองตัวอย่าง"),
  office("6980102", "อบต.", "ทุ่งสมมติ", "เมืองตัวอย่าง"),
  office("6980103", "อบต.", "บ้านสมมติ", "เมืองตัวอย่าง"),
  office("6980104", "อบต.", "ป่าสมมติ", "เมืองตัวอย่าง"),
  office("5980201", "ทต.", "ห้วยตัวอย่าง", "สมมติใต้"),
  office("6980202", "อบต.", "นาตัวอย่าง", "สมมติใต้"),
  office("6980203", "อบต.", "ดอนตัวอย่าง", "สมมติใต้"),
  office("5980301", "ทต.", "ท่าสมมติ", "ตัวอย่างงาม"),
  office("6980302", "อบต.", "คลองสมมติ", "ตัวอย่างงาม"),
  office("6980303", "อบต.", "เขาตัวอย่าง", "ตัวอย่างงาม"),
];

/** As officers type: prefixes, spaces, other ticks. */
const SHEETS: { code: string; late?: true; lines: Line[] }[] = [
  {
    code: "5980101",
    lines: [
      { office: "ทต.ตัวอย่างเหนือ", centre: "ศพด.บ้านตัวอย่าง ๑", done: "/" },
      { office: "เทศบาลตำบลตัวอย่างเหนือ", centre: "ศพด.วัดสมมติ", done: "✓" },
      { office: "ทต. ตัวอย่างเหนือ", centre: "ศพด.บ้านสมมติสุข", notDone: "/", remark: "อยู่ระหว่างปรับปรุงอาคาร" },
      { office: "ทต.ตัวอย่างเหนือ", centre: "ศพด.บ้านตัวอย่าง ๒", done: "/" },
    ],
  },
  { code: "6980102", lines: [{ office: "อบต.ทุ่งสมมติ", centre: "ศพด.ทุ่งสมมติ", done: "/" }] },
  {
    code: "6980103",
    late: true,
    lines: [
      { office: "อบต.บ้านสมมติ", centre: "ศพด.บ้านสมมติ", done: "/" },
      { office: "อบต.บ้านสมมติ", centre: "ศพด.วัดตัวอย่าง", done: "/" },
    ],
  },
  {
    code: "5980201",
    lines: ["เหนือ", "กลาง", "ใต้"].map((at) => ({ office: "ทต.ห้วยตัวอย่าง", centre: `ศพด.ห้วยตัวอย่าง${at}`, done: "/" })),
  },
  {
    code: "6980202",
    lines: [{ office: "อบต.นาตัวอย่าง", centre: "ศพด.นาตัวอย่าง", notDone: "/", remark: "ปิดเรียนจากโรคระบาด" }],
  },
  { code: "5980301", lines: ["๑", "๒"].map((n) => ({ office: "ทต.ท่าสมมติ", centre: `ศพด.ท่าสมมติ ${n}`, done: "/" })) },
  { code: "6980302", late: true, lines: [{ office: "อบต.คลองสมมติ", centre: "ศพด.คลองสมมติ", done: "/" }] },
  { code: "6980303", lines: [{ office: "อบต.เขาตัวอย่าง", centre: "ศพด.เขาตัวอย่าง", done: "/" }] },
];

/** Types the lines into the empty cells of a blank. */
function fill(blank: Uint8Array, lines: Line[]): Uint8Array {
  const parts = unzipSync(blank);
  const sheet = "xl/worksheets/sheet1.xml";
  let xml = strFromU8(parts[sheet]!);
  for (const [i, line] of lines.entries()) {
    const cells = { D: line.office, E: line.centre, F: line.done, G: line.notDone, H: line.remark };
    for (const [column, text] of Object.entries(cells)) {
      if (text === undefined) continue;
      const empty = new RegExp(`<c r="${column}${FIRST_ROW + i}"([^>]*)/>`);
      if (!empty.test(xml)) throw new Error(`No empty cell ${column}${FIRST_ROW + i}`);
      xml = xml.replace(
        empty,
        (_all, style) => `<c r="${column}${FIRST_ROW + i}"${style} t="inlineStr"><is><t>${text}</t></is></c>`,
      );
    }
  }
  parts[sheet] = strToU8(xml);
  return zipSync(parts);
}

function stored({ row, status, cells }: RowAnswer): StoredRow {
  const values: Record<string, Scalar> = {};
  const typed: Record<string, Scalar> = {};
  for (const [field, { raw, value, verdict }] of Object.entries(cells)) {
    values[field] = value;
    if (verdict !== "ok") typed[field] = raw;
  }
  return { row, status: status!, values, typed };
}

async function submit(code: string, late: boolean, file: Uint8Array, n: number): Promise<CurrentSubmission> {
  const report = checkWorkbook(await readWorkbook(file), { registry: buildRegistry(ROSTER) });
  if (!report.submittable) throw new Error(`${code} is not submittable: ${JSON.stringify(report.rows)}`);
  return {
    office: code,
    receipt: `98-6610-${String(n + 1).padStart(4, "0")}`,
    version: 1,
    receivedAt: `2023-10-0${late ? 9 : 4}T0${n}:15:00Z`,
    sender: "นางสาวสมมติ ตัวอย่าง",
    late,
    status: "received",
    nil: false,
    rows: report.rows.filter((row) => row.verdict !== "skip").map(stored),
  };
}

/** Pages of a workbook as PNG: picture name by page number. */
function photograph(bytes: Uint8Array, pages: Record<number, string>): void {
  const folder = mkdtempSync(join(tmpdir(), "ruam-pictures-"));
  try {
    writeFileSync(join(folder, "sheet.xlsx"), bytes);
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    execFileSync(
      "soffice",
      [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "sheet.xlsx")],
      {
        stdio: "ignore",
      },
    );
    for (const [page, name] of Object.entries(pages))
      execFileSync("pdftoppm", [
        "-r",
        "100",
        "-png",
        "-singlefile",
        "-f",
        page,
        "-l",
        page,
        join(folder, "sheet.pdf"),
        join(PICTURES, name),
      ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(PICTURES, { recursive: true });
const submissions: CurrentSubmission[] = [];
for (const [n, { code, late = false, lines }] of SHEETS.entries()) {
  const sender = ROSTER.find((one) => one.code === code)!;
  const filled = fill(
    await writeBlank(FORM, { offices: ROSTER, province: PROVINCE, office: sender, period: PERIOD }),
    lines,
  );
  if (n === 0) photograph(filled, { 1: "filled-sheet" });
  submissions.push(await submit(code, late, filled, n));
}
const model = buildMaster({ form: FORM, province: PROVINCE, period: PERIOD, offices: ROSTER, submissions });
const master = new Uint8Array(
  await new Response(streamMaster(model) as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer(),
);
photograph(master, { 1: "master", 2: "master-summary" });

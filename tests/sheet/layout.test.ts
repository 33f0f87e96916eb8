import { describe, expect, it } from "vitest";
import { checkGrid, checkWorkbook } from "../../shared/check.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { formatIdentity } from "../../shared/sheet/identity.ts";
import { HEADING, sampleRegistry, sheetOf } from "../check/support.ts";

const registry = sampleRegistry();
const TITLE = HEADING[0]!;
const TOP = HEADING[2]!;
const LOWER = HEADING[3]!;

const row = (i: number): Cell[] => [i, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", `ศพด.บ้าน${"กขคงจฉชซ"[i]}`, "/", null, null];
const insert = (cells: Cell[], at: number, cell: Cell): Cell[] => [...cells.slice(0, at), cell, ...cells.slice(at)];
const without = (cells: Cell[], at: number): Cell[] => cells.filter((_, i) => i !== at);

const summary = (grid: Grid) => {
  const report = checkGrid(grid, { registry, province: "99", period: "2023-10" });
  return {
    columns: Object.entries(report.columns)
      .map(([field, col]) => `${field}=${col}`)
      .join(" "),
    verdicts: report.rows.map((r) => r.verdict).join(" "),
    findings: report.findings
      .filter((f) => f.code !== "SIGN_INCOMPLETE")
      .map((f) => `${f.code} ${f.verdict} ${f.cell}`),
  };
};

const ALL = "seq=A province=B district=C office=D centre=E done=F notDone=G remark=H";

describe("a form that drifted", () => {
  const table: [name: string, grid: Grid, expected: ReturnType<typeof summary>][] = [
    [
      "two heading rows without merges, as in a CSV",
      { sheet: "x", rows: [TITLE, ["จังหวัดตัวอย่าง"], TOP, LOWER, row(1), row(2)] },
      { columns: ALL, verdicts: "ok ok", findings: [] },
    ],
    [
      "one heading row",
      { sheet: "x", rows: [TITLE, [...TOP.slice(0, 5), "ดำเนินการ", "ไม่ดำเนินการ", "หมายเหตุ"], row(1)] },
      { columns: ALL, verdicts: "ok", findings: [] },
    ],
    ["no title", { sheet: "x", rows: [TOP, LOWER, row(1)] }, { columns: ALL, verdicts: "ok", findings: [] }],
    [
      "further down and to the right",
      { sheet: "x", rows: [[], [], TITLE, [], [null, ...TOP], [null, ...LOWER], [null, ...row(1)]] },
      {
        columns: "seq=B province=C district=D office=E centre=F done=G notDone=H remark=I",
        verdicts: "ok",
        findings: [],
      },
    ],
    [
      "a column put in between",
      { sheet: "x", rows: [insert(TOP, 3, "ตำบล"), insert(LOWER, 3, null), insert(row(1), 3, "สมมติใต้")] },
      {
        columns: "seq=A province=B district=C office=E centre=F done=G notDone=H remark=I",
        verdicts: "ok",
        findings: ["COL_INSERTED warn D1"],
      },
    ],
    [
      "a column without a heading, but with content",
      { sheet: "x", rows: [TOP, LOWER, [...row(1), "โทรกลับ"]] },
      { columns: ALL, verdicts: "ok", findings: ["COL_INSERTED warn I1"] },
    ],
    [
      "headings nobody foresaw, told by place and content",
      {
        sheet: "x",
        rows: [insert(without(TOP, 4), 4, "ชื่อสถานที่ดูแลเด็ก"), LOWER, row(1), row(2)],
      },
      { columns: ALL, verdicts: "ok ok", findings: ["COL_RENAMED warn E1"] },
    ],
    [
      "the misprint of the original",
      { sheet: "x", rows: [insert(without(TOP, 5), 5, "จัดทำคลังวิดีโอ"), LOWER, row(1)] },
      { columns: ALL, verdicts: "ok", findings: ["TITLE_MISPRINT fixed F1"] },
    ],
    [
      "no province column",
      { sheet: "x", rows: [without(TOP, 1), without(LOWER, 1), without(row(1), 1)] },
      {
        columns: "seq=A district=B office=C centre=D done=E notDone=F remark=G",
        verdicts: "fixed",
        findings: ["COL_DELETED warn null"],
      },
    ],
    [
      "no column for ไม่ดำเนินการ",
      { sheet: "x", rows: [without([...TOP.slice(0, 5), "ดำเนินการ", null, "หมายเหตุ"], 6), without(row(1), 6)] },
      {
        columns: "seq=A province=B district=C office=D centre=E done=F remark=G",
        verdicts: "ok",
        findings: ["COL_DELETED error null"],
      },
    ],
    [
      "hidden rows with data",
      { sheet: "x", rows: [TOP, LOWER, row(1), row(2), row(3)], hiddenRows: [4, 5] },
      { columns: ALL, verdicts: "ok ok ok", findings: ["ROW_HIDDEN warn A4"] },
    ],
    [
      "something else altogether",
      { sheet: "x", rows: [["รายชื่อครู"], ["ชื่อ", "ตำแหน่ง"]] },
      { columns: "", verdicts: "", findings: ["FORM_NOT_FOUND error null"] },
    ],
  ];
  for (const [name, grid, expected] of table) it(`is read: ${name}`, () => expect(summary(grid)).toEqual(expected));
});

describe("which sheet of a workbook is the report", () => {
  const named = (sheet: string, rows: Cell[][], more: Partial<Grid> = {}) => sheetOf(rows, { sheet, ...more });
  const book = (...sheets: Grid[]) => ({ sheets, names: [] });
  const chosen = (workbook: Parameters<typeof checkWorkbook>[0], options: { period?: string; sheet?: string } = {}) => {
    const report = checkWorkbook(workbook, { registry, ...options });
    return [
      report.sheet,
      report.period,
      report.findings.filter((f) => f.code === "SHEET_OTHERS").map((f) => f.params.others),
    ];
  };

  it("the filled one, not the example, the copy or the empty one", () => {
    const workbook = book(
      named("ตัวอย่าง", [row(1), row(2)]),
      named("Sheet1", []),
      named("ต.ค.66", [row(1)]),
      named("สำเนา ต.ค.66", [row(1)]),
    );
    expect(chosen(workbook)).toEqual(["ต.ค.66", "2023-10", []]);
  });

  it("the latest month, saying that others are there", () => {
    const workbook = book(named("ต.ค.66", [row(1)]), named("พ.ย.66", [row(2)]));
    expect(chosen(workbook)).toEqual(["พ.ย.66", "2023-11", ["ต.ค.66"]]);
  });

  it("the month asked for", () => {
    const workbook = book(named("ต.ค.66", [row(1)]), named("พ.ย.66", [row(2)]));
    expect(chosen(workbook, { period: "2023-10" })).toEqual(["ต.ค.66", "2023-10", []]);
  });

  it("the sheet named, even a hidden one", () => {
    const workbook = book(named("ต.ค.66", [row(1)]), named("เก็บ", [row(2)], { hidden: true }));
    expect(chosen(workbook, { sheet: "เก็บ" })).toEqual(["เก็บ", null, []]);
  });

  it("says which sheet is missing", () => {
    expect(() => checkWorkbook(book(named("ต.ค.66", [row(1)])), { registry, sheet: "ไม่มี" })).toThrow("no-sheet");
  });

  it("a blank of ours knows its form, province, month and office, however the sheet is called", () => {
    const value = `"${formatIdentity({ form: "childcare-clips", version: 1, province: "99", period: "2023-11", office: "6990202" })}"`;
    const report = checkWorkbook(
      { sheets: [named("ส่งแล้วนะ", [row(1)])], names: [{ name: "RUAM_ID", value }] },
      { registry },
    );
    expect([report.form, report.version, report.province, report.period, report.office]).toEqual([
      "childcare-clips",
      1,
      "99",
      "2023-11",
      "6990202",
    ]);
  });
});

describe("the month of a sheet", () => {
  it("disagreements between sheet name, title and what was asked are told", () => {
    const titled = sheetOf([row(1)], { sheet: "พ.ย.66" });
    titled.rows[0] = [`${TITLE[0]} ประจำเดือน ตุลาคม 2566`];
    const report = checkGrid(titled, { registry });
    expect([report.period, report.findings.find((f) => f.code === "PERIOD_CONFLICT")?.params]).toEqual([
      "2023-11",
      { period: "พฤศจิกายน 2566", other: "ตุลาคม 2566" },
    ]);
  });

  it("a file name helps where nothing else does", () => {
    const grid = sheetOf([row(1)], { sheet: "Sheet1" });
    expect(checkGrid(grid, { registry, fileName: "แบบรายงาน ธ.ค.66.xlsx" }).period).toBe("2023-12");
    expect(checkGrid(grid, { registry }).findings.map((f) => f.code)).toContain("PERIOD_MISSING");
  });
});

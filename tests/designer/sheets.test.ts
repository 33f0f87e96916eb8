import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DesignProblem, fromSheets, propose, toSheets } from "../../shared/designer/index.ts";
import { FORMS } from "../../shared/forms/index.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { designProblemText } from "../../shared/words/designer.ts";
import { writeWordSheets } from "../../shared/workbook/formWorkbook.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { form as anyForm } from "./arbitrary.ts";
import { FLOOD, FLOOD_FILLED } from "./official.ts";

async function throughFile(grids: readonly Grid[]): Promise<readonly Grid[]> {
  return (await readWorkbook(await writeWordSheets(grids))).sheets;
}

/** The sheets of the proposed flood form with one cell changed. */
function spoilt(sheet: string, cell: string, value: Cell): Grid[] {
  const proposal = propose(FLOOD, [FLOOD_FILLED]);
  if (!proposal.found) throw new Error("no proposal");
  const [, letter, row] = /^([A-Z])([0-9]+)$/.exec(cell)!;
  return toSheets(proposal.form).map((grid) => {
    if (grid.sheet !== sheet) return grid;
    const rows = grid.rows.map((one) => one.slice());
    while (rows.length < Number(row)) rows.push([]);
    rows[Number(row) - 1]![letter!.charCodeAt(0) - 65] = value;
    return { ...grid, rows };
  });
}

const brief = ({ code, field, at }: DesignProblem) => [code, field, at?.sheet, at?.cell];

const MISTAKES: [what: string, sheet: string, cell: string, value: Cell, told: unknown[][]][] = [
  ["a sentence nobody understands", "ช่อง", "D5", "ตัวเลขสวย ๆ", [["SENTENCE_UNKNOWN", "text", "ช่อง", "D5"]]],
  ["no sentence", "ช่อง", "D5", null, [["CELL_MISSING", null, "ช่อง", "D5"]]],
  ["a heading rubbed out", "ช่อง", "D1", null, [["COLUMN_MISSING", null, "ช่อง", "A1"]]],
  ["a heading of one's own", "ช่อง", "H1", "ความเห็น", [["ROW_UNKNOWN", null, "ช่อง", "H1"]]],
  ["a width in words", "ช่อง", "G3", "กว้าง", [["CELL_NUMBER", null, "ช่อง", "G3"]]],
  ["a width out of bounds", "ช่อง", "G3", 300, [["NUMBER_RANGE", "district", "ช่อง", "A3"]]],
  ["two fields of one name", "ช่อง", "A6", "count", [["ID_TWICE", "count", "ช่อง", "A6"]]],
  ["a list that does not end", "ช่อง", "E3", "ก, “ข", [["CELL_LIST", null, "ช่อง", "E3"]]],
  ["an unknown word for what is missing", "ช่อง", "F3", "ช่างมัน", [["CELL_CHOICE", null, "ช่อง", "F3"]]],
  [
    "a rule there is none of",
    "กติกา",
    "A2",
    "ห้ามฝนตก",
    [
      ["CELL_CHOICE", null, "กติกา", "A2"],
      ["CELL_MISSING", null, "กติกา", "B2"],
    ],
  ],
  ["a due date nobody understands", "กำหนดส่ง", "D2", "เมื่อสะดวก", [["DUE_SENTENCE", null, "กำหนดส่ง", "D2"]]],
  ["a due rule that is not there", "กำหนดส่ง", "A2", "other", [["DUE_UNKNOWN_RULE", null, "แบบรายงาน", "B20"]]],
  ["a short name in capitals", "แบบรายงาน", "B2", "FLOOD", [["ID_FORM", null, "แบบรายงาน", "B2"]]],
  ["a version in words", "แบบรายงาน", "B3", "หนึ่ง", [["CELL_NUMBER", null, "แบบรายงาน", "B3"]]],
  [
    "a heading that is not known",
    "แบบรายงาน",
    "A3",
    "รุ่น",
    [
      ["CELL_CHOICE", null, "แบบรายงาน", "A3"],
      ["CELL_MISSING", null, "แบบรายงาน", "B1"],
    ],
  ],
];

describe("a definition kept as a workbook", () => {
  it.each(FORMS.map((form) => [form.id, form] as const))(
    "%s comes back as it was, through the file",
    async (_, form) => {
      expect(fromSheets(await throughFile(toSheets(form)))).toEqual({ form });
    },
  );

  it("comes back as it was, whatever the form", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(fromSheets(toSheets(form))).toEqual({ form });
      }),
      { seed: 7, numRuns: 300 },
    );
  });

  it("comes back as it was through the bytes of a file", async () => {
    await fc.assert(
      fc.asyncProperty(anyForm, async (form) => {
        expect(fromSheets(await throughFile(toSheets(form)))).toEqual({ form });
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it("is the same file at any time", async () => {
    const sheets = toSheets(FORMS[0]!);
    expect(await writeWordSheets(sheets)).toEqual(await writeWordSheets(sheets));
  });

  it.each(MISTAKES)("%s is told with its sheet and cell, and nothing is taken", (_, sheet, cell, value, told) => {
    const read = fromSheets(spoilt(sheet, cell, value));
    expect("problems" in read ? read.problems.map(brief) : read).toEqual(told);
    for (const one of "problems" in read ? read.problems : []) {
      expect(designProblemText(one)).toMatch(/^[^{}]*[ก-๙][^{}]*$/);
      expect(designProblemText(one, "en")).toMatch(/^[^{}]+$/);
    }
  });

  it("tells every mistake at once", () => {
    const [one, two] = [spoilt("ช่อง", "D5", "อะไรก็ได้"), spoilt("กำหนดส่ง", "D2", "เมื่อสะดวก")];
    const both = one.map((grid, i) => (grid.sheet === "กำหนดส่ง" ? two[i]! : grid));
    const read = fromSheets(both);
    expect("problems" in read && read.problems.map(({ code }) => code)).toEqual(["SENTENCE_UNKNOWN", "DUE_SENTENCE"]);
  });

  it("without its sheets is no definition", () => {
    const read = fromSheets([{ sheet: "Sheet1", rows: [["ก"]] }]);
    expect("problems" in read && read.problems.map((one) => [one.code, one.params.name])).toEqual([
      ["SHEET_MISSING", "แบบรายงาน"],
      ["SHEET_MISSING", "ช่อง"],
      ["SHEET_MISSING", "กติกา"],
    ]);
  });

  it("is read however it is moved about: sheets and columns in another order, blank rows, Thai digits", () => {
    const form = FORMS[0]!;
    const even = toSheets(form)
      .reverse()
      .map((grid) => ({
        ...grid,
        rows: grid.rows.flatMap((row) => [
          Array.from({ length: grid.rows[0]!.length }, (_, i) => row[i] ?? null)
            .reverse()
            .map((cell) =>
              typeof cell === "number" ? String(cell).replace(/[0-9]/g, (digit) => "๐๑๒๓๔๕๖๗๘๙"[Number(digit)]!) : cell,
            ),
          [],
        ]),
      }));
    expect(fromSheets(even.map((grid) => ({ ...grid, rows: [grid.rows[0]!, ...grid.rows.slice(1)] })))).toEqual({
      form,
    });
  });
});

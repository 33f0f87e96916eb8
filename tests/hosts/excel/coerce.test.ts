import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "./index.ts";

let sim: ExcelSim;
beforeEach(async () => {
  const rows = [["General", { v: null, fmt: "@" }]];
  sim = await startExcel({ grids: [{ sheet: "S", rows }] });
});
afterEach(() => sim.close());

/** What is put into a cell, what stands in it afterwards, and the format it takes on where it had none. */
const TYPED: [unknown, unknown, string?][] = [
  ["", null],
  ["ข้อความ", "ข้อความ"],
  [" 5 ", 5],
  ["001", 1],
  ["-5", -5],
  ["+5", 5],
  ["(5)", -5],
  [".5", 0.5],
  ["1,234", 1234, "#,##0"],
  ["1,234.5", 1234.5, "#,##0.00"],
  ["1,23", "1,23"],
  ["12%", 0.12, "0%"],
  ["12.5%", 0.125, "0.00%"],
  ["1e3", 1000, "0.00E+00"],
  ["1 1/2", 1.5, "# ?/?"],
  ["1/2", 46054, "d-mmm"],
  ["1-2", 46054, "d-mmm"],
  ["31/12/2023", 45291, "d/m/yyyy"],
  ["2023-12-31", 45291, "d/m/yyyy"],
  ["1/2/2567", 243650, "d/m/yyyy"],
  ["32/1", "32/1"],
  ["2-Jan", 46024, "d-mmm"],
  ["8:30", 30_600 / 86_400, "h:mm"],
  ["true", true],
  ["FALSE", false],
  ["'001", "001"],
  ["'=1+1", "=1+1"],
  ["-", "-"],
  ["=", "="],
  ["-ไม่มี", "#NAME?"],
  ["@name", "#NAME?"],
  ["#N/A", "#N/A"],
  ["๕", "๕"],
  ["081-234-5678", "081-234-5678"],
  [12, 12],
  [true, true],
];

describe("simulated Excel: a value written by an add-in is taken as if it were typed", () => {
  it.each(TYPED)("%j", async (given, value, format) => {
    await sim.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("S").getRange("A1").values = [[given]];
      await context.sync();
    });
    const written = sim.book.cell("S", "A1");
    expect([written.value, written.numberFormat]).toEqual([value, format]);
    sim.user.type("S", "C1", given as string);
    const typed = sim.book.cell("S", "C1");
    expect([typed.value, typed.numberFormat]).toEqual([value, format]);
  });

  it.each(["=1+1", "=A1", "-5+3", "+A1", "@A1", "-(2)"])(
    "%s would have to be computed, and is refused",
    async (formula) => {
      const run = sim.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("S").getRange("A1").values = [[formula]];
        await context.sync();
      });
      await expect(run).rejects.toMatchObject({ code: "ApiNotFound" });
      expect(() => sim.user.type("S", "A1", formula)).toThrow();
      expect(sim.book.cell("S", "A1").value).toBe("General");
    },
  );

  it("a cell formatted as text keeps what it is given, numbers as text", async () => {
    await sim.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("S").getRange("B1");
      const seen: unknown[] = [];
      for (const given of ["001", "=1+1", "1/2", 7, "'x"]) {
        cell.values = [[given]];
        cell.load("values,valueTypes");
        await context.sync();
        seen.push([cell.values[0]![0], cell.valueTypes[0]![0]]);
      }
      expect(seen).toEqual(["001", "=1+1", "1/2", "7", "x"].map((text) => [text, "String"]));
    });
  });

  it("a quote before a text is kept beside it, and shows in formulas only", async () => {
    sim.user.type("S", "A1", "'001");
    await sim.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("S").getRange("A1").load("values,formulas,text");
      await context.sync();
      expect([cell.values, cell.formulas, cell.text]).toEqual([[["001"]], [["'001"]], [["001"]]]);
    });
    expect(sim.book.cell("S", "A1").quotePrefix).toBe(true);
  });

  it("null leaves a cell as it is, one value fills a whole range, a formula comes with the value it was given", async () => {
    sim.user.paste("S", "A1", [
      ["a", { formula: "=LEN(A1)", value: 1 }],
      ["c", "d"],
    ]);
    await sim.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      sheet.getRange("A1:B1").values = [[null, null]];
      sheet.getRange("A2:B2").values = "both" as never;
      const range = sheet.getRange("A1:B2").load("values,formulas");
      await context.sync();
      expect([range.values, range.formulas]).toEqual([
        [
          ["a", 1],
          ["both", "both"],
        ],
        [
          ["a", "=LEN(A1)"],
          ["both", "both"],
        ],
      ]);
    });
  });

  it("what would fall into the covered part of a merged range is dropped", async () => {
    sim.user.merge("S", "A1:A2");
    await sim.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("S").getRange("A1:A3").values = [["a"], ["lost"], ["c"]];
      await context.sync();
    });
    expect(sim.book.values("S").map(([first]) => first)).toEqual(["a", null, "c"]);
  });
});

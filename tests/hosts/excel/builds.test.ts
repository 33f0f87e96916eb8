import { afterEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "./index.ts";
import type { Build } from "./support.ts";

let sim: ExcelSim;
afterEach(() => sim.close());

const grids = [
  {
    sheet: "รายงาน",
    rows: [
      ["a", 1],
      ["b", 2],
    ],
  },
];
const BUILDS: Build[] = ["web", "win32", "mac"];
const ALL = BUILDS.flatMap((build) => ["1.9", "1.14", "1.17"].map((api) => [build, api] as const));

describe("simulated Excel: each build of the genuine office.js before Excels of different age", () => {
  it.each(ALL)("%s, ExcelApi %s", async (build, api) => {
    sim = await startExcel({ grids, build, api });
    const told: string[] = [];
    const { requirements } = sim.Office.context;
    const has = (version: string) => requirements.isSetSupported("ExcelApi", version);
    expect([has("1.9"), has("1.10"), has("1.14"), has("1.18")]).toEqual([true, api !== "1.9", api !== "1.9", false]);
    const seen = await sim.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.onChanged.add(async ({ address }) => {
        told.push(address);
      });
      const sheet = worksheets.getActiveWorksheet().load("name,visibility,position");
      const range = sheet.getUsedRange(true).load("address,values,rowHidden");
      range.format.fill.load("color");
      await context.sync();
      sheet.getRange("B2").values = [[3]];
      const mark = sheet.getRanges("A1,B2").conditionalFormats.add(sim.Excel.ConditionalFormatType.custom);
      mark.custom.rule.formula = "=TRUE";
      mark.custom.format.fill.color = "#ffc7ce";
      await context.sync();
      return [sheet.name, sheet.visibility, sheet.position, range.address, range.values, range.rowHidden];
    });
    await sim.settle();
    const values = [
      ["a", 1],
      ["b", 2],
    ];
    expect(seen).toEqual(["รายงาน", "Visible", 0, "รายงาน!A1:B2", values, false]);
    expect(told).toEqual(["B2"]);
    expect(sim.book.conditionalFormats("รายงาน")).toMatchObject([
      { address: "A1,B2", type: "Custom", formula: "=TRUE", fill: "#FFC7CE" },
    ]);
  });
});

/** What came later than the Excel in question: refused, whether the library checks it or not. */
const LATER: [string, string, (context: Excel.RequestContext) => unknown][] = [
  ["1.9", "Workbook.comments", ({ workbook }) => workbook.comments],
  [
    "1.9",
    "Range.getMergedAreasOrNullObject",
    ({ workbook }) => workbook.getSelectedRange().getMergedAreasOrNullObject(),
  ],
  ["1.7", "Worksheet.getRanges", ({ workbook }) => workbook.worksheets.getActiveWorksheet().getRanges("A1")],
  ["1.7", "Range.dataValidation", ({ workbook }) => workbook.getSelectedRange().dataValidation],
  ["1.8", "WorksheetCollection.onChanged", ({ workbook }) => workbook.worksheets.onChanged],
  ["1.5", "Range.conditionalFormats", ({ workbook }) => workbook.getSelectedRange().conditionalFormats],
  ["1.7", "Runtime.enableEvents", ({ runtime }) => Object.assign(runtime, { enableEvents: false })],
  ["1.6", "Workbook.name", ({ workbook }) => workbook.load("name")],
  ["1.1", "Range.rowHidden", ({ workbook }) => workbook.getSelectedRange().load("rowHidden")],
];

describe("simulated Excel: an Excel too old says so, for setters and load() too", () => {
  it.each(LATER)("before ExcelApi %s: %s", async (api, errorLocation, use) => {
    sim = await startExcel({ grids, api });
    const run = sim.Excel.run(async (context) => {
      use(context);
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "ApiNotFound", debugInfo: { errorLocation } });
    sim.references.clear();
  });
});

import { afterEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "./index.ts";

let sim: ExcelSim;
afterEach(() => sim.close());

type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

const rows = [
  ["id", "qty"],
  ["a", 7],
];

async function start(api: string, build: "web" | "win32" = "win32"): Promise<void> {
  sim = await startExcel({ grids: [{ sheet: "S", rows }], api, build });
  sim.user.type("S", "A2", "typed");
  sim.user.type("S", "B2", 8);
}

async function addin(work: Work): Promise<void> {
  await sim.Excel.run(async (context) => {
    await work(context.workbook.worksheets.getItem("S"), context);
    await context.sync();
  });
}

const noop = async () => {};

/** What an add-in does, and how many of the user's two steps are left after it, before and with undo for add-ins. */
const COSTS: [string, Work, number, number][] = [
  ["reading", (sheet) => sheet.getUsedRange().load("values,rowHidden,format/font/name"), 2, 2],
  ["selecting", (sheet) => sheet.getRange("B2").select(), 2, 2],
  ["listening at the collection", (_, context) => context.workbook.worksheets.onChanged.add(noop), 2, 2],
  ["listening at one sheet", (sheet) => sheet.onChanged.add(noop), 0, 2],
  ["listening to the selection", (_, context) => context.workbook.worksheets.onSelectionChanged.add(noop), 0, 2],
  ["listening to formats", (_, context) => context.workbook.worksheets.onFormatChanged.add(noop), 0, 0],
  [
    "getCellProperties, though it only reads",
    (sheet) => sheet.getRange("A1:B2").getCellProperties({ address: true }),
    0,
    0,
  ],
  [
    "getMergedAreasOrNullObject, though it only reads",
    (sheet) => sheet.getRange("A1:B2").getMergedAreasOrNullObject(),
    0,
    2,
  ],
  ["a value", (sheet) => Object.assign(sheet.getRange("B2"), { values: [[9]] }), 0, 3],
  ["a fill colour", (sheet) => Object.assign(sheet.getRange("B2").format.fill, { color: "#FF0000" }), 0, 0],
  ["a conditional format", (sheet) => sheet.getRange("B2").conditionalFormats.add("Custom"), 0, 0],
  ["a comment", (_, context) => context.workbook.comments.add("S!B2", "note"), 0, 0],
  ["switching events off", (_, context) => Object.assign(context.runtime, { enableEvents: false }), 0, 0],
];

describe("simulated Excel: what is left of the user's undo", () => {
  it.each(COSTS)("%s", async (_, work, before, since) => {
    await start("1.14");
    await addin(work);
    expect(sim.book.undoDepth).toBe(before);
    await sim.close();
    await start("1.19");
    await addin(work);
    expect(sim.book.undoDepth).toBe(since);
  });

  it("steps are taken back in turn, an add-in's value too where Excel can", async () => {
    await start("1.19");
    await addin((sheet) => Object.assign(sheet.getRange("B2"), { values: [[9]] }));
    const seen: unknown[] = [];
    do seen.push(sim.book.cell("S", "A2").value, sim.book.cell("S", "B2").value);
    while (sim.user.undo());
    expect(seen).toEqual(["typed", 9, "typed", 8, "typed", 7, "a", 7]);
  });

  it("undo brings rows, merges and held ranges back to where they were", async () => {
    await start("1.14");
    sim.user.merge("S", "A1:B1");
    await sim.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("S").getRange("B2");
      await context.sync();
      sim.user.deleteRows("S", 1);
      const moved = range.load("address");
      await context.sync();
      expect([moved.address, sim.book.merges("S")]).toEqual(["S!B1", []]);
      sim.user.undo();
      range.load("address");
      await context.sync();
      expect([range.address, sim.book.merges("S")]).toEqual(["S!B2", ["A1:B1"]]);
    });
  });

  it("taking back one's own steps leaves a co-author's work standing, where it is by then", async () => {
    await start("1.14");
    sim.coauthor.type("S", "A1", "theirs");
    sim.coauthor.insertRows("S", 1);
    sim.user.undo();
    expect(sim.book.values("S")).toEqual([
      [null, null],
      ["theirs", "qty"],
      ["typed", 7],
    ]);
    sim.user.undo();
    expect(sim.book.values("S")[2]).toEqual(["a", 7]);
  });

  it("sheets put in, renamed or removed end the story", async () => {
    await start("1.14");
    sim.user.renameSheet("S", "Other");
    expect([sim.book.undoDepth, sim.user.undo()]).toEqual([0, false]);
  });
});

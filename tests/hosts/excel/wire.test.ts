import { afterEach, describe, expect, it } from "vitest";
import { type ExcelOptions, type ExcelSim, startExcel } from "./index.ts";

/*
 * The main conversations between office.js and Excel, whole: what the genuine library sends, and what the simulator answers.
 * Ids and the shape of every answer are those recorded with Microsoft's library; where an answer's content is only ours
 * (an error's place), the reason stands beside it in the source.
 */

let sim: ExcelSim;
afterEach(() => sim.close());

const REPORT = {
  sheet: "Report",
  rows: [
    ["id", "qty"],
    ["a", 7],
  ],
};
const SHEET1 = "{00000000-0001-0000-0001-000000000000}";

async function start(options: ExcelOptions = {}): Promise<ExcelSim> {
  sim = await startExcel({ grids: [REPORT, { sheet: "Ref data", rows: [] }], ...options });
  sim.wire.recording = true;
  return sim;
}

const recorded = () => sim.wire.recordings.map(({ flags, request, response }) => ({ flags, request, response }));

describe("simulated Excel: the wire as recorded with the genuine office.js", () => {
  it("active sheet, write, load", async () => {
    const { Excel } = await start();
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("name");
      sheet.getRange("A1:B2").values = [
        ["id", "qty"],
        ["a", 7],
      ];
      await context.sync();
    });
    await sim.settle();
    const [write, cleanUp] = recorded();
    expect(write).toEqual({
      flags: 1,
      request: {
        AutoKeepReference: true,
        Actions: [
          { Id: 2, ActionType: 1, Name: "", ObjectPathId: 1 },
          { Id: 4, ActionType: 1, Name: "", ObjectPathId: 3 },
          { Id: 6, ActionType: 1, Name: "", ObjectPathId: 5 },
          { Id: 7, ActionType: 2, Name: "", ObjectPathId: 5, QueryInfo: { Select: ["name"] } },
          { Id: 9, ActionType: 1, Name: "", ObjectPathId: 8 },
          { Id: 10, ActionType: 3, Name: "_KeepReference", ObjectPathId: 8, ArgumentInfo: { Arguments: [] } },
          { Id: 11, ActionType: 1, Name: "", ObjectPathId: 8 },
          {
            Id: 12,
            ActionType: 4,
            Name: "Values",
            ObjectPathId: 8,
            ArgumentInfo: {
              Arguments: [
                [
                  ["id", "qty"],
                  ["a", 7],
                ],
              ],
            },
            L: [1, 3, 5, 8],
          },
        ],
        ObjectPaths: {
          1: { Id: 1, ObjectPathType: 1, Name: "", T: "Workbook" },
          3: { Id: 3, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1, T: "WorksheetCollection" },
          5: {
            Id: 5,
            ObjectPathType: 3,
            Name: "GetActiveWorksheet",
            ParentObjectPathId: 3,
            ArgumentInfo: { Arguments: [] },
            T: "Worksheet",
          },
          8: {
            Id: 8,
            ObjectPathType: 3,
            Name: "GetRange",
            ParentObjectPathId: 5,
            ArgumentInfo: { Arguments: ["A1:B2"] },
            T: "Range",
          },
        },
      },
      response: {
        Results: [
          { ActionId: 2, Value: {} },
          { ActionId: 4, Value: {} },
          { ActionId: 6, Value: { Id: SHEET1 } },
          { ActionId: 7, Value: { Id: SHEET1, Name: "Report" } },
          { ActionId: 9, Value: {} },
          { ActionId: 10, Value: null },
          { ActionId: 11, Value: { _ReferenceId: "ref1" } },
          { ActionId: 12, Value: null },
        ],
        TraceIds: [],
      },
    });
    expect(cleanUp).toMatchObject({
      flags: 0,
      request: {
        AutoKeepReference: false,
        Actions: [
          { ActionType: 1, ObjectPathId: 1 },
          { ActionType: 3, Name: "_RemoveReference", ArgumentInfo: { Arguments: ["ref1"] } },
        ],
      },
      response: { Results: [{ Value: {} }, { Value: null }] },
    });
    expect(sim.references.size).toBe(0);
  });

  it("getItem, OrNullObject, ItemNotFound", async () => {
    const { Excel } = await start();
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const [there, missing] = [worksheets.getItem("Report"), worksheets.getItemOrNullObject("nope")];
      there.load("name,id");
      missing.load("name");
      await context.sync();
      expect([there.name, missing.isNullObject]).toEqual(["Report", true]);
    });
    const lost = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("nope").load("name");
      await context.sync();
    });
    await expect(lost).rejects.toMatchObject({
      code: "ItemNotFound",
      debugInfo: { errorLocation: "WorksheetCollection.getItem" },
    });
    expect(recorded().map(({ response }) => response)).toEqual([
      {
        Results: [
          { ActionId: 2, Value: {} },
          { ActionId: 4, Value: {} },
          { ActionId: 6, Value: { Id: SHEET1 } },
          { ActionId: 8, Value: null },
          { ActionId: 9, Value: { Id: SHEET1, Name: "Report" } },
          { ActionId: 10, Value: null },
        ],
        TraceIds: [],
      },
      {
        Results: [
          { ActionId: 2, Value: {} },
          { ActionId: 4, Value: {} },
        ],
        TraceIds: [],
        Error: {
          Code: "ItemNotFound",
          Message: "The requested resource doesn't exist.",
          HttpStatusCode: 404,
          Location: "WorksheetCollection.getItem",
          ActionIndex: 2,
        },
      },
    ]);
  });

  it("used ranges, a collection's items, a count, a nested load", async () => {
    const { Excel } = await start();
    const seen = await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      const used = worksheets.getItem("Report").getUsedRange().load("address,format/fill/color");
      const none = worksheets.getItem("Ref data").getUsedRangeOrNullObject(true).load("address");
      const empty = worksheets.getItem("Ref data").getUsedRange().load("address");
      const count = worksheets.getCount();
      await context.sync();
      const names = worksheets.items.map((sheet) => sheet.name);
      return [names, used.address, used.format.fill.color, none.isNullObject, empty.address, count.value];
    });
    expect(seen).toEqual([["Report", "Ref data"], "Report!A1:B2", "#FFFFFF", true, "'Ref data'!A1", 2]);
    const answers = recorded()[0]!.response.Results.map(({ Value }) => Value);
    expect(answers).toContainEqual({
      _Items: [
        { Id: SHEET1, Name: "Report" },
        { Id: "{00000000-0001-0000-0002-000000000000}", Name: "Ref data" },
      ],
    });
    expect(answers).toContainEqual({
      _ReferenceId: "ref1",
      Address: "Report!A1:B2",
      Format: { Fill: { Color: "#FFFFFF" } },
    });
  });

  it("a write above 1,500 cells goes in pieces, its shape checked first", async () => {
    const { Excel } = await start();
    const rows = Array.from({ length: 1000 }, (_, row) => [row, `x${row}`]);
    const last = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Ref data");
      sheet.getRange("A1:B1000").values = rows;
      await context.sync();
      const end = sheet.getRange("A1000:B1000").load("values");
      await context.sync();
      return end.values;
    });
    expect(last).toEqual([[999, "x999"]]);
    expect(sim.wire.batches[0]!.writes).toEqual(["Range.values", "Range.values"]);
    const named = recorded()[0]!
      .request.Actions.map(({ Name }) => Name)
      .filter((name) => name !== "");
    expect(named).toEqual(["_KeepReference", "_ValidateArraySize", "Values", "Values"]);

    const wrong = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Ref data").getRange("A1:C1000").values = rows;
      await context.sync();
    });
    await expect(wrong).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(sim.book.cell("Ref data", "A1").value).toBe(0);
  });

  it("settings and names", async () => {
    const { Excel } = await start({ names: [{ name: "RUAM_ID", value: '"a ""b"""', visible: false }] });
    const seen = await Excel.run(async (context) => {
      const { settings, names } = context.workbook;
      settings.add("cfg", { v: 3 });
      const one = settings.getItemOrNullObject("cfg").load("value");
      const none = settings.getItemOrNullObject("other");
      const name = names.getItemOrNullObject("ruam_id").load("value,formula,visible,type");
      const missing = names.getItemOrNullObject("Area");
      settings.load("items/key");
      await context.sync();
      const keys = settings.items.map((item) => item.key);
      return [
        one.value,
        none.isNullObject,
        name.value,
        name.formula,
        name.visible,
        name.type,
        missing.isNullObject,
        keys,
      ];
    });
    expect(seen).toEqual([{ v: 3 }, true, 'a "b"', '="a ""b"""', false, "String", true, ["cfg"]]);
    expect(recorded()[0]!.response.Results).toContainEqual({ ActionId: expect.anything(), Value: { _Id: "cfg" } });
    expect(sim.book.settings).toEqual({ cfg: { v: 3 } });
  });

  it("selecting and activating are no writes", async () => {
    const { Excel } = await start();
    const address = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Ref data").getRange("B2:C3").select();
      await context.sync();
      const selected = context.workbook.getSelectedRange().load("address");
      const active = context.workbook.getActiveCell().load("address");
      await context.sync();
      return [selected.address, active.address];
    });
    expect(address).toEqual(["'Ref data'!B2:C3", "'Ref data'!B2"]);
    expect(sim.wire.batches.map(({ flags, writes }) => [flags, writes])).toEqual([
      [0, []],
      [0, []],
    ]);
    expect(sim.book.selection).toEqual({ sheet: "Ref data", address: "B2:C3" });
  });
});

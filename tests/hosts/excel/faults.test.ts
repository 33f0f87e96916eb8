import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "./index.ts";

let sim: ExcelSim;
beforeEach(async () => {
  sim = await startExcel({
    grids: [
      { sheet: "S", rows: [["a", 1]] },
      { sheet: "T", rows: [] },
    ],
  });
});
afterEach(() => sim.close());

const write = (value: unknown) =>
  sim.Excel.run(async (context) => {
    context.workbook.worksheets.getItem("S").getRange("A1").values = [[value]];
    await context.sync();
  });

const read = (address: string) =>
  sim.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem("S").getRange(address).load("values");
    await context.sync();
    return range.values;
  });

describe("simulated Excel: what goes wrong on the way", () => {
  it("somebody is typing in a cell: everything is refused until they leave it", async () => {
    sim.user.startEditing();
    await expect(read("A1")).rejects.toMatchObject({ code: "InvalidOperationInCellEditMode" });
    sim.user.endEditing();
    expect(await read("A1")).toEqual([["a"]]);
  });

  it("a run that asked to wait goes on once the cell is left", async () => {
    sim.user.startEditing();
    const waiting = sim.Excel.run({ delayForCellEdit: true }, async (context) => {
      const range = context.workbook.worksheets.getItem("S").getRange("A1").load("values");
      await context.sync();
      return range.values;
    });
    sim.user.type("S", "A1", "typed");
    sim.user.endEditing();
    expect(await waiting).toEqual([["typed"]]);
  });

  it("too busy, so many times", async () => {
    sim.faults.busy(2);
    for (let time = 0; time < 2; time++)
      await expect(read("A1")).rejects.toMatchObject({ code: "ActivityLimitReached" });
    expect(await read("A1")).toEqual([["a"]]);
    expect(sim.wire.batches.map(({ error }) => error)).toEqual([
      "ActivityLimitReached",
      "ActivityLimitReached",
      undefined,
    ]);
  });

  it("a request too large does nothing", async () => {
    sim.faults.requestLimitBytes = 2000;
    await expect(write("x".repeat(2000))).rejects.toMatchObject({ code: "RequestPayloadSizeLimitExceeded" });
    expect(sim.book.values("S")).toEqual([["a", 1]]);
  });

  it("an answer too large comes after the work is done", async () => {
    sim.faults.responseLimitBytes = 1000;
    const run = sim.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("S").getRange("A1:A400");
      range.values = "y" as never;
      range.load("values");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
    expect(sim.book.values("S").length).toBe(400);
  });

  it("half a sheet is too large an answer; more than five million cells read as null", async () => {
    await expect(read("A:B")).rejects.toMatchObject({ code: "ResponsePayloadSizeLimitExceeded" });
    expect(await read("A:E")).toBeNull();
  });

  it("any code, once", async () => {
    sim.faults.failNext("GeneralException");
    await expect(write("x")).rejects.toMatchObject({ code: "GeneralException" });
    expect(sim.book.values("S")).toEqual([["a", 1]]);
    await write("x");
    expect(sim.book.values("S")).toEqual([["x", 1]]);
  });

  it("a sheet renamed or removed between two syncs: its id outlives the name, a kept range not the sheet", async () => {
    const run = sim.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S").load("id");
      const range = sheet.getRange("A1");
      await context.sync();
      sim.faults.between(() => sim.user.renameSheet("S", "Renamed"));
      sheet.load("name");
      range.load("address");
      await context.sync();
      expect([sheet.name, range.address]).toEqual(["Renamed", "Renamed!A1"]);
      sim.faults.between(() => sim.user.removeSheet("Renamed"));
      range.load("values");
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "InvalidReference" });
  });

  it("a protected sheet keeps its locked cells, its looks and its comments", async () => {
    sim.user.protect("S", ["B1"]);
    const attempts: [string, (sheet: Excel.Worksheet) => unknown][] = [
      ["values", (sheet) => Object.assign(sheet.getRange("A1"), { values: [["x"]] })],
      ["values across both", (sheet) => Object.assign(sheet.getRange("A1:B1"), { values: [["x", "x"]] })],
      ["fill", (sheet) => Object.assign(sheet.getRange("B1").format.fill, { color: "#FF0000" })],
      ["conditional format", (sheet) => sheet.getRange("B1").conditionalFormats.add("Custom")],
      ["comment", (sheet) => sheet.comments.add("B1", "x")],
    ];
    const codes: unknown[] = [];
    for (const [name, attempt] of attempts) {
      const run = sim.Excel.run(async (context) => {
        attempt(context.workbook.worksheets.getItem("S"));
        await context.sync();
      });
      codes.push([
        name,
        await run.then(
          () => "done",
          (error) => error.code,
        ),
      ]);
    }
    expect(codes).toEqual(attempts.map(([name]) => [name, "AccessDenied"]));
    await sim.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("S");
      sheet.protection.load("protected");
      sheet.getRange("B1").values = [[2]];
      await context.sync();
      expect(sheet.protection.protected).toBe(true);
    });
    expect(sim.book.values("S")).toEqual([["a", 2]]);
  });

  it("closing tells of a range nobody gave back", async () => {
    await sim.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("S").getRange("A1");
      context.trackedObjects.add(range);
      await context.sync();
    });
    await expect(sim.close()).rejects.toThrow("kept and never given back: ref1");
    sim.references.clear();
  });
});

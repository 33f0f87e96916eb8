import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ExcelSim, startExcel } from "./index.ts";

let sim: ExcelSim;
beforeEach(async () => {
  const rows = [
    ["id", "qty"],
    ["a", 7],
  ];
  sim = await startExcel({ grids: [{ sheet: "S", rows }] });
});
afterEach(() => sim.close());

type Context = Excel.RequestContext;

/** What an add-in does wrong, and the genuine library's or the simulated host's answer to it. */
const MISUSE: [string, (context: Context) => unknown, string][] = [
  ["a value before load and sync", (context) => sheetOf(context).getRange("A1").values, "PropertyNotLoaded"],
  ["load without sync", (context) => sheetOf(context).getRange("A1").load("values").values, "PropertyNotLoaded"],
  [
    "isNullObject before sync",
    (context) => sheetOf(context).getUsedRangeOrNullObject().isNullObject,
    "PropertyNotLoaded",
  ],
  [
    "values of another shape",
    (context) => {
      sheetOf(context).getRange("A1:B2").values = [[1]];
      return context.sync();
    },
    "InvalidArgument",
  ],
  [
    "a sheet that is not there",
    (context) => {
      context.workbook.worksheets.getItem("T").load("name");
      return context.sync();
    },
    "ItemNotFound",
  ],
  [
    "an address that is none",
    (context) => {
      sheetOf(context).getRange("nowhere").load("values");
      return context.sync();
    },
    "InvalidArgument",
  ],
  [
    "a name load() does not know",
    (context) => {
      sheetOf(context).getRange("A1").load("valeus");
      return context.sync();
    },
    "InvalidArgument",
  ],
  [
    "set() of what is read-only",
    (context) =>
      sheetOf(context)
        .getRange("A1")
        .set({ address: "B2" } as never),
    "InvalidArgument",
  ],
];

function sheetOf(context: Context): Excel.Worksheet {
  return context.workbook.worksheets.getItem("S");
}

describe("simulated Excel: misuse of the genuine office.js", () => {
  it.each(MISUSE)("%s", async (_, misuse, code) => {
    const run = sim.Excel.run(async (context) => {
      await misuse(context);
    });
    await expect(run).rejects.toMatchObject({ code });
    await expect(run).rejects.toBeInstanceOf(Error);
  });

  it("sync not awaited", async () => {
    const run = sim.Excel.run(async (context) => {
      const range = sheetOf(context).getRange("A1").load("values");
      context.sync();
      return range.values;
    });
    await expect(run).rejects.toMatchObject({ code: "PropertyNotLoaded" });
    // The library never learnt what it would have to give back: close() would say so.
    await sim.settle();
    expect([...sim.references.keys()]).toEqual(["ref1"]);
    sim.references.clear();
  });

  it("a proxy used after its run", async () => {
    const kept = await sim.Excel.run(async (context) => {
      const range = sheetOf(context).getRange("A1");
      await context.sync();
      return range;
    });
    await sim.settle();
    expect(() => kept.load("values")).toThrow(expect.objectContaining({ code: "InvalidObjectPath" }));
  });

  it("a run without a promise", async () => {
    const run = sim.Excel.run((() => 1) as never);
    await expect(run).rejects.toMatchObject({ code: "RunMustReturnPromise" });
  });

  it("an object of another context", async () => {
    const run = sim.Excel.run(async (one) => {
      await sim.Excel.run(async (other) => {
        sheetOf(one).getRange("A1").getBoundingRect(sheetOf(other).getRange("B2"));
      });
    });
    await expect(run).rejects.toMatchObject({ code: "InvalidRequestContext" });
  });

  it("a read-only address cannot be assigned", async () => {
    const run = sim.Excel.run(async (context) => {
      (sheetOf(context).getRange("A1") as { address: string }).address = "B2";
    });
    await expect(run).rejects.toThrow(TypeError);
  });

  it("what came before a failing action stays done, what comes after is not done", async () => {
    const run = sim.Excel.run(async (context) => {
      sheetOf(context).getRange("A1").values = [["before"]];
      sheetOf(context).getRange("A1:B2").values = [[1]];
      sheetOf(context).getRange("B1").values = [["after"]];
      await context.sync();
    });
    await expect(run).rejects.toMatchObject({ code: "InvalidArgument" });
    expect(sim.book.values("S")).toEqual([
      ["before", "qty"],
      ["a", 7],
    ]);
  });
});

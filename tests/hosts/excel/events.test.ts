import { afterEach, describe, expect, it } from "vitest";
import { type ExcelOptions, type ExcelSim, startExcel } from "./index.ts";

let sim: ExcelSim;
afterEach(() => sim.close());

type Told = Record<string, unknown>;

/** A simulated Excel with listeners at the collection; what they were told lands in the list. */
async function start(options: ExcelOptions = {}, events = ["onChanged"]): Promise<Told[]> {
  const rows = [
    ["id", "qty"],
    ["a", 7],
    ["b", 3],
  ];
  sim = await startExcel({
    grids: [
      { sheet: "S", rows },
      { sheet: "T", rows: [] },
    ],
    ...options,
  });
  const told: Told[] = [];
  await sim.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    for (const name of events) {
      (worksheets as unknown as Record<string, OfficeExtension.EventHandlers<Told>>)[name]!.add(async (event) => {
        const { getRange: _, getRangeOrNullObject: __, type: ___, ...plain } = event;
        told.push(Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== undefined)));
      });
    }
    await context.sync();
  });
  return told;
}

const S = "{00000000-0001-0000-0001-000000000000}";
const T = "{00000000-0001-0000-0002-000000000000}";
const EDIT = { changeType: "RangeEdited", source: "Local", worksheetId: S, triggerSource: "Unknown" };
const shift = (insert: string | undefined, remove: string | undefined) => ({
  changeDirectionState: { insertShiftDirection: insert, deleteShiftDirection: remove },
});

describe("simulated Excel: events as the genuine office.js hands them on", () => {
  const CHANGES: [string, (sim: ExcelSim) => void, Told[]][] = [
    [
      "typing tells before and after",
      ({ user }) => user.type("S", "B2", -3),
      [
        {
          ...EDIT,
          address: "B2",
          details: { valueBefore: 7, valueAfter: -3, valueTypeBefore: "Double", valueTypeAfter: "Double" },
        },
      ],
    ],
    [
      "typing into an empty cell",
      ({ user }) => user.type("S", "C9", "x"),
      [
        {
          ...EDIT,
          address: "C9",
          details: { valueBefore: "", valueAfter: "x", valueTypeBefore: "Empty", valueTypeAfter: "String" },
        },
      ],
    ],
    [
      "a paste is one event without details",
      ({ user }) => user.paste("S", "A2", [["x", 1], ["y"]]),
      [{ ...EDIT, address: "A2:B3" }],
    ],
    ["a fill", ({ user }) => user.fill("S", "A2:B2", "A3:B5"), [{ ...EDIT, address: "A3:B5" }]],
    [
      "rows put in",
      ({ user }) => user.insertRows("S", 2, 2),
      [{ ...EDIT, changeType: "RowInserted", address: "2:3", ...shift("Down", undefined) }],
    ],
    [
      "rows taken out",
      ({ user }) => user.deleteRows("S", 2),
      [{ ...EDIT, changeType: "RowDeleted", address: "2:2", ...shift(undefined, "Up") }],
    ],
    [
      "columns put in",
      ({ user }) => user.insertColumns("S", "B"),
      [{ ...EDIT, changeType: "ColumnInserted", address: "B:B", ...shift("Right", undefined) }],
    ],
    [
      "columns taken out",
      ({ user }) => user.deleteColumns("S", "A"),
      [{ ...EDIT, changeType: "ColumnDeleted", address: "A:A", ...shift(undefined, "Left") }],
    ],
    [
      "a co-author's edit comes as Remote",
      ({ coauthor }) => coauthor.paste("S", "A2", [["x", 1]]),
      [{ ...EDIT, source: "Remote", address: "A2:B2" }],
    ],
    [
      "undo is an edit of the user",
      ({ user }) => {
        user.paste("S", "A2", [["x", 1]]);
        user.undo();
      },
      [
        { ...EDIT, address: "A2:B2" },
        { ...EDIT, address: "A2:B2" },
      ],
    ],
    [
      "merging and taking apart",
      ({ user }) => {
        user.merge("S", "A1:B1");
        user.unmerge("S", "A1:B1");
      },
      [
        { ...EDIT, address: "A1:B1" },
        { ...EDIT, address: "A1:B1" },
      ],
    ],
    ["a pick from a drop-down list tells nobody", ({ user }) => user.pickFromList("S", "A2", "z"), []],
    ["a fill over filtered rows tells nobody", ({ user }) => user.filteredFill("S", "A2", "A2:A9"), []],
  ];

  it.each(CHANGES)("%s", async (_, does, expected) => {
    const told = await start();
    does(sim);
    await sim.settle();
    expect(told).toEqual(expected);
  });

  it("the silent ones change the cells all the same, filtered rows excepted", async () => {
    await start();
    sim.user.hideRows("S", 3);
    sim.user.pickFromList("S", "B2", "z");
    sim.user.filteredFill("S", "A2", "A2:A4");
    expect(sim.book.values("S")).toEqual([
      ["id", "qty"],
      ["a", "z"],
      ["b", 3],
      ["a", null],
    ]);
  });

  it("an add-in hears its own writes, as its own", async () => {
    const told = await start();
    await sim.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("S").getRange("A2:A3").values = [["x"], ["y"]];
      await context.sync();
    });
    await sim.settle();
    expect(told).toEqual([{ ...EDIT, triggerSource: "ThisLocalAddin", address: "A2:A3" }]);
  });

  it("before ExcelApi 1.14 nobody says who triggered it", async () => {
    const told = await start({ api: "1.9" });
    sim.user.paste("S", "A2", [["x", 1]]);
    await sim.settle();
    expect(told).toMatchObject([{ changeType: "RangeEdited", source: "Local", address: "A2:B2" }]);
    expect(told[0]).not.toHaveProperty("triggerSource");
  });

  it("enableEvents = false is silence, and what happened meanwhile is never told", async () => {
    const told = await start();
    const enable = (on: boolean) =>
      sim.Excel.run(async (context) => {
        context.runtime.enableEvents = on;
        await context.sync();
      });
    await enable(false);
    sim.user.type("S", "A2", "unheard");
    await enable(true);
    sim.user.paste("S", "A3", [["heard", 1]]);
    await sim.settle();
    expect(told).toEqual([{ ...EDIT, address: "A3:B3" }]);
  });

  it("everything else that happens to sheets", async () => {
    const names = ["onActivated", "onDeactivated", "onAdded", "onDeleted", "onSelectionChanged"];
    const told = await start({}, [...names, "onFormatChanged", "onRowSorted", "onRowHiddenChanged"]);
    sim.user.select("S", "A2:B3");
    sim.user.activate("T");
    sim.user.fillColor("S", "A1", "#ffff00");
    sim.user.sort("S", "A2:B3", "B");
    sim.user.hideRows("S", 2, 2);
    sim.user.addSheet("New");
    sim.user.removeSheet("New");
    await sim.settle();
    const fresh = expect.stringMatching(/^\{.*\}$/);
    expect(told).toEqual([
      { worksheetId: S, address: "A2:B3" },
      { worksheetId: S },
      { worksheetId: T },
      { worksheetId: S, source: "Local", address: "A1" },
      { worksheetId: S, source: "Local", address: "A2:B3" },
      { worksheetId: S, source: "Local", address: "2:3", changeType: "Hidden" },
      { worksheetId: fresh, source: "Local" },
      { worksheetId: T },
      { worksheetId: fresh },
      { worksheetId: fresh, source: "Local" },
      { worksheetId: S },
    ]);
    expect(sim.book.values("S").slice(1)).toEqual([
      ["b", 3],
      ["a", 7],
    ]);
  });

  it("a sheet's own listener hears only its sheet, until it is removed", async () => {
    await start({}, []);
    const heard: string[] = [];
    const handle = await sim.Excel.run(async (context) => {
      const added = context.workbook.worksheets.getItem("S").onChanged.add(async (event) => {
        heard.push(event.address);
      });
      await context.sync();
      return added;
    });
    sim.user.type("S", "A1", 1);
    sim.user.type("T", "A2", 1);
    await sim.settle();
    await sim.Excel.run(handle.context, async (context) => {
      handle.remove();
      await context.sync();
    });
    sim.user.type("S", "A3", 1);
    await sim.settle();
    expect(heard).toEqual(["A1"]);
    expect(sim.events.listeners).toBe(0);
  });

  it("an event's range follows the rows put in above it", async () => {
    await start({}, []);
    let address = "";
    await sim.Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => {
        if (event.changeType !== "RangeEdited") return;
        await sim.Excel.run(async (other) => {
          const range = event.getRange(other).load("address");
          await other.sync();
          address = range.address;
        });
      });
      await context.sync();
    });
    sim.user.type("S", "A3", "late");
    sim.user.insertRows("S", 1, 2);
    await sim.settle();
    expect(address).toBe("S!A5");
  });
});

describe("simulated Excel: events go astray", () => {
  const type = (count: number) => {
    for (let row = 1; row <= count; row++) sim.user.type("S", `A${row}`, row);
  };

  it.each([
    ["dropped", (it: ExcelSim) => it.faults.dropEvents(2), ["A3"]],
    ["doubled", (it: ExcelSim) => it.faults.doubleEvents(1), ["A1", "A1", "A2", "A3"]],
  ])("%s", async (_, fault, expected) => {
    const told = await start();
    fault(sim);
    type(3);
    await sim.settle();
    expect(told.map(({ address }) => address)).toEqual(expected);
  });

  it("held back and let go", async () => {
    const told = await start();
    sim.faults.holdEvents();
    type(2);
    await sim.settle();
    expect(told).toEqual([]);
    sim.faults.releaseEvents();
    await sim.settle();
    expect(told.map(({ address }) => address)).toEqual(["A1", "A2"]);
  });
});

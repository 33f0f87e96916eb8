import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import type { Cell, Grid } from "../../../shared/sheet/grid.ts";
import type { ExcelSim } from "../../hosts/excel/index.ts";
import { line, sheetOf } from "../../pane/support.ts";
import { closeStage, excelStage, freshGrid, LARGEST, trips } from "./stage.ts";

afterEach(closeStage);

const NAME = "ต.ค.69";
const rows = (count: number): Cell[][] => Array.from({ length: count }, (_, i) => line({}, i + 1));
const report = (count = 12): Grid => sheetOf(rows(count));

type Act = (excel: ExcelSim) => unknown;

/** What users do, and whether Excel tells of it. */
const ACTS: [what: string, act: Act, told: boolean][] = [
  ["types in a cell", ({ user }) => user.type(NAME, "E6", "ศพด.ใหม่"), true],
  ["clears a cell", ({ user }) => user.type(NAME, "E6", ""), true],
  ["types a number that becomes a date", ({ user }) => user.type(NAME, "A6", "1/2"), true],
  ["types below the last row", ({ user }) => user.type(NAME, "E30", "ศพด.ท้าย"), true],
  ["pastes three rows", ({ user }) => user.paste(NAME, "A6", rows(3) as never), true],
  ["fills down", ({ user }) => user.fill(NAME, "D5", "D6:D9"), true],
  ["fills over filtered rows", ({ user }) => user.filteredFill(NAME, "E5", "E6:E9"), false],
  ["picks from a list", ({ user }) => user.pickFromList(NAME, "D7", "อบต.สมมติเหนือ"), false],
  ["sorts", ({ user }) => user.sort(NAME, "A4:H15", "E", true), true],
  ["inserts rows", ({ user }) => user.insertRows(NAME, 6, 2), true],
  ["deletes a row", ({ user }) => user.deleteRows(NAME, 6, 1), true],
  ["inserts a column", ({ user }) => user.insertColumns(NAME, "D", 1), true],
  ["deletes a column", ({ user }) => user.deleteColumns(NAME, "H", 1), true],
  ["renames the sheet", ({ user }) => user.renameSheet(NAME, "พ.ย.69"), false],
  ["takes a typing back", ({ user }) => [user.type(NAME, "E6", "ผิด"), user.undo()], true],
  ["is a co-author", ({ coauthor }) => coauthor.type(NAME, "E6", "จากเครื่องอื่น"), true],
];

describe("while the officer works, over Microsoft's library and a simulated Excel", () => {
  it.each(ACTS)("%s: the next reading is the sheet as it then is, and Excel was only read", async (_, act) => {
    const stage = await excelStage({ grids: [report()] });
    const { excel, host, sheet } = stage;
    await host.read(sheet, "whole");
    await act(excel);
    await excel.settle();
    const undoable = excel.book.undoDepth;
    excel.wire.clear();
    // A first look may go only where Excel told; the look that follows when nothing was heard goes everywhere.
    await host.read(sheet);
    const { grid } = await host.read(sheet);
    await excel.settle();
    expect(trips(stage).flatMap((batch) => batch.writes)).toEqual([]);
    expect(excel.book.undoDepth).toBe(undoable);
    expect(grid).toEqual(await freshGrid(sheet));
  });

  it.each<[string, Act]>([
    ["merges cells", ({ user }) => user.merge(NAME, "C5:C7")],
    ["hides rows", ({ user }) => user.hideRows(NAME, 6, 8)],
  ])(
    "%s: Microsoft's library asks for that as if it were a change, so it waits for a whole reading",
    async (_, act) => {
      const stage = await excelStage({ grids: [report()] });
      const { excel, host, sheet } = stage;
      await host.read(sheet, "whole");
      await act(excel);
      await excel.settle();
      excel.wire.clear();
      await host.read(sheet);
      await host.read(sheet);
      expect(trips(stage).flatMap((batch) => batch.writes)).toEqual([]);
      expect((await host.read(sheet, "whole")).grid).toEqual(await freshGrid(sheet));
    },
  );

  it("rows and columns put in and taken out carry merges and hidden rows along, without a question like that", async () => {
    const grid = { ...report(), merges: ["A1:H1", "C6:C8"], hiddenRows: [10] };
    const stage = await excelStage({ grids: [grid] });
    const { excel, host, sheet } = stage;
    await host.read(sheet, "whole");
    excel.user.insertRows(NAME, 5, 2);
    excel.user.deleteRows(NAME, 9, 1);
    excel.user.insertColumns(NAME, "B", 1);
    await excel.settle();
    excel.wire.clear();
    const { grid: read } = await host.read(sheet);
    expect(trips(stage).flatMap((batch) => batch.writes)).toEqual([]);
    expect(read).toEqual(await freshGrid(sheet));
    expect(read.merges).toEqual(["A1:I1", "D8:D9"]);
  });

  it.each(ACTS.filter(([, , told]) => told))("%s: the sidebar is told", async (_, act) => {
    const { excel, host } = await excelStage({ grids: [report()] });
    const heard: (string | null)[] = [];
    host.onChange((change) => heard.push(change.sheet));
    await act(excel);
    await excel.settle();
    expect(heard.length).toBeGreaterThan(0);
  });

  it("hears nothing of what it wrote itself, where Excel says who wrote", async () => {
    const { excel, host, sheet } = await excelStage({ grids: [report()], api: "1.14" });
    const heard: (string | null)[] = [];
    host.onChange((change) => heard.push(change.sheet));
    await host.write(sheet, [{ row: 5, col: 4, was: "ศพด.บ้านที่ 3", value: "ศพด.อื่น" }]);
    await excel.settle();
    expect(heard).toEqual([]);
  });

  it("looks when nothing was heard: after four seconds, then ever more seldom, and not where nobody can see it", async () => {
    const { host, clock, sheet } = await excelStage({ grids: [report()] });
    await host.read(sheet);
    let looks = 0;
    const stop = host.onChange(() => {
      looks += 1;
    });
    await clock.pass(4_000);
    expect(looks).toBe(1);
    await host.read(sheet);
    await clock.pass(4_000);
    expect(looks).toBe(1);
    await clock.pass(4_000);
    expect(looks).toBe(2);
    stop();
    await clock.pass(120_000);
    expect(looks).toBe(2);
  });

  it("whatever is done, and whatever of it is told late, twice or never: a look when all is quiet finds the sheet as it is", async () => {
    const act = fc.oneof(
      fc.record({
        do: fc.constant("type" as const),
        row: fc.integer({ min: 4, max: 18 }),
        col: fc.constantFrom(..."ADEFH"),
        value: fc.constantFrom("", "ข้อความ", "7", "1/2", "P"),
      }),
      fc.record({ do: fc.constantFrom("insert" as const, "delete" as const), row: fc.integer({ min: 4, max: 14 }) }),
      fc.record({
        do: fc.constantFrom(
          "drop" as const,
          "double" as const,
          "hold" as const,
          "release" as const,
          "read" as const,
          "undo" as const,
        ),
      }),
      fc.record({ do: fc.constantFrom("pick" as const, "remote" as const), row: fc.integer({ min: 4, max: 14 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { excel, host, sheet } = await excelStage({ grids: [report(8)] });
        await host.read(sheet, "whole");
        for (const one of acts) {
          if (one.do === "type") await excel.user.type(NAME, `${one.col}${one.row}`, one.value);
          else if (one.do === "insert") await excel.user.insertRows(NAME, one.row, 1);
          else if (one.do === "delete") await excel.user.deleteRows(NAME, one.row, 1);
          else if (one.do === "pick") await excel.user.pickFromList(NAME, `D${one.row}`, "อบต.จากรายการ");
          else if (one.do === "remote") await excel.coauthor.type(NAME, `E${one.row}`, "จากเครื่องอื่น");
          else if (one.do === "drop") excel.faults.dropEvents(1);
          else if (one.do === "double") excel.faults.doubleEvents(1);
          else if (one.do === "hold") excel.faults.holdEvents();
          else if (one.do === "release") await excel.faults.releaseEvents();
          else if (one.do === "undo") await excel.user.undo();
          else await host.read(sheet);
        }
        await excel.faults.releaseEvents();
        await excel.settle();
        await host.read(sheet);
        expect((await host.read(sheet)).grid).toEqual(await freshGrid(sheet));
      }),
      { numRuns: 25 },
    );
  });
});

describe("what crosses to Excel", () => {
  it("an edit costs one round trip; a second where a letter may be a picture in a mixed font", async () => {
    const stage = await excelStage({ grids: [report(3_000)] });
    const { excel, host, sheet } = stage;
    await host.readAll([sheet]);
    await excel.user.type(NAME, "E1500", "ศพด.ใหม่");
    await excel.settle();
    excel.wire.clear();
    await host.read(sheet);
    expect(trips(stage)).toHaveLength(1);
    expect(trips(stage)[0]!.responseBytes).toBeLessThan(4_096);
  });

  it("a paste of 2,000 rows is read with one, two at most", async () => {
    const stage = await excelStage({ grids: [report(3_000)] });
    const { excel, host, sheet } = stage;
    await host.readAll([sheet]);
    await excel.user.paste(NAME, "A500", rows(2_000) as never);
    await excel.settle();
    excel.wire.clear();
    const { grid } = await host.read(sheet);
    expect(trips(stage).length).toBeLessThanOrEqual(2);
    expect(grid).toEqual(await freshGrid(sheet));
  });

  it("opening 3,000 rows stays in few round trips, each below 4 MB, and so does a look over them", async () => {
    const stage = await excelStage({ grids: [report(3_000)] });
    const { excel, host, sheet } = stage;
    await host.document();
    await host.listSheets();
    await host.readAll([sheet]);
    expect(trips(stage).length).toBeLessThanOrEqual(5);
    await host.read(sheet);
    const largest = Math.max(...excel.wire.batches.map((batch) => Math.max(batch.requestBytes, batch.responseBytes)));
    expect(largest).toBeLessThan(LARGEST);
  });

  it("a sheet that does not fit one answer is read in parts, each below 4 MB, and is the same sheet", async () => {
    const grid = report(12_000);
    const stage = await excelStage({ grids: [grid] });
    const { excel, host, sheet } = stage;
    const [reading] = await host.readAll([sheet]);
    expect(reading!.grid.rows).toHaveLength(grid.rows.length);
    expect(reading!.grid.rows[11_999]).toEqual(
      (grid.rows[11_999] as Cell[]).filter((cell, i, row) => i < row.length - 2 || cell !== null),
    );
    const largest = Math.max(...excel.wire.batches.map((batch) => batch.responseBytes));
    expect(largest).toBeLessThan(LARGEST);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { left } from "../../addin/pane/core/step.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import { Mischief } from "../hosts/mischief.ts";
import { FIRST, fileHost, line, reportOf, runtimeOver, settle, sheetOf } from "./support.ts";

const AMBIGUOUS = line({ office: "สมมติเหนือ" });
const USE = { do: "use", value: "อบต.สมมติเหนือ" } as const;
const OFFICE = { row: FIRST - 1, col: 3 };

async function stage(grid: Grid = sheetOf([AMBIGUOUS, line({}, 2)])) {
  const inner = fileHost(grid);
  const host = new Mischief(inner);
  const over = runtimeOver(host);
  await over.open();
  const rest = async () => {
    let resting = false;
    void over.runtime.rest().then(() => (resting = true));
    for (let turns = 0; turns < 200 && !(resting && over.clock.waiting === 0); turns++) await over.clock.pass(300);
    await over.runtime.rest();
    await settle();
  };
  const typed = (row: number, col: number, value: string | null) => inner.type("s0", [{ row, col, value }]);
  const office = () => inner.readNow("s0").grid.rows[OFFICE.row]![OFFICE.col];
  return { ...over, inner, host, rest, typed, office };
}

const notice = (runtime: { state: { notice: { what: { say: string } } | null } }) => runtime.state.notice?.what.say;

describe("the pane over a host that misbehaves", () => {
  it("events that come late, twice, or in the wrong order end in the same answer", async () => {
    const { host, runtime, rest, typed, inner } = await stage();
    Object.assign(host.faults, { lateEvents: true, doubleEvents: true });
    typed(OFFICE.row, OFFICE.col, "อบต.ไม่มีจริง");
    typed(OFFICE.row, OFFICE.col, "อบต.สมมติใต้");
    typed(FIRST, 4, null);
    await rest();
    host.deliver();
    await rest();
    expect(runtime.state.report).toEqual(reportOf(inner.readNow("s0").grid));
  });

  it("an event that is lost is made good by the next look, and at the latest when the report is sent", async () => {
    const { host, runtime, rest, typed } = await stage(sheetOf([line({}), line({}, 2)]));
    host.faults.loseEvents = true;
    typed(OFFICE.row, OFFICE.col, "สมมติเหนือ");
    await rest();
    expect(runtime.state.report?.submittable).toBe(true);
    runtime.dispatch({ on: "send" });
    await rest();
    expect([runtime.state.front, left(runtime.state), notice(runtime)]).toEqual(["none", 1, "checked"]);
  });

  it("never writes a choice over what changed meanwhile; reads again and says so", async () => {
    const { host, runtime, rest, typed, office } = await stage();
    host.faults.beforeWrite = () => typed(OFFICE.row, OFFICE.col, "อบต.สมมติใต้");
    runtime.dispatch({ on: "take", key: `${FIRST}:office`, say: USE });
    await rest();
    expect([office(), notice(runtime), left(runtime.state), runtime.state.busy]).toEqual([
      "อบต.สมมติใต้",
      "stale",
      0,
      false,
    ]);
  });

  it("waits while a cell is being typed in, and says so when it takes too long", async () => {
    const { host, runtime, rest, office } = await stage();
    host.faults.busyCalls = 3;
    runtime.dispatch({ on: "take", key: `${FIRST}:office`, say: USE });
    await rest();
    expect([office(), notice(runtime)]).toEqual(["อบต.สมมติเหนือ", "settled"]);
    host.faults.busyCalls = 1_000;
    runtime.dispatch({ on: "undo" });
    await rest();
    expect([notice(runtime), runtime.state.busy]).toEqual(["busy", false]);
  });

  it("reads again once when a reading breaks off half-way; twice is said, and the last answer stays", async () => {
    const { host, runtime, rest, typed } = await stage();
    host.faults.failingReads = 1;
    typed(FIRST, 4, null);
    await rest();
    expect(left(runtime.state)).toBe(2);
    host.faults.failingReads = 2;
    typed(FIRST, 4, "ศพด.บ้านที่ 2");
    await rest();
    expect([notice(runtime), left(runtime.state)]).toEqual(["failed", 2]);
    runtime.dispatch({ on: "recheck" });
    await rest();
    expect(left(runtime.state)).toBe(1);
  });

  it("goes on with a sheet that was renamed, and takes its new name for the month", async () => {
    const { host, runtime, rest, typed } = await stage();
    host.faults.renamed = "พ.ย.69";
    typed(FIRST, 4, "ศพด.บ้านใหม่");
    await rest();
    expect([runtime.state.report?.sheet, runtime.state.report?.period, left(runtime.state)]).toEqual([
      "พ.ย.69",
      "2026-11",
      1,
    ]);
  });

  it("says when the sheet is gone, or protected, and does nothing else", async () => {
    const { host, runtime, rest, office } = await stage();
    host.faults.isProtected = true;
    runtime.dispatch({ on: "take", key: `${FIRST}:office`, say: USE });
    await rest();
    expect([office(), notice(runtime)]).toEqual(["สมมติเหนือ", "protected"]);
    host.faults.removed = true;
    runtime.dispatch({ on: "send" });
    await rest();
    expect([notice(runtime), runtime.state.front]).toEqual(["gone", "none"]);
  });

  it("a document that cannot be read from the start is refused, with the reason", async () => {
    const host = new Mischief(fileHost(sheetOf([AMBIGUOUS])));
    host.faults.failingReads = 5;
    const { runtime, open } = runtimeOver(host);
    await open();
    expect([runtime.state.stage, runtime.state.refusal?.code]).toEqual(["refused", "failed"]);
  });

  it("a stale answer of a document that was closed never shows in the next one", async () => {
    const { runtime, open, host } = await stage();
    host.faults.afterRead = () => runtime.dispatch({ on: "closed" });
    runtime.dispatch({ on: "recheck" });
    await runtime.rest();
    expect([runtime.state.stage, runtime.state.report]).toEqual(["empty", null]);
    await open();
    expect(runtime.state.stage).toBe("ready");
  });

  it("marks stand on the cells that have points, and go when those are settled", async () => {
    const { runtime, rest, inner } = await stage();
    expect(inner.marksOf("s0").map(({ row, col, verdict }) => ({ row, col, verdict }))).toEqual([
      { ...OFFICE, verdict: "suggest" },
    ]);
    runtime.dispatch({ on: "take", key: `${FIRST}:office`, say: USE });
    await rest();
    expect(inner.marksOf("s0")).toEqual([]);
    runtime.dispatch({ on: "undo" });
    await rest();
    expect(inner.marksOf("s0").length).toBe(1);
  });

  it("whatever is typed, taken, undone, delayed or lost: after a look the answer is that of a fresh check", async () => {
    const words = ["สมมติเหนือ", "อบต.สมมติใต้", "อบต.สมมติเหนือ", "", '"', "x", "/", "ศพด.บ้านที่ 1", "รวม"];
    const act = fc.oneof(
      fc.record({
        a: fc.constant("type" as const),
        row: fc.integer({ min: FIRST - 1, max: FIRST + 4 }),
        col: fc.integer({ min: 2, max: 7 }),
        text: fc.constantFrom(...words),
      }),
      fc.record({
        a: fc.constantFrom(
          "take" as const,
          "undo" as const,
          "late" as const,
          "lose" as const,
          "deliver" as const,
          "wait" as const,
        ),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 12 }), async (acts) => {
        const { host, runtime, rest, typed, inner, clock } = await stage(
          sheetOf([AMBIGUOUS, line({}, 2), line({}, 3), AMBIGUOUS]),
        );
        for (const one of acts) {
          if (one.a === "type") typed(one.row, one.col, one.text === "" ? null : one.text);
          else if (one.a === "take") runtime.dispatch({ on: "take", key: runtime.state.current ?? "", say: USE });
          else if (one.a === "undo") runtime.dispatch({ on: "undo" });
          else if (one.a === "late") host.faults.lateEvents = true;
          else if (one.a === "lose") host.faults.loseEvents = true;
          else if (one.a === "deliver") host.deliver();
          else await clock.pass(200);
        }
        await rest();
        runtime.dispatch({ on: "recheck" });
        await rest();
        expect(runtime.state.report).toEqual(reportOf(inner.readNow("s0").grid));
        expect(runtime.state.busy).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});

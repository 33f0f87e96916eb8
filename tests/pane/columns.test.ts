import { describe, expect, it } from "vitest";
import { Checking } from "../../addin/pane/core/checking.ts";
import { pointsOf } from "../../addin/pane/core/points.ts";
import { requestOf } from "../../addin/pane/request.ts";
import type { Session } from "../../addin/pane/send/collector.ts";
import { ColumnMemory } from "../../addin/pane/send/columns.ts";
import type { ColumnAnswers } from "../../shared/check.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import { fileHost, line, REGISTRY, runtimeOver, settle, sheetOf } from "./support.ts";

/** Remarks under a heading nobody foresaw. */
function drifted(): Grid {
  const grid = sheetOf([line({ remark: "ถ่ายทำที่วัด" })]);
  grid.rows[2]![7] = "ช่องเสริม";
  return grid;
}

const opened = (grid: Grid, columns?: ColumnAnswers) => ({
  ...{ registry: REGISTRY, grids: [grid], identity: null, fileName: "ตัวอย่าง.xlsx", province: "99" },
  ...(columns === undefined ? {} : { columns }),
});

describe("a column the pane has to ask about", () => {
  it("is one blocking point at its heading; named, it is read, kept through edits and sent along", () => {
    const grid = drifted();
    const checking = new Checking(opened(grid));
    const [point] = pointsOf(checking.report()).filter(({ code }) => code === "COL_QUESTION");
    expect([point?.cell, point?.verdict, checking.report().questions?.[0]?.key]).toEqual(["H3", "suggest", "ช่องเสริม"]);
    checking.say({ ช่องเสริม: "remark" });
    expect(checking.report()).toEqual(new Checking(opened(grid, { ช่องเสริม: "remark" })).report());
    expect([checking.report().columns.remark, checking.report().submittable]).toEqual(["H", true]);
    const edited = { ...grid, rows: grid.rows.map((cells, i) => (i === 3 ? [...cells.slice(0, 7), "ถ่ายใหม่"] : cells)) };
    checking.update(edited);
    expect(checking.report().rows[0]!.cells.remark!.value).toBe("ถ่ายใหม่");
    expect(checking.full(edited)).toEqual(checking.report());
    const reading = { sheet: { id: "1", name: edited.sheet, hidden: false }, grid: edited, revision: "1" };
    const request = requestOf({ report: checking.report(), reading, offices: [] }, "2026-10", "6990201", "test");
    expect(request.columns).toEqual({ ช่องเสริม: "remark" });
  });
});

const SESSION: Session = { token: "t", expiresAt: "2999-01-01T00:00:00Z", role: "office", place: "6990201" };
const WHOSE = { form: "childcare-clips", office: "6990201" };

/** A device's cupboard and a collector that can be out of reach. */
function stage() {
  const things = new Map<string, unknown>();
  const far = { line: true, answers: {} as Record<string, string | null> };
  const reach = <T>(answer: T): Promise<T> =>
    far.line ? Promise.resolve(answer) : Promise.reject(new Error("offline"));
  const memory = new ColumnMemory(
    {
      get: async <T>(name: string) => (things.get(name) as T | undefined) ?? null,
      set: async (name, value) => void (value === null ? things.delete(name) : things.set(name, value)),
    },
    {
      columns: () => reach({ ...far.answers }),
      sayColumns: async (_, __, answers) => {
        await reach(null);
        return Object.assign(far.answers, answers);
      },
      forgetColumns: async () => {
        await reach(null);
        far.answers = {};
        return {};
      },
    },
  );
  return { far, memory };
}

describe("what was said of columns", () => {
  it("said without a line it holds on this device, and is told when the line is back", async () => {
    const { far, memory } = stage();
    far.line = false;
    await memory.say(WHOSE, { ช่องเสริม: "remark" }, SESSION);
    expect([await memory.here(WHOSE), far.answers]).toEqual([{ ช่องเสริม: "remark" }, {}]);
    far.line = true;
    far.answers = { ผู้อนุมัติ: null };
    const all = { ผู้อนุมัติ: null, ช่องเสริม: "remark" };
    expect([await memory.everywhere(WHOSE, SESSION), far.answers, await memory.here(WHOSE)]).toEqual([all, all, all]);
  });

  it("another form, another office and nobody in particular have answers of their own", async () => {
    const { memory } = stage();
    await memory.say({ ...WHOSE, office: null }, { ก: "remark" }, null);
    await memory.say(WHOSE, { ข: "remark" }, SESSION);
    const of = (whose: Partial<typeof WHOSE>) => memory.here({ ...WHOSE, ...whose });
    expect([
      await memory.here({ ...WHOSE, office: null }),
      await of({}),
      await of({ form: "temple-community" }),
    ]).toEqual([{ ก: "remark" }, { ข: "remark" }, {}]);
  });

  it("forgotten here, it is forgotten with the collector too", async () => {
    const { far, memory } = stage();
    await memory.say(WHOSE, { ช่องเสริม: "remark" }, SESSION);
    await memory.forget(WHOSE, SESSION);
    expect([await memory.here(WHOSE), far.answers, await memory.everywhere(WHOSE, SESSION)]).toEqual([{}, {}, {}]);
  });
});

describe("the pane, from the question to what is sent", () => {
  it("one press names the column; the next sheet of the office is read so at once; forgotten, it is asked again", async () => {
    const { memory, far } = stage();
    const session = { session: SESSION };
    const first = runtimeOver(fileHost(drifted()), { columns: memory });
    first.runtime.state = { ...first.runtime.state, ...session };
    await first.open();
    const { runtime } = first;
    expect(runtime.state.points.map(({ code }) => code)).toContain("COL_QUESTION");
    runtime.dispatch({ on: "columnSaid", key: "ช่องเสริม", field: "remark" });
    // A second press while the first is under way does nothing.
    runtime.dispatch({ on: "columnSaid", key: "ช่องเสริม", field: null });
    await runtime.rest();
    await settle();
    expect([runtime.state.busy, runtime.state.report?.columns.remark, far.answers]).toEqual([
      false,
      "H",
      { ช่องเสริม: "remark" },
    ]);
    const next = runtimeOver(fileHost(drifted()), { columns: memory });
    next.runtime.state = { ...next.runtime.state, ...session };
    await next.open();
    expect([next.runtime.state.report?.questions, next.runtime.state.report?.answered]).toEqual([
      undefined,
      { ช่องเสริม: "remark" },
    ]);
    next.runtime.dispatch({ on: "columnsForget" });
    await next.runtime.rest();
    await settle();
    expect(next.runtime.state.report?.questions).toHaveLength(1);
    expect([first.faults, next.faults]).toEqual([[], []]);
  });

  it("what another machine of the office said comes along once the collector answers", async () => {
    const { memory, far } = stage();
    far.answers = { ช่องเสริม: "remark" };
    const { runtime, open } = runtimeOver(fileHost(drifted()), { columns: memory });
    runtime.state = { ...runtime.state, session: SESSION };
    await open();
    await settle();
    await runtime.rest();
    expect([runtime.state.report?.columns.remark, runtime.state.busy]).toEqual(["H", false]);
  });
});

import { describe, expect, it } from "vitest";
import { reduce } from "../../addin/pane/core/reducer.ts";
import { type Draft, type Event, START, type State } from "../../addin/pane/core/state.ts";
import { left } from "../../addin/pane/core/step.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { FIRST, keptItem, line, reportOf, sheetOf } from "./support.ts";

const reading = (grid: Grid, revision = "r1") => ({
  sheet: { id: "s0", name: grid.sheet, hidden: false },
  grid,
  revision,
});

function ready(rows: Cell[][], over: Partial<State> = {}): State {
  const grid = sheetOf(rows);
  const state = reduce(
    { ...START, stage: "checking" },
    { on: "checked", report: reportOf(grid), reading: reading(grid) },
  ).state;
  return { ...state, ...over };
}

function draftOf(
  rows: Cell[][],
  offices: Draft["offices"] = [{ code: "6990203", row: FIRST, cell: "D4" }],
  period: string | null = "2026-10",
): Draft {
  const grid = sheetOf(rows);
  const report = { ...reportOf(grid), period };
  return { report, reading: reading(grid), offices };
}

/** Runs events one after another; answers the last state and all that was asked of the world. */
function run(state: State, ...events: Event[]) {
  const asked: string[] = [];
  for (const event of events) {
    const step = reduce(state, event);
    state = step.state;
    asked.push(...step.effects.map((effect) => effect.do));
  }
  return { state, asked };
}

const THREE = [line({ office: "สมมติเหนือ" }), line({ notDone: "/", done: null }, 2), line({ done: null }, 3)];
const session = (place: string, role = "office") => ({ token: "t", expiresAt: "2099-01-01T00:00:00Z", role, place });

describe("the list", () => {
  it("opens at the first point that keeps the report from being sent", () => {
    const { current, points } = ready([line({ notDone: "/", done: null }), line({ office: "สมมติเหนือ" }, 2)]);
    expect([points.filter((point) => point.row !== null).map((point) => point.key), current]).toEqual([
      [`${FIRST}:remark`, `${FIRST + 1}:office`],
      `${FIRST + 1}:office`,
    ]);
  });

  it.each<[string, Event[], string]>([
    ["next", [{ on: "go", to: "next" }], `${FIRST + 1}:remark`],
    ["next that blocks", [{ on: "go", to: "next", blocking: true }], `${FIRST + 2}:pair`],
    [
      "next, round the corner",
      [
        { on: "go", to: "last" },
        { on: "go", to: "next", blocking: true },
      ],
      `${FIRST}:office`,
    ],
    ["last", [{ on: "go", to: "last" }], `${FIRST + 2}:pair`],
    [
      "last, back",
      [
        { on: "go", to: "last" },
        { on: "go", to: "previous" },
      ],
      `${FIRST + 1}:remark`,
    ],
    ["back round the corner", [{ on: "go", to: "previous", blocking: true }], `${FIRST + 2}:pair`],
    ["one by name", [{ on: "open", key: `${FIRST + 1}:remark` }], `${FIRST + 1}:remark`],
    ["one that is not there", [{ on: "open", key: "99:x" }], `${FIRST}:office`],
  ])("%s", (_, events, expected) => {
    expect(run(ready(THREE), ...events).state.current).toBe(expected);
  });

  it("when the open point is settled, the next one opens; the open one stays open through every other check", () => {
    const before = ready(THREE);
    const settled = sheetOf([line({}), ...THREE.slice(1)]);
    const after = run(before, { on: "checked", report: reportOf(settled), reading: reading(settled, "r2") }).state;
    expect(after.current).toBe(`${FIRST + 2}:pair`);
    const looking = run(before, { on: "open", key: `${FIRST + 1}:remark` }).state;
    expect(
      run(looking, { on: "checked", report: reportOf(settled), reading: reading(settled, "r2") }).state.current,
    ).toBe(`${FIRST + 1}:remark`);
  });

  it("draws no more than a page, and always the open point", () => {
    const many = Array.from({ length: 200 }, (_, i) => line({ office: "สมมติเหนือ", done: i % 2 ? "/" : "✓" }, i + 1));
    const state = ready(many);
    expect(state.shown).toBe(40);
    expect(run(state, { on: "more" }).state.shown).toBe(80);
    const far = run(state, { on: "go", to: "last" }).state;
    expect(far.points.findIndex((point) => point.key === far.current)).toBeLessThan(far.shown);
  });
});

describe("settling", () => {
  const USE = { do: "use", value: "อบต.สมมติเหนือ" } as const;

  it("a choice becomes one write of what was seen, and nothing else until it is done", () => {
    const step = reduce(ready(THREE), { on: "take", key: `${FIRST}:office`, say: USE });
    expect(step.effects).toEqual([
      { do: "write", count: 1, writes: [{ row: FIRST - 1, col: 3, was: "สมมติเหนือ", value: "อบต.สมมติเหนือ" }] },
    ]);
    expect(run(step.state, { on: "take", key: `${FIRST}:office`, say: USE }, { on: "undo" }).asked).toEqual([]);
    expect(run(step.state, { on: "wrote", count: 1 }, { on: "undo" }).asked).toEqual(["undo"]);
  });

  it.each<[string, Event]>([
    ["a choice that is not on offer", { on: "take", key: `${FIRST}:office`, say: { do: "use", value: "อบต.ที่อื่น" } }],
    ["a point that is gone", { on: "take", key: "77:office", say: USE }],
    ["typing what is there already", { on: "typed", key: `${FIRST}:office`, text: "สมมติเหนือ" }],
  ])("%s changes nothing", (_, event) => {
    expect(run(ready(THREE), event).asked).toEqual([]);
  });

  it("all like this shows the cells first, and writes only on yes", () => {
    const rows = [1, 2, 3].map((n) => line({ office: "สมมติเหนือ" }, n));
    const shown = run(ready(rows), { on: "takeAll", key: `${FIRST}:office`, say: USE });
    expect([shown.state.preview?.cells, shown.asked]).toEqual([["D4", "D5", "D6"], []]);
    expect(run(shown.state, { on: "previewed", yes: false })).toMatchObject({ asked: [], state: { preview: null } });
    expect(reduce(shown.state, { on: "previewed", yes: true }).effects).toMatchObject([{ do: "write", count: 3 }]);
  });

  it("a preview does not outlive the sheet it was made of", () => {
    const rows = [1, 2].map((n) => line({ office: "สมมติเหนือ" }, n));
    const shown = run(ready(rows), { on: "takeAll", key: `${FIRST}:office`, say: USE }).state;
    const grid = sheetOf([...rows, line({}, 3)]);
    expect(run(shown, { on: "checked", report: reportOf(grid), reading: reading(grid, "r2") }).state.preview).toBe(
      null,
    );
  });

  it("says what became of it", () => {
    const says = (...events: Event[]) => run(ready(THREE), ...events).state.notice?.what;
    expect(says({ on: "wrote", count: 1 })).toEqual({ say: "settled", left: 2 });
    expect(says({ on: "wrote", count: 4 })).toEqual({ say: "settledMany", count: 4, left: 2 });
    expect(says({ on: "undone", places: null })).toEqual({ say: "nothingToUndo" });
    expect(says({ on: "undone", places: [{ row: 3, col: 3 }] })).toEqual({ say: "undone", count: 1 });
    expect(says({ on: "fault", fault: "stale" })).toEqual({ say: "stale" });
  });
});

describe("sending", () => {
  const clean = [line({})];
  const start = (over: Partial<State> = {}) => ready(clean, over);
  const prepared = (draft = draftOf(clean)): Event => ({ on: "prepared", draft });

  it("checks everything again first, and goes back to the list when something is left", () => {
    const sent = run(start(), { on: "send" });
    expect([sent.state.front, sent.asked]).toEqual(["preparing", ["prepare"]]);
    expect(run(sent.state, { on: "send" }).asked).toEqual([]);
    const bad = draftOf(THREE);
    expect(run(sent.state, prepared(bad)).state).toMatchObject({ front: "none", draft: null });
    expect(run(sent.state, prepared()).state.front).toBe("confirm");
  });

  it("asks for the code once, when there is a line; keeps first, and asks later, when there is none", () => {
    const ask = run(start(), { on: "send" }, prepared(), { on: "confirm" });
    expect([ask.state.front, ask.asked]).toEqual(["code", ["prepare"]]);
    const offline = run(start({ online: false }), { on: "send" }, prepared(), { on: "confirm" });
    expect(offline.asked).toEqual(["prepare", "keep"]);
    const known = run(start({ session: session("6990203") }), { on: "send" }, prepared(), { on: "confirm" });
    expect(known.asked).toEqual(["prepare", "keep"]);
  });

  it("a right code sends on; a wrong one is said; a line that breaks just then keeps the report", () => {
    const asked = run(start(), { on: "send" }, prepared(), { on: "confirm" }, { on: "code", code: "X" }).state;
    expect(asked.signingIn).toBe(true);
    expect(run(asked, { on: "signedIn", session: session("6990203") }).asked).toEqual(["keep"]);
    const wrong = run(asked, { on: "signInFailed", wrong: "code" });
    expect(wrong).toMatchObject({
      asked: [],
      state: { front: "code", signingIn: false, notice: { what: { say: "codeWrong" } } },
    });
    expect(run(asked, { on: "signInFailed", wrong: "offline" }).asked).toEqual(["keep"]);
  });

  it("is not sent without a month: it is asked on the summary, and taken", () => {
    const noMonth = prepared(draftOf(clean, undefined, null));
    const at = run(start({ session: session("6990203") }), { on: "send" }, noMonth, { on: "confirm" });
    expect([at.state.front, at.asked]).toEqual(["confirm", ["prepare"]]);
    const said = reduce(run(at.state, { on: "periodChosen", period: "2026-09" }).state, { on: "confirm" });
    expect(said.effects).toMatchObject([{ do: "keep", period: "2026-09", office: "6990203" }]);
  });

  it.each<[string, Partial<State>, Draft["offices"]]>([
    [
      "two offices in one sheet",
      {},
      [
        { code: "6990203", row: 4, cell: "D4" },
        { code: "6990204", row: 5, cell: "D5" },
      ],
    ],
    ["the code of another office", { session: session("6990204") }, [{ code: "6990203", row: 4, cell: "D4" }]],
  ])("never sends %s", (_, over, offices) => {
    const state = run(start({ online: false, ...over }), { on: "send" }, prepared(draftOf(clean, offices)), {
      on: "confirm",
    });
    expect([state.state.front, state.asked]).toEqual(["confirm", ["prepare"]]);
  });

  it("a province may send for the office of the rows", () => {
    const step = run(start({ session: session("99", "province") }), { on: "send" }, prepared()).state;
    expect(reduce(step, { on: "confirm" }).effects).toMatchObject([{ do: "keep", office: "6990203" }]);
  });

  it("tells of a receipt once, and shows it where nothing else is in front", () => {
    const waiting = { ...START, kept: [keptItem()] };
    const came: Event = { on: "outbox", items: [keptItem({ state: "received" })], durable: true };
    const after = run(waiting, came).state;
    expect(after).toMatchObject({ front: "outbox", sentKey: "k1", notice: { id: 1, what: { say: "received" } } });
    expect(run(after, came).state.notice?.id).toBe(1);
    const busy = run({ ...start(), kept: [keptItem()] }, came).state;
    expect(busy).toMatchObject({ front: "none", arrived: "k1" });
  });

  it("the line coming back tries what is kept; a token that ran out loses nothing", () => {
    expect(run(start(), { on: "network", online: false }, { on: "network", online: true }).asked).toEqual(["tryNow"]);
    const lost = run(start({ session: session("6990203"), kept: [keptItem()] }), { on: "signedOut" });
    expect([lost.state.session, lost.state.kept.length]).toEqual([null, 1]);
  });

  it("another document leaves what is kept, and nothing of the old one", () => {
    const state = run(ready(THREE, { kept: [keptItem()], period: "2026-01" }), {
      on: "opening",
      caps: {
        host: "test",
        change: "event",
        undo: true,
        marks: true,
        download: false,
        inPlace: false,
        identity: "code",
      },
    });
    expect(state.state).toMatchObject({ stage: "reading", report: null, points: [], period: null });
    expect([state.state.kept.length, left(state.state), state.asked]).toEqual([1, 0, ["load"]]);
  });
});

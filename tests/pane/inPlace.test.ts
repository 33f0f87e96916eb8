import { describe, expect, it } from "vitest";
import { FileHost } from "../../addin/file/fileHost.ts";
import type { Host } from "../../addin/host.ts";
import { left } from "../../addin/pane/core/step.ts";
import { daysBetween, owed } from "../../addin/pane/core/work.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import type { Todo } from "../../shared/wire/report.ts";
import { Mischief } from "../hosts/mischief.ts";
import { FIRST, keptItem, line, runtimeOver, settle, sheetOf } from "./support.ts";

const CODE_LINE = "รหัสแบบ childcare-clips/1-99-2026-10-6990203";
const AMBIGUOUS = line({ office: "สมมติเหนือ" });
const OFFICE = { row: FIRST - 1, col: 3 };

/** A file in memory that plays a document the user has open: written in place, its marks painted only when asked for. */
class OpenDocument extends FileHost {
  override readonly capabilities = {
    ...new FileHost({ sheets: [], names: [] }, { id: "" }).capabilities,
    inPlace: true,
  };
  goTo: (sheet: string, place: { row: number; col: number }) => void = () => {};

  onSelect(listener: (sheet: string, place: { row: number; col: number }) => void): () => void {
    this.goTo = listener;
    return () => {};
  }
}

const todoOf = (items: Partial<Todo["items"][number]>[]): Todo => ({
  ...{ office: "6990203", name: "อบต.สมมติใต้", today: "2026-11-28" },
  items: items.map((item) => ({
    ...{ form: "childcare-clips", period: "2026-10", due: null, status: "missing", overdue: false, submission: null },
    ...{ receipt: null, version: null, late: false, returns: [] },
    ...item,
  })),
});

async function stage(grid: Grid = sheetOf([AMBIGUOUS, line({}, 2)]), todo: Todo | null = null) {
  const inner = new OpenDocument({ sheets: [grid], names: [], fileName: "ตัวอย่าง.xlsx" }, { id: "t1" });
  const host = new Mischief(inner);
  (host as Host).onSelect = (listener) => inner.onSelect(listener);
  const collector = {
    signIn: async () => ({
      session: { token: "t", expiresAt: "2099-01-01T00:00:00Z", role: "office", place: "6990203" },
    }),
    todo: async () => {
      if (todo === null) throw new TypeError("network");
      return todo;
    },
  };
  const over = runtimeOver(host, { marksFollow: false, collector: collector as never });
  await over.open();
  const rest = async () => {
    await over.runtime.rest();
    await over.clock.pass(300);
    await over.runtime.rest();
    await settle();
  };
  return { ...over, inner, host, rest, said: () => over.runtime.state.notice?.what.say };
}

describe("marks on an open document", () => {
  it("are painted when asked for, never while the user types, and go without a trace", async () => {
    const { runtime, inner, rest, said } = await stage();
    expect(inner.marksOf("s0")).toEqual([]);
    inner.type("s0", [{ row: FIRST, col: 4, value: null }]);
    await rest();
    expect([left(runtime.state), inner.marksOf("s0")]).toEqual([2, []]);
    runtime.dispatch({ on: "check" });
    await rest();
    expect(inner.marksOf("s0").map(({ row, col, verdict }) => [row, col, verdict])).toEqual([
      [FIRST - 1, 3, "suggest"],
      [FIRST, 4, "error"],
    ]);
    expect([said(), runtime.state.marked, runtime.state.busy]).toEqual(["marked", true, false]);
    runtime.dispatch({ on: "unmark" });
    await rest();
    expect([inner.marksOf("s0"), said(), runtime.state.marked]).toEqual([[], "unmarked", false]);
  });

  it("follow a change made by the pane, once they are there", async () => {
    const { runtime, inner, rest } = await stage();
    runtime.dispatch({ on: "check" });
    await rest();
    runtime.dispatch({ on: "take", key: `${FIRST}:office`, say: { do: "use", value: "อบต.สมมติเหนือ" } });
    await rest();
    expect([left(runtime.state), inner.marksOf("s0")]).toEqual([0, []]);
  });

  it("are explained, not thrown, when the sheet is protected; the list is fresh all the same", async () => {
    const { runtime, inner, rest, said, host } = await stage();
    const { HostProblem } = await import("../../addin/host.ts");
    host.mark = async () => {
      throw new HostProblem("protected");
    };
    inner.type("s0", [{ row: FIRST, col: 4, value: null }]);
    runtime.dispatch({ on: "check" });
    await rest();
    expect([said(), left(runtime.state), runtime.state.marked, runtime.state.busy]).toEqual([
      ...["marksProtected", 2, false, false],
    ]);
  });

  it("a second press while the first is at work is no second check", async () => {
    const { runtime, host, rest } = await stage();
    runtime.dispatch({ on: "check" });
    runtime.dispatch({ on: "check" });
    await rest();
    expect(host.calls.filter((call) => call === "mark")).toHaveLength(1);
  });
});

describe("an open document and its user", () => {
  it("going to a cell opens its point, and the cell is not selected again for it", async () => {
    const { runtime, inner, host, rest } = await stage(sheetOf([AMBIGUOUS, line({ centre: null }, 2)]));
    const before = host.calls.filter((call) => call === "select").length;
    inner.goTo("s0", { row: FIRST, col: 4 });
    await rest();
    expect(runtime.state.current).toBe(`${FIRST + 1}:centre`);
    inner.goTo("s0", { row: 0, col: 0 });
    inner.goTo("another sheet", { row: FIRST - 1, col: 3 });
    await rest();
    expect(runtime.state.current).toBe(`${FIRST + 1}:centre`);
    expect(host.calls.filter((call) => call === "select").length).toBe(before);
  });

  it("a look nobody asked for says nothing while a cell is being typed in, and is made good afterwards", async () => {
    const { runtime, host, inner, clock, said } = await stage(sheetOf([line({}), line({}, 2)]));
    host.faults.busyCalls = 45;
    inner.type("s0", [{ ...OFFICE, value: "สมมติเหนือ" }]);
    const before = said();
    for (let turn = 0; turn < 80; turn++) await clock.pass(300);
    await runtime.rest();
    expect([said(), left(runtime.state)]).toEqual([before, 1]);
  });
});

describe("a receipt", () => {
  const receipt = {
    ...{ receipt: "99-0001", submission: "s", version: 1, receivedAt: "2026-11-28T03:00:00Z", late: false },
    contentHash: "0".repeat(64),
  };
  const about = { ...keptItem().about, document: "ตัวอย่าง.xlsx" };
  const waiting = keptItem({ about });
  const received = keptItem({ about, state: "received", receipt: receipt as never });
  const rows = () => sheetOf([line({}), [], [CODE_LINE]]);

  it("is noted in the document once it came: among its settings and on the line of the form's code", async () => {
    const { runtime, inner, rest } = await stage(rows());
    runtime.dispatch({ on: "outbox", items: [waiting], durable: true });
    runtime.dispatch({ on: "outbox", items: [received], durable: true });
    await rest();
    expect(inner.readNow("s0").grid.rows[FIRST + 1]![0]).toBe(`${CODE_LINE}  ✓ ใบรับ 99-0001 ฉบับที่ 1`);
    expect(JSON.parse((await inner.getSetting("receipts"))!)).toEqual([
      {
        ...{ form: "childcare-clips", period: "2026-10", receipt: "99-0001", version: 1, late: false },
        receivedAt: "2026-11-28T03:00:00Z",
      },
    ]);
    // Not a step of the user's work: nothing to undo.
    expect(await inner.undo()).toBe(null);
  });

  it("of another document is not noted here", async () => {
    const { runtime, inner, rest } = await stage(rows());
    const other = { ...about, document: "อื่น.xlsx" };
    runtime.dispatch({ on: "outbox", items: [keptItem({ about: other })], durable: true });
    runtime.dispatch({ on: "outbox", items: [{ ...received, about: other }], durable: true });
    await rest();
    expect([inner.readNow("s0").grid.rows[FIRST + 1]![0], await inner.getSetting("receipts")]).toEqual([
      CODE_LINE,
      null,
    ]);
  });

  it("noted on the sheet changes nothing of what is sent: pressed again, it is the same report", async () => {
    const { runtime, kept, rest } = await stage(rows());
    const session = { token: "t", expiresAt: "2099-01-01T00:00:00Z", role: "office", place: "6990203" };
    runtime.dispatch({ on: "signedIn", session });
    const send = async () => {
      runtime.dispatch({ on: "send" });
      await rest();
      runtime.dispatch({ on: "confirm" });
      await rest();
      runtime.dispatch({ on: "back" });
    };
    await send();
    runtime.dispatch({ on: "outbox", items: [waiting], durable: true });
    runtime.dispatch({ on: "outbox", items: [received], durable: true });
    await rest();
    await send();
    expect(kept).toHaveLength(2);
    expect(kept[1]!.request).toEqual(kept[0]!.request);
  });
});

describe("what the office owes", () => {
  const back = {
    ...({ status: "returned", version: 1, receipt: "99-0001" } as const),
    returns: [
      {
        ...{ version: 1, note: "กรุณาแก้ชื่อศูนย์", at: "2026-11-27T00:00:00Z" },
        comments: [{ row: FIRST, field: "centre", text: "ชื่อไม่ตรงกับทะเบียน" }],
      },
    ] as never,
  };

  it("brings what came back to its cell, and into the list", async () => {
    const { runtime, rest } = await stage(sheetOf([line({}), line({}, 2)]), todoOf([back]));
    runtime.dispatch({ on: "code", code: "RIGHT" });
    await rest();
    const [first] = runtime.state.points;
    expect([first?.kind, first?.cell, first?.text]).toEqual(["returned", `E${FIRST}`, "ชื่อไม่ตรงกับทะเบียน"]);
    expect(runtime.state.returned?.note).toBe("กรุณาแก้ชื่อศูนย์");
  });

  it("says nothing when it cannot be learnt, except to who asked", async () => {
    const { runtime, rest, said } = await stage();
    runtime.dispatch({ on: "code", code: "RIGHT" });
    await rest();
    expect(said()).toBe("signedIn");
    runtime.dispatch({ on: "askTodo" });
    await rest();
    expect(said()).toBe("todoOffline");
  });

  it("is listed: what came back first, then what is due soonest; what was sent is not owed", () => {
    const due = (day: string) => ({ rule: "r", period: "p", nominal: day, due: day, holiday: false });
    const todo = todoOf([
      { period: "2026-11", due: due("2026-12-06") },
      { period: "2026-09", status: "received" },
      { period: "2026-10", due: due("2026-11-05") },
      { ...back, period: "2026-08", due: due("2026-12-30") },
    ]);
    expect(owed(todo).map(({ period }) => period)).toEqual(["2026-08", "2026-10", "2026-11"]);
  });

  it.each([
    ["2026-11-28", "2026-12-05", 7],
    ["2026-11-28", "2026-11-28", 0],
    ["2027-01-01", "2026-12-31", -1],
    ["2028-02-28", "2028-03-01", 2],
  ])("from %s to %s are %i days", (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

import { FileHost } from "../../addin/file/fileHost.ts";
import type { Host } from "../../addin/host.ts";
import { pointsOf } from "../../addin/pane/core/points.ts";
import { Runtime, type World } from "../../addin/pane/runtime.ts";
import type { Session } from "../../addin/pane/send/collector.ts";
import type { Kept } from "../../addin/pane/send/kept.ts";
import { openGrid } from "../../shared/check.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";

export const REGISTRY = buildRegistry(SAMPLE_OFFICES);
/** The row, as printed, of the first data row of `sheetOf`. */
export const FIRST = 4;

/** A sheet of the form with these data rows (seq, province, district, office, centre, done, notDone, remark). */
export function sheetOf(rows: Cell[][], over: Partial<Grid> = {}): Grid {
  const labels = childcareClips.fields.map((field) => field.label);
  const head: Cell[][] = [["แบบรายงานการจัดทำคลิปวิดีโอ ต.ค. 2569"], ["จังหวัดตัวอย่าง"], labels];
  return { sheet: "ต.ค.69", rows: [...head, ...rows], ...over };
}

export const line = (
  over: Partial<Record<"seq" | "province" | "district" | "office" | "centre" | "done" | "notDone" | "remark", Cell>>,
  n = 1,
): Cell[] => {
  const all = {
    seq: n,
    province: "ตัวอย่าง",
    district: "สมมติ",
    office: "อบต.สมมติใต้",
    centre: `ศพด.บ้านที่ ${n}`,
    done: "/",
    notDone: null,
    remark: null,
    ...over,
  };
  return [all.seq, all.province, all.district, all.office, all.centre, all.done, all.notDone, all.remark];
};

export function reportOf(grid: Grid) {
  return openGrid(grid, { registry: REGISTRY, province: "99" }).report();
}

export function pointsIn(grid: Grid) {
  return pointsOf(reportOf(grid));
}

export function fileHost(...grids: Grid[]): FileHost {
  return new FileHost({ sheets: grids, names: [], fileName: "ตัวอย่าง.xlsx" }, { id: "t1" });
}

/** A clock that runs only when told to: timers fire in order as it is moved on. */
export class Clock {
  now = 1_800_000_000_000;
  readonly #timers: { at: number; then: () => void }[] = [];

  later = (ms: number, then: () => void): (() => void) => {
    const timer = { at: this.now + ms, then };
    this.#timers.push(timer);
    return () => {
      const at = this.#timers.indexOf(timer);
      if (at >= 0) this.#timers.splice(at, 1);
    };
  };

  get waiting(): number {
    return this.#timers.length;
  }

  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.#timers.splice(this.#timers.indexOf(next), 1);
      this.now = next.at;
      next.then();
      await settle();
    }
    this.now = until;
    await settle();
  }
}

/** Lets everything that waits for nothing but promises go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 2; i++) await new Promise((resolve) => setImmediate(resolve));
}

/** A runtime over a host, with no network: what it asks of the collector is noted. */
export function runtimeOver(host: Host, over: Partial<World> = {}) {
  const clock = new Clock();
  const kept: { request: unknown; about: unknown }[] = [];
  const faults: unknown[] = [];
  const sessions: (Session | null)[] = [];
  const outbox = {
    keep: async (request: unknown, about: unknown) => {
      kept.push({ request, about });
      return `key-${kept.length}`;
    },
    flush: async () => {},
    tryNow: async () => {},
    forget: async () => {},
  };
  const collector = {
    signIn: async (code: string) =>
      code === "RIGHT"
        ? { session: { token: "t", expiresAt: "2099-01-01T00:00:00Z", role: "office", place: "6990203" } }
        : { wrong: "code" },
    todo: async () => ({ office: "6990203", name: "อบต.สมมติใต้", today: "2026-11-28", items: [] }),
  };
  const rosters = {
    askAhead: () => {},
    find: async () => ({ province: "99", registry: REGISTRY, offline: false, old: false }),
  };
  const runtime = new Runtime({
    ...({ collector, rosters, outbox } as unknown as Pick<World, "collector" | "rosters" | "outbox">),
    keepSession: (session) => sessions.push(session),
    later: clock.later,
    breathe: async () => {},
    draw: () => {},
    onFault: (error) => faults.push(error),
    client: { name: "test", version: "0" },
    language: "th",
    marksFollow: true,
    ...over,
  });
  const open = async () => {
    runtime.open(host);
    await runtime.rest();
    await settle();
  };
  return { runtime, clock, kept, faults, sessions, open };
}

export const keptItem = (over: Partial<Kept> = {}): Kept => ({
  ...{ key: "k1", createdAt: 1, state: "kept", request: null, attempts: 0, nextAt: 0, trouble: null, receipt: null },
  about: {
    document: "d",
    form: "childcare-clips",
    title: "t",
    period: "2026-10",
    office: "6990203",
    officeName: "o",
    rows: 1,
    nil: false,
  },
  ...over,
});

import { describe, expect, it } from "vitest";
import { Befores } from "../../addin/pane/befores.ts";
import { prefill } from "../../addin/pane/core/prefill.ts";
import type { Session } from "../../addin/pane/send/collector.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import type { BeforeWire } from "../../shared/wire/before.ts";
import { fileHost, line, reportOf, runtimeOver, settle, sheetOf } from "./support.ts";

const SESSION: Session = { token: "t", expiresAt: "2099-01-01T00:00:00Z", role: "office", place: "6990203" };
const FORM = "childcare-clips";
const row = (centre: string) => ({ province: "ตัวอย่าง", district: "เก่า", office: "อบต.ชื่อเก่า", centre });
const known = (...centres: string[]): BeforeWire => ({
  ...{ office: "6990203", form: FORM, centres },
  last: { period: "2026-09", rows: centres.map(row) },
});

/** A cupboard in memory, and a collector that can be cut off (simulated). */
function world(answer: BeforeWire | null) {
  const things = new Map<string, unknown>();
  const kept = {
    get: async <T>(name: string) => (things.get(name) ?? null) as T | null,
    set: async (name: string, value: unknown) => void things.set(name, value),
  };
  const line = { open: true, asked: [] as unknown[] };
  const collector = {
    before: async (_: Session, asked: unknown) => {
      line.asked.push(asked);
      if (!line.open || answer === null) throw new Error("cut off");
      return answer;
    },
  };
  return { things, line, befores: new Befores(collector, kept) };
}

describe("what an office reported before, on the device", () => {
  it("is there without a line too, for whoever asked and a later month; signing out leaves nothing", async () => {
    const { befores, line, things } = world(known("ศพด.ก"));
    const find = (session = SESSION, period = "2026-10") => befores.find(session, FORM, session.place, period);
    expect(await find()).toEqual(known("ศพด.ก"));
    line.open = false;
    expect([await find(), await find(SESSION, "2026-11")]).toEqual([known("ศพด.ก"), known("ศพด.ก")]);
    expect([await find(SESSION, "2026-09"), await find({ ...SESSION, place: "6990202" })]).toEqual([null, null]);
    await befores.forget();
    expect([await find(), JSON.stringify([...things.values()])]).toEqual([null, "[null]"]);
  });

  it("keeps a few offices and no more", async () => {
    const { befores, things } = world(known("ศพด.ก"));
    for (let i = 10; i < 40; i++) await befores.find(SESSION, FORM, `69902${i}`, "2026-10");
    expect(Object.keys(things.get("before") as object)).toHaveLength(12);
  });
});

describe("the pane beside it", () => {
  const opened = async (rows: Cell[][], answer: BeforeWire | null) => {
    const { befores, line } = world(answer);
    const host = fileHost(sheetOf(rows));
    const over = runtimeOver(host, { befores });
    await over.open();
    over.runtime.dispatch({ on: "signedIn", session: SESSION });
    await settle();
    await over.runtime.rest();
    const codes = () => over.runtime.state.points.flatMap((point) => point.code);
    return { ...over, host, line, codes };
  };

  it("tells of a new centre and of one that is gone once somebody signed in, and no more once they left", async () => {
    const { runtime, line, codes } = await opened([line_("ศพด.ข", 1)], known("ศพด.ก"));
    expect(line.asked).toEqual([{ form: FORM, office: "6990203", period: "2026-10" }]);
    expect(codes()).toEqual(expect.arrayContaining(["CDC_NEW", "CDC_GONE"]));
    runtime.dispatch({ on: "signedOut" });
    await runtime.rest();
    expect(codes()).not.toContain("CDC_NEW");
    expect(runtime.state.remembered).toBeNull();
  });

  it("stays as it is where nothing is known", async () => {
    const { runtime, codes } = await opened([line_("ศพด.ข", 1)], null);
    expect([codes().includes("CDC_NEW"), runtime.state.remembered]).toEqual([false, null]);
  });

  it("fills last time's centres into empty rows as one write and one undo, without a tick or a remark", async () => {
    const rows = [line_("ศพด.ข", 1), [2, "ตัวอย่าง"], [3], [4], [], ["", "", "", "", "", "ลงชื่อ ผู้รับรอง"]];
    const { runtime, host, faults } = await opened(rows, known("ศพด.ก", "ศพด. ข", "ศพด.ค"));
    const sheet = (await host.listSheets())[0]!.id;
    const cells = async () => (await host.read(sheet)).grid.rows.slice(3).map((one) => one.map((cell) => cell ?? null));
    const before = await cells();
    runtime.dispatch({ on: "prefill" });
    // a second press while the first is under way does nothing
    runtime.dispatch({ on: "prefill" });
    await runtime.rest();
    const filled = await cells();
    expect(filled.slice(0, 4).map((one) => one.slice(0, 8))).toEqual([
      before[0],
      [2, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.ก"],
      [3, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.ค"],
      [4],
    ]);
    expect(runtime.state.notice?.what).toEqual({ say: "prefilled", rows: 2, left: 0 });
    runtime.dispatch({ on: "undo" });
    await runtime.rest();
    expect((await cells()).map((one) => one.filter((cell) => cell !== null))).toEqual(
      before.map((one) => one.filter((cell) => cell !== null)),
    );
    expect(faults).toEqual([]);
  });

  it("says how many found no row, and writes into no foot and no merge of another row", () => {
    const grid = sheetOf([line_("ศพด.ข", 1), [2], [3], [], ["", "", "", "", "", "ลงชื่อ ผู้รับรอง"]], { merges: ["D5:D6"] });
    const remembered = { before: known("ศพด.ก", "ศพด.ค"), name: "อบต.สมมติใต้", district: "สมมติ" };
    const { writes, ...said } = prefill(reportOf(grid), grid, remembered);
    expect(said).toEqual({ rows: 1, left: 1 });
    expect(new Set(writes.map((one) => one.row))).toEqual(new Set([4]));
    expect(prefill(reportOf(grid), grid, null)).toEqual({ writes: [], rows: 0, left: 0 });
  });
});

function line_(centre: string, n: number): Cell[] {
  return line({ centre }, n);
}

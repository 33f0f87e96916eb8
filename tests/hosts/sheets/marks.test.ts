import { describe, expect, it } from "vitest";
import { HostProblem, type Mark } from "../../../addin/host.ts";
import type { Cell } from "../../../shared/sheet/grid.ts";
import { hostOver } from "./run.ts";
import { Script } from "./script.ts";

const SHEET = "101";
const OWN_NOTE = "หมายเหตุของสำนักงาน\nห้ามลบ";

/** What every call of the script that carries contents is called; the others only take hold of a sheet, a range or a rule. */
const CARRIES =
  /^Range\.(?:[gs]et(?:Values|Formulas|Notes|NumberFormats|FontFamilies)|getMergedRanges)$|ConditionalFormatRules$/;
/** Where a range lies the script knows without asking, and rules are built in its own memory. */
const FREE =
  /^Range\.get(?:A1Notation|Row|Column|NumRows|NumColumns)$|^ConditionalFormatRule|newConditionalFormatRule|^BooleanCondition|^Lock/;
const reaches = (log: string[]) => log.filter((name) => !FREE.test(name));

const grid = (rows: number): Cell[][] =>
  Array.from({ length: rows }, (_, i) => [i + 1, "อบต.ตัวอย่าง", "ศพด.ตัวอย่าง", "/"]);

async function over(rows = 5) {
  const script = await Script.open([{ sheet: "ต.ค.69", rows: grid(rows), merges: ["A1:B1"] }]);
  const { host } = await hostOver(script);
  const revision = (await host.read(SHEET)).revision;
  return { script, host, revision };
}

const mark = (row: number, col: number, verdict: Mark["verdict"] = "error", note = "กรุณาแก้"): Mark => ({
  ...{ row, col, verdict, note },
});

async function faultOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "none",
    (error) => (error instanceof HostProblem ? error.fault : String(error)),
  );
}

describe("marks in a simulated spreadsheet", () => {
  it("colour the cells and say why, and go without a trace", async () => {
    const { script, host, revision } = await over();
    script.door.addRule(SHEET, JSON.stringify({ formula: "=A1>3", background: "#00ff00", boxes: [] }));
    script.door.addRule(SHEET, JSON.stringify({ formula: "", background: null, boxes: [], foreign: "gradient" }));
    script.door.addRule(SHEET, JSON.stringify({ formula: "", background: "#111111", boxes: [], foreign: "ตัวอย่าง" }));
    script.door.setData(SHEET, 1, 1, JSON.stringify({ note: OWN_NOTE }));
    const before = script.dump(SHEET);

    await host.mark(SHEET, revision, [
      mark(1, 1),
      mark(2, 1),
      mark(3, 1),
      mark(0, 3, "suggest", "เลือกหนึ่ง"),
      mark(4, 2, "warn"),
    ]);
    const marked = script.dump(SHEET) as { rules: { formula: string; background: string; boxes: unknown[] }[] };
    expect(marked.rules.slice(0, 3).map(({ formula, boxes }) => [formula, boxes])).toEqual([
      ['=N("ruam-mark:error")=0', [{ top: 2, left: 2, height: 3, width: 1 }]],
      ['=N("ruam-mark:suggest")=0', [{ top: 1, left: 4, height: 1, width: 1 }]],
      ['=N("ruam-mark:warn")=0', [{ top: 5, left: 3, height: 1, width: 1 }]],
    ]);
    expect(marked.rules.slice(3)).toEqual((before as typeof marked).rules);
    // A cell with somebody's own note keeps that note and nothing else.
    expect(script.cell(SHEET, 1, 1).note).toBe(OWN_NOTE);
    expect(script.cell(SHEET, 0, 3).note).toContain("เลือกหนึ่ง");

    await host.clearMarks(SHEET);
    expect(script.dump(SHEET)).toEqual(before);
  });

  it("new marks replace the old ones; what somebody wrote into our note stays theirs", async () => {
    const { script, host, revision } = await over();
    await host.mark(SHEET, revision, [mark(1, 1), mark(2, 2)]);
    const { note } = script.cell(SHEET, 1, 1);
    script.door.setData(SHEET, 1, 1, JSON.stringify({ note: `${note}\nโทรถามแล้ว` }));
    await host.mark(SHEET, revision, [mark(3, 3, "warn")]);
    expect([script.cell(SHEET, 1, 1).note, script.cell(SHEET, 2, 2).note]).toEqual(["โทรถามแล้ว", ""]);
    expect((script.dump(SHEET) as { rules: unknown[] }).rules).toHaveLength(1);
    await host.clearMarks(SHEET);
    expect((script.dump(SHEET) as { rules: unknown[] }).rules).toEqual([]);
  });

  it("the menu takes them off, with no sidebar open", async () => {
    const { script, host, revision } = await over();
    const before = script.dump(SHEET);
    await host.mark(SHEET, revision, [mark(1, 1)]);
    script.call("clearMarks");
    expect(script.dump(SHEET)).toEqual(before);
  });

  it("a sheet that changed is not marked; a protected one says so and keeps nothing of ours", async () => {
    const { script, host, revision } = await over();
    script.door.type(SHEET, 0, 0, "ใหม่");
    const before = script.dump(SHEET) as object;
    expect(await faultOf(host.mark(SHEET, revision, [mark(1, 1)]))).toBe("stale");
    expect(script.dump(SHEET)).toEqual(before);
    script.door.change(SHEET, JSON.stringify({ isProtected: true }));
    expect(await faultOf(host.mark(SHEET, (await host.read(SHEET)).revision, [mark(1, 1)]))).toBe("protected");
    expect(script.dump(SHEET)).toEqual({ ...before, isProtected: true });
  });

  it("a full check makes at most eight calls that carry contents, and no more calls for 3,000 rows than for five", async () => {
    const counts = [];
    for (const [rows, marks] of [
      [5, 3],
      [3_000, 1_500],
    ] as const) {
      const { script, host } = await over(rows);
      script.log();
      const { revision } = await host.read(SHEET, "whole");
      const all = Array.from({ length: marks }, (_, i) => mark(i % rows, 1 + (i % 3), "error", `ข้อที่ ${i}`));
      await host.mark(SHEET, revision, all);
      const log = reaches(script.log());
      expect(log.filter((name) => CARRIES.test(name)).length, log.join(" ")).toBeLessThanOrEqual(8);
      // With everything that only takes hold of a sheet or a range: seven to read, twelve to mark.
      expect(log.length, log.join(" ")).toBeLessThanOrEqual(19);
      counts.push(log.length);
    }
    expect(counts[1]).toBe(counts[0]);
  });

  it("whether rows are hidden is asked once a filled row, before sending, and not at all on a long sheet", async () => {
    const asked = async (rows: number) => {
      const { script, host } = await over(rows);
      script.log();
      await host.read(SHEET, "sending");
      return script.log().filter((name) => name.includes("isRowHidden")).length;
    };
    expect([await asked(5), await asked(300), await asked(301)]).toEqual([5, 300, 0]);
  });

  it("several sheets together ask of 300 rows at most; the next reading of one asks its own", async () => {
    const grids = Array.from({ length: 12 }, (_, i) => ({ sheet: `เดือน ${i}`, rows: grid(70), hiddenRows: [3] }));
    const script = await Script.open(grids);
    const { host } = await hostOver(script);
    const ids = (await host.listSheets()).map(({ id }) => id);
    script.log();
    const readings = await host.readAll(ids);
    const asked = () => script.log().filter((name) => name.includes("isRowHidden")).length;
    expect(asked()).toBe(280);
    expect(readings.map((one) => one.grid.hiddenRows?.length ?? 0)).toEqual([1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect((await host.read(ids[11]!)).grid.hiddenRows).toEqual([3]);
    expect(asked()).toBe(70);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HostProblem } from "../../../addin/host.ts";
import type { Cell, Grid } from "../../../shared/sheet/grid.ts";
import { hostOver } from "./run.ts";
import { Script } from "./script.ts";

const SHEET = "101";

async function over(rows: Cell[][], more: Partial<Grid> & { filteredRows?: number[] } = {}, zone = "Asia/Bangkok") {
  const script = await Script.open([{ sheet: "ต.ค.69", rows, ...more }], { zone });
  const { host } = await hostOver(script);
  return { script, host, read: async () => (await host.read(SHEET, "whole")).grid };
}

async function faultOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "none",
    (error) => (error instanceof HostProblem ? error.fault : String(error)),
  );
}

describe("what is read from a simulated spreadsheet", () => {
  it("a date is its serial, whatever the zone of the sheet and of this machine", async () => {
    const dates = [45_000, 1, 2, 46_327.5, 25_569, 45_231.999988].map((v): Cell => ({ v, t: "d", fmt: "d/m/yyyy" }));
    for (const zone of ["Asia/Bangkok", "America/Los_Angeles", "Pacific/Apia", "Europe/London", "UTC"]) {
      const { read } = await over([dates], {}, zone);
      const row = (await read()).rows[0]!;
      expect(
        row.map((cell) => (cell as { v: number }).v),
        zone,
      ).toEqual([45_000, 1, 2, 46_327.5, 25_569, 45_231.9999884259]);
      expect(row.every((cell) => (cell as { t: string }).t === "d")).toBe(true);
    }
  });

  it("any day and second, in any zone", async () => {
    const zones = ["Asia/Bangkok", "America/New_York", "Australia/Lord_Howe", "Pacific/Kiritimati"];
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 20_000, max: 60_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        fc.constantFrom(...zones),
        async (day, second, zone) => {
          // An hour that a clock skips in spring is no time of day there.
          fc.pre(zone === "Asia/Bangkok" || second > 4 * 3_600);
          const v = day + second / 86_400;
          const { read } = await over([[{ v, t: "d" }]], {}, zone);
          expect((await read()).rows[0]![0]).toMatchObject({ t: "d", v: expect.closeTo(v, 8) });
        },
      ),
      { numRuns: 60, seed: 7 },
    );
  });

  it("a symbol font is told, any other is not; errors are errors; an empty text is nothing", async () => {
    const { read } = await over([
      [{ v: "P", font: "Wingdings 2" }, { v: "P", font: "TH SarabunPSK" }, { v: "#N/A", t: "e" }, "", false, 0, "๑"],
    ]);
    expect((await read()).rows).toEqual([
      [{ v: "P", font: "Wingdings 2" }, "P", { v: "#N/A", t: "e" }, null, false, 0, "๑"],
    ]);
  });

  it("rows hidden by hand and by a filter, when everything is read anew", async () => {
    const rows = [["ก"], ["ข"], [null], ["ค"], ["ง"]] as Cell[][];
    const { script, host, read } = await over(rows, { hiddenRows: [2, 3], filteredRows: [4] });
    // Row 3 is empty: nobody misses it.
    expect((await read()).hiddenRows).toEqual([2, 4]);
    script.door.remove("none");
    expect((await host.read(SHEET)).grid.hiddenRows).toEqual([2, 4]);
  });

  it("a sheet that is a chart is no sheet; an empty one is empty", async () => {
    const script = await Script.open([
      { sheet: "ว่าง", rows: [[null]] },
      { sheet: "แผนภูมิ", rows: [], chart: true },
    ]);
    const { host } = await hostOver(script);
    expect(await host.listSheets()).toEqual([{ id: SHEET, name: "ว่าง", hidden: false, active: true }]);
    expect((await host.read(SHEET)).grid.rows).toEqual([]);
  });

  it("the code printed under the table says whose the document is", async () => {
    const { host } = await over([
      ["หัว"],
      [null, "รหัสแบบ childcare-clips/1-99-2026-10-6990203  ✓ ใบรับ 99-6910-0001 ฉบับที่ 1"],
    ]);
    expect((await host.document()).identity).toBe("childcare-clips|1|99|2026-10|6990203");
    const none = await over([["รหัสแบบ ไม่ใช่"]]);
    expect((await none.host.document()).identity).toBe(null);
  });
});

const TEXTS = [
  ...["001", "1/2", "2-3", "๑๒", "1,234", "12.50", "5%", "1e5", " 7", "=1+1", "+66", "-นาย", "@บ้าน", "#REF!"],
  ...["'ข้างหน้า", "TRUE", "false", "ต.ค. 69", "5 ต.ค. 2569", "๕ ต.ค. ๖๙", "0812345678", "3-1001-00000-00-1"],
  ...["พรุ่งนี้", "/", "ศพด.บ้านที่ 1", "อบต.ตัวอย่าง", "บรรทัดหนึ่ง\nบรรทัดสอง", "<b>", '"', "-"],
];

/** Texts of the letters that make a sheet think, and of any letters. */
const TEXT = fc.oneof(
  fc.string({ unit: fc.constantFrom(..."0123456789๑๒๖๙.,/-+=%'@# ตคมยพกเaE()\n"), maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 12 }),
);

describe("what is written into a simulated spreadsheet", () => {
  it.each(TEXTS)("%j stays what it is, and the cell keeps its format and font", async (text) => {
    const { script, host } = await over([[{ v: "เดิม", font: "TH SarabunPSK", fmt: "0.00" }], [{ v: "เดิม", fmt: "@" }]]);
    await host.write(SHEET, [
      { row: 0, col: 0, was: "เดิม", value: text },
      { row: 1, col: 0, was: "เดิม", value: text },
    ]);
    const put = [script.cell(SHEET, 0, 0), script.cell(SHEET, 1, 0)];
    expect(put.map(({ value, formula }) => [value, formula])).toEqual([
      [text, ""],
      [text, ""],
    ]);
    expect([put[0]!.format, put[0]!.font, put[1]!.format]).toEqual(["0.00", "TH SarabunPSK", "@"]);
  });

  it("any text at all", async () => {
    const { script, host } = await over([[null]]);
    await fc.assert(
      fc.asyncProperty(TEXT, async (text) => {
        script.door.setData(SHEET, 0, 0, JSON.stringify({ value: "", formula: "", format: "General" }));
        await host.write(SHEET, [{ row: 0, col: 0, was: null, value: text }]);
        expect(script.cell(SHEET, 0, 0)).toMatchObject({ value: text, formula: "", format: "General" });
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  it("numbers, true, false and nothing", async () => {
    const { host, read } = await over([["a", "b", "c", "d"]]);
    const values = [7.5, true, false, null];
    await host.write(
      SHEET,
      values.map((value, col) => ({ row: 0, col, was: "abcd"[col]!, value })),
    );
    expect((await read()).rows[0]).toEqual([7.5, true, false]);
  });

  it("undo puts a formula back as a formula, a date as a date, a text as a text", async () => {
    const { script, host } = await over([[{ v: 45_000, t: "d" }, "001", 5, null]]);
    script.door.setData(SHEET, 0, 2, JSON.stringify({ formula: "=#REF!", value: "#REF!" }));
    const before = script.dump(SHEET);
    await host.write(SHEET, [
      { row: 0, col: 0, was: 45_000, value: "ก" },
      { row: 0, col: 1, was: "001", value: 1 },
      { row: 0, col: 2, was: "#REF!", value: 9 },
      { row: 0, col: 3, was: null, value: "ใหม่" },
    ]);
    expect(script.dump(SHEET)).not.toEqual(before);
    expect((await host.undo())?.places).toHaveLength(4);
    expect(script.dump(SHEET)).toEqual(before);
  });

  it("undo does not put back over what somebody wrote since", async () => {
    const { script, host } = await over([["ก"]]);
    await host.write(SHEET, [{ row: 0, col: 0, was: "ก", value: "ข" }]);
    script.door.type(SHEET, 0, 0, "คนอื่น");
    expect(await faultOf(host.undo())).toBe("stale");
    expect(script.cell(SHEET, 0, 0).value).toBe("คนอื่น");
    expect(await host.undo()).toBe(null);
  });

  it("a protected sheet and a busy one change nothing, and say which it is", async () => {
    const { script, host } = await over([["ก"]]);
    const before = script.dump(SHEET) as object;
    script.door.document(JSON.stringify({ isLocked: true }));
    expect(await faultOf(host.write(SHEET, [{ row: 0, col: 0, was: "ก", value: "ข" }]))).toBe("busy");
    script.door.document(JSON.stringify({ isLocked: false }));
    script.door.change(SHEET, JSON.stringify({ isProtected: true }));
    expect(await faultOf(host.write(SHEET, [{ row: 0, col: 0, was: "ก", value: "ข" }]))).toBe("protected");
    expect(script.dump(SHEET)).toEqual({ ...before, isProtected: true });
  });

  it("cells under each other go in one call, and a sheet that ends too soon grows", async () => {
    const { script, host, read } = await over([["ก"]]);
    const writes = Array.from({ length: 200 }, (_, i) => ({ row: i + 1, col: 3, was: null, value: `ค่า ${i}` }));
    script.log();
    await host.write(SHEET, writes);
    expect(script.log().filter((name) => name === "Range.setValues")).toHaveLength(1);
    expect((await read()).rows[200]).toEqual([null, null, null, "ค่า 199"]);
  });
});

import { describe, expect, it } from "vitest";
import { callerOf, troubleOf } from "../../../addin/sheets/client/run.ts";
import type { SheetsHost } from "../../../addin/sheets/client/sheetsHost.ts";
import { SHEETS_WORDS } from "../../../shared/words/sheets.ts";
import { Clock, settle } from "../../pane/support.ts";
import { googleRun, hostOver } from "./run.ts";
import { Script } from "./script.ts";

const SHEET = "101";
const open = (token: string | null = null) => Script.open([{ sheet: "ก", rows: [["ข"]] }], { token });

describe("the border of google.script.run (simulated)", () => {
  it.each([
    ["a date", new Date(0)],
    ["a function", () => {}],
    ["not a number", Number.NaN],
    ["an object of a class", new Map()],
    ["nothing inside an object", { a: undefined }],
    ["a date deep inside", [{ a: [new Date(0)] }]],
  ])("refuses %s, going in", async (_, value) => {
    const script = await open();
    expect(() => script.run("ruamSetSetting", ["k", value])).toThrow(/google\.script\.run/);
  });

  it("refuses the same coming out, hides private names, and knows no other function", async () => {
    const code =
      "function bad() { return [new Date(0)] } function hidden_() { return 1 } function list() { return [undefined, 1] }";
    const script = await Script.open([{ sheet: "ก", rows: [] }], { code });
    expect(() => script.run("bad", [])).toThrow(/the answer of bad\[0\]/);
    for (const name of ["hidden_", "nothing"]) expect(() => script.run(name, [])).toThrow(/Script function not found/);
    expect(script.run("list", [])).toEqual([null, 1]);
  });

  it("the fake refuses what it does not model", async () => {
    const code = "function odd() { return SpreadsheetApp.getActiveSpreadsheet().getOwner() }";
    const script = await Script.open([{ sheet: "ก", rows: [] }], { code });
    expect(() => script.run("odd", [])).toThrow("fake Spreadsheet.getOwner is not implemented");
  });

  it("calls keep their order and never overrun Google's ten at once", async () => {
    const script = await open();
    const { host } = await hostOver(script);
    await Promise.all(Array.from({ length: 40 }, (_, i) => host.setSetting("n", String(i))));
    expect(await host.getSetting("n")).toBe("39");
  });

  it("a token is asked of Google and handed on; without one an access code is asked", async () => {
    const { host } = await hostOver(await open("a.b.c"));
    expect([host.capabilities.identity, await host.identityToken()]).toEqual(["google", "a.b.c"]);
    expect((await hostOver(await open())).host.capabilities.identity).toBe("code");
  });
});

describe("what Google says no with", () => {
  it.each([
    ["We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.", "accounts"],
    ["ขออภัย เกิดข้อผิดพลาดของเซิร์ฟเวอร์ รหัสข้อผิดพลาด PERMISSION_DENIED", "accounts"],
    ["Authorization is required to perform that action.", "accounts"],
    ["You do not have permission to call SpreadsheetApp.getActiveSpreadsheet.", "accounts"],
    ["คุณไม่มีสิทธิ์เรียกใช้ ScriptApp", "accounts"],
    ["NetworkError: Connection failure due to HTTP 0", "offline"],
    ["Exceeded maximum execution time", "slow"],
    ["Service invoked too many times for one day: premium", "quota"],
    ["Script function not found: ruamHello", "missing"],
    ["ข้อผิดพลาดที่ไม่มีใครเคยเห็น", "unknown"],
  ])("%s", (text, kind) => {
    expect(troubleOf(text)).toBe(kind);
  });

  it("every kind has its sentence and something to do, in both languages", () => {
    for (const { trouble } of Object.values(SHEETS_WORDS))
      for (const { title, why, how } of Object.values(trouble)) {
        expect([title, why].every((text) => text.length > 5)).toBe(true);
        expect(how.length).toBeGreaterThan(0);
      }
    expect(Object.keys(SHEETS_WORDS.en.trouble)).toEqual(Object.keys(SHEETS_WORDS.th.trouble));
    expect(JSON.stringify(SHEETS_WORDS.th.trouble.accounts)).toContain("หลายบัญชี");
  });

  it("is told, rejects the call as failed, and is over with the next answer", async () => {
    const script = await open();
    let fail: string | null = "Error code PERMISSION_DENIED.";
    const heard: unknown[] = [];
    const caller = callerOf(
      () => googleRun(script, () => fail),
      (kind) => heard.push(kind),
    );
    await expect(caller.call("ruamSheets")).rejects.toMatchObject({ fault: "failed" });
    fail = null;
    await caller.call("ruamSheets");
    expect(heard).toEqual(["accounts", null]);
  });
});

describe("looking for changes", () => {
  async function polling() {
    const script = await open();
    const clock = new Clock();
    let focused = true;
    const { host } = await hostOver(script, { later: clock.later, isFocused: () => focused });
    const heard: unknown[] = [];
    const stop = host.onChange((change) => heard.push(change));
    await host.read(SHEET);
    script.log();
    const pass = async (ms: number) => {
      await clock.pass(ms);
      for (let i = 0; i < 5; i++) await settle();
    };
    return { script, clock, host: host as SheetsHost, heard, stop, pass, focus: (is: boolean) => (focused = is) };
  }

  it("finds what was typed within a few seconds, while the sidebar has the focus", async () => {
    const { script, heard, pass } = await polling();
    await pass(5_000);
    expect(heard).toEqual([]);
    script.door.type(SHEET, 0, 0, "ใหม่");
    await pass(5_000);
    expect(heard).toEqual([{ sheet: SHEET }]);
    await pass(20_000);
    expect(heard).toHaveLength(1);
  });

  it("asks nothing while the sidebar has not the focus, and nothing more once nobody listens", async () => {
    const { script, pass, focus, stop, clock } = await polling();
    focus(false);
    await pass(60_000);
    expect(script.log()).toEqual([]);
    focus(true);
    await pass(5_000);
    expect(script.log().length).toBeGreaterThan(0);
    stop();
    expect(clock.waiting).toBe(0);
  });

  it("a look costs four calls, whatever the size of the sheet", async () => {
    const { script, pass } = await polling();
    await pass(4_500);
    expect(script.log()).toEqual([
      "SpreadsheetApp.getActiveSpreadsheet",
      "Spreadsheet.getSheetById",
      "Sheet.getDataRange",
      "Range.getValues",
    ]);
  });
});

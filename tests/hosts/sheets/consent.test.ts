import { describe, expect, it } from "vitest";
import { packProvince } from "../../../shared/offices/pack.ts";
import type { Grid } from "../../../shared/sheet/grid.ts";
import { SHEETS_WORDS } from "../../../shared/words/sheets.ts";
import { line, REGISTRY, sheetOf } from "../../pane/support.ts";
import { Script } from "./script.ts";

const SHEET = "101";
const words = SHEETS_WORDS.th;
const PACK = JSON.stringify(packProvince(REGISTRY, "99"));

const rows = () => [line({}), line({ office: "สมมติเหนือ" }, 2), line({ done: "/", notDone: "/" }, 3)];
const form = (): Grid => sheetOf(rows());

async function withOffices(): Promise<Script> {
  const script = await Script.open([form()]);
  script.run("ruamKeepOffices", ["99.v1", PACK]);
  script.log();
  return script;
}

describe("what Google lets a script do before anybody has consented (simulated)", () => {
  it("opening builds the menu and asks no service for anything else", async () => {
    const script = await Script.open([form()]);
    script.door.mode("NONE");
    script.call("onOpen", { authMode: "NONE" });
    script.call("onInstall", { authMode: "NONE" });
    const { menus } = script.state();
    expect(menus).toHaveLength(2);
    expect(menus[0]).toEqual({
      kind: "menu",
      name: words.app,
      items: [
        [words.menuOpen, "openSidebar"],
        [words.menuClear, "clearMarks"],
      ],
    });
    expect([...new Set(script.log())]).toEqual([
      "SpreadsheetApp.getUi",
      "Ui.createMenu",
      "Menu.addItem",
      "Menu.addToUi",
    ]);
  });

  it("what the menu names is there to be called", async () => {
    const script = await Script.open([form()]);
    script.call("onOpen");
    for (const [, name] of script.state().menus[0]!.items) script.call(name);
    expect(script.state().sidebars).toEqual([words.app]);
  });

  it("an edit is checked without a question, told in passing, and changes nothing in the sheet", async () => {
    const script = await withOffices();
    script.door.mode("LIMITED");
    const before = script.dump(SHEET);
    script.door.edit(SHEET, "D5");
    script.door.edit(SHEET, "A1:H6");
    expect(script.state().toasts).toHaveLength(2);
    expect(script.state().toasts[0]).toMatch(/^รวมแบบ: D5 .*สมมติเหนือ/);
    expect(script.state().toasts[1]).toMatch(/^รวมแบบ: D5 .*และอีก/);
    expect(script.dump(SHEET)).toEqual(before);
  });

  it("an edit that is right, one elsewhere, and one of a sheet that is no form say nothing", async () => {
    const script = await withOffices();
    script.door.mode("LIMITED");
    script.door.edit(SHEET, "D4");
    script.door.edit(SHEET, "A1");
    const other = await Script.open([{ sheet: "บันทึก", rows: [["ซื้อของ", 5]] }]);
    other.door.mode("LIMITED");
    other.door.edit(SHEET, "A1");
    expect([script.state().toasts, other.state().toasts]).toEqual([[], []]);
  });

  it("without the list of offices nothing is said about offices and districts, and the rest still is", async () => {
    const script = await Script.open([form()]);
    script.door.mode("LIMITED");
    script.door.edit(SHEET, "D5");
    expect(script.state().toasts).toEqual([]);
    script.door.edit(SHEET, "F6:G6");
    expect(script.state().toasts[0]).toMatch(/^รวมแบบ: F6 /);
  });

  it("the custom function spills cell, verdict and sentence, and may only read", async () => {
    const script = await withOffices();
    const answer = JSON.parse(script.door.customFunction(SHEET, "A1:H6")) as string[][];
    expect(answer[0]).toEqual([words.cell, words.verdict, words.message]);
    expect(answer.slice(1).map(([cell, verdict]) => [cell, verdict])).toEqual(
      expect.arrayContaining([
        ["D5", words.verdicts.suggest],
        ["F6", words.verdicts.error],
      ]),
    );
    expect(new Set(answer.map((row) => row.length))).toEqual(new Set([3]));
    expect(script.log().filter((name) => /\.set|toast/.test(name))).toEqual([]);
  });

  it("the custom function counts from where the range begins, and asks for a range when given none", async () => {
    const script = await withOffices();
    // The same cells, said to begin two rows further down.
    const moved = JSON.parse(script.door.customFunction(SHEET, "A1:H6", "A3")) as string[][];
    expect(moved.map(([cell]) => cell)).toContain("D7");
    expect(script.call("RUAM_CHECK", "ก")).toEqual([[words.needsRange]]);
  });

  it("a sheet with nothing to settle says so, and without a list what was not looked at", async () => {
    const script = await Script.open([sheetOf([line({})])]);
    const answer = JSON.parse(script.door.customFunction(SHEET, "A1:H4")) as string[][];
    expect(answer.slice(1)).toEqual([
      ["", words.nothing, words.nothingWrong],
      ["", "", words.noList],
    ]);
  });

  it("a trigger that goes wrong is silent for who is typing", async () => {
    const script = await Script.open([form()]);
    script.call("onEdit");
    script.door.mode("NONE");
    script.door.edit(SHEET, "D5");
    expect(script.state().toasts.filter((text) => !text.startsWith("log:"))).toEqual([]);
  });

  it("the list is kept in parts that fit, once for each version", async () => {
    const script = await Script.open([form()]);
    const long = JSON.stringify({ ...JSON.parse(PACK), elsewhere: { 10: "ก".repeat(30_000) } });
    script.run("ruamKeepOffices", ["99.v1", long]);
    expect(Number(script.state().properties["ruam.offices.count"])).toBeGreaterThan(10);
    script.log();
    script.run("ruamKeepOffices", ["99.v1", long]);
    expect(script.log()).not.toContain("Properties.setProperties");
    script.run("ruamKeepOffices", ["99.v2", PACK]);
    script.door.mode("LIMITED");
    script.door.edit(SHEET, "D5");
    expect(script.state().toasts).toHaveLength(1);
  });
});

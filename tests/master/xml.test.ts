import { describe, expect, it } from "vitest";
import { inlineRest, Texts } from "../../worker/master/texts.ts";
import { escapeXml, letters, quoteSheet, sharedItem, sheetName } from "../../worker/master/xml.ts";

const style = { plain: 1, quoted: 2 };

describe("text in a sheet's XML", () => {
  it.each([
    ["markup", `<a href="x">&</a>`, "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;"],
    ["control characters", "a\u0000b\u0008c\u001f", "a_x0000_b_x0008_c_x001F_"],
    ["a carriage return", "a\r\nb", "a_x000D_\nb"],
    ["tab and line feed stay", "a\tb\nc", "a\tb\nc"],
    ["what looks like an escape", "_x000D_ _x0041_ _xZZZZ_", "_x005F_x000D_ _x005F_x0041_ _xZZZZ_"],
    ["escapes that overlap", "_x0041_x0042_", "_x005F_x0041_x005F_x0042_"],
    ["half a surrogate pair", "ก\ud83dข\ude00", "ก\ufffdข\ufffd"],
    ["a whole pair", "😀", "😀"],
    ["no characters", "\ufffe\uffff", "\ufffd\ufffd"],
    ["Thai with marks in its own order", "น้ำ กำ เเก", "น้ำ กำ เเก"],
  ])("%s", (_name, text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });

  it("keeps spaces, and cuts at what a cell holds", () => {
    expect(sharedItem(" ก ")).toBe('<t xml:space="preserve"> ก </t>');
    expect(sharedItem("ก".repeat(40_000))).toBe(`<t>${"ก".repeat(32_766)}…</t>`);
  });

  it.each([
    ["=1+1", 2],
    ["+66", 2],
    ["-", 2],
    ["@SUM(A1)", 2],
    ["\t=1", 2],
    ["\r=1", 2],
    ["1=1", 1],
    ["", 1],
  ])("%j is text in style %i, never a formula", (text, number) => {
    for (const rest of [inlineRest(text, style), new Texts().rest(text, style)]) {
      expect(rest).toContain(`" s="${number}"`);
      expect(rest).not.toContain("<f>");
    }
  });

  it("shares a text that comes again, and stops sharing before the table grows with the rows", () => {
    const texts = new Texts();
    expect([texts.rest("ก", style), texts.rest("ข", style), texts.rest("ก", style)]).toEqual([
      '" s="1" t="s"><v>0</v></c>',
      '" s="1" t="s"><v>1</v></c>',
      '" s="1" t="s"><v>0</v></c>',
    ]);
    for (let i = 0; i < 70_000; i++) texts.rest(`t${i}`, style);
    expect(texts.rest("one more", style)).toContain("inlineStr");
    expect([...texts.xml()].length).toBe(65_536 + 2);
  });
});

describe("names", () => {
  it.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16_383, "XFD"],
  ])("column %i is %s", (index, name) => {
    expect(letters(index)).toBe(name);
  });

  it.each([
    ["ต.ค.66", "ต.ค.66"],
    ["a/b:c*d?e[f]\\g", "a b c d e f  g"],
    ["'quoted'", "quoted"],
    ["it's", "it's"],
    ["", "แบบรายงาน"],
    ["ก".repeat(40), "ก".repeat(31)],
  ])("a sheet called %j is named %j", (wanted, name) => {
    expect(sheetName(wanted)).toBe(name);
  });

  it("doubles a quote in a sheet's name where a formula speaks of it", () => {
    expect(quoteSheet("it's")).toBe("'it''s'");
  });
});

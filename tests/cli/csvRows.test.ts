import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows, decodeText } from "../../worker/cli/csvRows.ts";

describe("csvRows", () => {
  it.each([
    ["nothing", "", []],
    ["empty lines", "\n\r\n", []],
    [
      "plain lines, LF",
      "ก,ข\n1,2\n",
      [
        ["ก", "ข"],
        ["1", "2"],
      ],
    ],
    [
      "CR LF and no last line end",
      "ก,ข\r\n1,",
      [
        ["ก", "ข"],
        ["1", ""],
      ],
    ],
    [
      "a byte order mark",
      "\uFEFFก,ข\n1,2",
      [
        ["ก", "ข"],
        ["1", "2"],
      ],
    ],
    ["a comma in quotes", 'ก,"www,ตัวอย่าง",ค\nง', [["ก", "www,ตัวอย่าง", "ค"], ["ง"]]],
    ["doubled quotes", '"""-""",x\r\ny', [['"-"', "x"], ["y"]]],
    ["a line break in quotes", '"ก\nข",ค\nง', [["ก\nข", "ค"], ["ง"]]],
    ["a quote that never ends", 'ก,"ข\nค', [["ก", "ข\nค"]]],
  ])("%s", (_, text, rows) => {
    expect(csvRows(text)).toEqual(rows);
  });

  it("gives back whatever was quoted", () => {
    const field = fc.string({ unit: fc.constantFrom("ก", "ำ", ",", '"', "\n", "\r", " ", "1") });
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { maxLength: 5 }), (rows) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        expect(csvRows(text)).toEqual(rows);
      }),
    );
  });
});

describe("decodeText", () => {
  it.each([
    ["UTF-8", new TextEncoder().encode("อบต.")],
    ["UTF-8 with a byte order mark", new TextEncoder().encode("\uFEFFอบต.")],
    ["Windows-874", Uint8Array.of(0xcd, 0xba, 0xb5, 0x2e)],
  ])("%s", (_, bytes) => {
    expect(decodeText(bytes)).toBe("อบต.");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchKey } from "../../shared/text/key.ts";
import { retypeAsThai } from "../../shared/text/keyboard.ts";
import { normalizeText } from "../../shared/text/normalize.ts";

describe("the Thai normaliser", () => {
  const table: [raw: string, text: string, codes: string[]][] = [
    ["อบต.แม่ปะ\u200B", "อบต.แม่ปะ", ["TXT_ZERO_WIDTH"]],
    ["\uFEFFลอง", "ลอง", ["TXT_ZERO_WIDTH"]],
    ["อบต.\u00A0ป่าแดง", "อบต. ป่าแดง", ["TXT_NBSP"]],
    ["ลอง\u00A0", "ลอง", ["TXT_NBSP"]],
    [" ลอง\u00A0", "ลอง", ["TXT_NBSP", "TXT_SPACE"]],
    ["บ้าน\nปง", "บ้านปง", ["TXT_LINEBREAK"]],
    ["เด็กป่วย\n2 คน", "เด็กป่วย 2 คน", ["TXT_LINEBREAK"]],
    ["บ้านน\u0E4D\u0E49\u0E32ใส", "บ้านน้ำใส", ["TXT_SARA_AM"]],
    ["บ้านน\u0E49\u0E4D\u0E32ใส", "บ้านน้ำใส", ["TXT_SARA_AM"]],
    ["บ้านน\u0E33\u0E49ใส", "บ้านน้ำใส", ["TXT_SARA_AM"]],
    ["\u0E40\u0E40ม่ต้าน", "แม่ต้าน", ["TXT_DOUBLE_SARA_E"]],
    ["ท\u0E48\u0E35ว่าการ", "ที่ว่าการ", ["TXT_MARK_ORDER"]],
    ["บ\u0E49\u0E49าน", "บ้าน", ["TXT_DUP_MARK"]],
    ["  อบต.ลอง  ใต้ ", "อบต.ลอง ใต้", ["TXT_SPACE"]],
    ["กำ", "กำ", []],
    ["“เมืองฯ” – ๑๒", "“เมืองฯ” – ๑๒", []],
    ["", "", []],
    ["   ", "", ["TXT_SPACE"]],
  ];
  for (const [raw, text, codes] of table)
    it(`reads ${JSON.stringify(raw)} as ${JSON.stringify(text)}`, () =>
      expect(normalizeText(raw)).toEqual({ text, codes }));

  const messy = fc
    .array(
      fc.oneof(
        fc.integer({ min: 0x0e01, max: 0x0e5b }),
        fc.constantFrom(
          0x20,
          0x0a,
          0xa0,
          0x200b,
          0xfeff,
          0x0e40,
          0x0e33,
          0x0e4d,
          0x0e32,
          0x0e48,
          0x0e49,
          0x30,
          0x41,
          0x2013,
        ),
      ),
      { maxLength: 24 },
    )
    .map((codes) => String.fromCodePoint(...codes));

  it("has nothing left to do to its own answer", () => {
    fc.assert(
      fc.property(messy, (raw) => {
        const once = normalizeText(raw).text;
        expect(normalizeText(once)).toEqual({ text: once, codes: [] });
      }),
      { numRuns: 5000 },
    );
  });

  it("says so whenever it changes anything", () => {
    fc.assert(
      fc.property(messy, (raw) => {
        const { text, codes } = normalizeText(raw);
        expect(codes.length > 0).toBe(text !== raw);
      }),
      { numRuns: 5000 },
    );
  });

  it("gives one key to spellings that differ only in spaces, dots, hyphens, brackets, digits and ฯ", () => {
    expect(["สุไหงโก-ลก", "สุไหงโกลก", "สุไหง โกลก"].map(matchKey)).toEqual(Array(3).fill("สุไหงโกลก"));
    expect([matchKey("กม.๕"), matchKey("กม 5"), matchKey("ฤๅษี"), matchKey("แพร")]).toEqual([
      "กม5",
      "กม5",
      "ฤาษี",
      "แพร",
    ]);
  });

  it("reads what was typed on the English layout", () => {
    expect([retypeAsThai("9kd"), retypeAsThai("ตาก"), retypeAsThai("")]).toEqual(["ตาก", null, null]);
  });
});

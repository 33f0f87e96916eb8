import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../shared/sheet/grid.ts";
import { readWorkbook } from "../../../shared/workbook/read.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Thai letters as Windows-874 has them: one byte each, from U+0E01 at A1. */
function windows874(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = char.charCodeAt(0);
    return code >= 0x0e01 && code <= 0x0e5b ? code - 0x0e00 + 0xa0 : code;
  });
}

function utf16(text: string, littleEndian: boolean, mark = true): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + (mark ? 2 : 0)));
  if (mark) view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i + (mark ? 2 : 0), text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

async function rows(bytes: Uint8Array, fileName?: string): Promise<Cell[][]> {
  return (await readWorkbook(bytes, { fileName })).sheets[0]!.rows;
}

const SAMPLE = "ที่,จังหวัด,ที่อยู่\r\n1,แพร่,ตำบลช่อแฮ อำเภอเมืองแพร่\r\n2,กรุงเทพฯ,เก่งน้ำใจ้\r\n";
const EXPECTED = [
  ["ที่", "จังหวัด", "ที่อยู่"],
  [1, "แพร่", "ตำบลช่อแฮ อำเภอเมืองแพร่"],
  [2, "กรุงเทพฯ", "เก่งน้ำใจ้"],
];

describe("Thai text is read in the encoding it was saved in", () => {
  it.each<[string, Uint8Array]>([
    ["UTF-8", utf8(SAMPLE)],
    ["UTF-8 with a mark", utf8(`\ufeff${SAMPLE}`)],
    ["Windows-874 / TIS-620", windows874(SAMPLE)],
    ["UTF-16 little-endian with a mark (Excel's Unicode text)", utf16(SAMPLE, true)],
    ["UTF-16 big-endian with a mark", utf16(SAMPLE, false)],
    ["UTF-16 little-endian without a mark", utf16(SAMPLE, true, false)],
    ["with DOS's end mark", utf8(`${SAMPLE}\u001a`)],
  ])("%s", async (_, bytes) => {
    expect(await rows(bytes)).toEqual(EXPECTED);
  });
});

describe("fields are split as Excel splits them", () => {
  const cases: [promise: string, text: string, rows: Cell[][]][] = [
    [
      "commas",
      "ก,ข\n1,2\n",
      [
        ["ก", "ข"],
        [1, 2],
      ],
    ],
    [
      "semicolons, though the texts hold commas",
      "ก;ข\n1,5;2\n3,5;4\n",
      [
        ["ก", "ข"],
        ["1,5", 2],
        ["3,5", 4],
      ],
    ],
    [
      "tabs",
      "ก\tข\n1\t2",
      [
        ["ก", "ข"],
        [1, 2],
      ],
    ],
    [
      "bars",
      "ก|ข\n1|2",
      [
        ["ก", "ข"],
        [1, 2],
      ],
    ],
    ["the separator told in the first line", "sep=;\r\nก,x;ข\r\n", [["ก,x", "ข"]]],
    ["one column", "ก\nข\n", [["ก"], ["ข"]]],
    [
      "old Mac line ends",
      "ก,ข\r1,2",
      [
        ["ก", "ข"],
        [1, 2],
      ],
    ],
    [
      "quoted separators, quotes and line breaks",
      '"ก,1","ข ""ค""","ง\r\nจ"\n1,2,3',
      [
        ["ก,1", 'ข "ค"', "ง\r\nจ"],
        [1, 2, 3],
      ],
    ],
    ["a quote inside a field", 'ยาว 5" กว้าง,ข\n', [['ยาว 5" กว้าง', "ข"]]],
    ["text after a closing quote", '"ก"ข,ค\n', [["กข", "ค"]]],
    ["empty fields and rows", "ก,,\n\n,,ข\n", [["ก"], [], [null, null, "ข"]]],
    ["a formula stays text", "=1+1,@x,+5\n", [["=1+1", "@x", "+5"]]],
    ["a first field of __proto__", "__proto__,constructor\n", [["__proto__", "constructor"]]],
  ];
  it.each(cases)("%s", async (_, text, expected) => {
    expect(await rows(utf8(text))).toEqual(expected);
  });

  it.each([
    ["12", 12],
    ["-3.25", -3.25],
    ["0", 0],
    ["1234567890123", 1234567890123],
    ["0812345678", "0812345678"],
    ["1.50", "1.50"],
    ["1,234", "1,234"],
    ["12345678901234567", "12345678901234567"],
    ["1e5", "1e5"],
    [" 7", " 7"],
    ["-0", "-0"],
    ["๑๒", "๑๒"],
    ["1/10/2566", "1/10/2566"],
    ["TRUE", "TRUE"],
  ])("%s", async (field, value) => {
    expect(await rows(utf8(`"${field}";x`))).toEqual([[value, "x"]]);
  });

  it("the file's name names the sheet", async () => {
    const workbook = await readWorkbook(utf8("ก,ข"), { fileName: "รายงาน ต.ค.66.csv" });
    expect(workbook).toEqual({
      fileName: "รายงาน ต.ค.66.csv",
      names: [],
      sheets: [{ sheet: "รายงาน ต.ค.66", rows: [["ก", "ข"]] }],
    });
  });

  it("whatever texts are written, the same texts are read", async () => {
    const field = fc.string({
      unit: fc.constantFrom("ก", "ำ", ",", ";", '"', "\n", "\r", " ", "x", "=", "\t"),
      minLength: 1,
      maxLength: 8,
    });
    const sheet = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sheet, async (texts) => {
        const csv = texts.map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(",")).join("\r\n");
        expect(await rows(utf8(`sep=,\r\n${csv}`))).toEqual(texts);
      }),
    );
  });
});

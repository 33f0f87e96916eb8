import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCount } from "../../shared/rules/count.ts";
import type { Reading } from "../../shared/rules/reading.ts";

type Expected = [verdict: string, value: unknown, codes: string[], suggestions?: unknown[]];

const told = ({ verdict, value, codes, suggestions }: Reading) => [verdict, value, codes, suggestions];
const wanted = ([verdict, value, codes, suggestions = []]: Expected) => [verdict, value, codes, suggestions];

type Field = Parameters<typeof readCount>[1];
const people: Field = { kind: "count", units: ["คน"], unusual: 1000 };
const photos: Field = { kind: "count", units: ["ภาพ"] };
const places: Field = { kind: "count", units: ["แห่ง"] };
const baht: Field = { kind: "money", units: ["บาท"] };

/** What people write for a number of people, and what becomes of it. Nothing rough is ever taken for a figure. */
const PEOPLE: [typed: string | number | boolean, expected: Expected][] = [
  ["มาก", ["error", null, ["NUM_NOT_INTEGER"]]],
  ["3.5 คน", ["error", null, ["NUM_UNIT", "NUM_NOT_INTEGER"]]],
  ["-5", ["error", null, ["NUM_NOT_INTEGER"]]],
  ["−5", ["error", null, ["NUM_NOT_INTEGER"]]],
  ["50±5", ["suggest", null, ["NUM_APPROX"], [50]]],
  ["ปมณ. 50 คน", ["suggest", null, ["NUM_UNIT", "NUM_APPROX"], [50]]],
  ["40 คน (อสม. และ อปพร.)", ["suggest", null, ["NUM_UNIT", "NUM_SUM_TEXT"], [40]]],
  ["40 คน (สี่สิบคน)", ["fixed", 40, ["NUM_UNIT"]]],
  [1101700230708, ["warn", 1101700230708, ["NUM_OUTLIER", "PII"]]],
  ["12,5", ["error", null, ["NUM_NOT_INTEGER"]]],
  ["1,2500", ["error", null, ["NUM_NOT_INTEGER"]]],
  ["1.250", ["error", null, ["NUM_SEPARATOR", "NUM_NOT_INTEGER"]]],
  ["10/12", ["error", null, ["NUM_NOT_INTEGER"]]],
  [3.5, ["error", null, ["NUM_NOT_INTEGER"]]],
  [-2, ["error", null, ["NUM_NOT_INTEGER"]]],
  [true, ["error", null, ["NUM_NOT_INTEGER"]]],
  ["7 ภาคส่วน", ["error", null, ["NUM_WRONG_UNIT"]]],
  ["15 ครัวเรือน", ["error", null, ["NUM_WRONG_UNIT"]]],
  ["๓ แห่ง", ["error", null, ["TXT_THAI_DIGIT", "NUM_WRONG_UNIT"]]],
  ["500 บาท", ["error", null, ["NUM_WRONG_UNIT"]]],
  ["ราว 40", ["suggest", null, ["NUM_APPROX"], [40]]],
  ["ประมาณ 50", ["suggest", null, ["NUM_APPROX"], [50]]],
  ["ประมาณ ๕๐ คน", ["suggest", null, ["TXT_THAI_DIGIT", "NUM_UNIT", "NUM_APPROX"], [50]]],
  ["50 กว่า", ["suggest", null, ["NUM_APPROX"], [50]]],
  ["50 กว่าคน", ["suggest", null, ["NUM_UNIT", "NUM_APPROX"], [50]]],
  ["กว่า 30", ["suggest", null, ["NUM_APPROX"], [30]]],
  ["30+", ["suggest", null, ["NUM_APPROX"], [30]]],
  ["20-30", ["suggest", null, ["NUM_APPROX"], [20, 30]]],
  ["๒๐ - ๓๐ คน", ["suggest", null, ["TXT_THAI_DIGIT", "NUM_UNIT", "NUM_APPROX"], [20, 30]]],
  ["ไม่น้อยกว่า 20 คน", ["suggest", null, ["NUM_UNIT", "NUM_APPROX"], [20]]],
  ["25 คนขึ้นไป", ["suggest", null, ["NUM_UNIT", "NUM_APPROX"], [25]]],
  ["ร้อยกว่าคน", ["suggest", null, ["NUM_UNIT", "NUM_APPROX"], [100]]],
  ["หลายคน", ["suggest", null, ["NUM_APPROX"]]],
  ["20+15", ["suggest", null, ["NUM_SUM_TEXT"], [35]]],
  ["ชาย 12 หญิง 18", ["suggest", null, ["NUM_SUM_TEXT"], [30]]],
  ["ชาย 12 คน หญิง 18 คน", ["suggest", null, ["NUM_UNIT", "NUM_SUM_TEXT"], [30]]],
  ["ชาย 12 หญิง 18 รวม 30", ["suggest", null, ["NUM_SUM_TEXT"], [30]]],
  ["60 (อปพร. 15)", ["suggest", null, ["NUM_SUM_TEXT"], [60, 75]]],
  ["เด็ก 30 คน", ["suggest", null, ["NUM_UNIT", "NUM_SUM_TEXT"], [30]]],
  ["1 250", ["suggest", null, ["NUM_SEPARATOR"], [1250]]],
  ["ยี่สิบ", ["suggest", null, ["NUM_WORD"], [20]]],
  ["ยี่สิบห้าคน", ["suggest", null, ["NUM_UNIT", "NUM_WORD"], [25]]],
  ["2O คน", ["suggest", null, ["NUM_UNIT", "NUM_LETTER"], [20]]],
  ["l5", ["suggest", null, ["NUM_LETTER"], [15]]],
  [2500, ["warn", 2500, ["NUM_OUTLIER"]]],
  ["1,250 คน", ["warn", 1250, ["NUM_UNIT", "NUM_SEPARATOR", "NUM_OUTLIER"]]],
  ["๒๕ คน", ["fixed", 25, ["TXT_THAI_DIGIT", "NUM_UNIT"]]],
  ["25คน", ["fixed", 25, ["NUM_UNIT"]]],
  ["25 ราย", ["fixed", 25, ["NUM_UNIT"]]],
  ["จำนวน 25 คน", ["fixed", 25, ["NUM_UNIT"]]],
  ["25 (ยี่สิบห้า) คน", ["fixed", 25, ["NUM_UNIT"]]],
  ["25.", ["fixed", 25, ["NUM_SEPARATOR"]]],
  ["๓๒", ["fixed", 32, ["TXT_THAI_DIGIT"]]],
  [" 25 ", ["fixed", 25, ["TXT_SPACE"]]],
  ["-", ["fixed", 0, ["NUM_ZERO_WORD"]]],
  ["–", ["fixed", 0, ["NUM_ZERO_WORD"]]],
  ["ไม่มี", ["fixed", 0, ["NUM_ZERO_WORD"]]],
  ["0", ["ok", 0, []]],
  ["25", ["ok", 25, []]],
  [25, ["ok", 25, []]],
];

const OTHERS: [typed: string, field: Field, expected: Expected][] = [
  ["๔ รูป", photos, ["fixed", 4, ["TXT_THAI_DIGIT", "NUM_UNIT"]]],
  ["4 คน", photos, ["error", null, ["NUM_WRONG_UNIT"]]],
  ["๒ แห่ง", places, ["fixed", 2, ["TXT_THAI_DIGIT", "NUM_UNIT"]]],
  ["2 ศูนย์", places, ["fixed", 2, ["NUM_UNIT"]]],
  ["3,500.-", baht, ["fixed", 3500, ["NUM_SEPARATOR"]]],
  ["3,500 บาท", baht, ["fixed", 3500, ["NUM_UNIT", "NUM_SEPARATOR"]]],
  ["๑๐,๐๐๐ บาทถ้วน", baht, ["fixed", 10000, ["TXT_THAI_DIGIT", "NUM_UNIT", "NUM_SEPARATOR"]]],
  ["1,250.50", baht, ["fixed", 1250.5, ["NUM_SEPARATOR"]]],
  ["ไม่ใช้งบประมาณ", baht, ["fixed", 0, ["NUM_ZERO_WORD"]]],
  ["2 หมื่น", baht, ["suggest", null, ["NUM_WORD"], [20000]]],
  ["1.5 ล้านบาท", baht, ["suggest", null, ["NUM_WORD"], [1500000]]],
  ["สองพันบาท", baht, ["suggest", null, ["NUM_UNIT", "NUM_WORD"], [2000]]],
  ["3500 คน", baht, ["error", null, ["NUM_WRONG_UNIT"]]],
  ["0.005", baht, ["error", null, ["NUM_NOT_INTEGER"]]],
];

describe("a number of people", () => {
  it.each(PEOPLE)("%j", (typed, expected) => {
    expect(told(readCount(typed, people))).toEqual(wanted(expected));
  });
});

describe("other counts, and money", () => {
  it.each(OTHERS)("%s", (typed, field, expected) => {
    expect(told(readCount(typed, field))).toEqual(wanted(expected));
  });
});

const thai = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

describe("whatever the number", () => {
  it("a plain way of writing it gives that number, and a rough one gives none", () => {
    const plain = [
      (n: number) => String(n),
      (n: number) => `${n} คน`,
      (n: number) => thai(`${n}คน`),
      (n: number) => n.toLocaleString("en-US"),
    ];
    const rough = [
      (n: number) => `ประมาณ ${n}`,
      (n: number) => `${n} กว่า`,
      (n: number) => `${n}+`,
      (n: number) => `${n}-${n + 5}`,
      (n: number) => thai(`ราว ${n} คน`),
    ];
    fc.assert(
      fc.property(fc.nat(999_999), fc.constantFrom(...plain), fc.constantFrom(...rough), (n, sure, vague) => {
        expect(readCount(sure(n), people).value).toBe(n);
        const asked = readCount(vague(n), people);
        expect([asked.verdict, asked.value, asked.suggestions[0]]).toEqual(["suggest", null, n]);
      }),
    );
  });

  it("no text at all is ever taken for a number that does not stand in it", () => {
    const piece = fc.constantFrom(
      "1",
      "2",
      "50",
      "๓",
      "๐",
      " ",
      ",",
      ".",
      "-",
      "+",
      "คน",
      "กว่า",
      "ประมาณ",
      "(",
      ")",
      "ยี่",
      "สิบ",
      "O",
      "l",
      "/",
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const typed = pieces.join("");
        const { verdict, value } = readCount(typed, { kind: "count" });
        if (verdict !== "ok" && verdict !== "fixed") return;
        const digits = typed.replace(/[๐-๙]/g, (one) => String(one.charCodeAt(0) - 0x0e50)).replace(/[^0-9.]/g, "");
        // Dots behind a number are the form's dotted line.
        if (value !== null && value !== 0) expect(Number(digits.replace(/\.+$/, ""))).toBe(value);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("money with three figures behind a dot", () => {
  it.each<[typed: string, proposals: number[]]>([
    ["3.500", [3500, 3.5]],
    ["10.000", [10_000, 10]],
    ["12.500 บาท", [12_500, 12.5]],
    ["๓.๕๐๐", [3500, 3.5]],
    ["1.500.-", [1500, 1.5]],
    ["3.575", [3575]],
  ])("%s is asked, never taken", (typed, proposals) => {
    const { verdict, value, suggestions } = readCount(typed, baht);
    expect([verdict, value, suggestions]).toEqual(["suggest", null, proposals]);
  });
  it("satang and commas are read as before", () => {
    expect(["3.50", "3,500.00", "3,500"].map((typed) => readCount(typed, baht).value)).toEqual([3.5, 3500, 3500]);
    expect(told(readCount("3,500 บาท (สามพันห้าร้อยบาทถ้วน)", baht)).slice(0, 2)).toEqual(["fixed", 3500]);
  });
});

import { describe, expect, it } from "vitest";
import { readCategory } from "../../shared/rules/category.ts";
import { readDuration } from "../../shared/rules/duration.ts";
import { declaresNothing, readFreeText, readMoo, readSubdistrict } from "../../shared/rules/freeText.ts";
import { readLink } from "../../shared/rules/link.ts";
import { readPhone } from "../../shared/rules/phone.ts";
import type { Reading } from "../../shared/rules/reading.ts";
import { readRemark } from "../../shared/rules/remark.ts";
import type { Cell } from "../../shared/sheet/grid.ts";

type Expected = [verdict: string, value: unknown, codes: string[], suggestions?: unknown[]];
const told = ({ verdict, value, codes, suggestions }: Reading) => [verdict, value, codes, suggestions];
const wanted = ([verdict, value, codes, suggestions = []]: Expected) => [verdict, value, codes, suggestions];

/** A clip of at most thirty seconds. A time of day is a serial below one. */
const CLIPS: [typed: Exclude<Cell, null>, expected: Expected][] = [
  ["สั้น ๆ", ["error", null, ["CLIP_DURATION"]]],
  ["1 นาที", ["error", null, ["NUM_UNIT", "CLIP_TOO_LONG"]]],
  ["1:30", ["error", null, ["CLIP_TOO_LONG", "CLIP_DURATION"]]],
  [45, ["error", null, ["CLIP_TOO_LONG"]]],
  [-1, ["error", null, ["NUM_NOT_INTEGER"]]],
  [{ v: 45_444, t: "d" }, ["error", null, ["CLIP_DURATION"]]],
  [{ v: 30 / 1440, t: "d", fmt: "h:mm" }, ["suggest", null, ["CLIP_DURATION"], [30]]],
  [25 / 1440, ["suggest", null, ["CLIP_DURATION"], [25]]],
  ["1.30 นาที", ["suggest", null, ["CLIP_DURATION"], [90, 78]]],
  ["ครึ่งนาที", ["suggest", null, ["CLIP_DURATION"], [30]]],
  ["ประมาณ 30 วินาที", ["suggest", null, ["NUM_APPROX"], [30]]],
  [{ v: 28 / 86_400, t: "d", fmt: "h:mm:ss" }, ["fixed", 28, ["CLIP_DURATION"]]],
  ["0:30", ["fixed", 30, ["CLIP_DURATION"]]],
  ["00:00:30", ["fixed", 30, ["CLIP_DURATION"]]],
  ["30 วินาที", ["fixed", 30, ["NUM_UNIT"]]],
  ["๒๘ วิ.", ["fixed", 28, ["TXT_THAI_DIGIT", "NUM_UNIT"]]],
  ["-", ["fixed", 0, ["NUM_ZERO_WORD"]]],
  ["30", ["ok", 30, []]],
  [30, ["ok", 30, []]],
];

const PHONES: [typed: string | number, expected: Expected][] = [
  [812_345_678, ["suggest", null, ["PHONE_ZERO_LOST"], ["081-234-5678"]]],
  ["812345678", ["suggest", null, ["PHONE_ZERO_LOST"], ["081-234-5678"]]],
  [54_123_456, ["suggest", null, ["PHONE_ZERO_LOST"], ["0-5412-3456"]]],
  ["08123", ["warn", "08123", ["PHONE"]]],
  ["081-234-5678, 089-999-9999", ["warn", "081-234-5678, 089-999-9999", ["PHONE"]]],
  ["สอบถามที่อำเภอ", ["warn", "สอบถามที่อำเภอ", ["PHONE"]]],
  ["๐๘๑-๒๓๔-๕๖๗๘", ["fixed", "081-234-5678", ["TXT_THAI_DIGIT"]]],
  ["081 234 5678", ["fixed", "081-234-5678", ["PHONE"]]],
  ["โทร. 081-234-5678", ["fixed", "081-234-5678", ["PHONE"]]],
  ["+66 81 234 5678", ["fixed", "081-234-5678", ["PHONE"]]],
  ["054-123-456 ต่อ ๑๒", ["fixed", "0-5412-3456 ต่อ 12", ["TXT_THAI_DIGIT", "PHONE"]]],
  ["081-234-5678", ["ok", "081-234-5678", []]],
  ["0812345678", ["ok", "0812345678", []]],
  ["0-5412-3456 ต่อ 12", ["ok", "0-5412-3456 ต่อ 12", []]],
  ["-", ["ok", "", []]],
];

const LIST = [
  { value: "จิตอาสาพัฒนา", aliases: ["พัฒนา"] },
  { value: "จิตอาสาภัยพิบัติ", aliases: ["ภัยพิบัติ"] },
  { value: "จิตอาสาเฉพาะกิจ", aliases: ["เฉพาะกิจ"] },
];
const CATEGORIES: [typed: string | number, expected: Expected][] = [
  ["กีฬา", ["error", null, ["CATEGORY_UNKNOWN"], LIST.map((one) => one.value)]],
  [2, ["error", null, ["CATEGORY_UNKNOWN"], LIST.map((one) => one.value)]],
  ["จิตอาสา", ["suggest", null, ["CATEGORY"], LIST.map((one) => one.value)]],
  ["จิตอาสาพัฒณา", ["suggest", null, ["CATEGORY"], ["จิตอาสาพัฒนา"]]],
  ["ภัยพิบัต", ["suggest", null, ["CATEGORY"], ["จิตอาสาภัยพิบัติ"]]],
  ["จิตอาสาพัฒนา/ภัยพิบัติ", ["suggest", null, ["CATEGORY_UNKNOWN"], ["จิตอาสาพัฒนา", "จิตอาสาภัยพิบัติ"]]],
  ["ภัยพิบัติ", ["fixed", "จิตอาสาภัยพิบัติ", ["CATEGORY"]]],
  ["๑. จิตอาสาพัฒนา", ["fixed", "จิตอาสาพัฒนา", ["CATEGORY"]]],
  ["จิตอาสา พัฒนา", ["fixed", "จิตอาสาพัฒนา", ["CATEGORY"]]],
  ["จิตอาสาพัฒนา ", ["fixed", "จิตอาสาพัฒนา", ["TXT_SPACE"]]],
  ["-", ["ok", null, []]],
  ["จิตอาสาพัฒนา", ["ok", "จิตอาสาพัฒนา", []]],
];

/** Not a number of anybody: its check digit only is right. */
const NATIONAL_ID = "1-1111-11111-11-9";

const WORDS: [typed: string, expected: Expected][] = [
  [`ผู้ประสานงาน ${NATIONAL_ID}`, ["warn", `ผู้ประสานงาน ${NATIONAL_ID}`, ["PII"]]],
  ["ด.ช.สมมติ ตัวอย่าง", ["warn", "ด.ช.สมมติ ตัวอย่าง", ["PII"]]],
  ["=1+1", ["warn", "=1+1", ["CELL_FORMULA_TEXT"]]],
  ["นํ้าใส", ["fixed", "น้ำใส", ["TXT_SARA_AM"]]],
  ["ไม่มี", ["ok", "", []]],
  ["ปลูกต้นไม้ 111 ต้น", ["ok", "ปลูกต้นไม้ 111 ต้น", []]],
];

describe("the length of a clip", () => {
  it.each(CLIPS)("%j", (typed, expected) => expect(told(readDuration(typed, 30))).toEqual(wanted(expected)));
  it("has no limit where the letter gives none", () =>
    expect(told(readDuration("3 นาที", null))).toEqual(wanted(["fixed", 180, ["NUM_UNIT"]])));
});

describe("a phone number", () => {
  it.each(PHONES)("%j", (typed, expected) => expect(told(readPhone(typed))).toEqual(wanted(expected)));
});

describe("a value of a list", () => {
  it.each(CATEGORIES)("%j", (typed, expected) => expect(told(readCategory(typed, LIST))).toEqual(wanted(expected)));
});

describe("words of one's own", () => {
  it.each(WORDS)("%j", (typed, expected) => expect(told(readFreeText(typed, false))).toEqual(wanted(expected)));

  it("names a person where the column is for that", () =>
    expect(told(readFreeText("นางสาวสมมติ ตัวอย่าง 081-234-5678", true))[0]).toBe("ok"));

  it.each([
    ["ต.ตัวอย่าง", ["fixed", "ตัวอย่าง", ["GEO_PREFIX"]]],
    ["ตำบล ตัวอย่าง", ["fixed", "ตัวอย่าง", ["GEO_PREFIX"]]],
    ["ตัวอย่าง", ["ok", "ตัวอย่าง", []]],
  ] as [string, Expected][])("a subdistrict: %s", (typed, expected) =>
    expect(told(readSubdistrict(typed))).toEqual(wanted(expected)),
  );

  it.each([
    ["หมู่ที่ ๕", ["fixed", 5, ["TXT_THAI_DIGIT", "GEO_PREFIX"]]],
    ["ม.5", ["fixed", 5, ["GEO_PREFIX"]]],
    ["5, 6", ["ok", "5, 6", []]],
    [5, ["ok", 5, []]],
  ] as [string | number, Expected][])("a village number: %j", (typed, expected) =>
    expect(told(readMoo(typed))).toEqual(wanted(expected)),
  );

  it.each([
    ["clip.mov", "MP4", ["warn", "clip.mov", ["CLIP_FORMAT"]]],
    ["clip.mov", null, ["ok", "clip.mov", []]],
    ["https://example.org/clip.mp4", "MP4", ["ok", "https://example.org/clip.mp4", []]],
  ] as [string, string | null, Expected][])("a file: %s where %s is asked for", (typed, format, expected) =>
    expect(told(readLink(typed, format))).toEqual(wanted(expected)),
  );

  it.each([
    ["ไม่มีการดำเนินการ", true],
    ["ไม่ได้จัดกิจกรรมในเดือนนี้", true],
    ["ไม่มีกิจกรรม", true],
    ["ยังไม่ได้ดำเนินการ", true],
    ["ไม่มีปัญหา", false],
    ["กิจกรรมไม่มีค่าใช้จ่าย", false],
    ["ไม่มีการดำเนินการเผาขยะในชุมชน", false],
  ])("%s declares that there is nothing to report: %s", (text, nothing) => expect(declaresNothing(text)).toBe(nothing));
});

const ID_NUMBER = Number(NATIONAL_ID.replace(/[^0-9]/g, ""));
describe("a national ID, in whatever column", () => {
  it.each<[what: string, reading: Reading]>([
    ["as a number among words", readFreeText(ID_NUMBER, false)],
    ["as a number in the remark", readRemark(ID_NUMBER)],
    ["where a person is named on purpose", readFreeText(NATIONAL_ID, true)],
    ["for a link", readLink(NATIONAL_ID, null)],
    ["for a phone", readPhone(NATIONAL_ID)],
    ["as a number for a phone", readPhone(ID_NUMBER)],
  ])("is told: %s", (_what, { verdict, codes }) => {
    expect([verdict, codes.includes("PII")]).toEqual(["warn", true]);
  });
  it("is none without its check digit, nor within an address of the web", () => {
    expect(readFreeText(ID_NUMBER + 1, false).verdict).toBe("ok");
    expect(readLink(`https://www.example.org/p/${ID_NUMBER}`, null).verdict).toBe("ok");
  });
});

import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { importOfficeList, unreadRows } from "../../shared/offices/importList.ts";

const PLAIN = ["code", "type", "name", "district", "province_code", "province"];
const OFFICIAL = [
  "\uFEFFจังหวัด",
  "อำเภอ",
  "ตำบล",
  "รหัส อปท.",
  "ประเภท อปท.",
  "อปท.",
  "ที่ตั้งสำนักงานเลขที่",
  "หมู่ที่",
  "เว็ปไซต์ของอปท",
];

const north = {
  code: "5990101",
  type: "ทต.",
  name: "สมมติเหนือ",
  district: "สมมติ",
  provinceCode: "99",
  province: "ตัวอย่าง",
};

describe("a plain list", () => {
  it("gives one office per row, in the order of the list", () => {
    const list = importOfficeList([
      PLAIN,
      ["6990201", "อบต.", "ทดลองใต้", "ทดลอง", "99", "ตัวอย่าง"],
      ["5990101", "ทต.", "สมมติเหนือ", "สมมติ", "99", "ตัวอย่าง"],
    ]);
    expect(list).toEqual({
      offices: [
        {
          code: "6990201",
          type: "อบต.",
          name: "ทดลองใต้",
          district: "ทดลอง",
          provinceCode: "99",
          province: "ตัวอย่าง",
        },
        north,
      ],
      problems: [],
      rows: 2,
    });
  });

  it("takes columns in any order and ignores the rest", () => {
    const list = importOfficeList([
      ["province", "phone", "name", "type", "code", "district"],
      ["จังหวัดตัวอย่าง", "-", "ทต.สมมติเหนือ", "ทต.", " 5990101 ", "อำเภอสมมติ"],
    ]);
    expect(list).toEqual({ offices: [north], problems: [], rows: 1 });
  });
});

describe("a row in Thai digits", () => {
  it("is read like any other, its name as typed", () => {
    const row = ["๕๙๙๐๑๐๑", "ทต.", "สมมติ ๒", "สมมติ", "๙๙", "ตัวอย่าง"];
    expect(importOfficeList([PLAIN, row])).toEqual({
      offices: [{ ...north, name: "สมมติ ๒" }],
      problems: [],
      rows: 1,
    });
  });
});

describe("the rows a province must not lose an office by", () => {
  const good = ["5990101", "ทต.", "สมมติเหนือ", "สมมติ", "99", "ตัวอย่าง"];
  it.each([
    ["all read", ["5990102", "ทต.", "ก", "สมมติ", "99", "ตัวอย่าง"], 0],
    ["a code that says nothing of a province", ["6.99E+06", "อบต.", "ก", "สมมติ", "99", "ตัวอย่าง"], 1],
    ["its own code with a type nobody knows", ["6990304", "สภาตำบล", "ก", "สมมติ", "99", "ตัวอย่าง"], 1],
    ["another province's code with a type nobody knows", ["6980304", "สภาตำบล", "ก", "สมมติ", "98", "อื่น"], 0],
  ])("%s", (_, row, count) => {
    expect(unreadRows(importOfficeList([PLAIN, good, row]), "99")).toBe(count);
  });
});

describe("the department's list", () => {
  it("folds the tambons of an office into one office", () => {
    const row = (tambon: string) => ["ตัวอย่าง", "สมมติ", tambon, "5990101", "เทศบาลตำบล", "สมมติเหนือ", "1", "2", "www,x"];
    expect(importOfficeList([OFFICIAL, row("ก"), row("ข"), [""], row("ค")])).toEqual({
      offices: [north],
      problems: [],
      rows: 3,
    });
  });

  it.each([
    ["องค์การบริหารส่วนจังหวัด", "อบจ."],
    ["อบจ.", "อบจ."],
    ["อบจ", "อบจ."],
    ["เทศบาลนคร", "ทน."],
    ["เทศบาล เมือง", "ทม."],
    ["เทศบาลตำบล", "ทต."],
    ["องค์การบริหารส่วนตำบล", "อบต."],
    ["ท้องถิ่นรูปแบบพิเศษ", "เมืองพัทยา"],
  ])("reads the type %s as %s", (typed, type) => {
    const list = importOfficeList([OFFICIAL, ["ตัวอย่าง", "สมมติ", "ก", "5990101", typed, "สมมติเหนือ"]]);
    expect(list.offices).toEqual([{ ...north, type }]);
  });

  it("gives an office that covers several districts the one its code carries", () => {
    const list = importOfficeList([
      OFFICIAL,
      ["ตัวอย่าง", "ทดลอง", "ก", "2990101", "อบจ.", "ตัวอย่าง"],
      ["ตัวอย่าง", "เมืองตัวอย่าง", "ข", "2990101", "อบจ.", "ตัวอย่าง"],
      ["ตัวอย่าง", "เมืองตัวอย่าง", "ข", "4990102", "เทศบาลเมือง", "ตัวอย่าง"],
      ["ตัวอย่าง", "ทดลอง", "ก", "6990201", "อบต.", "ทดลองใต้"],
    ]);
    expect(list.offices.map((office) => [office.code, office.district])).toEqual([
      ["2990101", "เมืองตัวอย่าง"],
      ["4990102", "เมืองตัวอย่าง"],
      ["6990201", "ทดลอง"],
    ]);
  });
});

describe("what cannot be read is left out and named", () => {
  const good = ["5990101", "ทต.", "สมมติเหนือ", "สมมติ", "99", "ตัวอย่าง"];
  it.each([
    ["six digits", ["599010", "ทต.", "ก", "สมมติ", "99", "ตัวอย่าง"], "CODE_BAD", { value: "599010" }],
    ["Thai digits, one too few", ["๕๙๙๐๑๐", "ทต.", "ก", "สมมติ", "99", "ตัวอย่าง"], "CODE_BAD", { value: "599010" }],
    ["a number in scientific writing", ["5.99E+06", "ทต.", "ก", "ส", "99", "ต"], "CODE_BAD", { value: "5.99E+06" }],
    ["no code", ["", "ทต.", "ก", "สมมติ", "99", "ตัวอย่าง"], "CODE_BAD", { value: "" }],
    [
      "a type nobody knows",
      ["5990102", "สภาตำบล", "ก", "สมมติ", "99", "ตัวอย่าง"],
      "TYPE_UNKNOWN",
      { office: "5990102", value: "สภาตำบล" },
    ],
    [
      "a type called constructor",
      ["5990102", "constructor", "ก", "สมมติ", "99", "ตัวอย่าง"],
      "TYPE_UNKNOWN",
      { office: "5990102", value: "constructor" },
    ],
    ["a type alone", ["5990102", "ทต.", "ทต.", "สมมติ", "99", "ตัวอย่าง"], "NAME_MISSING", { office: "5990102" }],
    [
      "another province's code",
      ["5990102", "ทต.", "ก", "สมมติ", "54", "ตัวอย่าง"],
      "PROVINCE_CONFLICT",
      { office: "5990102", value: "54 ตัวอย่าง", expected: "99 ตัวอย่าง" },
    ],
    [
      "another province's name",
      ["5990102", "ทต.", "ก", "สมมติ", "99", "อื่น"],
      "PROVINCE_CONFLICT",
      { office: "5990102", value: "99 อื่น", expected: "99 ตัวอย่าง" },
    ],
    [
      "the same code for another office",
      ["5990101", "อบต.", "สมมติเหนือ", "สมมติ", "99", "ตัวอย่าง"],
      "CODE_CONFLICT",
      { office: "5990101", value: "อบต.สมมติเหนือ", expected: "ทต.สมมติเหนือ" },
    ],
  ])("%s", (_, row, code, params) => {
    expect(importOfficeList([PLAIN, good, row])).toEqual({
      offices: [north],
      problems: [{ code, row: 3, params }],
      rows: 2,
    });
  });

  it.each([
    ["nothing", []],
    ["a heading only", [PLAIN]],
  ])("%s is an empty list", (_, rows) => {
    expect(importOfficeList(rows)).toEqual({
      offices: [],
      problems: [{ code: "LIST_EMPTY", row: 0, params: {} }],
      rows: 0,
    });
  });

  it("names every column that is missing", () => {
    expect(
      importOfficeList([
        ["รหัส อปท.", "จังหวัด"],
        ["5990101", "ตัวอย่าง"],
      ]).problems,
    ).toEqual([
      { code: "COLUMN_MISSING", row: 1, params: { column: "type" } },
      { code: "COLUMN_MISSING", row: 1, params: { column: "name" } },
      { code: "COLUMN_MISSING", row: 1, params: { column: "district" } },
    ]);
  });

  it("is not fooled by a heading called __proto__", () => {
    expect(
      importOfficeList([
        ["__proto__", "constructor"],
        ["a", "b"],
      ]).problems.map((problem) => problem.code),
    ).toEqual(Array(5).fill("COLUMN_MISSING"));
  });
});

const list = "../shared/data/offices.csv";
describe.skipIf(!existsSync(list))("the country's list (needs ../shared/data)", () => {
  it("has 7,849 offices and no problem", () => {
    const rows = readFileSync(list, "utf8")
      .split(/\r?\n/)
      .filter((line) => line !== "")
      .map((line) => line.split(","));
    const { offices, problems } = importOfficeList(rows);
    expect(problems).toEqual([]);
    expect(offices.length).toBe(7849);
    expect(offices.filter((office) => office.provinceCode === "54").length).toBe(84);
  });
});

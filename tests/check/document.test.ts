import { describe, expect, it } from "vitest";
import type { FieldAnswer, Report } from "../../shared/answer.ts";
import { checkGrid, openGrid } from "../../shared/check.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { sampleRegistry } from "./support.ts";

/** What somebody means to report. */
interface Content {
  district: Cell;
  s1: Cell;
  s2: Cell[];
  s3: [name: Cell, count: Cell][];
  s4: [label: string, name: Cell, photos: Cell][];
  s5: Cell[];
}

const GOOD: Content = {
  district: "สมมติ",
  s1: 2,
  s2: [8, 9, 20, 4, 2],
  s3: [
    ["ทาสีรั้วศูนย์ฯ", 1],
    ["ปลูกต้นไม้", 1],
  ],
  s4: [
    ["๑. กิจกรรม", "ทาสีรั้วศูนย์ฯ", 4],
    ["๒. กิจกรรม", "ปลูกต้นไม้", 4],
  ],
  s5: ["ศูนย์ฯ สวยงามและเป็นระเบียบ"],
};

const LABELS = [
  "๑. คณะกรรมการบริหารศูนย์ผู้นำจิตอาสาพัฒนาชุมชน",
  "๒. ผู้นำจิตอาสาพัฒนาชุมชน",
  "๓. ผู้นำชุมชน ประชาชน นักเรียน นักศึกษา และผู้สนใจ",
  "๔. ภาคีการพัฒนา ๗ ภาคส่วน",
  "๕. เจ้าหน้าที่พัฒนาชุมชนที่เกี่ยวข้อง ระดับจังหวัด/อำเภอ",
];
const TITLE: Cell[][] = [
  ["แบบรายงานการดำเนินงานกิจกรรม"],
  ["เฉลิมพระเกียรติและถวายเป็นพระราชกุศล เนื่องในโอกาสวันเฉลิมพระชนมพรรษา วันที่ ๒๘ กรกฎาคม ๒๕๖๗"],
  ["“จิตอาสาพัฒนาชุมชน เอามื้อสามัคคี ทำความดีถวายในหลวง”"],
];
const HEADINGS = [
  "๑. ศูนย์ผู้นำจิตอาสาพัฒนาชุมชน ที่ดำเนินการจัดกิจกรรมฯ",
  "๒. ผู้เข้าร่วมกิจกรรมฯ ประกอบด้วย",
  "๓. ลักษณะกิจกรรมที่ดำเนินการ ได้แก่",
  "๔. ภาพ การดำเนินงานกิจกรรม",
  "๕. ผลที่ได้รับจากการดำเนินงานกิจกรรม",
];
const FOOT = "หมายเหตุ รายงานสำนักงานพัฒนาชุมชนจังหวัด ภายในวันศุกร์ที่ ๙ สิงหาคม ๒๕๖๗";

/** Every blank in a cell of its own. */
function inCells(content: Content): Grid {
  const rows: Cell[][] = [...TITLE, ["อำเภอ", content.district, "จังหวัด", "ตัวอย่าง"]];
  rows.push([HEADINGS[0]!, "จำนวน", content.s1, "แห่ง"], [HEADINGS[1]!]);
  for (const [i, count] of content.s2.entries()) rows.push([LABELS[i]!, "จำนวน", count, "คน"]);
  rows.push([HEADINGS[2]!]);
  for (const [i, [name, count]] of content.s3.entries()) rows.push([`${i + 1}. กิจกรรม`, name, "จำนวน", count, "แห่ง"]);
  rows.push([HEADINGS[3]!]);
  for (const [label, name, photos] of content.s4) rows.push([label, name, "จำนวน", photos, "ภาพ"], []);
  rows.push([HEADINGS[4]!]);
  for (const [i, result] of content.s5.entries()) rows.push([`${i + 1}.`, result]);
  return { sheet: "แบบรายงาน", rows: [...rows, [FOOT]] };
}

const said = (cell: Cell) => (cell === null ? "........" : String(cell));

/** Typed over the dotted lines, as in a letter; pictures are named in cells under their activity. */
function inLines(content: Content): Grid {
  const rows: Cell[][] = [...TITLE, [`อำเภอ……${said(content.district)}…… จังหวัด ตัวอย่าง`]];
  rows.push([`${HEADINGS[0]} จำนวน..${said(content.s1)}.. แห่ง`], [HEADINGS[1]!]);
  for (const [i, count] of content.s2.entries()) rows.push([null, `${LABELS[i]} จำนวน ….${said(count)}. คน`]);
  rows.push([HEADINGS[2]!]);
  for (const [i, [name, count]] of content.s3.entries())
    rows.push([null, `${i + 1}. กิจกรรม ${said(name)} จำนวน ${said(count)} แห่ง`]);
  rows.push([HEADINGS[3]!]);
  for (const [label, name, photos] of content.s4) {
    rows.push([null, `${label} ${said(name)}`]);
    const pictures = Array.from({ length: Number(photos) }, (_, i) => `IMG_000${i}.jpg`);
    rows.push([null, ...pictures.slice(0, 2)], [null, ...pictures.slice(2)]);
  }
  rows.push([HEADINGS[4]!]);
  for (const [i, result] of content.s5.entries()) rows.push([null, `${i + 1}. ${said(result)}`]);
  return { sheet: "แบบรายงาน", rows: [...rows, [FOOT]] };
}

/** Numbers, words and counts in columns of their own, and no date in the title. */
function inColumns(content: Content): Grid {
  const rows: Cell[][] = [...TITLE.slice(2), ["อำเภอ", content.district, null, "จังหวัด", "ตัวอย่าง"]];
  const numbered = (heading: string): Cell[] => [heading.slice(0, 2), heading.slice(3)];
  rows.push([...numbered(HEADINGS[0]!), "จำนวน", content.s1, "แห่ง"], numbered(HEADINGS[1]!));
  for (const [i, count] of content.s2.entries()) rows.push([null, LABELS[i]!, "จำนวน", count, "คน"]);
  rows.push(numbered(HEADINGS[2]!));
  for (const [i, [name, count]] of content.s3.entries())
    rows.push([`${i + 1}.`, `กิจกรรม ${said(name)}`, "จำนวน", count, "แห่ง"]);
  rows.push(numbered(HEADINGS[3]!));
  for (const [label, name, photos] of content.s4)
    rows.push([label.slice(0, 2), "กิจกรรม", name], ["ภาพ", ...Array.from({ length: Number(photos) - 1 }, () => "ภาพ")]);
  rows.push(numbered(HEADINGS[4]!));
  for (const [i, result] of content.s5.entries()) rows.push([`${i + 1}`, result]);
  return { sheet: "Sheet1", rows: [...rows, [FOOT]] };
}

const registry = sampleRegistry();
const check = (grid: Grid) => checkGrid(grid, { registry });
const brief = (report: Report, ...fields: string[]) =>
  Object.fromEntries(
    fields.map((field) => {
      const { verdict, value, codes } = report.fields[field] as FieldAnswer;
      return [field, [verdict, value, codes]];
    }),
  );
const LAYOUTS = [
  ["in cells of their own", inCells],
  ["over the dotted lines", inLines],
  ["in columns, without a date", inColumns],
] as const;

describe.each(LAYOUTS)("a form without a table, filled %s", (_, draw) => {
  it("is found, and read to the last blank", () => {
    const report = check(draw(GOOD));
    expect([report.form, report.period, report.province, report.columns, report.rows]).toEqual([
      "community-leaders",
      "2024-07",
      "99",
      {},
      [],
    ]);
    expect(Object.values(report.fields).filter(({ verdict }) => verdict === "error" || verdict === "suggest")).toEqual(
      [],
    );
    expect(report.submittable).toBe(true);
    const values = Object.fromEntries(Object.entries(report.fields).map(([field, { value }]) => [field, value]));
    expect(values).toMatchObject({
      ...{
        province: "ตัวอย่าง",
        district: "สมมติ",
        s1: 2,
        "s2.1": 8,
        "s2.2": 9,
        "s2.3": 20,
        "s2.4": 4,
        "s2.5": 2,
        "s2.total": 43,
      },
      s3: [
        { name: "ทาสีรั้วศูนย์ฯ", count: 1 },
        { name: "ปลูกต้นไม้", count: 1 },
      ],
      s4: [
        { name: "ทาสีรั้วศูนย์ฯ", photos: 4 },
        { name: "ปลูกต้นไม้", photos: 4 },
      ],
      s5: [{ text: "ศูนย์ฯ สวยงามและเป็นระเบียบ" }],
    });
  });

  it("answers the worked example", () => {
    const example: Content = {
      ...GOOD,
      s1: "๒ แห่ง",
      s2: [8, 9, 11, 4, "ไม่มี"],
      s3: [["ทาสีรั้วศูนย์ฯ", 3]],
      s4: [["๑. กิจกรรม", "ทาสีรั้วศูนย์ฯ", 2]],
      s5: ["ศูนย์ฯ สวยงาม"],
    };
    const report = check(draw(example));
    const s1 = report.fields.s1!;
    expect([s1.verdict, s1.value, s1.codes[0]]).toEqual(["fixed", 2, "TXT_THAI_DIGIT"]);
    expect(brief(report, "s2.5", "s2.total", "s3", "s4")).toEqual({
      "s2.5": ["fixed", 0, ["NUM_ZERO_WORD"]],
      "s2.total": ["warn", 32, ["SUM_LOW"]],
      s3: ["error", null, ["SEC3_OVER"]],
      s4: ["error", null, ["PHOTO_COUNT"]],
    });
    expect(report.submittable).toBe(false);
  });

  /** One thing changed in a good form, and what that thing must answer. */
  const CASES: [what: string, change: Partial<Content>, field: string, answer: [string, unknown, string[]]][] = [
    ["no district", { district: null }, "district", ["error", null, ["GEO_UNKNOWN"]]],
    ["a district a letter off", { district: "สมมต" }, "district", ["suggest", null, ["GEO_FUZZY"]]],
    ["no centre", { s1: 0 }, "s1", ["error", null, ["MIN_CENTRES"]]],
    ["a blank for the centres", { s1: null }, "s1", ["error", null, ["NUM_BLANK", "MIN_CENTRES"]]],
    ["a rough number of people", { s2: [8, "ประมาณ 9", 20, 4, 2] }, "s2.2", ["suggest", null, ["NUM_APPROX"]]],
    ["sectors for people", { s2: [8, 9, 20, "7 ภาคส่วน", 2] }, "s2.4", ["error", null, ["NUM_WRONG_UNIT"]]],
    ["a head-count left blank", { s2: [8, 9, 20, null, 2] }, "s2.4", ["warn", 0, ["NUM_BLANK"]]],
    [
      "nineteen people",
      { s2: [8, 9, 2, 0, 0], s1: 1, s3: [["ทาสีรั้วศูนย์ฯ", 1]], s4: GOOD.s4.slice(0, 1) },
      "s2.total",
      ["error", null, ["MIN_PARTICIPANTS"]],
    ],
    [
      "twenty people",
      { s2: [8, 9, 3, 0, 0], s1: 1, s3: [["ทาสีรั้วศูนย์ฯ", 1]], s4: GOOD.s4.slice(0, 1) },
      "s2.total",
      ["ok", 20, []],
    ],
    ["no activity", { s3: [], s4: [] }, "s3", ["error", null, ["ACTIVITY_MISSING"]]],
    [
      "an activity in more centres than there are",
      { s3: [["ทาสีรั้วศูนย์ฯ", 3]], s4: GOOD.s4.slice(0, 1) },
      "s3.1.count",
      ["error", null, ["SEC3_OVER"]],
    ],
    [
      "activities that leave a centre out",
      { s3: [["ทาสีรั้วศูนย์ฯ", 1]], s4: GOOD.s4.slice(0, 1) },
      "s3",
      ["warn", [{ name: "ทาสีรั้วศูนย์ฯ", count: 1 }], ["SEC3_UNDER"]],
    ],
    [
      "three photos",
      { s4: [["๑. กิจกรรม", "ทาสีรั้วศูนย์ฯ", 3], GOOD.s4[1]!] },
      "s4.1.photos",
      ["error", null, ["PHOTO_COUNT"]],
    ],
    ["five photos", { s4: [["๑. กิจกรรม", "ทาสีรั้วศูนย์ฯ", 5], GOOD.s4[1]!] }, "s4.1.photos", ["warn", 5, ["PHOTO_COUNT"]]],
    ["an activity without photos", { s4: GOOD.s4.slice(0, 1) }, "s4", ["error", null, ["PHOTO_COUNT"]]],
    [
      "photos of something else",
      { s4: [["๑. กิจกรรม", "แข่งเรือยาวประเพณี", 4], GOOD.s4[1]!] },
      "s4.1.name",
      ["error", null, ["PHOTO_MATCH"]],
    ],
    [
      "a name nearly the same",
      { s4: [["๑. กิจกรรม", "ทาสีรั้วศูนย์", 4], GOOD.s4[1]!] },
      "s4.1.name",
      ["ok", "ทาสีรั้วศูนย์", []],
    ],
    [
      "a name a letter off",
      { s4: [["๑. กิจกรรม", "ทาสีรั่วศูนย์ฯ", 4], GOOD.s4[1]!] },
      "s4.1.name",
      ["suggest", null, ["PHOTO_MATCH"]],
    ],
    ["no result", { s5: [] }, "s5", ["error", null, ["RESULT_EMPTY"]]],
    ["a dash for a result", { s5: ["-"] }, "s5", ["error", null, ["RESULT_EMPTY"]]],
  ];
  it.each(CASES)("%s", (_what, change, field, answer) => {
    const report = check(draw({ ...GOOD, ...change }));
    expect(brief(report, field)).toEqual({ [field]: answer });
    const open = Object.values(report.fields).some(({ verdict }) => verdict === "error" || verdict === "suggest");
    expect(report.submittable).toBe(!open);
  });
});

describe("what a scan or the form itself got wrong", () => {
  const spoilt = inCells({ ...GOOD, s4: [GOOD.s4[0]!, ["๑. กิจกรรมกิจกรรม", "ปลูกต้นไม้", 4]] });
  spoilt.rows[2] = ["“จิตอาสาพัฒนาชุมชน เอามือสามัคคี ทำความดีถวายในหลวง”"];
  const report = check(spoilt);

  it("is read right", () => {
    expect(report.submittable).toBe(true);
    expect(report.fields.s4!.value).toEqual([
      { name: "ทาสีรั้วศูนย์ฯ", photos: 4 },
      { name: "ปลูกต้นไม้", photos: 4 },
    ]);
  });

  it("is told once, with what it should be", () => {
    expect(
      report.findings.map(({ code, verdict, cell, params }) => [code, verdict, cell, params.wrong, params.right]),
    ).toEqual([
      ["TITLE_MISPRINT", "fixed", "A3", "เอามือสามัคคี", "เอามื้อสามัคคี"],
      ["TITLE_MISPRINT", "fixed", "A18", "กิจกรรมกิจกรรม", "กิจกรรม"],
      ["LABEL_RENUMBERED", "fixed", "A18", "1. กิจกรรม", "2. กิจกรรม"],
    ]);
  });
});

describe("a number that the spreadsheet turned into a date", () => {
  const day = { v: 46083, t: "d", fmt: "d/m/yyyy" } as const;
  it.each([
    ["a head-count", "s2.3", { s2: [8, 9, day, 4, 2] }],
    ["the centres", "s1", { s1: day }],
    ["the centres of an activity", "s3.1.count", { s3: [["ทาสีรั้วศูนย์ฯ", day], GOOD.s3[1]!] }],
    ["the photos", "s4.1.photos", { s4: [["๑. กิจกรรม", "ทาสีรั้วศูนย์ฯ", day], GOOD.s4[1]!] }],
  ] as [string, string, Partial<Content>][])("is refused for %s", (_what, field, change) => {
    const report = check(inCells({ ...GOOD, ...change }));
    expect(report.fields[field]).toMatchObject({ verdict: "error", value: null, raw: 46083 });
    expect(report.fields[field]!.codes[0]).toBe("NUM_DATE_MISPARSE");
    expect(report.submittable).toBe(false);
  });
});

describe("a line that is not as the form prints it", () => {
  /** The five head-count lines, one of them typed otherwise, in an else good form. */
  const withLine = (at: number, ...cells: Cell[][]) => {
    const grid = inCells(GOOD);
    grid.rows.splice(5 + at, 1, ...cells);
    return check(grid);
  };
  const one = (report: Report, field: string) => {
    const { verdict, value, suggestions } = report.fields[field]!;
    return [verdict, value, suggestions];
  };
  it.each<[what: string, at: number, cells: Cell[][], field: string, answer: unknown[]]>([
    ["the committee in short", 1, [["๑. คณะกรรมการศูนย์ผู้นำจิตอาสาพัฒนาชุมชน", 8]], "s2.1", ["ok", 8, []]],
    ["the leaders in short", 2, [["๒. นำ จอส. พัฒนาชุมชน", 9]], "s2.2", ["ok", 9, []]],
    ["the partners in short", 4, [["๔. ภาคีพัฒนา", 4]], "s2.4", ["ok", 4, []]],
    ["the officers in short", 5, [["๕. จนท.พช. ที่เกี่ยวข้อง", 2]], "s2.5", ["ok", 2, []]],
    ["a number behind the label", 4, [["๔. ภาคีการพัฒนา ๗ ภาคส่วน ๑๔ คน"]], "s2.4", ["ok", 14, []]],
    ["a number behind =", 3, [[`${LABELS[2]} = 33 คน`]], "s2.3", ["ok", 33, []]],
    ["a number behind :", 3, [[`${LABELS[2]} : 33`]], "s2.3", ["ok", 33, []]],
    ["a number on the next row", 4, [[LABELS[3]!], [null, "จำนวน", 14, "คน"]], "s2.4", ["ok", 14, []]],
    ["a number behind another label", 4, [["๔. ภาคี 3 หน่วย ๑๔ คน"]], "s2.4", ["suggest", null, [3, 14]]],
    ["two numbers, one in the label", 4, [[`${LABELS[3]} จำนวน 14 คน`, 15]], "s2.4", ["suggest", null, [15, 14]]],
    ["the sexes in cells", 1, [[LABELS[0]!, "ชาย", 9, "หญิง", 2, "รวม", 11]], "s2.1", ["suggest", null, [11, 9, 2]]],
    ["a label nobody knows", 4, [["๔. แขกผู้มีเกียรติ", 14]], "s2.4", ["suggest", null, [14]]],
    ["the label of another number", 4, [["๑. ภาคีการพัฒนา ๗ ภาคส่วน", 14]], "s2.4", ["suggest", null, [14]]],
  ])("%s: is read or asked, and never moves", (_what, at, cells, field, answer) => {
    const report = withLine(at, ...cells);
    const thai = answer[0] === "ok" && report.fields[field]!.codes.length > 0 ? ["fixed", ...answer.slice(1)] : answer;
    expect(one(report, field)).toEqual(thai);
    for (const other of ["s1", "s2.1", "s2.2", "s2.3", "s2.4", "s2.5"].filter((each) => each !== field))
      expect(report.fields[other]!.value).toBe(check(inCells(GOOD)).fields[other]!.value);
    expect(report.submittable).toBe(answer[0] === "ok");
  });

  it.each<[string, Cell[]]>([
    ["without a number", ["แขกผู้มีเกียรติ", 14]],
    ["with a number of its own", ["๖. แขกผู้มีเกียรติ จำนวน ๑๔ คน"]],
    ["that repeats a label", ["ภาคีการพัฒนา ๗ ภาคส่วน", 14]],
  ])("names a filled line that has no place, %s", (_what, cells) => {
    const report = withLine(5, [LABELS[4]!, "จำนวน", 2, "คน"], cells);
    expect(report.findings.map(({ code, verdict, cell }) => [code, verdict, cell])).toEqual([
      ["LABEL_UNSURE", "error", "A12"],
    ]);
    expect(report.submittable).toBe(false);
  });

  it("never takes the committee for the centres", () => {
    const grid = inLines({ ...GOOD, s2: ["๑๑", 9, 20, 4, 2] });
    grid.rows[4] = ["๑. จำนวนศูนย์ผู้นำจิตอาสาพัฒนาชุมชนที่จัดกิจกรรม.....๒.....แห่ง"];
    const { fields } = check(grid);
    expect([fields.s1!.value, fields["s2.1"]!.value, fields["s2.total"]!.value]).toEqual([2, 11, 46]);
    grid.rows[4] = ["๑. ศูนย์ของเรา"];
    expect(check(grid).fields).toMatchObject({ s1: { verdict: "error", value: null }, "s2.1": { value: 11 } });
  });
});

describe("a total that somebody wrote", () => {
  const withTotal = (total: Cell) => {
    const grid = inCells(GOOD);
    grid.rows.splice(11, 0, ["รวม", "จำนวน", total, "คน"]);
    return check(grid);
  };
  it("has to agree with its parts", () => {
    expect(brief(withTotal(43), "s2.total")).toEqual({ "s2.total": ["ok", 43, []] });
    const { verdict, suggestions, codes } = withTotal(50).fields["s2.total"]!;
    expect([verdict, suggestions, codes]).toEqual(["suggest", [43], ["NUM_SUM_TEXT"]]);
    expect(brief(withTotal(null), "s2.total")).toEqual({ "s2.total": ["ok", 43, []] });
    const inOneCell = inCells(GOOD);
    inOneCell.rows.splice(11, 0, ["รวมทั้งสิ้น ๔๓ คน"]);
    expect(check(inOneCell).fields["s2.total"]).toMatchObject({ value: 43, raw: "43" });
  });
});

it("tells what it tidied in a cell, and keeps it as typed", () => {
  const { fields } = check(inCells({ ...GOOD, district: "สม\u200bมติ", s3: [["ทาสีรั้ว\u200bศูนย์ฯ", 1], GOOD.s3[1]!] }));
  expect(fields.district).toMatchObject({
    verdict: "fixed",
    raw: "สม\u200bมติ",
    value: "สมมติ",
    codes: ["TXT_ZERO_WIDTH"],
  });
  expect(fields["s3.1.name"]).toMatchObject({ verdict: "fixed", raw: "ทาสีรั้ว\u200bศูนย์ฯ", value: "ทาสีรั้วศูนย์ฯ" });
});

describe("two reports under each other", () => {
  it.each(LAYOUTS)("are never taken for one, filled %s", (_, draw) => {
    const first = draw(GOOD);
    const report = check({ ...first, rows: [...first.rows.slice(0, -1), ...draw(GOOD).rows] });
    expect(report.findings.map(({ code, verdict }) => [code, verdict])).toContainEqual(["FORM_TWICE", "error"]);
    expect(report.submittable).toBe(false);
  });
});

describe("a sheet that is another form, or none", () => {
  it("is not taken for it", () => {
    expect(check({ sheet: "x", rows: [["๑. สวัสดี"], ["๒. ผู้เข้าร่วมกิจกรรม"]] }).findings.map((one) => one.code)).toContain(
      "FORM_NOT_FOUND",
    );
    const asked = checkGrid({ sheet: "x", rows: [["ว่าง"]] }, { registry, form: "community-leaders" });
    expect([asked.submittable, asked.findings.map((one) => one.code), asked.fields]).toEqual([
      false,
      ["FORM_NOT_FOUND"],
      {},
    ]);
  });
});

describe("an edit", () => {
  it("answers what a full check answers", () => {
    const grid = inCells({ ...GOOD, s1: 0 });
    const checker = openGrid(grid, { registry });
    expect(checker.report().submittable).toBe(false);
    expect(checker.edit([{ row: 4, col: 2, cell: 2 }]).rows).toBeNull();
    expect(checker.report()).toEqual(check(inCells(GOOD)));
    // The grid that was handed over is left as it was.
    expect(grid.rows[4]![2]).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import type { Suggestion } from "../../shared/answer.ts";
import { checkGrid } from "../../shared/check.ts";
import { buildRegistry } from "../../shared/offices/index.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { cellMessage } from "../../shared/words/report.ts";
import { sampleRegistry, sheetOf } from "./support.ts";

const registry = sampleRegistry();
const FIELDS = ["seq", "province", "district", "office", "centre", "done", "notDone", "remark"] as const;
type Field = (typeof FIELDS)[number];

const clean: Record<Field, Cell> = {
  seq: 1,
  province: "ตัวอย่าง",
  district: "สมมติ",
  office: "อบต.สมมติใต้",
  centre: "ศพด.บ้านก",
  done: "/",
  notDone: null,
  remark: null,
};

const rowOf = (cells: Partial<Record<Field, Cell>>): Cell[] => FIELDS.map((field) => ({ ...clean, ...cells })[field]);

const judge = (cells: Partial<Record<Field, Cell>>, above: Cell[][] = [], more: Partial<Grid> = {}) =>
  checkGrid(sheetOf([...above, rowOf(cells)], more), { registry, province: "99" }).rows.at(-1)!;

type Expected = [verdict: string, value: unknown, codes: string[], suggestions?: Suggestion[]];

/** One cell changed in a clean row, and what that cell must answer. */
const CELLS: [field: Field, typed: Cell, expected: Expected, about?: Partial<Record<Field, Cell>>][] = [
  // running numbers
  ["seq", "๑๒", ["fixed", 12, ["TXT_THAI_DIGIT"]]],
  ["seq", "3.", ["fixed", 3, ["SEQ"]]],
  ["seq", "(๔)", ["fixed", 4, ["TXT_THAI_DIGIT", "SEQ"]]],
  ["seq", "7", ["ok", 7, []]],
  ["seq", null, ["ok", null, []]],
  ["seq", "1O", ["suggest", null, ["NUM_LETTER"], [10]]],
  ["seq", { v: 45292, t: "d", fmt: "d/m/yyyy" }, ["error", null, ["NUM_DATE_MISPARSE"]]],
  // provinces
  ["province", "จ.ตัวอย่าง", ["fixed", "ตัวอย่าง", ["GEO_PREFIX"]]],
  ["province", "จังหวัด.....ตัวอย่าง.....", ["fixed", "ตัวอย่าง", ["GEO_PREFIX"]]],
  ["province", "จังหวัด…ตัวอย่าง…", ["fixed", "ตัวอย่าง", ["GEO_PREFIX"]]],
  ["province", null, ["fixed", "ตัวอย่าง", ["GEO_FILL"]]],
  ["province", "แพร่", ["error", null, ["GEO_PROVINCE_MISMATCH"], ["ตัวอย่าง"]]],
  ["province", "กทม.", ["error", null, ["GEO_PREFIX", "GEO_PROVINCE_MISMATCH"].sort().reverse(), ["ตัวอย่าง"]]],
  ["province", "ตัวอยาง", ["suggest", null, ["GEO_FUZZY"], ["ตัวอย่าง"]]],
  ["province", "ดาวอังคาร", ["error", null, ["GEO_UNKNOWN"], ["ตัวอย่าง"]]],
  // districts
  ["district", "อ.สมมติ", ["fixed", "สมมติ", ["GEO_PREFIX"]]],
  ["district", "อำเภอสมมติ จังหวัดตัวอย่าง", ["fixed", "สมมติ", ["GEO_PREFIX"]]],
  ["district", "สมมต", ["suggest", null, ["GEO_FUZZY"], ["สมมติ"]]],
  ["district", "สมมติ\u200B", ["fixed", "สมมติ", ["TXT_ZERO_WIDTH"]]],
  ["district", "อ.เมือง", ["fixed", "เมืองตัวอย่าง", ["GEO_PREFIX", "GEO_MUEANG"]], { office: "อบต.ป่าสมมติ" }],
  ["district", "เมืองฯ", ["fixed", "เมืองตัวอย่าง", ["GEO_MUEANG"]], { office: "อบต.ป่าสมมติ" }],
  ["district", "ไม่มีอำเภอนี้", ["error", null, ["GEO_UNKNOWN"]]],
  ["district", "สมมติฝั่งโน้น", ["error", null, ["GEO_UNKNOWN"], ["สมมติ"]]],
  // offices
  ["office", "องค์การบริหารส่วนตำบลสมมติใต้", ["fixed", "อบต.สมมติใต้", ["LAO_PREFIX"]]],
  ["office", "อบต สมมติใต้", ["fixed", "อบต.สมมติใต้", ["LAO_PREFIX", "TXT_SPACE"]]],
  ["office", "อ.บ.ต.สมมติใต้", ["fixed", "อบต.สมมติใต้", ["LAO_PREFIX"]]],
  ["office", "อบต. สมมติใต้", ["fixed", "อบต.สมมติใต้", ["TXT_SPACE"]]],
  ["office", "เทศบาลตำบลสมมติเหนือ", ["fixed", "ทต.สมมติเหนือ", ["LAO_PREFIX"]]],
  ["office", "เทศบาลสมมติเหนือ", ["fixed", "ทต.สมมติเหนือ", ["LAO_PREFIX"]]],
  ["office", "สมมติเหนือ", ["fixed", "ทต.สมมติเหนือ", ["LAO_TYPE_MISSING"]]],
  ["office", "น้ำใส", ["suggest", null, ["LAO_TYPE_AMBIGUOUS"], ["ทต.น้ำใส", "อบต.น้ำใส"]], { district: "เมืองตัวอย่าง" }],
  ["office", "ต.สมมติใต้", ["suggest", null, ["LAO_TYPE_MISSING"], ["อบต.สมมติใต้"]]],
  ["office", "ทต.สมมติใต้", ["suggest", null, ["LAO_TYPE_MISMATCH"], ["อบต.สมมติใต้"]]],
  ["office", "อบต.สมมตใต้", ["suggest", null, ["LAO_FUZZY"], ["อบต.สมมติใต้"]]],
  [
    "office",
    "อบต.คลองยาง",
    [
      "error",
      null,
      ["LAO_NOT_IN_AMPHOE"],
      [
        { cell: "district", value: "ทดลอง" },
        { cell: "office", value: "อบต.คลองยา" },
      ],
    ],
  ],
  ["office", "อบต.ไกลสุดขอบฟ้า", ["error", null, ["LAO_UNKNOWN"]]],
  ["office", "อบต.สมมติใต้ (สำนักปลัด)", ["suggest", null, ["LAO_FUZZY"], ["อบต.สมมติใต้"]]],
  ["office", "อบต.สมมติใต้บ้านโน้น", ["error", null, ["LAO_UNKNOWN"], ["อบต.สมมติใต้"]]],
  ["office", "สถอ.สมมติ", ["error", null, ["LAO_UNKNOWN"]]],
  ["office", "ที่ว่าการอำเภอสมมติ", ["error", null, ["LAO_UNKNOWN"]]],
  ["office", "อบต.สมมติใต้, ทต.สมมติเหนือ", ["error", null, ["LAO_MULTI"], ["อบต.สมมติใต้", "ทต.สมมติเหนือ"]]],
  ["office", "อบต.สมมติใต้ อ.สมมติ", ["fixed", "อบต.สมมติใต้", ["GEO_PREFIX"]]],
  [
    "office",
    "กม.๕ทดลอง",
    ["fixed", "ทต.กม.5-ทดลอง", ["TXT_THAI_DIGIT", "LAO_TYPE_MISSING"].sort().reverse()],
    { district: "ทดลอง" },
  ],
  ["office", null, ["suggest", null, ["LAO_FROM_CDC"], ["อบต.สมมติใต้"]], { centre: "ศพด.อบต.สมมติใต้" }],
  ["office", null, ["error", null, ["LAO_UNKNOWN"]]],
  // centres
  ["centre", "ศูนย์พัฒนาเด็กเล็กบ้านก", ["fixed", "ศพด.บ้านก", ["CDC_PREFIX"]]],
  ["centre", "ศูนย์พัฒนาเด็กเล็ก (ศพด.) บ้านก", ["fixed", "ศพด.บ้านก", ["CDC_PREFIX"]]],
  ["centre", "ศพด บ้านก", ["fixed", "ศพด.บ้านก", ["CDC_PREFIX"]]],
  ["centre", "ศพด. บ้านก", ["fixed", "ศพด.บ้านก", ["TXT_SPACE"]]],
  ["centre", "บ้านก", ["fixed", "ศพด.บ้านก", ["CDC_PREFIX"]]],
  ["centre", "ศพด.บ้านหนอง ๑", ["ok", "ศพด.บ้านหนอง ๑", []]],
  ["centre", "ศพด.", ["suggest", null, ["CDC_GENERIC"], ["ศพด.อบต.สมมติใต้"]]],
  ["centre", "ศูนย์พัฒนาเด็กเล็ก", ["suggest", null, ["CDC_GENERIC", "CDC_PREFIX"], ["ศพด.อบต.สมมติใต้"]]],
  ["centre", "ศพด.บ้านก, ศพด.บ้านข", ["error", null, ["CDC_MULTI"], ["ศพด.บ้านก", "ศพด.บ้านข"]]],
  ["centre", "1) ศพด.บ้านก\n2) ศพด.บ้านข", ["error", null, ["CDC_MULTI", "TXT_LINEBREAK"], ["ศพด.บ้านก", "ศพด.บ้านข"]]],
  // a wrapped line is one centre; two full names on two lines are two
  ["centre", "ศูนย์พัฒนาเด็กเล็ก\nบ้านแม่สมมติ", ["fixed", "ศพด.บ้านแม่สมมติ", ["CDC_PREFIX", "TXT_LINEBREAK"]]],
  ["centre", "ศพด.วัด\nบ้านสมมติ", ["fixed", "ศพด.วัดบ้านสมมติ", ["TXT_LINEBREAK"]]],
  ["centre", "ศพด.บ้านกลาง\nบ้านสมมติ", ["error", null, ["CDC_MULTI", "TXT_LINEBREAK"], ["ศพด.บ้านกลาง", "ศพด.บ้านสมมติ"]]],
  ["centre", "1. ศพด.วัดสมมติ", ["fixed", "ศพด.วัดสมมติ", ["CDC_PREFIX"]]],
  // what can be no centre's name is never made into one
  ["centre", "/", ["error", null, ["CDC_MISSING"]]],
  ["centre", "16", ["error", null, ["CDC_MISSING"]]],
  ["centre", "อบต.สมมติใต้", ["suggest", null, ["CDC_PREFIX"], ["ศพด.อบต.สมมติใต้"]]],
  ["centre", "โรงเรียนอนุบาลสมมติ", ["warn", "โรงเรียนอนุบาลสมมติ", ["CDC_NOT_CENTRE"]]],
  ["centre", null, ["error", null, ["CDC_MISSING"]]],
  ["centre", "-", ["error", null, ["CDC_MISSING"]]],
  ["centre", { v: "#N/A", t: "e" }, ["error", null, ["CELL_ERROR"]]],
  // ticks
  ["done", "✓", ["ok", true, []]],
  ["done", "√", ["ok", true, []]],
  ["done", true, ["ok", true, []]],
  ["done", 1, ["fixed", true, ["TICK"]]],
  ["done", "มี", ["fixed", true, ["TICK"]]],
  ["done", "ดำเนินการแล้ว", ["fixed", true, ["TICK"]]],
  ["done", { v: "P", font: "Wingdings 2" }, ["fixed", true, ["TICK"]]],
  ["done", { v: "ü", font: "Wingdings" }, ["fixed", true, ["TICK"]]],
  ["done", { v: "a", font: "Webdings" }, ["fixed", true, ["TICK"]]],
  ["done", { v: "\uF0FC", font: "Wingdings" }, ["fixed", true, ["TICK"]]],
  ["done", " / ", ["fixed", true, ["TXT_SPACE"]]],
  ["done", { v: "P", font: "TH Sarabun New" }, ["suggest", null, ["TICK_AMBIGUOUS"], [true]]],
  ["done", "x", ["suggest", null, ["TICK_AMBIGUOUS"], [{ cell: "notDone", value: true }, true]]],
  ["done", "ไม่ดำเนินการ", ["suggest", null, ["TICK_WRONG_COLUMN"], [{ cell: "notDone", value: true }]]],
  ["done", "ไม่มีครู", ["suggest", null, ["TICK_WRONG_COLUMN"], [{ cell: "notDone", value: true }]]],
  ["done", null, ["error", null, ["TICK_NONE"]]],
  ["done", "0", ["error", null, ["TICK_NONE"]]],
  ["done", "/", ["error", null, ["TICK_CONFLICT"]], { notDone: "/" }],
  ["notDone", "x", ["fixed", true, ["TICK"]], { done: null, remark: "ครูลา" }],
  ["notDone", "ไม่ดำเนินการ", ["fixed", true, ["TICK"]], { done: null, remark: "ครูลา" }],
  ["notDone", "ดำเนินการ", ["suggest", null, ["TICK_WRONG_COLUMN"], [{ cell: "done", value: true }]], { done: null }],
  ["notDone", "-", ["ok", false, []]],
  // remarks
  ["remark", "-", ["ok", "", []]],
  ["remark", "ไม่มี", ["ok", "", []]],
  ["remark", "  ครู  ลา ", ["fixed", "ครู ลา", ["TXT_SPACE"]]],
  ["remark", "=HYPERLINK(1)", ["warn", "=HYPERLINK(1)", ["CELL_FORMULA_TEXT"]]],
  ["remark", "+66 โทรกลับ", ["warn", "+66 โทรกลับ", ["CELL_FORMULA_TEXT"]]],
  ["remark", "ด.ช.สมมติ ป่วย", ["warn", "ด.ช.สมมติ ป่วย", ["PII"]]],
  ["remark", "เด็กหญิงสมมติ ลา", ["warn", "เด็กหญิงสมมติ ลา", ["PII"]]],
  ["remark", "เด็กหญิงและเด็กชายร่วมกิจกรรม", ["ok", "เด็กหญิงและเด็กชายร่วมกิจกรรม", []]],
  ["remark", "โทร ๐๘๑-๒๓๔-๕๖๗๘", ["warn", "โทร ๐๘๑-๒๓๔-๕๖๗๘", ["PII"]]],
  ["remark", "โทร 0-5451-1234 ต่อ 12", ["ok", "โทร 0-5451-1234 ต่อ 12", []]],
  ["remark", "บัตร 1-2345-67890-12-1", ["warn", "บัตร 1-2345-67890-12-1", ["PII"]]],
  ["remark", "เลขที่ 1234567890123", ["ok", "เลขที่ 1234567890123", []]],
  ["remark", null, ["warn", "", ["REMARK_REQUIRED"]], { done: null, notDone: "/" }],
];

describe("one cell of a clean row", () => {
  it("a clean row is clean", () => {
    const row = judge({});
    expect({ verdict: row.verdict, status: row.status, codes: row.codes }).toEqual({
      verdict: "ok",
      status: "done",
      codes: [],
    });
    expect(Object.values(row.cells).every((cell) => cell.verdict === "ok")).toBe(true);
  });

  for (const [field, typed, [verdict, value, codes, suggestions = []], about] of CELLS) {
    const shown = typed !== null && typeof typed === "object" ? JSON.stringify(typed) : JSON.stringify(typed);
    it(`${field}: ${shown} ${about ? `beside ${JSON.stringify(about)} ` : ""}is ${verdict} ${codes.join(" ")}`, () => {
      const cell = judge({ ...about, [field]: typed }).cells[field]!;
      expect({
        verdict: cell.verdict,
        value: cell.value,
        codes: [...cell.codes].sort(),
        suggestions: cell.suggestions,
      }).toEqual({
        verdict,
        value,
        codes: [...codes].sort(),
        suggestions,
      });
    });
  }
});

describe("rows that are no data", () => {
  const skips: [name: string, cells: Cell[], code: string][] = [
    ["a total", ["รวม", null, null, null, "๗ แห่ง", 6, 1], "ROW_TOTAL"],
    ["a district's total", ["รวมอำเภอสมมติ", null, null, null, "2 แห่ง", 2, 0], "ROW_TOTAL"],
    ["a sub-heading", ["อำเภอสมมติ"], "ROW_SUBHEAD"],
    ["a numbered sub-heading with a count", ["1. อ.สมมติ (12 แห่ง)"], "ROW_SUBHEAD"],
    ["a district's bare name alone", ["ทดลอง"], "ROW_SUBHEAD"],
    ["a district's bare name alone, in its own column", [null, null, "ทดลอง"], "ROW_SUBHEAD"],
    ["a dotted sub-heading", ["อำเภอ.....สมมติ....."], "ROW_SUBHEAD"],
    ["a sub-heading with a colon", ["อำเภอ : สมมติ"], "ROW_SUBHEAD"],
    ["a sub-heading of a district's area", ["เขตอำเภอสมมติ"], "ROW_SUBHEAD"],
    ["a sub-heading that goes on from the last page", ["อ.สมมติ (ต่อ)"], "ROW_SUBHEAD"],
    ["column numbers", ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)"], "ROW_SUBHEAD"],
    ["a numbered line nobody wrote on", [9], "ROW_BLANK"],
    ["a pre-filled line nobody wrote on", [9, "ตัวอย่าง", "สมมติ"], "ROW_BLANK"],
    [
      "the heading printed again",
      ["ลำดับที่", "จังหวัด", "อำเภอ", "อปท.", "ศพด.", "จัดทำคลิปวิดีโอ", null, "หมายเหตุ"],
      "ROW_SUBHEAD",
    ],
    ["the lower heading row printed again", [null, null, null, null, null, "ดำเนินการ", "ไม่ดำเนินการ"], "ROW_SUBHEAD"],
    ["the province alone", ["จังหวัดตัวอย่าง"], "ROW_SUBHEAD"],
    ["a note", ["หมายเหตุ: 1. จัดส่งแบบรายงาน"], "ROW_FOOTER"],
    ["a signature line", [null, null, null, null, null, "ลงชื่อ..........ผู้รับรอง"], "ROW_FOOTER"],
    ["the template's example", ["ตัวอย่าง", "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านก", "/"], "ROW_EXAMPLE"],
  ];
  for (const [name, cells, code] of skips)
    it(`${name} is skipped`, () => {
      const rows = checkGrid(sheetOf([rowOf({}), cells]), { registry, province: "99" }).rows;
      expect({ verdict: rows[1]?.verdict, codes: rows[1]?.codes, cells: rows[1]?.cells }).toEqual({
        verdict: "skip",
        codes: [code],
        cells: {},
      });
    });

  it("names under ลงชื่อ stay footers, whatever column they are centred on", () => {
    const rows = checkGrid(
      sheetOf([
        rowOf({}),
        [null, null, null, null, null, "ลงชื่อ..........ผู้รับรอง"],
        [null, null, null, null, null, "(นางสาวสมมติ ตัวอย่าง)"],
        [null, null, null, null, "ตำแหน่ง ปลัดเทศบาล"],
      ]),
      { registry, province: "99" },
    );
    expect(rows.rows.map((row) => row.codes)).toEqual([[], ["ROW_FOOTER"], ["ROW_FOOTER"], ["ROW_FOOTER"]]);
    expect(rows.certifier).toEqual({ name: "นางสาวสมมติ ตัวอย่าง", position: "ปลัดเทศบาล" });
  });
});

describe("what rows take from one another", () => {
  it("a ditto mark is the value above", () => {
    const row = judge({ province: '"', district: "〃", office: "”", centre: "ศพด.บ้านข" }, [rowOf({})]);
    expect(
      ["province", "district", "office"].map((f) => [row.cells[f]!.verdict, row.cells[f]!.value, row.cells[f]!.codes]),
    ).toEqual([
      ["fixed", "ตัวอย่าง", ["TXT_DITTO"]],
      ["fixed", "สมมติ", ["TXT_DITTO"]],
      ["fixed", "อบต.สมมติใต้", ["TXT_DITTO"]],
    ]);
  });

  it("a merged cell stands for all its rows, also through ditto marks and text to tidy", () => {
    const rows = checkGrid(
      sheetOf([rowOf({ district: "อ.สมมติ" }), rowOf({ district: null, office: null, centre: "ศพด.บ้านข" })], {
        merges: ["C5:C6", "D5:D6"],
      }),
      { registry, province: "99" },
    ).rows;
    expect([rows[1]!.cells.district, rows[1]!.cells.office].map((c) => [c!.raw, c!.value, c!.codes])).toEqual([
      [null, "สมมติ", ["GEO_FILL"]],
      [null, "อบต.สมมติใต้", ["GEO_FILL"]],
    ]);
  });

  it("a sub-heading's district fills the blanks under it until the next one", () => {
    const rows = checkGrid(
      sheetOf([
        ["อำเภอสมมติ"],
        rowOf({ district: null }),
        ["อำเภอทดลอง"],
        rowOf({ district: null, office: "อบต.คลองยาง" }),
      ]),
      { registry, province: "99" },
    ).rows;
    expect(
      [rows[1]!, rows[3]!].map((row) => [row.verdict, row.cells.district!.value, row.cells.district!.codes]),
    ).toEqual([
      ["fixed", "สมมติ", ["GEO_FILL"]],
      ["fixed", "ทดลอง", ["GEO_FILL"]],
    ]);
  });

  it("a line nobody understands ends what the sub-heading above it fills", () => {
    const rows = checkGrid(
      sheetOf([["อำเภอทดลอง"], ["เมืองไกลโพ้นทะเล"], rowOf({ district: null, office: "อบต.คลองยา" })]),
      { registry, province: "99" },
    ).rows;
    expect([rows[1]!.verdict, rows[2]!.cells.district!.verdict, rows[2]!.cells.district!.suggestions]).toEqual([
      "skip",
      "suggest",
      ["สมมติ"],
    ]);
  });

  it("อ. before a district that begins with บ is a district, not อบต.", () => {
    const offices = [
      {
        code: "6980101",
        type: "อบต." as const,
        name: "ทุ่งสมมติ",
        district: "บางสมมติ",
        provinceCode: "98",
        province: "ทดสอบ",
      },
      {
        code: "6980201",
        type: "อบต." as const,
        name: "นาสมมติ",
        district: "นาตัวอย่าง",
        provinceCode: "98",
        province: "ทดสอบ",
      },
    ];
    const rows = checkGrid(
      sheetOf([
        ["อ.นาตัวอย่าง"],
        rowOf({ province: "ทดสอบ", district: null, office: "อบต.นาสมมติ" }),
        ["อ.บางสมมติ"],
        rowOf({ province: "ทดสอบ", district: null, office: "อบต.ทุ่งสมมติ อ.บางสมมติ" }),
      ]),
      { registry: buildRegistry(offices), province: "98" },
    ).rows;
    expect(
      rows.map((row) => [row.codes[0] ?? row.verdict, row.cells.district?.value, row.cells.office?.value]),
    ).toEqual([
      ["ROW_SUBHEAD", undefined, undefined],
      ["fixed", "นาตัวอย่าง", "อบต.นาสมมติ"],
      ["ROW_SUBHEAD", undefined, undefined],
      ["fixed", "บางสมมติ", "อบต.ทุ่งสมมติ"],
    ]);
  });

  it("a bare district name alone on its line is a sub-heading like any other", () => {
    const rows = checkGrid(
      sheetOf([["อำเภอสมมติ"], rowOf({ district: null }), ["ทดลอง"], rowOf({ district: null, office: "อบต.คลองยาง" })]),
      { registry, province: "99" },
    ).rows;
    expect([rows[2]!.codes, rows[3]!.cells.district!.value, rows[3]!.cells.office!.value]).toEqual([
      ["ROW_SUBHEAD"],
      "ทดลอง",
      "อบต.คลองยาง",
    ]);
  });

  it("a blank district that nothing fills is proposed from the office's name, never put in", () => {
    const cell = judge({ district: null }).cells.district!;
    expect([cell.verdict, cell.value, cell.suggestions]).toEqual(["suggest", null, ["สมมติ"]]);
  });

  it("the same centre twice is told on the second row, with the first one's number", () => {
    const row = judge({ centre: "ศูนย์พัฒนาเด็กเล็ก บ้าน ก" }, [rowOf({})]);
    expect([row.verdict, row.codes, row.params, row.status]).toEqual([
      "error",
      ["ROW_DUPLICATE"],
      { first: 5 },
      undefined,
    ]);
  });

  it("the same centre name under another office is another centre", () => {
    expect(judge({ office: "ทต.สมมติเหนือ" }, [rowOf({})]).verdict).toBe("ok");
  });
});

describe("rows out of shape", () => {
  it("two neighbours that changed places are proposed back", () => {
    const row = judge({ district: "อบต.สมมติใต้", office: "สมมติ" });
    expect([row.cells.district!, row.cells.office!].map((c) => [c.verdict, c.codes, c.suggestions])).toEqual([
      ["suggest", ["COL_SWAPPED"], ["สมมติ"]],
      ["suggest", ["COL_SWAPPED"], ["อบต.สมมติใต้"]],
    ]);
  });

  it("a row moved one column to the right is proposed back", () => {
    const row = checkGrid(sheetOf([[1, null, "ตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านก", "/"]]), {
      registry,
      province: "99",
    }).rows[0]!;
    expect([row.verdict, row.codes]).toEqual(["suggest", ["COL_SHIFTED"]]);
    expect(
      ["province", "district", "office", "centre", "done", "notDone"].map((f) => row.cells[f]!.suggestions),
    ).toEqual([["ตัวอย่าง"], ["สมมติ"], ["อบต.สมมติใต้"], ["ศพด.บ้านก"], [true], [false]]);
  });

  it("a row moved within the form's columns, past a column put in between, is proposed back", () => {
    const insert = (cells: Cell[], at: number, cell: Cell): Cell[] => [...cells.slice(0, at), cell, ...cells.slice(at)];
    const sheet = sheetOf([]);
    const grid = {
      sheet: "ต.ค.66",
      rows: [
        ...sheet.rows.slice(0, 2),
        insert(sheet.rows[2]!, 3, "ตำบล"),
        insert(sheet.rows[3]!, 3, null),
        [1, "จังหวัดตัวอย่าง", null, "ใต้", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านก", "/"],
      ],
    };
    const row = checkGrid(grid, { registry, province: "99" }).rows[0]!;
    expect([row.codes, row.cells.district!.suggestions, row.cells.centre!.suggestions]).toEqual([
      ["COL_SHIFTED"],
      ["สมมติ"],
      ["ศพด.บ้านก"],
    ]);
  });

  it("a row moved from the centre on is proposed back", () => {
    const row = judge({ centre: null, done: "ศพด.บ้านก", notDone: "/" });
    expect([row.codes, row.cells.centre!.suggestions, row.cells.done!.suggestions]).toEqual([
      ["COL_SHIFTED"],
      ["ศพด.บ้านก"],
      [true],
    ]);
  });

  it("a row moved one column to the left is proposed back", () => {
    const row = checkGrid(sheetOf([["จังหวัดตัวอย่าง", "สมมติ", "อบต.สมมติใต้", "ศพด.บ้านก", "/"]]), {
      registry,
      province: "99",
    }).rows[0]!;
    expect([row.verdict, row.codes]).toEqual(["suggest", ["COL_SHIFTED"]]);
    expect(["province", "district", "office", "centre", "done"].map((f) => row.cells[f]!.suggestions)).toEqual([
      ["ตัวอย่าง"],
      ["สมมติ"],
      ["อบต.สมมติใต้"],
      ["ศพด.บ้านก"],
      [true],
    ]);
  });
});

describe("nil reports", () => {
  it("beside a tick of done is accepted as written, with a warning", () => {
    const row = judge({ centre: "ไม่มี ศพด.", done: "/" });
    expect([row.verdict, row.cells.centre!.verdict, row.cells.centre!.value]).toEqual(["warn", "warn", ""]);
    expect(cellMessage(row.cells.centre!, "th")).toContain("แต่ทำเครื่องหมายว่าดำเนินการแล้ว");
  });

  for (const typed of ["ไม่มี ศพด.", "ไม่มีศูนย์พัฒนาเด็กเล็ก", "ไม่มี ศพด. ในสังกัด"])
    it(`${typed} needs no tick`, () => {
      const row = judge({ centre: typed, done: null });
      expect([row.verdict, row.status, row.cells.centre!.verdict, row.cells.centre!.codes]).toEqual([
        "fixed",
        "nil",
        "fixed",
        ["CDC_NONE"],
      ]);
    });
});

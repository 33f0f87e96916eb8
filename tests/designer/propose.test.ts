import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkWorkbook } from "../../shared/check.ts";
import {
  applyEdits,
  type Point,
  type Proposal,
  problemsOf,
  propose,
  type Sheets,
  sentencesOf,
  trialOf,
} from "../../shared/designer/index.ts";
import { FORMS } from "../../shared/forms/index.ts";
import { FormDefinitionSchema } from "../../shared/forms/schema.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import type { Cell, Grid } from "../../shared/sheet/grid.ts";
import { reasonText } from "../../shared/words/designer.ts";
import { writeBlank } from "../../shared/workbook/blank.ts";
import { readWorkbook } from "../../shared/workbook/read.ts";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { FLOOD, FLOOD_FILLED, FLOOD_MESSY, ROAD, ROAD_FILLED, WASTE, WASTE_FILLED } from "./official.ts";

function proposed(official: Sheets, ...examples: Sheets[]): Proposal {
  const proposal = propose(official, examples);
  if (!proposal.found) throw new Error(proposal.problem.code);
  return proposal;
}

/** A proposal as its owner reads it: column, name, group, heading, what it holds. */
function columnsOf({ form, columns }: Proposal): unknown[] {
  const said = sentencesOf(form).fields;
  return form.fields.map(({ id, group, label }) => [columns[id], id, group ?? "", label, said[id]]);
}

function wholeOf({ form, sheet, heading }: Proposal) {
  const { fields, id, version, official, misprints, dueRules, calendarRule, furtherRules, attachments, ...rest } = form;
  return { ...rest, sheet, heading, due: sentencesOf(form).due };
}

const unsure = ({ points }: Proposal) =>
  points
    .filter(({ sure }) => sure === "unsure")
    .map(({ field, part, reason }) => `${field ?? "form"} ${part} ${reason}`);
const saidOf = ({ points }: Proposal, field: string | null): string[] =>
  points
    .filter((point) => point.field === field)
    .map(({ part, sure, reason, cell }: Point) => [part, sure, reason, cell ?? ""].join(" "));

const USUAL = { reference: "ไม่ระบุ", issuer: "ไม่ระบุ" };

describe("a survey of flood damage: two heading rows, column numbers, a total, notes, a signature", () => {
  const proposal = proposed(FLOOD, FLOOD_FILLED);

  it("is proposed column by column", () => {
    expect(columnsOf(proposal)).toEqual([
      ["A", "seq", "", "ที่", "ลำดับที่"],
      ["B", "district", "", "อำเภอ", "อำเภอในจังหวัดนั้น"],
      ["C", "office", "", "อปท.", "ต้องเป็น อปท. ในอำเภอนั้น"],
      ["D", "text", "", "หมู่บ้าน/ชุมชน*", "ข้อความ ต้องกรอก"],
      ["E", "date", "", "วัน/เดือน/ปี ที่เกิดเหตุ", "วันที่ ควรอยู่ในเดือนที่รายงาน ต้องกรอก"],
      ["F", "count", "บ้านเรือนเสียหาย (หลัง)", "ทั้งหลัง", "จำนวนเต็ม เตือนเมื่อเกิน 1,000 ควรกรอก หน่วย: หลัง"],
      ["G", "count2", "บ้านเรือนเสียหาย (หลัง)", "บางส่วน", "จำนวนเต็ม เตือนเมื่อเกิน 1,000 ควรกรอก หน่วย: หลัง"],
      ["H", "measure", "", "พื้นที่เกษตร (ไร่)", "ตัวเลขมีทศนิยมได้ ควรกรอก หน่วย: ไร่"],
      ["I", "category", "", "ระดับความเสียหาย (มาก/ปานกลาง/น้อย)", "เลือกจาก: มาก, ปานกลาง, น้อย; ควรกรอก"],
      ["J", "text2", "", "ผู้ประสานงาน", "ข้อความ ควรกรอก เป็นข้อมูลส่วนบุคคล"],
      ["K", "phone", "", "เบอร์โทร", "เบอร์โทรศัพท์ ควรกรอก"],
      ["L", "remark", "", "หมายเหตุ", "หมายเหตุ"],
    ]);
  });

  it("is proposed as a whole", () => {
    expect(wholeOf(proposal)).toEqual({
      sheet: "แบบ",
      heading: { from: 5, to: 6 },
      title: ["แบบสำรวจความเสียหายจากอุทกภัย", "จังหวัด{province}", "ประจำเดือน................พ.ศ. ........"],
      titleWords: ["แบบสำรวจความเสียหายจากอุทกภัย"],
      rowRules: [],
      nilText: "ไม่มีข้อมูล",
      notes: ["หมายเหตุ: 1. ส่งจังหวัดภายในวันที่ ๕ ของเดือนถัดไป", "2. เดือนใดไม่มีเหตุ ให้พิมพ์ “ไม่มีข้อมูล” ในช่องหมู่บ้านหนึ่งแถว"],
      signature: { sign: "ลงชื่อ", name: "ผู้รับรอง", position: "ตำแหน่ง" },
      blankRows: 5,
      roster: "offices",
      chain: ["อปท.", "อำเภอ", "จังหวัด"],
      due: "ทุกวันที่ 5 ของเดือนถัดไป",
      source: USUAL,
    });
  });

  it("names what a person must look at, and what stands on the form", () => {
    expect(unsure(proposal)).toEqual([
      "form key KEY_OFFICE",
      "form chain CHAIN_COMMON",
      "form source SOURCE_UNKNOWN",
      ...["count", "count2", "measure", "category", "text2", "phone"].map((id) => `${id} required REQUIRED_EXAMPLES`),
    ]);
    expect(saidOf(proposal, "count")).toEqual([
      "kind sure KIND_HEADING F6",
      "group sure GROUP_MERGED F6",
      "units sure UNIT_HEADING F6",
      "unusual likely UNUSUAL_COMMON F6",
      "required unsure REQUIRED_EXAMPLES F6",
    ]);
  });

  it("reads the example without a question", () => {
    const report = check(proposal, FLOOD_FILLED);
    expect(trialOf(report)).toEqual({
      sheet: "มิ.ย.67",
      rows: 3,
      cells: { ok: 23, fixed: 10, warn: 1, suggest: 0, error: 0 },
      extra: [],
      missing: [],
    });
  });

  it("asks about every slip and guesses at none", () => {
    const rows = check(proposal, FLOOD_MESSY).rows.filter(({ verdict }) => verdict !== "skip");
    const asked = rows.flatMap(({ cells }) =>
      Object.values(cells)
        .filter(({ verdict }) => verdict === "suggest" || verdict === "error")
        .map(({ cell, verdict, value, codes, suggestions }) => [cell, verdict, value, codes.at(-1), suggestions]),
    );
    expect(asked).toEqual([
      ["C8", "suggest", null, "LAO_FUZZY", ["อบต.สมมติใต้"]],
      ["F8", "suggest", null, "NUM_APPROX", [30]],
      ["G8", "error", null, "NUM_WRONG_UNIT", []],
      ["H8", "error", null, "NUM_UNREADABLE", []],
      ["I8", "suggest", null, "CATEGORY", ["มาก"]],
      ["K8", "suggest", null, "PHONE_ZERO_LOST", ["081-234-5678"]],
      ["C9", "suggest", null, "LAO_TYPE_AMBIGUOUS", ["ทต.สมมติเหนือ", "อบต.สมมติเหนือ"]],
      ["D9", "error", null, "VALUE_MISSING", []],
      ["E9", "error", null, "DATE_INVALID", ["2024-04-30", "2024-05-01"]],
      ["H9", "error", null, "NUM_UNREADABLE", []],
      ["E10", "suggest", null, "DATE_RANGE", ["2024-06-05", "2024-06-07"]],
    ]);
    expect(rows.map(({ cells }) => cells.seq?.value)).toEqual([1, 2, 3]);
    expect(rows[0]!.cells.date?.value).toBe("2024-06-01");
    expect(rows[2]!.cells.measure?.value).toBe(2.5);
  });

  it("without an example is proposed by its headings alone, and says so", () => {
    const bare = proposed(FLOOD);
    expect(columnsOf(bare).map((column) => (column as string[])[1])).toEqual(proposal.form.fields.map(({ id }) => id));
    expect(bare.points.filter(({ reason }) => reason === "KIND_HEADING")).toEqual([]);
    expect(bare.form.fields.filter(({ required }) => required !== undefined).map(({ id }) => id)).toEqual(["text"]);
  });
});

describe("a waste bank's report: an unmerged heading, a month left in the title, a second sheet", () => {
  const proposal = proposed(WASTE, WASTE_FILLED);

  it("is proposed column by column", () => {
    expect(columnsOf(proposal)).toEqual([
      ["A", "seq", "", "ลำดับ", "ลำดับที่"],
      ["B", "district", "", "อำเภอ", "อำเภอในจังหวัดนั้น"],
      ["C", "office", "", "ชื่อ อปท.", "ต้องเป็น อปท. ในอำเภอนั้น"],
      ["D", "name", "", "ชื่อธนาคารขยะ", "ชื่อเรื่องของแถว ต้องกรอก"],
      ["E", "count", "จำนวนสมาชิก", "ครัวเรือน", "จำนวนเต็ม เตือนเมื่อเกิน 1,000 ควรกรอก หน่วย: ครัวเรือน"],
      ["F", "count2", "จำนวนสมาชิก", "คน", "จำนวนเต็ม เตือนเมื่อเกิน 1,000 ควรกรอก หน่วย: คน"],
      ["G", "measure", "", "ปริมาณขยะ (กก.)", "ตัวเลขมีทศนิยมได้ ควรกรอก หน่วย: กก."],
      ["H", "money", "", "เงินฝากสะสม (บาท)", "จำนวนเงิน ควรกรอก หน่วย: บาท"],
      ["I", "category", "", "สถานะ", "เลือกจาก: เปิดดำเนินการ, หยุดชั่วคราว; ควรกรอก"],
      ["J", "remark", "", "หมายเหตุ", "หมายเหตุ"],
    ]);
  });

  it("is proposed as a whole", () => {
    expect(wholeOf(proposal)).toEqual({
      sheet: "ธนาคารขยะ",
      heading: { from: 3, to: 4 },
      title: ["แบบรายงานผลการดำเนินงานธนาคารขยะ ประจำเดือน....................", "จังหวัด{province}"],
      titleWords: ["แบบรายงานผลการดำเนินงานธนาคารขยะ"],
      rowRules: [{ rule: "duplicateRow", verdict: "warn", fields: ["name"] }],
      nilText: "ไม่มีการดำเนินการ",
      notes: [],
      signature: { sign: "ลงนาม", name: "ผู้รายงาน", position: "ตำแหน่ง" },
      blankRows: 20,
      roster: "offices",
      chain: ["อปท.", "อำเภอ", "จังหวัด"],
      due: "ทุกเดือน ไม่กำหนดวัน",
      source: USUAL,
    });
  });

  it("tells of the other sheet, of the extra column, and of what was not said", () => {
    expect(unsure(proposal)).toEqual([
      "form sheet SHEET_CHOSEN",
      "form examples EXAMPLE_EXTRA",
      "form key KEY_OFFICE_NAME",
      "form chain CHAIN_COMMON",
      "form nil NIL_COMMON",
      "form due DUE_NOT_SAID",
      "form source SOURCE_UNKNOWN",
      ...["count", "count2", "measure", "money", "category"].map((id) => `${id} required REQUIRED_EXAMPLES`),
    ]);
  });

  it("reads the example, total row and all", () => {
    const { rows, cells, extra } = trialOf(check(proposal, WASTE_FILLED));
    expect([rows, cells.suggest, cells.error, extra]).toEqual([6, 0, 0, ["ผู้กรอก"]]);
  });
});

describe("a list of road accidents: no offices, ticks that are no pair, a letter's number, days to come", () => {
  const proposal = proposed(ROAD, ROAD_FILLED);

  it("is proposed column by column", () => {
    expect(columnsOf(proposal)).toEqual([
      ["A", "seq", "", "ลำดับที่", "ลำดับที่"],
      ["B", "date", "", "วันที่", "วันที่ ควรอยู่ในเดือนที่รายงาน ต้องกรอก"],
      ["C", "subdistrict", "", "ตำบล", "ชื่อตำบล ควรกรอก"],
      ["D", "text", "", "ถนน/สาย", "ข้อความ ควรกรอก"],
      ["E", "category", "", "ยานพาหนะ", "เลือกจาก: จักรยานยนต์, รถเก๋ง; ควรกรอก"],
      ["F", "count", "", "ผู้บาดเจ็บ (คน) ไม่เกิน 100", "จำนวนเต็ม ไม่เกิน 100 ควรกรอก หน่วย: คน"],
      ["G", "count2", "", "เสียชีวิต", "จำนวนเต็ม ควรกรอก"],
      ["H", "tick", "", "สวมหมวก", "เครื่องหมายถูก"],
      ["I", "tick2", "", "เมาสุรา", "เครื่องหมายถูก"],
      ["J", "date2", "", "คาดว่าจะแก้ไขจุดเสี่ยงวันที่", "วันที่ เป็นวันข้างหน้าได้"],
    ]);
    expect(saidOf(proposal, "category")[0]).toBe("list unsure LIST_REPEATED E4");
    expect(saidOf(proposal, "tick")).toEqual(["kind unsure KIND_CONTENT H4"]);
  });

  it("is proposed as a whole", () => {
    expect(wholeOf(proposal)).toEqual({
      sheet: "Sheet1",
      heading: { from: 4, to: 4 },
      title: ["บัญชีอุบัติเหตุทางถนนช่วงเทศกาล", "อำเภอ.................... จังหวัด{province}"],
      titleWords: ["บัญชีอุบัติเหตุทางถนนช่วงเทศกาล"],
      rowRules: [],
      nilText: "ไม่มีการดำเนินการ",
      notes: [],
      signature: null,
      blankRows: 3,
      roster: "offices",
      chain: ["อปท.", "อำเภอ", "จังหวัด"],
      due: "ทุกเดือน ไม่กำหนดวัน",
      source: { reference: "ตอ ๐๐๙๙.๓/ว ๑๒๓", issuer: "ไม่ระบุ" },
    });
  });

  it("asks about the one slip in the example", () => {
    const report = check(proposal, ROAD_FILLED);
    const asked = report.rows
      .flatMap((row) => Object.values(row.cells))
      .filter(({ verdict }) => verdict === "suggest" || verdict === "error");
    expect(asked.map(({ cell, codes, suggestions }) => [cell, codes, suggestions])).toEqual([
      ["E10", ["CATEGORY"], ["จักรยานยนต์"]],
    ]);
    expect(report.rows[0]!.cells.date?.value).toBe("2023-12-31");
  });
});

describe("a proposal", () => {
  it.each([
    ["nothing", { sheet: "ก", rows: [] }],
    ["a letter", { sheet: "ก", rows: [["เรื่อง ขอให้รายงาน"], ["เรียน นายอำเภอ"]] }],
    [
      "numbers",
      {
        sheet: "ก",
        rows: [
          [1, 2, 3, 4],
          [5, 6, 7, 8],
        ],
      },
    ],
    ["a hidden table", { ...FLOOD, hidden: true }],
  ] as [string, Grid][])("is not made of %s", (_, grid) => {
    expect(propose(grid)).toMatchObject({ found: false, problem: { code: "NO_TABLE" } });
  });

  it("takes the drop-down of the form before what the examples repeat", () => {
    const offered = { ...ROAD, choices: [{ range: "E5:E30", values: ["จักรยานยนต์", "รถเก๋ง", "รถบรรทุก"] }] };
    const { form, points } = proposed(offered, ROAD_FILLED);
    expect(form.fields.find(({ id }) => id === "category")?.list?.map(({ value }) => value)).toEqual([
      "จักรยานยนต์",
      "รถเก๋ง",
      "รถบรรทุก",
    ]);
    expect(points.find(({ part }) => part === "list")).toMatchObject({ sure: "sure", reason: "LIST_VALIDATION" });
  });

  it("pairs two ticks that exclude each other, and gives a second office column to words", () => {
    const { form, points } = proposed({
      sheet: "ก",
      rows: [["ลำดับ", "อปท.", "อปท. ที่ช่วยเหลือ", "ดำเนินการ", "ไม่ดำเนินการ", "หมายเหตุ"]],
    });
    expect(form.fields.map(({ id, kind }) => [id, kind])).toEqual([
      ["seq", "seq"],
      ["office", "office"],
      ["text", "text"],
      ["done", "tick"],
      ["notDone", "tick"],
      ["remark", "remark"],
    ]);
    expect(form.rowRules).toEqual([{ rule: "tickPair", verdict: "error" }]);
    expect(points.find(({ field }) => field === "text")).toMatchObject({ sure: "unsure", reason: "KIND_SECOND_PLACE" });
    expect(points.filter(({ field }) => field === "done").length).toBeGreaterThan(0);
  });

  it("keeps the heading's word and asks where the examples hold something else", () => {
    const heading = ["ลำดับ", "อำเภอ", "จำนวนคน (คน)", "ชื่อกิจกรรม"];
    const rows = (cells: Cell[]) => cells.map((cell, i): Cell[] => [i + 1, "สมมติ", cell, "กิจกรรมตัวอย่าง"]);
    const { points } = proposed(
      { sheet: "ก", rows: [heading] },
      { sheet: "ข", rows: [heading, ...rows(["มาก", "น้อย", "ไม่ทราบ"])] },
    );
    expect(points.find(({ field }) => field === "count")).toMatchObject({ part: "kind", sure: "sure" });
    const dated = proposed(
      { sheet: "ก", rows: [heading] },
      { sheet: "ข", rows: [heading, ...rows(["1 ม.ค. 67", "2 ม.ค. 67", "3 ม.ค. 67"])] },
    );
    expect(dated.points.find(({ field }) => field === "count")).toMatchObject({
      sure: "unsure",
      reason: "KIND_CONTENT_DIFFERS",
    });
  });

  it("leaves the month of a title open however it is written, rounds what is unusual, and asks whether national IDs are needed", () => {
    const { form, points } = proposed({
      sheet: "ก",
      rows: [
        ["สรุปผลการคัดแยกขยะ เดือน ต.ค. 66"],
        ["ลำดับ", "อปท.", "เลขประจำตัวประชาชน", "จำนวน (คน)"],
        [1, "อบต.ตัวอย่าง", null, 1497],
        [2, "อบต.ตัวอย่าง", null, 20],
      ],
    });
    expect([form.title, form.titleWords]).toEqual([
      ["สรุปผลการคัดแยกขยะ เดือน...................."],
      ["สรุปผลการคัดแยกขยะ"],
    ]);
    expect(form.fields[3]!.unusual).toBe(3000);
    expect(points.filter(({ field, part }) => field === "text" && part === "personal")).toMatchObject([
      { sure: "unsure", reason: "PERSONAL_ID" },
    ]);
  });

  it("reads a heading of three rows, and a table that begins elsewhere on the sheet", () => {
    const { form, columns, heading } = proposed({
      ...{ sheet: "ก", origin: "C4" },
      rows: [
        ["รายงานผู้ป่วย", null, null, null, null, null, "เอกสารแนบ 1"],
        ["ลำดับที่", "ตำบล", "จำนวนผู้ป่วย (ราย)", null, null, null, "หมายเหตุ"],
        [null, null, "ชาย", null, "หญิง", null, null],
        [null, null, "เด็ก", "ผู้ใหญ่", "เด็ก", "ผู้ใหญ่", null],
      ],
      merges: ["C4:H4", "C5:C7", "D5:D7", "E5:H5", "E6:F6", "G6:H6", "I5:I7"],
    });
    expect(heading).toEqual({ from: 5, to: 7 });
    expect(form.fields.map(({ id, group, label }) => [columns[id], group ?? "", label])).toEqual([
      ["C", "", "ลำดับที่"],
      ["D", "", "ตำบล"],
      ["E", "จำนวนผู้ป่วย (ราย) ชาย", "เด็ก"],
      ["F", "จำนวนผู้ป่วย (ราย) ชาย", "ผู้ใหญ่"],
      ["G", "จำนวนผู้ป่วย (ราย) หญิง", "เด็ก"],
      ["H", "จำนวนผู้ป่วย (ราย) หญิง", "ผู้ใหญ่"],
      ["I", "", "หมายเหตุ"],
    ]);
    expect(form.title).toEqual(["รายงานผู้ป่วย"]);
  });

  it("says of an example that is another form that it was not used", () => {
    const { points } = proposed(FLOOD, { sheet: "อื่น", rows: [["ก", "ข", "ค"]] });
    expect(points.find(({ reason }) => reason === "EXAMPLE_UNREAD")?.params).toEqual({ place: 1, sheet: "อื่น" });
  });

  it.each(FORMS.filter((form) => form.sections === undefined).map((form) => [form.id, form] as const))(
    "of the blank of %s finds its columns again",
    async (_, form) => {
      const bytes = await writeBlank(form, { offices: SAMPLE_OFFICES, province: { code: "99", name: "ตัวอย่าง" } });
      const workbook = await readWorkbook(bytes, { choices: true });
      const proposal = proposed(workbook.sheets);
      expect(proposal.form.fields.map(({ label, group }) => [label, group])).toEqual(
        form.fields.map(({ label, group }) => [label, group]),
      );
      const wrong = form.fields.filter(({ kind }, i) => {
        const found = proposal.form.fields[i]!.kind;
        // What a heading can not tell: a place or a name from words, a clip's length, and what a name is about.
        return found !== kind && !(["name", "text"].includes(kind) && ["name", "text"].includes(found));
      });
      expect(wrong.map(({ id }) => id)).toEqual([]);
    },
  );

  it("is whole, valid and sayable for any grid there may be, and the same each time", () => {
    const cell: fc.Arbitrary<Cell> = fc.oneof(
      fc.constantFrom(
        "ลำดับ",
        "อำเภอ",
        "อปท.",
        "จำนวน (คน)",
        "วันที่",
        "ชื่อกิจกรรม",
        "หมายเหตุ",
        "รวม",
        "ลงชื่อ",
        "ก/ข",
        "ระดับ (ก/ข)",
      ),
      fc.constantFrom<Cell>(null, null, 1, 2.5, "๑", "/", "1 ม.ค. 67", { v: 45_000, t: "d" }, true),
      fc.string({ maxLength: 8 }),
      fc.constantFrom("ก".repeat(150), "ยาว ".repeat(90)),
    );
    const merge = fc.tuple(fc.nat(5), fc.nat(5), fc.nat(2), fc.nat(3)).map(([row, col, down, right]) => {
      const letter = (n: number) => String.fromCharCode(65 + n);
      return `${letter(col)}${row + 1}:${letter(col + right)}${row + 1 + down}`;
    });
    const grid = fc.record({
      sheet: fc.constant("ก"),
      rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 9 }),
      merges: fc.array(merge, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(grid, grid, (official, example) => {
        const proposal = propose(official, [example]);
        expect(propose(official, [example])).toEqual(proposal);
        if (!proposal.found) return;
        expect(problemsOf(proposal.form)).toEqual([]);
        expect(FormDefinitionSchema.safeParse(proposal.form).error?.message).toBeUndefined();
        for (const point of proposal.points) expect(reasonText(point)).not.toMatch(/\{[a-z]+\}/);
      }),
      { seed: 7, numRuns: 400 },
    );
  });

  it("is a start: an owner's changes make it the form that is wanted", () => {
    const { form } = proposed(FLOOD, FLOOD_FILLED);
    const { form: wanted, problems } = applyEdits(form, [
      { do: "identity", id: "flood-survey" },
      { do: "sentence", field: "count", text: "จำนวนเต็ม ไม่เกิน ๕๐๐ หลัง ต้องกรอก" },
      { do: "key", fields: ["text", "date"], verdict: "error" },
      { do: "due", text: "ทุกวันที่ ๕ ของเดือนถัดไป เลื่อนไปวันทำการถัดไป" },
    ]);
    expect(problems).toEqual([]);
    const twice = {
      ...FLOOD_FILLED,
      rows: FLOOD_FILLED.rows.flatMap((row) => (row[3] === "บ้านตัวอย่าง" ? [row, row] : [row])),
      merges: [],
    };
    const report = checkWorkbook(
      { sheets: [twice], names: [] },
      { registry: buildRegistry(SAMPLE_OFFICES), forms: [wanted], province: "99" },
    );
    expect(report.form).toBe("flood-survey");
    expect(report.rows.filter(({ codes }) => codes.includes("ROW_DUPLICATE")).length).toBe(1);
  });
});

function check({ form }: Proposal, grid: Grid) {
  return checkWorkbook(
    { sheets: [grid], names: [] },
    { registry: buildRegistry(SAMPLE_OFFICES), forms: [form], province: "99", today: "2026-01-01" },
  );
}

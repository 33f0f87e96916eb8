import { describe, expect, it } from "vitest";
import { dueByRule, nextDues } from "../../shared/calendar/due.ts";
import { ruleFor } from "../../shared/calendar/formRules.ts";
import { checkGrid } from "../../shared/check.ts";
import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { FieldDefinition, FormDefinition } from "../../shared/forms/definition.ts";
import { FormDefinitionSchema } from "../../shared/forms/schema.ts";
import type { Cell } from "../../shared/sheet/grid.ts";
import { sampleRegistry } from "../check/support.ts";

const field = (id: string, kind: FieldDefinition["kind"], label: string, more: Partial<FieldDefinition> = {}) =>
  ({ id, kind, label, aliases: [], whenMissing: "error", width: 12, ...more }) as FieldDefinition;

/** A form nobody prepared for: bounds, an amount with a fraction, three ticks that are no pair, days of its own month. */
const FORM: FormDefinition = {
  ...childcareClips,
  id: "sample-form",
  title: ["แบบสำรวจตัวอย่าง"],
  titleWords: ["แบบสำรวจตัวอย่าง"],
  misprints: [],
  fields: [
    field("district", "district", "อำเภอ"),
    field("date", "date", "วันที่สำรวจ", { inPeriod: "error" }),
    field("planned", "date", "วันที่จะซ่อม", { future: true }),
    field("people", "count", "จำนวนผู้ประสบภัย", { required: "error", least: 20, most: 500, units: ["คน"] }),
    field("area", "measure", "พื้นที่เสียหาย", { units: ["ไร่"] }),
    field("road", "tick", "ถนนเสียหาย"),
    field("bridge", "tick", "สะพานเสียหาย"),
    field("house", "tick", "บ้านเสียหาย"),
  ],
  rowRules: [{ rule: "duplicateRow", verdict: "error", fields: ["date", "people"] }],
  signature: null,
};

const HEADING = FORM.fields.map(({ label }) => label);
const GOOD: Cell[] = ["สมมติ", "3 มิ.ย. 2567", null, 25, 12.5, null, "/", null];

function checkRow(...rows: Cell[][]) {
  const grid = { sheet: "มิ.ย.67", rows: [["แบบสำรวจตัวอย่าง"], ["จังหวัดตัวอย่าง"], HEADING, ...rows] };
  return checkGrid(grid, { registry: sampleRegistry(), forms: [FORM], province: "99", today: "2024-07-02" }).rows;
}

const CASES: [what: string, column: number, cell: Cell, answer: [verdict: string, value: unknown, codes: string[]]][] =
  [
    ["too few", 3, "๑๙ คน", ["error", null, ["TXT_THAI_DIGIT", "NUM_UNIT", "NUM_TOO_LOW"]]],
    ["too many", 3, 501, ["error", null, ["NUM_TOO_HIGH"]]],
    ["none at all where some are asked for", 3, null, ["error", null, ["VALUE_MISSING"]]],
    ["the least itself", 3, 20, ["ok", 20, []]],
    ["about twenty, of which only what fits is offered", 3, "10-30", ["suggest", null, ["NUM_APPROX"]]],
    ["a fraction with its unit", 4, "๑๒.๕ ไร่", ["fixed", 12.5, ["TXT_THAI_DIGIT", "NUM_UNIT"]]],
    ["words for an amount", 4, "เสียหายหนัก", ["error", null, ["NUM_UNREADABLE"]]],
    ["less than nothing", 4, -2, ["error", null, ["NUM_UNREADABLE"]]],
    [
      "a day outside the month where the column forbids it",
      1,
      "3 พ.ค. 2567",
      ["error", null, ["DATE_TEXT", "DATE_WINDOW"]],
    ],
    ["a day to come where the column is about plans", 2, "3 ส.ค. 2567", ["fixed", "2024-08-03", ["DATE_TEXT"]]],
    ["a cross that may mean either", 5, "x", ["suggest", null, ["TICK_AMBIGUOUS"]]],
    ["a tick beside another", 5, "/", ["ok", true, []]],
  ];

describe("what the owner of a form may say of a column", () => {
  it("is a definition the schema takes", () => {
    expect(FormDefinitionSchema.safeParse(FORM).error?.message).toBeUndefined();
  });

  it("lets a right row pass", () => {
    expect(checkRow(GOOD).map((row) => row.verdict)).toEqual(["fixed"]);
  });

  it.each(CASES)("%s", (_, column, cell, [verdict, value, codes]) => {
    const row = GOOD.slice();
    row[column] = cell;
    const answer = checkRow(row)[0]!.cells[FORM.fields[column]!.id]!;
    expect([answer.verdict, answer.value, answer.codes]).toEqual([verdict, value, codes]);
  });

  it("finds the same thing twice on a form without offices", () => {
    expect(checkRow(GOOD, GOOD).map((row) => row.codes)).toEqual([[], ["ROW_DUPLICATE"]]);
  });
});

describe("a remark that the form asks for", () => {
  const status = field("status", "category", "สถานะ", {
    list: [
      { value: "เปิด", aliases: [] },
      { value: "หยุด", aliases: [] },
    ],
  });
  const asked = (remark: Partial<FieldDefinition>, ...cells: Cell[]) => {
    const fields = [field("district", "district", "อำเภอ"), status, field("remark", "remark", "หมายเหตุ", remark)];
    const form = { ...FORM, fields, rowRules: [] };
    const rows = [["แบบสำรวจตัวอย่าง"], ["จังหวัดตัวอย่าง"], fields.map(({ label }) => label), ["สมมติ", ...cells]];
    const report = checkGrid({ sheet: "มิ.ย.67", rows }, { registry: sampleRegistry(), forms: [form], province: "99" });
    const { verdict, codes } = report.rows[0]!.cells.remark!;
    return [verdict, codes];
  };
  const when = { requiredWhen: { field: "status", values: ["หยุด"], verdict: "error" as const } };

  it.each<[string, Partial<FieldDefinition>, Cell[], unknown[]]>([
    ["always", { required: "error" }, ["เปิด", null], ["error", ["VALUE_MISSING"]]],
    ["always, and given", { required: "error" }, ["เปิด", "ซ่อม"], ["ok", []]],
    ["never", {}, ["หยุด", null], ["ok", []]],
    ["for one value, which stands there", when, ["หยุด", "-"], ["error", ["VALUE_MISSING"]]],
    ["for one value, and another stands there", when, ["เปิด", null], ["ok", []]],
  ])("%s", (_, remark, cells, answer) => {
    expect(asked(remark, ...cells)).toEqual(answer);
  });
});

describe("a due rule a form brings with it", () => {
  const form = {
    ...FORM,
    calendarRule: "own",
    dueRules: [
      {
        id: "own",
        from: "อปท.",
        to: "จังหวัด",
        kind: "dayOfMonth",
        day: 5,
        monthOffset: 1,
        startsAt: null,
        roll: "next",
      },
    ],
  } satisfies FormDefinition;

  it("gives dates as one of the calendar does, and goes before it", () => {
    expect(FormDefinitionSchema.safeParse(form).success).toBe(true);
    const rule = ruleFor(form, "own")!;
    expect(dueByRule(rule, "2026-08")).toEqual({
      due: { rule: "own", period: "2026-08", nominal: "2026-09-05", due: "2026-09-07", holiday: true },
    });
    expect(nextDues(rule, "2026-08", 2).map(({ due }) => due)).toEqual(["2026-09-07", "2026-10-05"]);
    expect(ruleFor(form, "phrae-cdc-clip")?.id).toBe("phrae-cdc-clip");
    expect(ruleFor(form, "moon")).toBeUndefined();
  });
});

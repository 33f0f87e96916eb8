import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdit, applyEdits, type Edit, problemsOf, sentencesOf } from "../../shared/designer/index.ts";
import type { FormDefinition } from "../../shared/forms/definition.ts";
import { FORMS, findForm } from "../../shared/forms/index.ts";
import { FormDefinitionSchema } from "../../shared/forms/schema.ts";
import { form as anyForm, name } from "./arbitrary.ts";

const before = findForm("volunteer-activities")!;
const fieldOf = (form: FormDefinition, id: string) => form.fields.find((field) => field.id === id);
const codes = (edit: Edit) => applyEdit(before, edit).problems.map((one) => one.code);

describe("an owner's change", () => {
  it("renames a column and keeps the name it had as another one", () => {
    const { form, problems } = applyEdit(before, { do: "rename", field: "moo", label: "บ้านเลขหมู่", group: "ที่ตั้ง" });
    expect(problems).toEqual([]);
    expect(fieldOf(form, "moo")).toEqual({
      ...fieldOf(before, "moo"),
      label: "บ้านเลขหมู่",
      group: "ที่ตั้ง",
      aliases: [...fieldOf(before, "moo")!.aliases, "หมู่ที่"],
    });
  });

  it("changes what a column holds by a sentence, and nothing else of it", () => {
    const { form, problems } = applyEdit(before, {
      do: "sentence",
      field: "volunteers",
      text: "จำนวนเต็ม ไม่น้อยกว่า 20 ต้องกรอก",
    });
    expect(problems).toEqual([]);
    const { units, unusual, ...kept } = fieldOf(before, "volunteers")!;
    expect(fieldOf(form, "volunteers")).toEqual({ ...kept, least: 20, required: "error" });
    expect(sentencesOf(form).fields.volunteers).toBe("จำนวนเต็ม ไม่น้อยกว่า 20 ต้องกรอก");
  });

  it("takes with a dropped column what hung on it", () => {
    const { form, problems } = applyEdits(before, [
      { do: "drop", field: "category" },
      { do: "drop", field: "place" },
    ]);
    expect(problems).toEqual([]);
    expect(form.fields.filter((field) => field.requiredWhen !== undefined)).toEqual([]);
    expect(form.rowRules).toEqual([
      { rule: "dateInPeriod", verdict: "warn" },
      { rule: "duplicateRow", verdict: "warn", fields: ["name", "date"] },
    ]);
  });

  it("gives a column that becomes a place the name the checker finds it by, wherever it is named", () => {
    const start = applyEdits(before, [
      { do: "drop", field: "remark" },
      { do: "key", fields: ["detail"] },
    ]).form;
    const { form, problems } = applyEdit(start, { do: "sentence", field: "detail", text: "หมายเหตุ" });
    expect(problems).toEqual([]);
    expect(form.rowRules.at(-1)?.fields).toEqual(["remark"]);
    expect(applyEdit(form, { do: "sentence", field: "remark", text: "ข้อความ" }).form.rowRules.at(-1)?.fields).toEqual([
      "text",
    ]);
  });

  it("adds, moves, and sets key, chain, roster and due date", () => {
    const { form, problems } = applyEdits(before, [
      { do: "add", label: "สายตรวจ", text: "ข้อความ ต้องกรอก", after: "seq" },
      { do: "move", field: "remark", after: null },
      { do: "key", fields: ["name"], verdict: "error" },
      { do: "chain", chain: ["อปท.", "อำเภอ", "จังหวัด"] },
      { do: "roster", roster: "districts" },
      { do: "due", text: "ทุกวันที่ ๕ ของเดือนถัดไป เลื่อนไปวันทำการถัดไป" },
    ]);
    expect(problems).toEqual([]);
    expect(form.fields.slice(0, 3).map(({ id, label }) => [id, label])).toEqual([
      ["remark", "หมายเหตุ"],
      ["seq", "ลำดับที่"],
      ["text", "สายตรวจ"],
    ]);
    expect(form.rowRules.at(-1)).toEqual({ rule: "duplicateRow", verdict: "error", fields: ["name"] });
    expect(form.dueRules).toEqual([
      {
        ...{ id: "own-due", from: "อปท.", to: "อำเภอ", kind: "dayOfMonth", day: 5, monthOffset: 1 },
        ...{ startsAt: null, roll: "next" },
      },
    ]);
    expect([form.calendarRule, form.roster]).toEqual(["own-due", "districts"]);
    expect(sentencesOf(form).due).toBe("ทุกวันที่ 5 ของเดือนถัดไป ถ้าตรงวันหยุดเลื่อนไปวันทำการถัดไป");
  });

  it.each<[string, Edit, string[]]>([
    ["a column that is not there", { do: "drop", field: "moon" }, ["FIELD_UNKNOWN"]],
    ["a sentence nobody understands", { do: "sentence", field: "name", text: "พระจันทร์" }, ["SENTENCE_UNKNOWN"]],
    ["a second column of offices", { do: "sentence", field: "name", text: "ชื่อ อปท." }, ["KIND_TWICE"]],
    ["a key of nothing", { do: "key", fields: ["moon"] }, ["FIELD_UNKNOWN"]],
    ["a due date nobody understands", { do: "due", text: "เมื่อสะดวก" }, ["DUE_SENTENCE"]],
    ["a due rule there is none of", { do: "dueRule", id: "moon" }, ["DUE_UNKNOWN_RULE"]],
    ["a place behind what is not there", { do: "move", field: "name", after: "moon" }, ["FIELD_UNKNOWN"]],
  ])("%s is refused, and the form stays as it was", (_, edit, told) => {
    expect(codes(edit)).toEqual(told);
    expect(applyEdit(before, edit).form).toBe(before);
  });

  it.each<[string, Edit, string[]]>([
    ["an empty heading", { do: "rename", field: "name", label: "" }, ["NAME_EMPTY"]],
    ["a heading there is", { do: "rename", field: "name", label: "สถานที่" }, ["LABEL_TWICE"]],
    ["a short chain", { do: "chain", chain: ["อปท."] }, ["CHAIN_SHORT"]],
    ["a name of capitals", { do: "identity", id: "MY FORM" }, ["ID_FORM"]],
    [
      "a list without what a condition asks for",
      { do: "sentence", field: "category", text: "เลือกจาก: กีฬา" },
      Array(4).fill("VALUE_UNKNOWN"),
    ],
    ["a title that hides that it is a default", { do: "identity", title: ["แบบ"] }, ["TITLE_NOT_OFFICIAL"]],
  ])("%s is taken, and told", (_, edit, told) => {
    expect(codes(edit)).toEqual(told);
    expect(applyEdit(before, edit).form).not.toEqual(before);
  });
});

describe("what may be used", () => {
  it.each(FORMS.map((form) => [form.id, form] as const))("%s may", (_, form) => {
    expect(problemsOf(form)).toEqual([]);
  });

  it("passes the schema of definitions, too", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(problemsOf(form)).toEqual([]);
        expect(FormDefinitionSchema.safeParse(form).error?.message).toBeUndefined();
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it("is told apart from what the schema refuses, after any change", () => {
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      fc.record({
        do: fc.constant("rename" as const),
        field: fc.constantFrom("name", "seq"),
        label: fc.oneof(name, fc.constant("")),
      }),
      fc.record({ do: fc.constant("drop" as const), field: fc.constantFrom(...before.fields.map(({ id }) => id)) }),
      fc.record({
        do: fc.constant("identity" as const),
        version: fc.integer({ min: -2, max: 3 }),
        id: fc.string({ maxLength: 3 }),
      }),
      fc.record({
        do: fc.constant("chain" as const),
        chain: fc.array(fc.oneof(name, fc.constant("")), { maxLength: 3 }),
      }),
      fc.record({ do: fc.constant("nil" as const), text: fc.oneof(name, fc.constant("")) }),
      fc.record({ do: fc.constant("blankRows" as const), rows: fc.integer({ min: -1, max: 201 }) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 4 }), (edits) => {
        const { form } = applyEdits(before, edits);
        if (problemsOf(form).length === 0) expect(FormDefinitionSchema.safeParse(form).error?.message).toBeUndefined();
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { findRule } from "../../shared/calendar/dueRules.ts";
import { FORMS } from "../../shared/forms/index.ts";
import { FormDefinitionSchema } from "../../shared/forms/schema.ts";
import { codeOf, filesUnder, importsOf } from "../house/source.ts";

const one = () => structuredClone(FORMS.find((form) => form.id === "volunteer-activities")!);
type Form = ReturnType<typeof one>;

/** What a definition is refused for, with the words of the refusal. */
const SPOILT: [why: string, spoil: (form: Form) => void, told: RegExp][] = [
  ["an unknown kind", (form) => Object.assign(form.fields[1]!, { kind: "moon" }), /kind/],
  ["a property nobody knows", (form) => Object.assign(form, { colour: "red" }), /colour/],
  ["two fields of one name", (form) => form.fields.push({ ...form.fields[0]! }), /twice: seq/],
  ["a category without its list", (form) => delete form.fields[2]!.list, /list/],
  ["a rule about a field that is not there", (form) => (form.rowRules[1]!.fields = ["moon"]), /no such field: moon/],
  [
    "a condition on a value that is not in the list",
    (form) => (form.fields.at(-1)!.requiredWhen!.values = ["กีฬา"]),
    /no such value/,
  ],
  ["a default that does not say so on the sheet", (form) => (form.title = form.title.slice(0, 2)), /no official form/],
  ["bounds on words", (form) => (form.fields[3]!.least = 1), /only a number/],
  ["a least above the most", (form) => Object.assign(form.fields[12]!, { least: 5, most: 2 }), /least/],
  ["a month asked of a number", (form) => (form.fields[12]!.inPeriod = "warn"), /only a date/],
  [
    "a due rule on a day there is none of",
    (form) =>
      (form.dueRules = [
        { id: "own", from: "ก", to: "ข", kind: "dayOfMonth", day: 32, monthOffset: 0, startsAt: null, roll: "none" },
      ]),
    /day/,
  ],
  ["a period that is no month", (form) => (form.rowRules[0]!.blocksFrom = "2567-01"), /blocksFrom/],
  [
    "a system's column from a field that is not there",
    (form) => (form.exports![0]!.columns[0]!.fields = ["moon"]),
    /no such field: moon/,
  ],
  ["two systems of one name", (form) => form.exports!.push({ ...form.exports![0]! }), /twice: e-report/],
  ["a version that is none", (form) => (form.version = 0), /version/],
];

describe("a form definition", () => {
  it.each(FORMS.map((form) => [form.id, form] as const))("%s is what it must be", (_, form) => {
    expect(FormDefinitionSchema.safeParse(form).error?.message).toBeUndefined();
  });

  it.each(SPOILT)("is refused for %s", (_, spoil, told) => {
    const form = one();
    spoil(form);
    const answer = FormDefinitionSchema.safeParse(form);
    expect(answer.success).toBe(false);
    expect(answer.error?.message).toMatch(told);
  });

  it.each(FORMS.map((form) => [form.id, form] as const))("%s names calendar rules there are", (_, form) => {
    expect([form.calendarRule, ...form.furtherRules].filter((id) => findRule(id) === undefined)).toEqual([]);
  });

  it("survives being written as JSON", () => {
    for (const form of FORMS) expect(FormDefinitionSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });
});

describe("the engine", () => {
  const engine = filesUnder("shared", /\.ts$/).filter((path) => !/^shared\/(workbook|wire|forms)/.test(path));
  const faces = filesUnder("shared/words", /\.ts$/);

  it("never names a form", () => {
    const named = engine.filter((path) => !faces.includes(path) && FORMS.some(({ id }) => codeOf(path).includes(id)));
    expect(named).toEqual([]);
    expect(engine.length).toBeGreaterThan(50);
  });

  it("does not import what a definition is checked with", () => {
    const importers = filesUnder("shared", /\.ts$/).filter((path) =>
      importsOf(path).includes("shared/forms/schema.ts"),
    );
    expect(importers).toEqual(["shared/wire/report.ts"]);
  });
});

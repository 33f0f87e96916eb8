import { ruleFor } from "../calendar/formRules.ts";
import type { FieldDefinition, FieldKind, FormDefinition } from "../forms/definition.ts";
import { misplaced } from "./parseSentence.ts";
import { type DesignProblem, problem } from "./problem.ts";

export const MOST_FIELDS = 60;
const MOST_NAME = 200;
const FORM_ID = /^[a-z][a-z0-9-]{1,40}$/;
const FIELD_ID = /^[a-z][a-zA-Z0-9]*(\.([0-9]|total))?$/;
export const NOT_OFFICIAL = "ไม่ใช่แบบของทางราชการ";

/** Kinds that the checker reads once in a row, each by a field of that very name. */
export const SINGLE_KINDS: readonly FieldKind[] = ["seq", "province", "district", "office", "centre", "remark"];

/**
 * What keeps a definition from being used; empty when it may be. Whatever passes here passes `shared/forms/schema.ts`, too (held by a
 * test), but needs no zod, says what is wrong in codes, and asks a little more: fields the checker can find, and due rules there are.
 */
export function problemsOf(form: FormDefinition): DesignProblem[] {
  return [
    ...aboutForm(form),
    ...aboutNames(form),
    ...aboutNumbers(form),
    ...form.fields.flatMap((field) => aboutField(field, form)),
    ...aboutRules(form),
  ];
}

function aboutForm(form: FormDefinition): DesignProblem[] {
  const found: DesignProblem[] = [];
  const { fields, title, chain, version, blankRows } = form;
  if (!FORM_ID.test(form.id)) found.push(problem("ID_FORM", { value: form.id }));
  if (!isWhole(version, 1, 9999))
    found.push(problem("NUMBER_RANGE", { what: "version", value: version, least: 1, most: 9999 }));
  if (!isWhole(blankRows, 0, 200))
    found.push(problem("NUMBER_RANGE", { what: "blankRows", value: blankRows, least: 0, most: 200 }));
  if (title.length === 0) found.push(problem("TITLE_EMPTY"));
  if (form.titleWords.length === 0) found.push(problem("NAME_EMPTY", { what: "titleWords" }));
  if (!form.official && !title.some((line) => line.includes(NOT_OFFICIAL)))
    found.push(problem("TITLE_NOT_OFFICIAL", { words: NOT_OFFICIAL }));
  if (form.sections === undefined && fields.length < 3)
    found.push(problem("FIELDS_FEW", { count: fields.length, least: 3 }));
  if (fields.length === 0) found.push(problem("FIELDS_FEW", { count: 0, least: 1 }));
  if (fields.length > MOST_FIELDS) found.push(problem("FIELDS_MANY", { count: fields.length, most: MOST_FIELDS }));
  if (chain.length < 2) found.push(problem("CHAIN_SHORT", { least: 2 }));
  for (const id of [form.calendarRule, ...form.furtherRules])
    if (ruleFor(form, id) === undefined) found.push(problem("DUE_UNKNOWN_RULE", { value: id }));
  return found;
}

/** Texts a form can not do without, or that are too long. */
function aboutNames(form: FormDefinition): DesignProblem[] {
  const { attachments, source, signature } = form;
  const texts: [what: string, texts: readonly (string | null | undefined)[]][] = [
    ["title", form.title],
    ["titleWords", form.titleWords],
    ["misprints", form.misprints.flat()],
    ["notes", form.notes],
    ["nilText", [form.nilText]],
    ["chain", form.chain],
    ["source", [source.reference, source.issuer, source.asCited, source.doubt]],
    ["signature", signature === null ? [] : [signature.sign, signature.name, signature.position]],
    [
      "exports",
      (form.exports ?? []).flatMap(({ name, source, columns }) => [name, source, ...columns.map(({ label }) => label)]),
    ],
    ["dueRules", (form.dueRules ?? []).flatMap(({ from, to }) => [from, to])],
    [
      "attachments",
      [attachments.photos, attachments.clipSeconds, attachments.clipFormat].flatMap((one) =>
        one === null ? [] : [one.source, ...(one.elsewhere ?? []).map((other) => other.source)],
      ),
    ],
  ];
  return texts.flatMap(([what, all]) => all.flatMap((text) => aboutName(what, text, null)));
}

function aboutName(what: string, text: string | null | undefined, field: string | null): DesignProblem[] {
  if (text === null || text === undefined) return [];
  if (text === "") return [problem("NAME_EMPTY", { what }, field)];
  return text.length > MOST_NAME
    ? [problem("NAME_LONG", { what, value: `${text.slice(0, 40)}…`, most: MOST_NAME }, field)]
    : [];
}

function aboutField(field: FieldDefinition, form: FormDefinition): DesignProblem[] {
  const { id, kind, label, group, list, requiredWhen } = field;
  const found = [label, group].flatMap((text) => aboutName("label", text, id));
  found.push(...field.aliases.flatMap((text) => aboutName("aliases", text, id)));
  found.push(...(field.units ?? []).flatMap((text) => aboutName("units", text, id)));
  if (!FIELD_ID.test(id)) found.push(problem("ID_FIELD", { value: id }, id));
  if (!(field.width >= 4 && field.width <= 80))
    found.push(problem("NUMBER_RANGE", { what: "width", value: field.width, least: 4, most: 80 }, id));
  const others = form.fields.slice(0, form.fields.indexOf(field));
  if (others.some((other) => other.id === id)) found.push(problem("ID_TWICE", { value: id }, id));
  if (others.some((other) => other.label === label && other.group === group))
    found.push(problem("LABEL_TWICE", { label }, id));
  if (form.sections === undefined && SINGLE_KINDS.includes(kind)) {
    if (others.some((other) => other.kind === kind)) found.push(problem("KIND_TWICE", { kind, label }, id));
    else if (id !== kind) found.push(problem("ID_OF_KIND", { kind, need: kind, value: id }, id));
  }
  if ((kind === "category") !== (list !== undefined) || list?.length === 0)
    found.push(problem("LIST_MISSING", { label, kind }, id));
  const values = (list ?? []).flatMap(({ value, aliases }) => [value, ...aliases]);
  found.push(...values.flatMap((text) => aboutName("list", text, id)));
  const twice = values.find((value, i) => values.indexOf(value) !== i);
  if (twice !== undefined) found.push(problem("LIST_TWICE", { value: twice, label }, id));
  if (field.units?.length === 0) found.push(problem("NAME_EMPTY", { what: "units" }, id));
  const wrong = misplaced(field);
  if (wrong !== null) found.push(problem("SENTENCE_NOT_FOR_KIND", { text: wrong, kind }, id));
  for (const what of ["least", "most", "unusual"] as const) {
    const value = field[what];
    const least = what === "unusual" ? Number.MIN_VALUE : 0;
    if (value !== undefined && !(Number.isFinite(value) && value >= least))
      found.push(problem("NUMBER_RANGE", { what, value, least: 0, most: null }, id));
  }
  if (field.least !== undefined && field.most !== undefined && field.least > field.most)
    found.push(problem("SENTENCE_BOUNDS", { least: field.least, most: field.most }, id));
  if (requiredWhen !== undefined) found.push(...aboutCondition(requiredWhen, id, form));
  return found;
}

function aboutCondition(
  when: NonNullable<FieldDefinition["requiredWhen"]>,
  id: string,
  form: FormDefinition,
): DesignProblem[] {
  const asked = form.fields.find((field) => field.id === when.field);
  if (asked === undefined) return [problem("FIELD_UNKNOWN", { value: when.field }, id)];
  const values = asked.list?.map((choice) => choice.value) ?? [];
  if (when.values.length === 0) return [problem("NAME_EMPTY", { what: "requiredWhen" }, id)];
  return when.values
    .filter((value) => !values.includes(value))
    .map((value) => problem("VALUE_UNKNOWN", { value, label: asked.label }, id));
}

function aboutRules(form: FormDefinition): DesignProblem[] {
  const ids = form.fields.map((field) => field.id);
  const named = [
    ...form.rowRules.flatMap((rule) => rule.fields ?? []),
    ...(form.sections ?? []).flatMap(({ blanks, repeat }) => [
      ...(blanks ?? []).map((blank) => blank.field),
      ...(repeat === undefined ? [] : [repeat.field]),
    ]),
    ...(form.exports ?? []).flatMap(({ columns }) => columns.flatMap(({ fields }) => fields)),
  ];
  const found = named.filter((id) => !ids.includes(id)).map((id) => problem("FIELD_UNKNOWN", { value: id }));
  for (const rule of form.rowRules) {
    if (rule.fields?.length === 0) found.push(problem("NAME_EMPTY", { what: "fields" }));
    if (rule.limit !== undefined && !(rule.limit > 0))
      found.push(problem("NUMBER_RANGE", { what: "limit", value: rule.limit, least: 0, most: null }));
  }
  for (const { id } of form.dueRules ?? []) if (!FORM_ID.test(id)) found.push(problem("ID_FORM", { value: id }));
  return found;
}

/** Numbers of attachments, of the printed parts of a form without a table, and of due rules. */
function aboutNumbers({ attachments, sections, dueRules, rowRules }: FormDefinition): DesignProblem[] {
  const { photos, clipSeconds } = attachments;
  const files = [photos, clipSeconds].flatMap((one) => (one === null ? [] : [one, ...(one.elsewhere ?? [])]));
  const lines = (sections ?? []).flatMap(({ repeat }) => (repeat === undefined ? [] : [repeat]));
  const numbers: [what: string, value: number, least: number, most: number][] = [
    ...files.map(({ value }): [string, number, number, number] => ["attachments", value, 1, Number.MAX_SAFE_INTEGER]),
    ...lines.map((one): [string, number, number, number] => ["lines", one.lines, 1, 20]),
    ...lines.map((one): [string, number, number, number] => ["photos", one.photos ?? 1, 1, 20]),
    ...(dueRules ?? []).map((one): [string, number, number, number] => [
      "monthOffset",
      "monthOffset" in one ? one.monthOffset : 0,
      0,
      12,
    ]),
  ];
  const months = [
    ...(dueRules ?? []).map(({ startsAt }) => startsAt ?? undefined),
    ...rowRules.map(({ blocksFrom }) => blocksFrom),
  ];
  return [
    ...numbers
      .filter(([, value, least, most]) => !isWhole(value, least, most))
      .map(([what, value, least, most]) => problem("NUMBER_RANGE", { what, value, least, most })),
    ...months
      .filter((month) => month !== undefined && !/^20[0-9]{2}-(0[1-9]|1[0-2])$/.test(month))
      .map((month) => problem("NUMBER_RANGE", { what: "month", value: month!, least: "2000-01", most: "2099-12" })),
    ...lines
      .filter(({ text }) => text.length > 60)
      .map(({ text }) => problem("NAME_LONG", { what: "lines", value: text, most: 60 })),
    ...(sections ?? []).flatMap(({ heading, words, blanks, repeat }) =>
      [heading, ...words, ...(blanks ?? []).flatMap((blank) => blank.words), ...(repeat?.parts ?? [])].flatMap((text) =>
        aboutName("sections", text, null),
      ),
    ),
    ...(sections ?? [])
      .filter(({ words }) => words.length === 0)
      .map(() => problem("NAME_EMPTY", { what: "sections" })),
  ];
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

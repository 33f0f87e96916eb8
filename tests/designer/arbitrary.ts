import fc from "fast-check";
import { DUE_RULES } from "../../shared/calendar/dueRules.ts";
import type { DueMeaning, Meaning } from "../../shared/designer/index.ts";
import { SINGLE_KINDS } from "../../shared/designer/valid.ts";
import { FIELD_KINDS, type FieldDefinition, type FormDefinition, RULE_NAMES } from "../../shared/forms/definition.ts";

/** Words as owners write them, and the signs the languages give a meaning to. */
const PIECES = [
  "ก",
  "นํ้าใส",
  "อปท.",
  "คน",
  "๑",
  "2",
  ",",
  ";",
  "=",
  "“",
  "”",
  '"',
  " ",
  "\n",
  "(1)",
  "เป็น",
  "เลือกจาก: ",
  "x",
];
const piece = fc.constantFrom(...PIECES);

/** Any text a definition may hold. */
export const name = fc
  .oneof(
    fc.array(piece, { minLength: 1, maxLength: 6 }).map((all) => all.join("")),
    fc.string({ minLength: 1, maxLength: 12 }),
  )
  .filter((text) => text.length <= 200);
/** A text as it can stand in a cell: a spreadsheet drops what has nothing in it, and knows no control signs. */
export const cellName = name.filter((text) => text.trim() !== "" && !hasControls(text));

function hasControls(text: string): boolean {
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if ((code < 0x20 && code !== 0x0a) || code === 0x7f || (code >= 0xd800 && code <= 0xdfff) || code >= 0xfffe)
      return true;
  }
  return false;
}

const severity = fc.constantFrom("error" as const, "warn" as const);
const amount = fc.oneof(
  fc.nat(2_000_000),
  fc.nat(9999).map((n) => n / 100),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

function without<T extends object>(made: T): T {
  return Object.fromEntries(Object.entries(made).filter(([, value]) => value !== undefined)) as T;
}

/** What a column may hold, with limits only where they say something. `fields`: those a condition may name. */
export function meaning(text: fc.Arbitrary<string>, fields: readonly FieldDefinition[] = []): fc.Arbitrary<Meaning> {
  return fc
    .record({
      kind: fc.constantFrom(...FIELD_KINDS),
      required: maybe(severity),
      personal: maybe(fc.boolean()),
      bounds: fc.tuple(amount, amount),
      has: fc.tuple(fc.boolean(), fc.boolean()),
      unusual: maybe(amount.filter((n) => n > 0)),
      units: maybe(fc.array(text, { minLength: 1, maxLength: 3 })),
      inPeriod: maybe(severity),
      future: maybe(fc.boolean()),
      values: fc.uniqueArray(text, { minLength: 1, maxLength: 6 }),
      when: maybe(condition(fields)),
    })
    .map(({ kind, required, personal, bounds, has, unusual, units, inPeriod, future, values, when }) => {
      const numbered = ["count", "money", "measure", "duration"].includes(kind);
      const [low, high] = bounds[0] <= bounds[1] ? bounds : [bounds[1], bounds[0]];
      const half = Math.ceil(values.length / 2);
      return without({
        kind,
        required,
        personal,
        ...(numbered ? { least: has[0] ? low : undefined, most: has[1] ? high : undefined, unusual, units } : {}),
        ...(kind === "date" ? { inPeriod, future } : {}),
        ...(kind === "category"
          ? { list: values.slice(0, half).map((value, i) => ({ value, aliases: i === 0 ? values.slice(half) : [] })) }
          : {}),
        requiredWhen: when,
      });
    });
}

function condition(fields: readonly FieldDefinition[]): fc.Arbitrary<Meaning["requiredWhen"]> {
  const lists = fields.filter((field) => (field.list?.length ?? 0) > 0);
  if (lists.length === 0) return fc.constant(undefined);
  return fc.constantFrom(...lists).chain((field) =>
    fc.record({
      field: fc.constant(field.id),
      values: fc.subarray(
        field.list!.map((choice) => choice.value),
        { minLength: 1 },
      ),
      verdict: severity,
    }),
  );
}

const weekday = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const, 5 as const, 6 as const, 7 as const);
const monthOffset = fc.nat(12);
const month = fc.record({ year: fc.integer({ min: 2000, max: 2099 }), month: fc.integer({ min: 1, max: 12 }) });
const period = month.map((one) => `${one.year}-${String(one.month).padStart(2, "0")}`);

export const due: fc.Arbitrary<DueMeaning> = fc
  .tuple(
    fc.oneof(
      fc.record({ kind: fc.constant("dayOfMonth" as const), day: fc.integer({ min: 1, max: 31 }), monthOffset }),
      fc.record({
        kind: fc.constant("nthWeekday" as const),
        weekday,
        nth: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
        monthOffset,
      }),
      fc.record({ kind: fc.constant("weekday" as const), weekday }),
      fc.record({ kind: fc.constant("fixed" as const), date: period.map((text) => `${text}-28`) }),
      fc.record({ kind: fc.constant("none" as const), cycle: fc.constantFrom("month" as const, null) }),
    ),
    fc.option(period),
    fc.constantFrom("none" as const, "next" as const, "previous" as const),
  )
  .map(([day, startsAt, roll]) => ({ ...day, startsAt, roll }));

/** Any definition of a form with a table that may be used. */
export const form: fc.Arbitrary<FormDefinition> = fc
  .array(meaning(cellName), { minLength: 3, maxLength: 7 })
  .map(namedFields)
  .chain((fields) =>
    fc.record({
      fields: fc.tuple(...fields.map((field) => dressed(field, fields))),
      id: fc.stringMatching(/^[a-z][a-z0-9-]{1,20}$/),
      version: fc.integer({ min: 1, max: 9999 }),
      title: fc.array(cellName, { minLength: 1, maxLength: 3 }),
      titleWords: fc.array(cellName, { minLength: 1, maxLength: 3 }),
      misprints: fc.array(fc.tuple(cellName, cellName), { maxLength: 2 }),
      nilText: fc.option(cellName),
      notes: fc.array(cellName, { maxLength: 3 }),
      signature: fc.option(fc.record({ sign: cellName, name: cellName, position: cellName })),
      blankRows: fc.nat(200),
      rule: fc.constantFrom(...DUE_RULES.map((rule) => rule.id)),
      further: fc.subarray(
        DUE_RULES.map((rule) => rule.id),
        { maxLength: 3 },
      ),
      own: fc.array(fc.record({ due, from: cellName, to: cellName }), { maxLength: 3 }),
      rowRules: fc.array(rowRule(fields), { maxLength: 4 }),
      photos: fc.option(sourced(fc.integer({ min: 1, max: 40 }))),
      clipSeconds: fc.option(sourced(fc.integer({ min: 1, max: 600 }))),
      clipFormat: fc.option(sourced(cellName)),
      roster: fc.constantFrom("offices" as const, "districts" as const),
      chain: fc.array(cellName, { minLength: 2, maxLength: 5 }),
      source: fc
        .record({ reference: cellName, issuer: cellName, asCited: maybe(cellName), doubt: maybe(cellName) })
        .map(without),
    }),
  )
  .map(({ rule, further, own, photos, clipSeconds, clipFormat, ...given }) => ({
    ...given,
    official: true,
    calendarRule: own.length > 0 ? "own-0" : rule,
    furtherRules: further,
    ...(own.length === 0
      ? {}
      : { dueRules: own.map((one, i) => ({ id: `own-${i}`, from: one.from, to: one.to, ...one.due })) }),
    attachments: { photos, clipSeconds, clipFormat },
  }));

function sourced<T>(value: fc.Arbitrary<T>) {
  return fc
    .record({
      value,
      source: cellName,
      elsewhere: maybe(fc.array(fc.record({ value, source: cellName }), { minLength: 1, maxLength: 2 })),
    })
    .map(without);
}

function rowRule(fields: readonly FieldDefinition[]) {
  return fc
    .record({
      rule: fc.constantFrom(...RULE_NAMES),
      verdict: fc.constantFrom("warn" as const, "suggest" as const, "error" as const),
      blocksFrom: maybe(period),
      fields: maybe(
        fc.subarray(
          fields.map((field) => field.id),
          { minLength: 1 },
        ),
      ),
      limit: maybe(amount.filter((n) => n > 0)),
    })
    .map(without);
}

/** Gives each meaning a name and a heading; of kinds that stand once in a row only the first is kept. */
function namedFields(meanings: readonly Meaning[]): FieldDefinition[] {
  const seen = new Set<string>();
  return meanings.map((one, i) => {
    const single = SINGLE_KINDS.includes(one.kind);
    const kept: Meaning = single && seen.has(one.kind) ? { kind: "text" } : one;
    seen.add(one.kind);
    const id = single && kept === one ? one.kind : `f${i}`;
    return { id, label: `ช่อง ${i}`, aliases: [], whenMissing: "warn", width: 10, ...kept };
  });
}

/** A field with any label, headings and a condition on another. */
function dressed(field: FieldDefinition, fields: readonly FieldDefinition[]): fc.Arbitrary<FieldDefinition> {
  return fc
    .record({
      label: cellName.map((text) => `${text}${field.id}`),
      group: maybe(cellName),
      aliases: fc.array(cellName, { maxLength: 3 }),
      whenMissing: fc.constantFrom("error" as const, "warn" as const, "none" as const),
      width: fc.integer({ min: 4, max: 80 }),
      requiredWhen: maybe(condition(fields.filter((other) => other !== field))),
    })
    .map((dress) => without({ ...field, ...dress }));
}

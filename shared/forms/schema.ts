import * as z from "zod";
import { FIELD_KINDS, type FormDefinition, RULE_NAMES } from "./definition.ts";

/*
 * What a form definition must be. Kept apart from the definitions: the engine runs where zod does not, and is handed
 * definitions that have been held to this beforehand.
 */

const Severity = z.enum(["warn", "error"]);
const Month = z.string().regex(/^20[0-9]{2}-(0[1-9]|1[0-2])$/);
const Name = z.string().min(1).max(200);

const sourced = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value,
    source: Name,
    elsewhere: z.array(z.strictObject({ value, source: Name })).optional(),
  });

const NUMBERS = new Set<string>(["count", "money", "measure", "duration"]);

const Field = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-zA-Z0-9]*(\.([0-9]|total))?$/),
    kind: z.enum(FIELD_KINDS),
    label: Name,
    group: Name.optional(),
    aliases: z.array(Name),
    whenMissing: z.enum(["error", "warn", "none"]),
    width: z.number().min(4).max(80),
    required: Severity.optional(),
    requiredWhen: z.strictObject({ field: Name, values: z.array(Name).min(1), verdict: Severity }).optional(),
    units: z.array(Name).min(1).optional(),
    list: z.array(z.strictObject({ value: Name, aliases: z.array(Name) })).optional(),
    unusual: z.number().positive().optional(),
    least: z.number().min(0).optional(),
    most: z.number().min(0).optional(),
    inPeriod: Severity.optional(),
    future: z.boolean().optional(),
    personal: z.boolean().optional(),
  })
  .refine((field) => (field.kind === "category") === (field.list !== undefined), {
    message: "a category, and nothing else, has a list",
  })
  .refine((field) => NUMBERS.has(field.kind) || (field.least === undefined && field.most === undefined), {
    message: "only a number has bounds",
  })
  .refine((field) => field.least === undefined || field.most === undefined || field.least <= field.most, {
    message: "the least is not above the most",
  })
  .refine((field) => field.kind === "date" || (field.inPeriod === undefined && field.future === undefined), {
    message: "only a date lies in a period or in the future",
  });

const Section = z.strictObject({
  heading: Name,
  words: z.array(Name).min(1),
  blanks: z.array(z.strictObject({ field: Name, text: z.string(), words: z.array(Name).min(1) })).optional(),
  repeat: z
    .strictObject({
      field: Name,
      text: z.string().max(60),
      parts: z.array(Name).min(1),
      lines: z.int().min(1).max(20),
      photos: z.int().min(1).max(20).optional(),
    })
    .optional(),
});

const Export = z.strictObject({
  system: z.string().regex(/^[a-z][a-z0-9-]{1,20}$/),
  name: Name,
  keyedBy: z.enum(["office", "district"]),
  columns: z.array(z.strictObject({ label: Name, fields: z.array(Name).min(1) })).min(1),
  source: Name,
  doubt: z.string().min(1).max(400).optional(),
});
const own = {
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  from: Name,
  to: Name,
  startsAt: Month.nullable(),
  roll: z.enum(["none", "next", "previous"]),
};
const Weekday = z.union([1, 2, 3, 4, 5, 6, 7].map((day) => z.literal(day as 1 | 2 | 3 | 4 | 5 | 6 | 7)));
const MonthOffset = z.int().min(0).max(12);
const DueRule = z.discriminatedUnion("kind", [
  z.strictObject({ ...own, kind: z.literal("dayOfMonth"), day: z.int().min(1).max(31), monthOffset: MonthOffset }),
  z.strictObject({
    ...own,
    kind: z.literal("nthWeekday"),
    weekday: Weekday,
    nth: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    monthOffset: MonthOffset,
  }),
  z.strictObject({ ...own, kind: z.literal("weekday"), weekday: Weekday }),
  z.strictObject({ ...own, kind: z.literal("fixed"), date: z.iso.date() }),
  z.strictObject({ ...own, kind: z.literal("none"), cycle: z.literal("month").nullable() }),
]);

const Shape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  version: z.int().min(1).max(9999),
  official: z.boolean(),
  title: z.array(Name).min(1),
  misprints: z.array(z.tuple([Name, Name])),
  titleWords: z.array(Name).min(1),
  fields: z.array(Field).min(1).max(60),
  sections: z.array(Section).min(1).optional(),
  rowRules: z.array(
    z.strictObject({
      rule: z.enum(RULE_NAMES),
      verdict: z.enum(["warn", "suggest", "error"]),
      blocksFrom: Month.optional(),
      fields: z.array(Name).min(1).optional(),
      limit: z.number().positive().optional(),
    }),
  ),
  nilText: Name.nullable(),
  notes: z.array(Name),
  signature: z.strictObject({ sign: Name, name: Name, position: Name }).nullable(),
  blankRows: z.int().min(0).max(200),
  calendarRule: Name,
  furtherRules: z.array(Name),
  dueRules: z.array(DueRule).min(1).max(20).optional(),
  attachments: z.strictObject({
    photos: sourced(z.int().positive()).nullable(),
    clipSeconds: sourced(z.int().positive()).nullable(),
    clipFormat: sourced(Name).nullable(),
  }),
  roster: z.enum(["offices", "districts"]),
  chain: z.array(Name).min(2),
  exports: z.array(Export).min(1).optional(),
  source: z.strictObject({ reference: Name, issuer: Name, asCited: Name.optional(), doubt: Name.optional() }),
});

/** A form definition: its shape, and that everything it names is there. */
export const FormDefinitionSchema: z.ZodType<FormDefinition> = Shape.superRefine((form, context) => {
  const ids = form.fields.map((field) => field.id);
  const told = (message: string, path: (string | number)[]) => context.addIssue({ code: "custom", message, path });
  const known = (id: string, path: (string | number)[]) => {
    if (!ids.includes(id)) told(`no such field: ${id}`, path);
  };
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) told(`twice: ${id}`, ["fields", i]);
  });
  form.fields.forEach(({ requiredWhen, kind }, i) => {
    if (requiredWhen === undefined) return;
    known(requiredWhen.field, ["fields", i, "requiredWhen"]);
    const asked = form.fields.find((field) => field.id === requiredWhen.field);
    const values = asked?.list?.map((choice) => choice.value) ?? [];
    for (const value of requiredWhen.values)
      if (!values.includes(value)) told(`no such value of ${requiredWhen.field}: ${value}`, ["fields", i, kind]);
  });
  form.rowRules.forEach((rule, i) => {
    for (const id of rule.fields ?? []) known(id, ["rowRules", i]);
  });
  form.sections?.forEach(({ blanks, repeat }, i) => {
    for (const { field } of blanks ?? []) known(field, ["sections", i]);
    if (repeat !== undefined) known(repeat.field, ["sections", i]);
  });
  form.exports?.forEach(({ system, columns }, i) => {
    if (form.exports!.findIndex((one) => one.system === system) !== i) told(`twice: ${system}`, ["exports", i]);
    for (const { fields } of columns) for (const id of fields) known(id, ["exports", i]);
  });
  if (!form.official && !form.title.some((line) => line.includes("ไม่ใช่แบบของทางราชการ")))
    told("a default of the program says on the sheet that it is no official form", ["title"]);
});

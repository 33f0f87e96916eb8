/** What kind of content a column or a blank holds; the engine knows kinds, never a form's name. */
export const FIELD_KINDS = [
  "seq",
  "province",
  "district",
  "subdistrict",
  "moo",
  "office",
  "centre",
  /** What the row is about, in the reporter's own words: an activity, a temple, a course. */
  "name",
  "tick",
  "date",
  "count",
  "money",
  /** An amount that may have a fraction: kilograms, rai. */
  "measure",
  /** Seconds of a clip. */
  "duration",
  "category",
  "phone",
  "link",
  "text",
  "remark",
  /** Repeated lines of a form without a table. */
  "list",
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

export type Severity = "warn" | "error";

/** A value a letter gives, with the letter; where letters disagree, what the others say stands beside it. */
export interface Sourced<T> {
  value: T;
  source: string;
  elsewhere?: { value: T; source: string }[];
}

export interface Choice {
  value: string;
  /** Other ways of writing the very same. Compared by match key. */
  aliases: string[];
}

export interface FieldDefinition {
  id: string;
  kind: FieldKind;
  /** As printed on the official form. */
  label: string;
  /** The heading above it, where the form has a two-row merged heading. */
  group?: string;
  /** Other headings people and scans use for the same column. Compared by match key. */
  aliases: string[];
  /** Missing column: "error" blocks, "warn" tells, "none" is silent: the column is wanted of some rows only. */
  whenMissing: Severity | "none";
  /** Column width of the blank, in characters. */
  width: number;
  /** What a blank cell means; may be left blank when not given. */
  required?: Severity;
  /** Also required where another field of the row holds one of these values. */
  requiredWhen?: { field: string; values: string[]; verdict: Severity };
  /** Words that may stand behind a number; the first is the one the form prints. */
  units?: string[];
  /** The values of a category, in the order of the form. */
  list?: Choice[];
  /** A number above this is told: it is likelier a slip than a crowd. */
  unusual?: number;
  /** A number below this is refused. */
  least?: number;
  /** A number above this is refused. */
  most?: number;
  /** What a day outside the reported month is in this column, whatever the form's rule says of the others. */
  inPeriod?: Severity;
  /** A day to come is taken: the column is about what is planned. */
  future?: boolean;
  /** Names a person on purpose: not told as personal data. */
  personal?: boolean;
}

/**
 * Rules of the form that look at more than one cell, each a file in `rules/`, with the verdict the form gives it.
 * `blocksFrom` (YYYY-MM): in periods before it the rule only warns.
 */
export interface RowRule {
  rule: RuleName;
  verdict: "warn" | "suggest" | "error";
  blocksFrom?: string;
  /** The fields it is about, in the order its file names them. */
  fields?: string[];
  /** The number it goes by. */
  limit?: number;
}

export const RULE_NAMES = [
  "tickPair",
  "remarkRequired",
  "duplicateRow",
  "centreMissing",
  "dateInPeriod",
  "sumOf",
  "minCentres",
  "minParticipants",
  "participantsPerCentre",
  "activitiesWithinCentres",
  "activitiesCoverCentres",
  "activityGiven",
  "photosPerActivity",
  "photosMatchActivities",
  "resultGiven",
] as const;
export type RuleName = (typeof RULE_NAMES)[number];

/** One printed part of a form without a table. `{blank}` in a text stands for the place to write in. */
export interface DocumentSection {
  /** The number as printed; what a scan made of it is tidied by its place. */
  heading: string;
  /** How the heading is recognised: any of these words, by match key. */
  words: string[];
  /** Labelled blanks, each a field of the form. */
  blanks?: { field: string; text: string; words: string[] }[];
  /** Repeated lines, a field of kind `list`, and the parts of one line. */
  repeat?: { field: string; text: string; parts: string[]; lines: number; photos?: number };
}

/** Another system that the same rows are typed into by hand. */
export interface FormExport {
  /** In addresses and in the store. */
  system: string;
  /** As people call it. */
  name: string;
  /** Who types: each office its own rows, or the centre of the district those of its offices. */
  keyedBy: "office" | "district";
  /** In the order one types; several fields of one column are joined by a blank. */
  columns: { label: string; fields: string[] }[];
  source: string;
  /** What is not certain, told to whoever types. */
  doubt?: string;
}
export type FormDueDay =
  | { kind: "dayOfMonth"; day: number; monthOffset: number }
  | { kind: "nthWeekday"; weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7; nth: 1 | 2 | 3 | 4; monthOffset: number }
  | { kind: "weekday"; weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7 }
  | { kind: "fixed"; date: string }
  | { kind: "none"; cycle: "month" | null };

/**
 * A due rule a form brings with it, where the calendar has none for it; the days mean what they mean there (`calendar/dueRules.ts`).
 * `startsAt`: the first period anyone owes, null for any.
 */
export type FormDueRule = FormDueDay & {
  id: string;
  from: string;
  to: string;
  startsAt: string | null;
  roll: "none" | "next" | "previous";
};

export interface FormDefinition {
  id: string;
  version: number;
  /** True for a form printed in a circular; false for a default of the program, which says so on the sheet. */
  official: boolean;
  /** Title lines as printed; `{province}` is filled in. */
  title: string[];
  /** Misprints seen in titles and headings: [wrong, right]. Recognised, printed right, told once. */
  misprints: [string, string][];
  /** Words that must appear in a title for the form to be recognised, by match key; any one suffices. */
  titleWords: string[];
  fields: FieldDefinition[];
  /** Present for a form without a table: its printed parts, in order. */
  sections?: DocumentSection[];
  rowRules: RowRule[];
  /** What a row says of an office that has nothing to report; null where the form knows no nil report. */
  nilText: string | null;
  /** Foot notes under the table, as printed. */
  notes: string[];
  /** Lines of the signature block, as printed; null where the form has none. */
  signature: { sign: string; name: string; position: string } | null;
  /** Empty numbered rows on the blank. */
  blankRows: number;
  /** Calendar rule of those who fill the form, and those of the levels above or of other channels. */
  calendarRule: string;
  furtherRules: string[];
  /** Rules of its own that the two above may name; looked at before those of the calendar. */
  dueRules?: FormDueRule[];
  /** Files that go with a report. Null: the letter says nothing. */
  attachments: {
    photos: Sourced<number> | null;
    clipSeconds: Sourced<number> | null;
    clipFormat: Sourced<string> | null;
  };
  /** Who owes it: each local authority, or each district. */
  roster: "offices" | "districts";
  /** From hand to hand, the sender first. */
  chain: string[];
  /** Systems the rows are typed into as well. */
  exports?: FormExport[];
  /** The letter, as printed; as others cite it and what is in doubt, where there is such. */
  source: { reference: string; issuer: string; asCited?: string; doubt?: string };
}

/** The field a row is about: its centre, else its first name. Undefined where rows have none. */
export function subjectOf(form: Pick<FormDefinition, "fields">): FieldDefinition | undefined {
  return form.fields.find(({ kind }) => kind === "centre") ?? form.fields.find(({ kind }) => kind === "name");
}

const IDENTITY = new Set<FieldKind>(["province", "district", "office", "centre"]);

/** The fields that say only whose a row is and of which centre: what may be taken over from an earlier report. None where rows are not about centres. */
export function identityFields(form: Pick<FormDefinition, "fields">): FieldDefinition[] {
  const hasCentre = form.fields.some(({ kind }) => kind === "centre");
  return hasCentre ? form.fields.filter(({ kind }) => IDENTITY.has(kind)) : [];
}

/** The rule of the form as it holds in a period; undefined where the form has no such rule. */
export function ruleOf(form: FormDefinition, name: RuleName, period: string | null): RowRule | undefined {
  const rule = form.rowRules.find((one) => one.rule === name);
  if (rule?.blocksFrom === undefined || rule.verdict === "warn") return rule;
  return period !== null && period >= rule.blocksFrom ? rule : { ...rule, verdict: "warn" };
}

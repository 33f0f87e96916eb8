import type { FieldDefinition, FieldKind } from "../forms/definition.ts";
import { type Cell, scalarOf } from "../sheet/grid.ts";
import { toArabicDigits } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";
import { readNumberText } from "../text/numberText.ts";
import { freshFieldId } from "./ids.ts";
import { guessKind, type KindGuess } from "./kinds.ts";
import { choices, listInHeading, repeatedValues } from "./lists.ts";
import type { Part, Point, Sureness } from "./proposal.ts";
import { wordsOf } from "./samples.ts";
import { BOUNDED } from "./sentence.ts";
import type { Column } from "./table.ts";
import { SINGLE_KINDS } from "./valid.ts";
import {
  COMMON_ALIASES,
  hintOf,
  isAboutFuture,
  isNationalIdHeading,
  UNIT_ALONE,
  UNIT_IN_HEADING,
  WIDTHS,
} from "./vocabulary.ts";

/** What is known of a column before its field is made. */
export interface ColumnFacts {
  column: Column;
  /** Where its heading stands. */
  cell: string;
  cells: readonly Cell[];
  rows: number;
  /** Values the official workbook offers in a drop-down. */
  offered: readonly string[] | null;
  aliases: readonly string[];
}

export interface MadeField {
  field: FieldDefinition;
  points: Point[];
}

/** Counts of these are told when they are larger than any office's own: a slip is likelier. */
const PEOPLED = new Set(["คน", "ราย", "ครัวเรือน", "หลังคาเรือน", "หลัง", "ครอบครัว"]);
const UNUSUAL = 1000;
const ENOUGH_ROWS = 3;
const LONGEST_ALIAS = 120;

/** Makes the field of one column. `before`: the fields made so far, whose names and places are taken. */
export function makeField(facts: ColumnFacts, before: readonly FieldDefinition[]): MadeField {
  const { column, cell, cells, aliases } = facts;
  const guess = single(guessKind(column, cells), before);
  const points: Omit<Point, "field">[] = [];
  const say = (part: Part, sure: Sureness, reason: Point["reason"], params: Point["params"]) =>
    points.push({ part, sure, reason, params: { label: column.label, ...params }, cell });
  const list = listOf(facts, guess);
  const { kind, sure, reason } = settled(guess, list);
  if (list === null) say("kind", sure, reason, guess.params);
  else say("list", sure, reason, { ...guess.params, values: list.values.join(", ") });
  const label = freeLabel(column, before);
  if (label !== column.label) say("label", "unsure", "LABEL_REPEATED", { as: label });
  if (column.group !== undefined) say("group", "sure", "GROUP_MERGED", { group: column.group });
  const ids = before.map((field) => field.id);
  const field: FieldDefinition = {
    id: freshFieldId(kind, ids),
    kind,
    label,
    ...(column.group === undefined ? {} : { group: column.group }),
    aliases: aliasesOf(column, kind, label, aliases),
    whenMissing: missingOf(kind),
    width: WIDTHS[kind],
    ...limitsOf(facts, kind, say),
    ...(list === null ? {} : { list: choices(list.values) }),
    ...(guess.personal ? { personal: true } : {}),
  };
  if (guess.personal && isNationalIdHeading(label)) say("personal", "unsure", "PERSONAL_ID", {});
  else if (guess.personal) say("personal", "likely", "PERSONAL_HEADING", {});
  for (const alias of aliases) say("aliases", "likely", "ALIAS_SEEN", { alias });
  return { field, points: points.map((point) => ({ ...point, field: field.id })) };
}

/** A place, an office or a remark stands once in a row; a second one is words. */
function single(guess: KindGuess, before: readonly FieldDefinition[]): KindGuess {
  if (!SINGLE_KINDS.includes(guess.kind) || !before.some((field) => field.kind === guess.kind)) return guess;
  return { ...guess, kind: "text", sure: "unsure", reason: "KIND_SECOND_PLACE" };
}

/** A list that was found makes a choice of the column, as sure as the list is; a choice without a list is words. */
function settled(guess: KindGuess, list: FoundList | null): Pick<KindGuess, "kind" | "sure" | "reason"> {
  if (list !== null) return { kind: "category", sure: list.sure, reason: list.reason };
  return guess.kind === "category" ? { kind: "text", sure: "unsure", reason: "LIST_UNKNOWN" } : guess;
}

interface FoundList {
  values: string[];
  sure: Sureness;
  reason: Point["reason"];
}

/** A list printed or offered speaks for itself; one seen in the examples only where the column holds words. */
function listOf({ column, cells, offered }: ColumnFacts, guess: KindGuess): FoundList | null {
  const worded = ["text", "category", "name", "link"].includes(guess.kind) && !guess.personal;
  if (offered !== null && (worded || guess.sure === "unsure"))
    return { values: [...offered], sure: "sure", reason: "LIST_VALIDATION" };
  if (!worded) return null;
  const printed = listInHeading(column.label);
  if (printed !== null) return { values: printed, sure: "likely", reason: "LIST_IN_HEADING" };
  const repeated = repeatedValues(cells);
  if (repeated === null || (guess.kind === "name" && repeated.length > 4)) return null;
  return {
    values: repeated,
    sure: hintOf(column.label, column.group)?.kind === "category" ? "likely" : "unsure",
    reason: "LIST_REPEATED",
  };
}

function freeLabel({ label, group }: Column, before: readonly FieldDefinition[]): string {
  const taken = (text: string) => before.some((field) => field.label === text && field.group === group);
  if (!taken(label)) return label;
  for (let n = 2; ; n++) if (!taken(`${label} (${n})`)) return `${label} (${n})`;
}

/** The printed heading without its star and unit, what such columns are often called, and what the examples call it. */
function aliasesOf(column: Column, kind: FieldKind, label: string, seen: readonly string[]): string[] {
  const bare = column.label.replace(/[*＊]/g, "").trim();
  const grouped = column.group === undefined ? [] : [`${column.group} ${bare}`];
  const all = [
    column.label,
    bare,
    bare.replace(UNIT_IN_HEADING, "").replace(/\s+/g, " ").trim(),
    ...grouped,
    ...(COMMON_ALIASES[kind] ?? []),
    ...seen,
  ];
  const keys = new Set([matchKey(label)]);
  return all.filter((text) => {
    const key = matchKey(text);
    if (key === "" || keys.has(key) || text.length > LONGEST_ALIAS) return false;
    keys.add(key);
    return true;
  });
}

function missingOf(kind: FieldKind): FieldDefinition["whenMissing"] {
  return ["district", "office", "centre", "name", "date"].includes(kind) ? "error" : "warn";
}

type Limits = Pick<FieldDefinition, "required" | "units" | "least" | "most" | "unusual" | "inPeriod" | "future">;
type Say = (part: Part, sure: Sureness, reason: Point["reason"], params: Point["params"]) => void;

function limitsOf({ column, cells, rows }: ColumnFacts, kind: FieldKind, say: Say): Limits {
  const { label, group } = column;
  const limits: Limits = {};
  if (BOUNDED.has(kind) && kind !== "duration") addUnits(limits, label, group, cells, say);
  if (BOUNDED.has(kind)) {
    const least = numberIn(/(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย)\s*([0-9๐-๙,]+)/, label);
    const most = numberIn(/(?:ไม่เกิน|ไม่มากกว่า|≤)\s*([0-9๐-๙,]+)/, label);
    if (least !== null) say("least", "sure", "LEAST_HEADING", { value: (limits.least = least) });
    if (most !== null) say("most", "sure", "MOST_HEADING", { value: (limits.most = most) });
  }
  if (kind === "count" && limits.most === undefined && PEOPLED.has(limits.units?.[0] ?? "")) {
    const seen = Math.max(0, ...cells.map(scalarOf).filter((value) => typeof value === "number"));
    limits.unusual = seen > UNUSUAL / 2 ? roundUp(seen * 2) : UNUSUAL;
    say("unusual", "likely", seen > UNUSUAL / 2 ? "UNUSUAL_EXAMPLES" : "UNUSUAL_COMMON", {
      value: limits.unusual,
      seen,
    });
  }
  if (kind === "date") {
    if (isAboutFuture(label)) {
      limits.future = true;
      say("future", "likely", "FUTURE_HEADING", {});
    } else if (!/เกิด$|เดือนเกิด/.test(label)) {
      limits.inPeriod = "warn";
      say("inPeriod", "likely", "PERIOD_DATES", {});
    }
  }
  addRequired(limits, label, kind, cells.length, rows, say);
  return limits;
}

/** A star is printed to say so; a column filled in every row of the examples is likely wanted in every row. */
function addRequired(limits: Limits, label: string, kind: FieldKind, filled: number, rows: number, say: Say): void {
  if (/[*＊]/.test(label)) {
    limits.required = "error";
    say("required", "sure", "REQUIRED_STAR", {});
  } else if (["district", "office", "centre"].includes(kind)) say("required", "sure", "REQUIRED_PLACE", {});
  else if (rows >= ENOUGH_ROWS && filled >= rows && !["seq", "province", "remark", "tick"].includes(kind)) {
    limits.required = kind === "name" || kind === "date" ? "error" : "warn";
    say("required", limits.required === "error" ? "likely" : "unsure", "REQUIRED_EXAMPLES", { rows });
  }
}

function addUnits(limits: Limits, label: string, group: string | undefined, cells: readonly Cell[], say: Say): void {
  const alone = group !== undefined && UNIT_ALONE.test(label) ? label : undefined;
  const printed = alone ?? UNIT_IN_HEADING.exec(label)?.[1] ?? UNIT_IN_HEADING.exec(group ?? "")?.[1];
  const typed = wordsOf(cells).flatMap((text) => {
    const read = readNumberText(text);
    return read.is === "number" && /^[ก-๙.]{2,12}$/.test(read.unit) && read.unit !== "จำนวน" ? [read.unit] : [];
  });
  if (printed !== undefined) {
    limits.units = [printed];
    say("units", "sure", "UNIT_HEADING", { unit: printed });
  } else if (typed.length > 0) {
    const [unit] = [...new Set(typed)].sort((a, b) => count(typed, b) - count(typed, a));
    limits.units = [unit!];
    say("units", "unsure", "UNIT_CONTENT", { unit: unit! });
  }
}

/** Up to one figure and noughts: 2,994 to 3,000. */
function roundUp(value: number): number {
  const step = 10 ** (String(Math.floor(value)).length - 1);
  return Math.ceil(value / step) * step;
}

const count = (all: readonly string[], one: string) => all.filter((text) => text === one).length;

function numberIn(pattern: RegExp, text: string): number | null {
  const found = pattern.exec(text)?.[1];
  const value = found === undefined ? Number.NaN : Number(toArabicDigits(found).replaceAll(",", ""));
  return Number.isFinite(value) ? value : null;
}

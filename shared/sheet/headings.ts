import type { FieldDefinition, FormDefinition } from "../forms/definition.ts";
import { editDistance } from "../text/distance.ts";
import { matchKey } from "../text/key.ts";
import type { GridView } from "./view.ts";

/** Where the heading stands and what it says above each column. */
export interface Heading {
  top: number;
  bottom: number;
  /** For each column: the texts from top to bottom, merged cells filled, repeats left out. */
  labels: string[][];
}

const SEARCH_ROWS = 80;
const LONGEST_HEADING = 60;
/** The score of a name the form knows. */
export const EXACT = 90;
export const MOST_HEADING_ROWS = 3;
/** Words of columns that are none of a form's own, however much their heading resembles one. */
const FOREIGN = /จำนวน|วันที่|ลิงก์|ลิงค์|link|url|ตำบล|หมู่|โทร|ผู้|ชื่อไฟล์|ไฟล์|ความยาว|ภาพ|รูป|งบ|ครู|เด็กเล็กทั้งหมด|พิกัด/gi;

interface FieldKeys {
  label: string;
  names: readonly string[];
  /** Shortest name that may be found inside a longer heading: ทำ and จัดทำ are part of many words. */
  shortest: number;
  /** The foreign words that are the field's own after all. */
  known: string;
  /** Scores already worked out, by heading text. */
  scores: Map<string, number>;
}

const MOST_SCORES = 5_000;

const keysOf = new WeakMap<FieldDefinition, FieldKeys>();

function fieldKeys(field: FieldDefinition): FieldKeys {
  let keys = keysOf.get(field);
  if (keys === undefined) {
    const label = matchKey(field.label);
    const shortest = field.kind === "tick" ? label.replace(/^ไม่/, "").length : 4;
    const known = [field.label, ...field.aliases].join(" ");
    keys = { label, names: [label, ...field.aliases.map(matchKey)], shortest, known, scores: new Map() };
    keysOf.set(field, keys);
  }
  return keys;
}

/** True when the text is the field's printed label or a known other name of it. */
export function namesExactly(text: string, field: FieldDefinition): boolean {
  return text.length <= 2 * LONGEST_HEADING && fieldKeys(field).names.includes(matchKey(text));
}

/** How well a heading text names a field: 0 not at all, 90 a known other name, 100 its printed label. */
export function labelScore(text: string, field: FieldDefinition): number {
  if (text.length > 2 * LONGEST_HEADING) return 0;
  const { scores } = fieldKeys(field);
  let score = scores.get(text);
  if (score === undefined) {
    if (scores.size >= MOST_SCORES) scores.clear();
    score = workOutScore(text, field);
    scores.set(text, score);
  }
  return score;
}

function workOutScore(text: string, field: FieldDefinition): number {
  const key = matchKey(text);
  if (key === "" || key.length > LONGEST_HEADING) return 0;
  const { label, names, shortest } = fieldKeys(field);
  if (key === label) return 100;
  if (names.includes(key)) return 90;
  if (field.kind === "tick" && key.includes("ไม่") !== label.includes("ไม่")) return 0;
  const contains = names.some(
    (name) => name.length >= shortest && key.includes(name) && key.length <= name.length + 24,
  );
  const near = () => names.some((name) => name.length >= 5 && editDistance(key, name, 2) <= (name.length >= 8 ? 2 : 1));
  if (!contains && !near()) return 0;
  return isForeign(text, field) ? 0 : contains ? 60 : 50;
}

/** A text that is longer than the name it holds, by much: "อำเภอภูมิลำเนา" holds อำเภอ and is another thing. */
const LOOSE_SHARE = 0.7;

/** True when a text counts for the field only because it holds one of its names among other words. */
export function isLoose(text: string, field: FieldDefinition): boolean {
  if (labelScore(text, field) !== 60) return false;
  const key = matchKey(text);
  return !fieldKeys(field).names.some((name) => key.includes(name) && name.length >= LOOSE_SHARE * key.length);
}

/** True when a text says in so many words that it is something else than the field. */
export function isForeign(text: string, field: FieldDefinition): boolean {
  const { known } = fieldKeys(field);
  return (text.match(FOREIGN) ?? []).some((word) => !known.includes(word));
}

function fieldsNamedIn(view: GridView, row: number, form: FormDefinition, least: number): Set<string> {
  const named = new Set<string>();
  for (let col = 0; col < view.width; col++) {
    const text = view.text(row, col);
    if (text === "" || text.length > 80) continue;
    for (const field of form.fields)
      if (least >= EXACT ? namesExactly(text, field) : labelScore(text, field) >= least) named.add(field.id);
  }
  return named;
}

/** Finds the heading rows of a form: the rows that name most of its fields. Null when fewer than three are named. */
export function findHeading(view: GridView, form: FormDefinition): Heading | null {
  for (const least of [EXACT, 50]) {
    let best: { top: number; named: number } | null = null;
    const rows = Math.min(view.height, SEARCH_ROWS);
    for (let row = 0; row < rows; row++) {
      const own = fieldsNamedIn(view, row, form, least);
      if (own.size < 2) continue;
      const named = new Set(own);
      for (const id of fieldsNamedIn(view, row + 1, form, least)) named.add(id);
      if (named.size >= 3 && (best === null || named.size > best.named)) best = { top: row, named: named.size };
    }
    if (best !== null) return readHeading(view, form, best.top);
  }
  return null;
}

/** The last of the heading rows that begin at `top`. */
export function headingBottom(view: GridView, form: FormDefinition, top: number): number {
  let bottom = top;
  while (bottom - top < MOST_HEADING_ROWS - 1) {
    const next = bottom + 1;
    const names = fieldsNamedIn(view, next, form, EXACT).size > 0;
    if (looksLikeData(view, next) || (!names && countMergedFrom(view, next, top) < 2)) break;
    bottom = next;
  }
  return bottom;
}

function readHeading(view: GridView, form: FormDefinition, top: number): Heading {
  const bottom = headingBottom(view, form, top);
  const labels: string[][] = [];
  for (let col = 0; col < view.width; col++) {
    const texts: string[] = [];
    for (let row = top; row <= bottom; row++) {
      const head = view.mergedFrom(row, col) ?? { row, col };
      const text = view.text(head.row, head.col);
      if (text !== "" && texts[texts.length - 1] !== text) texts.push(text);
    }
    labels.push(texts);
  }
  return { top, bottom, labels };
}

function countMergedFrom(view: GridView, row: number, top: number): number {
  let count = 0;
  for (let col = 0; col < view.width; col++) {
    const head = view.mergedFrom(row, col);
    if (head !== null && head.row >= top && head.row < row) count++;
  }
  return count;
}

const ENTITY = /^(?:ศพด\.?|ศูนย์พัฒนาเด็กเล็ก|อบต\.?|ทต\.?|ทม\.|เทศบาล|องค์การบริหารส่วนตำบล)\s*[ก-ฮเแโใไ]{2,}/;

/** A row with a number, a tick mark or the name of an office or centre in it is no heading row. */
function looksLikeData(view: GridView, row: number): boolean {
  for (let col = 0; col < view.width; col++) {
    const value = view.value(row, col);
    if (typeof value === "number" || typeof value === "boolean") return true;
    if (typeof value !== "string") continue;
    const text = value.trim();
    if (/^(?:[✓✔√☑/]|[0-9๐-๙]+[.)]?)$/.test(text) || ENTITY.test(text)) return true;
  }
  return false;
}

import type { FieldAnswer, ListValue, RowAnswer } from "../answer.ts";
import { type FormDefinition, subjectOf } from "../forms/definition.ts";
import { matchKey } from "../text/key.ts";

export type FileKind = "photo" | "clip";

/** What one centre or one activity of a report still has to be shown with. */
export interface FileNeed {
  /** Stays the same from version to version as long as the centre or the activity is named the same. */
  target: string;
  /** The name as reported. */
  label: string;
  /** ISO date of the activity, where the form has one. */
  date: string | null;
  kind: FileKind;
  /** How many are asked. */
  count: number;
  /** True where the row is about a centre for children: its guardians have to have agreed. */
  children: boolean;
}

/** The part of a checked report that says which files belong to it. */
export interface Told {
  rows: readonly RowAnswer[];
  fields: Readonly<Record<string, FieldAnswer>>;
}

/** A number of photos in one cell above this is a slip, not a wish. */
const MOST_PHOTOS = 20;

/**
 * The files a report asks for, by what its form says and what was reported: a clip for each centre that made one, the photos
 * printed on the form for each activity, as many photos and clips as a row of an activity claims. Nothing for a form whose letter
 * asks for none.
 */
export function needsOf(form: FormDefinition, told: Told): FileNeed[] {
  return form.sections === undefined ? needsOfRows(form, told.rows) : needsOfLists(form, told.fields);
}

function needsOfRows(form: FormDefinition, rows: readonly RowAnswer[]): FileNeed[] {
  const subject = subjectOf(form);
  if (subject === undefined) return [];
  const day = form.fields.find(({ kind }) => kind === "date")?.id;
  const clip = form.fields.find(({ kind }) => kind === "duration")?.id;
  const photos = form.fields.find(({ kind, units }) => kind === "count" && units?.[0] === "ภาพ")?.id;
  const name = namer();
  return rows
    .filter((row) => row.verdict !== "skip" && row.status !== "nil")
    .flatMap((row) => {
      const value = (field: string | undefined) => (field === undefined ? null : (row.cells[field]?.value ?? null));
      const label = textOf(value(subject.id));
      const date = textOf(value(day)) || null;
      const target = name(label, date, row.row);
      const about = { target, label, date, children: subject.kind === "centre" };
      const clips = clipsOf(form, clip, row, value(clip));
      const pictures = Math.min(MOST_PHOTOS, numberOf(value(photos)));
      return [
        ...(clips > 0 ? [{ ...about, kind: "clip" as const, count: clips }] : []),
        ...(pictures > 0 ? [{ ...about, kind: "photo" as const, count: pictures }] : []),
      ];
    });
}

/** With a column for its length, the row says whether there is a clip; without one, a row that was done is shown by a clip. */
function clipsOf(form: FormDefinition, column: string | undefined, row: RowAnswer, length: unknown): number {
  if (form.attachments.clipSeconds === null) return 0;
  if (column !== undefined) return numberOf(length) > 0 ? 1 : 0;
  return row.status === "done" ? 1 : 0;
}

function needsOfLists(form: FormDefinition, fields: Told["fields"]): FileNeed[] {
  const count = form.attachments.photos?.value;
  if (count === undefined) return [];
  return (form.sections ?? []).flatMap(({ repeat }) => {
    if (repeat?.photos === undefined) return [];
    const value = fields[repeat.field]?.value;
    const lines: ListValue = Array.isArray(value) ? value : [];
    const name = namer();
    return lines.map((line, i) => {
      const label = textOf(line.name);
      return { target: name(label, null, i + 1), label, date: null, kind: "photo" as const, count, children: false };
    });
  });
}

/** Names by match key and day; the second of the same name is told apart by its place among them. */
function namer(): (label: string, date: string | null, row: number) => string {
  const seen = new Map<string, number>();
  return (label, date, row) => {
    const key = matchKey(label) || `row ${row}`;
    const base = (date === null ? key : `${key}@${date}`).slice(0, 180);
    const times = (seen.get(base) ?? 0) + 1;
    seen.set(base, times);
    return times === 1 ? base : `${base}#${times}`;
  };
}

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value).trim());
const numberOf = (value: unknown): number =>
  typeof value === "number" && Number.isInteger(value) ? Math.max(0, value) : 0;

/** The longest clip the form's own letter takes, and what a stricter letter says, when there is one. Seconds. */
export interface ClipLimit {
  seconds: number;
  source: string;
  stricter: { seconds: number; source: string } | null;
}

export function clipLimitOf(form: FormDefinition): ClipLimit | null {
  const given = form.attachments.clipSeconds;
  if (given === null) return null;
  const others = (given.elsewhere ?? []).filter(({ value }) => value < given.value).sort((a, b) => a.value - b.value);
  const stricter = others[0] === undefined ? null : { seconds: others[0].value, source: others[0].source };
  return { seconds: given.value, source: given.source, stricter };
}

import type { RowAnswer } from "../../shared/answer.ts";
import { subjectOf } from "../../shared/forms/index.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import type { Actor } from "./actor.ts";
import { movedPairs } from "./desk/moved.ts";
import { pairNear } from "./desk/nearRows.ts";
import { bookHere, sentUnder } from "./forms/book.ts";
import type { Journal } from "./journal.ts";
import { answersOf, versions } from "./read.ts";
import { Refusal } from "./refusal.ts";

export interface RowValues {
  row: number;
  values: Record<string, Scalar>;
}

export interface RowChange {
  from: number;
  to: number;
  fields: { field: string; from: Scalar; to: Scalar }[];
}

export interface Diff {
  submission: string;
  from: number;
  to: number;
  added: RowValues[];
  removed: RowValues[];
  changed: RowChange[];
  /** Rows that stand elsewhere among the others than before; also those that were changed as well. */
  moved: { from: number; to: number }[];
}

/** What changed between two versions of a report, row by row. Throws `not-found` for a version there is not. */
export function diff(journal: Journal, actor: Actor, id: string, from: number, to: number): Diff {
  const all = versions(journal, actor, id);
  const known = all.map((one) => one.version);
  if (!known.includes(from) || !known.includes(to)) throw new Refusal("not-found");
  const last = all.find((one) => one.version === to)!;
  const form = sentUnder(bookHere(journal), last.form, last.formVersion);
  const subject = form === undefined ? undefined : subjectOf(form)?.id;
  const rows = (version: number) => dataRows(answersOf(journal, id, version));
  return { submission: id, from, to, ...compareRows(rows(from), rows(to), subject) };
}

/** Fields that count rows or repeat a fact; a row that only moved is not a changed row. */
const UNTOLD = new Set(["seq"]);

type Pair = readonly [before: RowValues, after: RowValues];

/** What changed, row by row. Of the pairs, those that changed places are told. */
export function compareRows(
  before: RowValues[],
  after: RowValues[],
  subject = "centre",
): Omit<Diff, "submission" | "from" | "to"> {
  const { pairs, left, right } = pairRows(before, after, subject);
  const changed = pairs
    .map(([from, to]) => ({ from: from.row, to: to.row, fields: fieldChanges(from.values, to.values) }))
    .filter((change) => change.fields.length > 0);
  const moved = movedPairs(pairs.map(([from, to]) => ({ from: from.row, to: to.row })));
  return { added: right, removed: left, changed, moved };
}

/**
 * Pairs rows that say the same of everything, then rows of the same office and subject, each in order of appearance, then rows that are almost
 * alike (a name put right); what finds no partner was added or removed.
 */
export function pairRows(
  before: RowValues[],
  after: RowValues[],
  subject = "centre",
): { pairs: Pair[]; left: RowValues[]; right: RowValues[] } {
  const pairs: Pair[] = [];
  let left = before;
  let right = after;
  for (const keyOf of [wholeKey, entityKey(subject)]) {
    const waiting = new Map<string, RowValues[]>();
    for (const row of right) {
      const key = keyOf(row);
      const queue = waiting.get(key);
      if (queue === undefined) waiting.set(key, [row]);
      else queue.push(row);
    }
    const unpaired: RowValues[] = [];
    for (const row of left) {
      const partner = waiting.get(keyOf(row))?.shift();
      if (partner === undefined) unpaired.push(row);
      else pairs.push([row, partner]);
    }
    left = unpaired;
    right = [...waiting.values()].flat().sort((a, b) => a.row - b.row);
  }
  const near = pairNear(left, right, subject);
  pairs.push(...near.pairs);
  return { pairs, left: near.left, right: near.right };
}

function dataRows(answers: RowAnswer[]): RowValues[] {
  return answers
    .filter((answer) => answer.verdict !== "skip")
    .map(({ row, cells }) => ({
      row,
      values: Object.fromEntries(Object.entries(cells).map(([field, cell]) => [field, cell.value])),
    }));
}

function told(values: Record<string, Scalar>): [string, Scalar][] {
  return Object.entries(values).filter(([field]) => !UNTOLD.has(field));
}

function wholeKey(row: RowValues): string {
  return JSON.stringify(told(row.values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What a row is about: the same office, and the same centre or name. */
function entityKey(subject: string): (row: RowValues) => string {
  return ({ values }) => JSON.stringify([values.office ?? null, values[subject] ?? null]);
}

function fieldChanges(before: Record<string, Scalar>, after: Record<string, Scalar>): RowChange["fields"] {
  const fields = new Set([...told(before), ...told(after)].map(([field]) => field));
  return [...fields]
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter((change) => change.from !== change.to);
}

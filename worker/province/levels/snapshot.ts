import { latestForm } from "../../../shared/forms/book.ts";
import type { Actor } from "../actor.ts";
import { canonical, sha256 } from "../canonical.ts";
import { bookHere } from "../forms/book.ts";
import type { Journal } from "../journal.ts";
import { masterRows, type VersionRef } from "../masterRows.ts";
import { type Summary, summaries } from "../summary.ts";
import { counts } from "./seen.ts";

/** What rows add up to: their number, each number field by its sum, each tick by how many are set. */
export interface Totals {
  rows: number;
  fields: Record<string, number>;
}

/** The accepted reports of a period as they would go up. */
export interface Snapshot {
  refs: VersionRef[];
  /** Of which versions of whose reports, by receipt and content; the totals follow from them. */
  hash: string;
}

const ADDED = new Set(["count", "money"]);
const REPORTS_A_READ = 100;

export function acceptedNow(journal: Journal, actor: Actor, form: string, period: string): Snapshot {
  const where = `s.form = ? AND s.period = ? AND v.status = 'accepted' AND ${counts(actor)}`;
  const accepted = summaries(journal, actor, where, [form, period], "ORDER BY s.office");
  return {
    refs: accepted.map(({ submission, version }) => ({ submission, version })),
    hash: hashOf(form, period, accepted),
  };
}

function hashOf(form: string, period: string, reports: readonly Summary[]): string {
  const lines = reports.map(({ office, receipt, version, contentHash }) => [office, receipt, version, contentHash]);
  return sha256(canonical([form, period, lines]));
}

/** Adds up the rows of some versions. */
export function totalsOf(journal: Journal, actor: Actor, form: string, refs: readonly VersionRef[]): Totals {
  const fields = latestForm(bookHere(journal), form)?.fields ?? [];
  const sums = fields.filter(({ kind }) => ADDED.has(kind)).map(({ id }) => id);
  const ticks = fields.filter(({ kind }) => kind === "tick").map(({ id }) => id);
  const totals: Totals = { rows: 0, fields: Object.fromEntries([...sums, ...ticks].map((id) => [id, 0])) };
  for (let from = 0; from < refs.length; from += REPORTS_A_READ)
    for (const { status, values } of masterRows(journal, actor, refs.slice(from, from + REPORTS_A_READ)).flat()) {
      if (status !== "nil") totals.rows++;
      for (const id of sums) if (typeof values[id] === "number") totals.fields[id]! += values[id];
      for (const id of ticks) if (values[id] === true) totals.fields[id]! += 1;
    }
  return totals;
}

import { subjectOf } from "../../../shared/forms/index.ts";
import type { Actor } from "../actor.ts";
import type { RowValues } from "../diff.ts";
import type { Journal } from "../journal.ts";
import { masterRows, type VersionRef } from "../masterRows.ts";
import { type Summary, summaries } from "../summary.ts";
import { type Sheet, type Standings, standingsOf, type Tick } from "./standing.ts";
import type { Target } from "./target.ts";

/** One report with its rows to be typed, and what was typed of it. */
export interface TypedReport {
  summary: Summary;
  /** Data rows that tell of something; none where the report was withdrawn. */
  rows: RowValues[];
  standings: Standings;
}

export interface ReportQuery {
  period?: string | undefined;
  office?: string | undefined;
  submission?: string | undefined;
}

/** The reports within reach whose rows count, in the order of month, official list and sheet. What was returned waits and is left out. */
export function typedReports(
  journal: Journal,
  actor: Actor,
  { form, system }: Target,
  query: ReportQuery,
): TypedReport[] {
  const found = current(journal, actor, form.id, query).filter(({ status }) => status !== "returned");
  const ticks = ticksOf(
    journal,
    system.system,
    found.map(({ submission }) => submission),
  );
  const subject = subjectOf(form)?.id;
  const refs: VersionRef[] = found.flatMap(({ submission, version }) => {
    const typed = new Set(ticks.get(submission)?.map((tick) => tick.version));
    return [...new Set([version, ...typed])].map((one) => ({ submission, version: one }));
  });
  const rowsOf = new Map<string, RowValues[]>();
  masterRows(journal, actor, refs).forEach((rows, i) => {
    const { submission, version } = refs[i]!;
    const told = rows.filter(({ status }) => status !== "nil").map(({ row, values }) => ({ row, values }));
    rowsOf.set(`${submission}/${version}`, told);
  });
  return found.map((summary) => {
    const { submission, version, status } = summary;
    const own = ticks.get(submission) ?? [];
    const sheet = (one: number): Sheet => ({ version: one, rows: rowsOf.get(`${submission}/${one}`) ?? [] });
    const versions = [...new Set(own.map((tick) => tick.version))].filter((one) => one !== version);
    // Of what was withdrawn nothing is left to type; what was typed of it is told as gone.
    const rows = status === "withdrawn" ? [] : sheet(version).rows;
    const now = status === "withdrawn" ? { version: Number.POSITIVE_INFINITY, rows } : { version, rows };
    const before = (status === "withdrawn" ? [version, ...versions] : versions).map(sheet);
    return { summary, rows, standings: standingsOf(now, before, own, subject) };
  });
}

/** How many reports wait for their sender and are typed later. */
export function heldReports(journal: Journal, actor: Actor, { form }: Target, query: ReportQuery): number {
  return current(journal, actor, form.id, query).filter(({ status }) => status === "returned").length;
}

function current(journal: Journal, actor: Actor, form: string, query: ReportQuery): Summary[] {
  const conditions = ["v.version = s.current", "s.form = ?"];
  const binds: string[] = [form];
  for (const [column, value] of [
    ["s.period", query.period],
    ["s.office", query.office],
    ["s.id", query.submission],
  ] as const) {
    if (value === undefined) continue;
    conditions.push(`${column} = ?`);
    binds.push(value);
  }
  const order = "ORDER BY s.period, o.place, s.office";
  return summaries(journal, actor, conditions.join(" AND "), binds, order);
}

/** For reports whose reach is established. */
function ticksOf(journal: Journal, system: string, submissions: string[]): Map<string, Tick[]> {
  const found = journal.read<Tick & { submission: string }>(
    `SELECT submission, version, row, at, person, role, place FROM keyed
     WHERE system = ? AND submission IN (SELECT value FROM json_each(?)) ORDER BY at`,
    system,
    JSON.stringify(submissions),
  );
  const ticks = new Map<string, Tick[]>();
  for (const { submission, ...tick } of found) {
    const own = ticks.get(submission);
    if (own === undefined) ticks.set(submission, [tick]);
    else own.push(tick);
  }
  return ticks;
}

/** Whether two rows are typed alike. */
export function sameTyped(a: readonly string[], b: readonly string[]): boolean {
  return a.every((text, i) => text === b[i]);
}

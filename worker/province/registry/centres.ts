import type { RowAnswer } from "../../../shared/answer.ts";
import { findForm } from "../../../shared/forms/index.ts";
import { centreKey } from "../../../shared/rules/centre.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { lineage } from "./states.ts";

/** One centre as accepted reports have it. */
export interface Centre {
  /** As written in the newest of them. */
  name: string;
  office: string;
  district: string;
  /** YYYY-MM. */
  first: string;
  last: string;
  /** In how many accepted reports. */
  times: number;
}

/**
 * Notes the centres of a report as it now stands: those of its current version where that is accepted, else none. Called
 * inside every transaction that changes what counts.
 */
export function noteCentres(run: Run, submission: string): void {
  run("DELETE FROM centre_sightings WHERE submission = ?", submission);
  const found = run<{ form: string; answer: string }>(
    `SELECT s.form, r.answer FROM submissions s
     JOIN versions v ON v.submission = s.id AND v.version = s.current
     JOIN rows r ON r.submission = v.submission AND r.version = v.version
     WHERE s.id = ? AND v.status = 'accepted' AND r.verdict <> 'skip' ORDER BY r.row`,
    submission,
  );
  const field = findForm(found[0]?.form ?? "")?.fields.find(({ kind }) => kind === "centre")?.id;
  if (field === undefined) return;
  const centres = new Map<string, string>();
  for (const { answer } of found) {
    const name = (JSON.parse(answer) as RowAnswer).cells[field]?.value;
    if (typeof name !== "string" || name === "") continue;
    const key = centreKey(name);
    if (!centres.has(key)) centres.set(key, name);
  }
  run(
    `INSERT INTO centre_sightings (submission, key, name, office, form, period)
     SELECT s.id, value ->> 0, value ->> 1, s.office, s.form, s.period FROM json_each(?) JOIN submissions s ON s.id = ?`,
    ...[JSON.stringify([...centres]), submission],
  );
}

/** Notes every report's centres anew; what was noted step by step is the same. */
export function rebuildCentres(run: Run): void {
  run("DELETE FROM centre_sightings");
  const accepted = run<{ id: string }>(
    `SELECT s.id FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
     WHERE v.status = 'accepted'`,
  );
  for (const { id } of accepted) noteCentres(run, id);
}

export interface CentreQuery {
  office?: string;
  /** Part of a centre's name. */
  find?: string;
  offset: number;
  limit: number;
}

/** The centres within reach, by office and name, a page at a time. */
export function centres(journal: Journal, actor: Actor, query: CentreQuery): { total: number; centres: Centre[] } {
  const scope = within(scopeOf(actor), "c.office");
  const found = journal.read<Centre & { total: number }>(
    `SELECT c.office, o.district, min(c.period) AS first, max(c.period) AS last, count(*) AS times, n.name,
       count(*) OVER () AS total
     FROM centre_sightings c JOIN offices o ON o.code = c.office
     JOIN (${NEWEST}) n ON n.office = c.office AND n.key = c.key
     WHERE ${scope.sql} AND (? IS NULL OR c.office = ?) AND instr(n.name, ?) > 0
     GROUP BY c.office, c.key ORDER BY o.place, c.office, n.name LIMIT ? OFFSET ?`,
    ...[...scope.binds, query.office ?? null, query.office ?? null],
    ...[query.find?.trim() ?? "", query.limit, query.offset],
  );
  return { total: found[0]?.total ?? 0, centres: found.map(({ total: _, ...centre }) => ({ ...centre })) };
}

/** A centre's name as the newest report writes it: SQLite takes the other columns from the row with the greatest value. */
const NEWEST =
  "SELECT office, key, name, max(period || submission) AS newest FROM centre_sightings GROUP BY office, key";

/** Names of the centres that accepted reports of an office, or of those it took over, have. For callers that established the reach. */
export function centresOf(run: Run, office: string): string[] {
  return run<{ name: string }>(
    `SELECT name FROM (SELECT key, name, max(period || submission) AS newest FROM centre_sightings
       WHERE office IN (SELECT value FROM json_each(?)) GROUP BY key) ORDER BY key`,
    JSON.stringify(lineage(run, office)),
  ).map(({ name }) => name);
}

import { bangkokDate } from "../../../shared/calendar/plainDate.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { mayOpen } from "../levels/seen.ts";
import type { Val } from "../sql.ts";
import { type Summary, summaries } from "../summary.ts";
import { AWAITED } from "./asked.ts";

type Told =
  | "submission"
  | "receipt"
  | "form"
  | "formVersion"
  | "period"
  | "office"
  | "officeName"
  | "district"
  | "status"
  | "due"
  | "receivedAt";

export interface AwaitedItem extends Pick<Summary, Told> {
  /** Whether the day the report was due is over. */
  overdue: boolean;
  /** Files it asks for, and how many of them are not here yet. */
  asked: number;
  awaited: number;
}

export interface Awaited {
  /** Reports that wait for files, and how many files they wait for together. */
  reports: number;
  files: number;
  items: AwaitedItem[];
}

export interface AwaitedQuery {
  form?: string | undefined;
  period?: string | undefined;
  /** Four digits. */
  district?: string | undefined;
  offset: number;
  limit: number;
}

interface Waiting {
  submission: string;
  asked: number;
  awaited: number;
  reports: number;
  files: number;
}

/**
 * Reports within the actor's reach that wait for files, accepted ones among them, withdrawn ones not. What was due first comes first:
 * how many files are missing says how many centres an office has, not how long anybody has waited. A page behind the end is empty
 * and counts nothing.
 */
export function awaitedFiles(journal: Journal, actor: Actor, query: AwaitedQuery, nowMs: number): Awaited {
  const found = waitingOf(journal, actor, query);
  const [first] = found;
  if (first === undefined) return { reports: 0, files: 0, items: [] };
  const ids = JSON.stringify(found.map(({ submission }) => submission));
  const where = "v.version = s.current AND s.id IN (SELECT value FROM json_each(?))";
  const told = new Map(summaries(journal, actor, where, [ids]).map((one) => [one.submission, one]));
  const today = bangkokDate(nowMs);
  const items = found.map(({ submission, asked, awaited }): AwaitedItem => {
    const { receipt, form, formVersion, period, office, officeName, district, status, due, receivedAt } =
      told.get(submission)!;
    return {
      ...{ submission, receipt, form, formVersion, period, office, officeName, district, status, due, receivedAt },
      ...{ overdue: due !== null && due < today, asked, awaited },
    };
  });
  return { reports: first.reports, files: first.files, items };
}

/** One question however many reports there are. */
function waitingOf(journal: Journal, actor: Actor, query: AwaitedQuery): Waiting[] {
  const scope = within(scopeOf(actor), "s.office");
  const chosen: [string, Val | undefined][] = [
    ["s.form = ?", query.form],
    ["s.period = ?", query.period],
    ["substr(s.office, 2, 4) = ?", query.district],
  ];
  const asked = chosen.filter((one): one is [string, Val] => one[1] !== undefined);
  const where = [scope.sql, mayOpen(actor), ...asked.map(([condition]) => condition)].join(" AND ");
  return journal.read<Waiting & object>(
    `SELECT w.submission, w.asked, w.awaited, count(*) OVER () AS reports, sum(w.awaited) OVER () AS files
     FROM (SELECT s.id AS submission, s.period, v.due, v.received_at, ${AWAITED} AS awaited,
             (SELECT sum(n.count) FROM attachment_needs n WHERE n.submission = s.id) AS asked
           FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
           WHERE v.status <> 'withdrawn' AND ${where}) w
     WHERE w.awaited > 0
     ORDER BY coalesce(w.due, '9999'), w.period, w.received_at, w.submission LIMIT ? OFFSET ?`,
    ...[...scope.binds, ...asked.map(([, value]) => value), query.limit, query.offset],
  );
}

import { addMonths } from "../../../shared/calendar/plainDate.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import { AWAITED } from "../attachments/asked.ts";
import type { Journal, Run } from "../journal.ts";
import { LEVEL_FACTS, type Level, type LevelFacts, levelOf, levelRules } from "../levels/rules.ts";
import { mayOpen } from "../levels/seen.ts";
import type { Val } from "../sql.ts";

/** Why a report deserves a look before it is accepted. */
export type Risk =
  /** Came in after its last day. */
  | "late"
  /** Many more or fewer rows than last month. */
  | "changed"
  /** Nothing to report, though last month there was. */
  | "nilNow"
  /** The checker warned; the officer sent it all the same. */
  | "warned"
  /** Came again after it had been returned. */
  | "again";

/** How far up in the queue each lifts a report. */
const WEIGHT: Record<Risk, number> = { late: 8, changed: 6, nilNow: 6, again: 4, warned: 3 };

/** The current version of a report, as far as its risks go: light enough for every report of the country at once. */
export interface Risked {
  submission: string;
  version: number;
  office: string;
  receivedAt: number;
  risks: Risk[];
  weight: number;
  /** In whose hands it is. */
  level: Level;
  /** Rows the checker warned of. */
  warnings: number;
  /** Data rows of the report that stood for the month before; null: none. */
  rowsBefore: number | null;
  /** Files that may still follow. Never a risk: files come after their report and hold nothing up. */
  awaited: number;
}

/** Fewer rows than this more or less are no news. */
const FEW_ROWS = 2;
const LARGE_SHARE = 0.3;

export function isLargeChange(before: number, now: number): boolean {
  const change = Math.abs(now - before);
  return change >= FEW_ROWS && change >= LARGE_SHARE * before;
}

interface Facts extends LevelFacts {
  form: string;
  submission: string;
  version: number;
  receivedAt: number;
  late: number;
  rows: number;
  warnings: number;
  again: number;
  rowsBefore: number | null;
  awaited: number;
}

const ROWS = (version: string) => `CASE ${version}.nil WHEN 1 THEN 0 ELSE ${version}.counts ->> 'rows' END`;

/**
 * What speaks for a closer look at the current versions of a period, within the actor's reach. `where` may name s (submissions)
 * and v (versions).
 */
export function risked(journal: Journal, actor: Actor, period: string, where: string, binds: readonly Val[]): Risked[] {
  const scope = within(scopeOf(actor), "s.office");
  const found = journal.read<Facts & object>(
    `SELECT s.id AS submission, s.form, ${LEVEL_FACTS}, v.version, v.received_at AS receivedAt, v.late, ${ROWS("v")} AS rows,
       v.counts ->> 'warn' AS warnings, CASE WHEN w.version IS NULL THEN NULL ELSE ${ROWS("w")} END AS rowsBefore,
       EXISTS (SELECT 1 FROM returns r WHERE r.submission = s.id AND r.version < s.current AND r.undone_at IS NULL) AS again, ${AWAITED} AS awaited
     FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
     LEFT JOIN offices o ON o.code = s.office
     LEFT JOIN submissions b ON b.form = s.form AND b.period = ? AND b.office = s.office
     LEFT JOIN versions w ON w.submission = b.id AND w.version = b.current AND w.status IN ('received', 'accepted')
     WHERE ${scope.sql} AND ${mayOpen(actor)} AND s.period = ? AND (${where})`,
    ...[addMonths(period, -1), ...scope.binds, period, ...binds],
  );
  const rules = levelRules(journal.read.bind(journal) as Run);
  return found.map((one) => toRisked(one, levelOf(rules(one.form), one)));
}

function toRisked(facts: Facts, level: Level): Risked {
  const { submission, version, office, receivedAt, late, rows, warnings, again, rowsBefore, awaited } = facts;
  const risks: Risk[] = [];
  if (late === 1) risks.push("late");
  if (rowsBefore !== null && rowsBefore > 0 && rows === 0) risks.push("nilNow");
  else if (rowsBefore !== null && isLargeChange(rowsBefore, rows)) risks.push("changed");
  if (again === 1) risks.push("again");
  if (warnings > 0) risks.push("warned");
  const weight = risks.reduce((sum, risk) => sum + WEIGHT[risk], 0);
  return { submission, version, office, receivedAt, risks, weight, level, warnings, rowsBefore, awaited };
}

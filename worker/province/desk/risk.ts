import { addMonths } from "../../../shared/calendar/plainDate.ts";
import type { Journal } from "../journal.ts";
import type { Summary } from "../summary.ts";

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

export interface Risked extends Summary {
  risks: Risk[];
  weight: number;
  /** Rows the checker warned of. */
  warnings: number;
  /** Data rows of the report that stood for the month before; null: none. */
  rowsBefore: number | null;
}

/** Fewer rows than this more or less are no news. */
const FEW_ROWS = 2;
const LARGE_SHARE = 0.3;

export function isLargeChange(before: number, now: number): boolean {
  const change = Math.abs(now - before);
  return change >= FEW_ROWS && change >= LARGE_SHARE * before;
}

interface Facts {
  submission: string;
  warnings: number;
  returned: number;
}

/** Adds to reports of one form and period what speaks for a closer look. For callers that have established the reach. */
export function withRisks(journal: Journal, form: string, period: string, reports: readonly Summary[]): Risked[] {
  const only = reports.length === 1 ? reports[0]!.office : null;
  const before = rowsOf(journal, form, addMonths(period, -1), only);
  const facts = factsOf(journal, form, period, only);
  return reports.map((report) => {
    const known = facts.get(report.submission);
    const rowsBefore = before.get(report.office) ?? null;
    const risks: Risk[] = [];
    if (report.late) risks.push("late");
    const now = report.nil ? 0 : report.rows;
    if (rowsBefore !== null && rowsBefore > 0 && now === 0) risks.push("nilNow");
    else if (rowsBefore !== null && isLargeChange(rowsBefore, now)) risks.push("changed");
    if ((known?.returned ?? 0) > 0) risks.push("again");
    if ((known?.warnings ?? 0) > 0) risks.push("warned");
    const weight = risks.reduce((sum, risk) => sum + WEIGHT[risk], 0);
    return { ...report, risks, weight, warnings: known?.warnings ?? 0, rowsBefore };
  });
}

/** Office -> data rows of the report that stood for a month; a nil report has none. */
function rowsOf(journal: Journal, form: string, period: string, only: string | null): Map<string, number> {
  const found = journal.read<{ office: string; rows: number }>(
    `SELECT s.office, CASE v.nil WHEN 1 THEN 0 ELSE v.counts ->> 'rows' END AS rows
     FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
     WHERE s.form = ? AND s.period = ? AND v.status IN ('received', 'accepted') AND (? IS NULL OR s.office = ?)`,
    ...[form, period, only, only],
  );
  return new Map(found.map(({ office, rows }) => [office, rows]));
}

function factsOf(journal: Journal, form: string, period: string, only: string | null): Map<string, Facts> {
  const found = journal.read<Facts & object>(
    `SELECT s.id AS submission, v.counts ->> 'warn' AS warnings,
       EXISTS (SELECT 1 FROM returns r WHERE r.submission = s.id AND r.version < s.current AND r.undone_at IS NULL) AS returned
     FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
     WHERE s.form = ? AND s.period = ? AND (? IS NULL OR s.office = ?)`,
    ...[form, period, only, only],
  );
  return new Map(found.map((one) => [one.submission, one]));
}

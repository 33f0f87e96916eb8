import { dueOf } from "./due.ts";
import { type DueRule, findRule } from "./dueRules.ts";
import { isAskedFor, onlyPeriod } from "./nominal.ts";
import { addMonths, bangkokDate } from "./plainDate.ts";

/** How far a due date can lie from the month it is for. */
const MONTHS_AROUND = 2;

/**
 * The month a report is collected for at an instant: the first one asked for whose due date has not passed; this month where no
 * date is given. A report asked for once keeps its month.
 */
export function openPeriod(of: string | DueRule, nowMs: number): string {
  const today = bangkokDate(nowMs);
  const month = today.slice(0, 7);
  const rule = typeof of === "string" ? findRule(of) : of;
  if (rule === undefined) return month;
  if (rule.kind === "fixed") return onlyPeriod(rule);
  for (
    let period = addMonths(month, -MONTHS_AROUND);
    period <= addMonths(month, MONTHS_AROUND);
    period = addMonths(period, 1)
  ) {
    const due = isAskedFor(rule, period) ? dueOf(rule, period) : undefined;
    if (due !== undefined && today <= due.due) return period;
  }
  return month;
}

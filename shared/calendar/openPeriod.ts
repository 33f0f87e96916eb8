import { bangkokDate, dueOf } from "./due.ts";

/** The month a report is collected for at an instant: this one while its due date has not passed, else the next. */
export function openPeriod(rule: string, nowMs: number): string {
  const today = bangkokDate(nowMs);
  const month = today.slice(0, 7);
  const due = dueOf(rule, month);
  if (due === undefined || today <= due.due) return month;
  const next = Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
  return `${Math.floor(next / 12)}-${String((next % 12) + 1).padStart(2, "0")}`;
}

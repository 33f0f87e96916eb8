import type { DueRule } from "./dueRules.ts";
import { openPeriod } from "./openPeriod.ts";
import { addMonths, bangkokDate } from "./plainDate.ts";

/**
 * The first period that a change made at an instant may begin with: the one collected now, and where its day has passed and the next
 * one's month has not begun, still this month. What was due before keeps the form it had.
 */
export function startPeriod(rule: DueRule | undefined, nowMs: number): string {
  const month = bangkokDate(nowMs).slice(0, 7);
  const open = rule === undefined ? month : openPeriod(rule, nowMs);
  return open < month ? open : month;
}

/** "Now", "from the next period", or a period by name. */
export type Start = "now" | "next" | (string & {});

export function periodOfStart(start: Start, first: string): string {
  return start === "now" ? first : start === "next" ? addMonths(first, 1) : start;
}

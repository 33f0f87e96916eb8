import type { DueRule } from "./dueRules.ts";
import { addDays, addMonths, isPlainDate, type PlainDate, weekdayOf } from "./plainDate.ts";

/** Why there is no date, or why the question was wrong. */
export type NoDue =
  /** The letter gives no day. */
  | "no-date"
  /** Before the first period anyone owes. */
  | "before-start"
  /** The report was asked for once, for another period. */
  | "other-period"
  /** A พ.ศ. year: never converted in silence. */
  | "buddhist-year"
  | "not-a-month"
  /** Not the Monday of a week. */
  | "not-a-week";

const MONTH = /^20[0-9]{2}-(0[1-9]|1[0-2])$/;
const WEEK = /^20[0-9]{2}-[0-9]{2}-[0-9]{2}$/;
const BUDDHIST = /^2[45][0-9]{2}-/;

export const isMonth = (period: string): boolean => MONTH.test(period);
export const isWeek = (period: string): boolean => WEEK.test(period) && isPlainDate(period) && weekdayOf(period) === 1;

/** The date a rule's letter names for a period, before any rolling. */
export function nominalOf(rule: DueRule, period: string): { date: PlainDate } | { none: NoDue } {
  const fault = faultOf(rule, period);
  if (fault !== null) return { none: fault };
  if (rule.startsAt !== null && period < rule.startsAt) return { none: "before-start" };
  const named = rule.overrides[period];
  if (named !== undefined) return { date: named };
  switch (rule.kind) {
    case "none":
      return { none: "no-date" };
    case "weekday":
      return { date: addDays(period, rule.weekday - 1) };
    case "fixed":
      return period === onlyPeriod(rule) || period === rule.date.slice(0, 7)
        ? { date: rule.date }
        : { none: "other-period" };
    case "dayOfMonth": {
      const date = addDays(firstDay(rule, period, rule.monthOffset), rule.day - 1);
      const last = addDays(firstDay(rule, period, rule.monthOffset + 1), -1);
      return { date: date < last ? date : last };
    }
    case "nthWeekday": {
      const first = firstDay(rule, period, rule.monthOffset);
      const ahead = (rule.weekday - weekdayOf(first) + 7) % 7;
      return { date: addDays(first, ahead + 7 * (rule.nth - 1)) };
    }
  }
}

/** Whether a month's report is asked for under a rule: from its start on, every month, or the one month of a report asked for once. */
export function isAskedFor(rule: DueRule, month: string): boolean {
  if (rule.kind === "weekday" || (rule.startsAt !== null && month < rule.startsAt)) return false;
  return rule.kind !== "fixed" || month === onlyPeriod(rule);
}

/** The month a report asked for once tells of. A question may name the month it is due in instead. */
export function onlyPeriod(rule: DueRule & { kind: "fixed" }): string {
  return (rule.activityWindow?.from ?? rule.date).slice(0, 7);
}

function firstDay(rule: DueRule, period: string, monthOffset: number): PlainDate {
  return `${addMonths(period, monthOffset - rule.periodLabelOffset)}-01`;
}

function faultOf(rule: DueRule, period: string): NoDue | null {
  if (BUDDHIST.test(period)) return "buddhist-year";
  if (rule.kind === "weekday") return isWeek(period) ? null : "not-a-week";
  const open = rule.kind === "none" && rule.cycle === null;
  return isMonth(period) || (open && isWeek(period)) ? null : "not-a-month";
}

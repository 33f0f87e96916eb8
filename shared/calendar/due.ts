import { type DueRule, findRule } from "./dueRules.ts";
import { HOLIDAYS, type Holidays, statusOfDay } from "./holidays.ts";
import { type NoDue, nominalOf, onlyPeriod } from "./nominal.ts";
import { addDays, addMonths, bangkokDate, type PlainDate } from "./plainDate.ts";
import { type Roll, rollDate } from "./workingDay.ts";

export interface Due {
  rule: string;
  period: string;
  /** The date the letter names. */
  nominal: PlainDate;
  /** The date after rolling. */
  due: PlainDate;
  /** The date named is not worked: a weekend, a holiday, its substitution day. Null: a weekday of a year without data. */
  holiday: boolean | null;
}

export interface DueOptions {
  /** Instead of what the letter says of days off. */
  roll?: Roll | undefined;
  holidays?: Holidays | undefined;
}

const known = (of: string | DueRule) => (typeof of === "string" ? findRule(of) : of);

/** The date a letter's own rule gives. A rule is named, or given where a form brings its own. `none` says why there is no date; a rule that is not known is "no-rule". */
export function dueByRule(
  of: string | DueRule,
  period: string,
  options: DueOptions = {},
): { due: Due } | { none: NoDue | "no-rule" } {
  const rule = known(of);
  if (rule === undefined) return { none: "no-rule" };
  const nominal = nominalOf(rule, period);
  return "none" in nominal
    ? nominal
    : { due: dueAt(rule, period, nominal.date, options.roll ?? rule.roll, options.holidays) };
}

/**
 * What a collector goes by: `due` is the last day on time. Where the letter is silent about days off, that is the first working day
 * on or after the date named. Undefined where there is no date.
 */
export function dueOf(of: string | DueRule, period: string, options: DueOptions = {}): Due | undefined {
  const own = known(of)?.roll ?? "none";
  const answer = dueByRule(of, period, { ...options, roll: options.roll ?? (own === "none" ? "next" : own) });
  return "due" in answer ? answer.due : undefined;
}

/** The next dates of a rule, from a period on: `count` of them, fewer for a report asked for once, none where no day is given. */
export function nextDues(of: string | DueRule, period: string, count: number, options: DueOptions = {}): Due[] {
  const rule = known(of);
  if (rule === undefined || rule.kind === "none") return [];
  if (rule.kind === "fixed") {
    const answer = dueByRule(rule, onlyPeriod(rule), options);
    return "due" in answer && period <= answer.due.nominal ? [answer.due] : [];
  }
  const start = rule.startsAt !== null && period < rule.startsAt ? rule.startsAt : period;
  const dues: Due[] = [];
  for (let at = start; dues.length < count; at = rule.kind === "weekday" ? addDays(at, 7) : addMonths(at, 1)) {
    const answer = dueByRule(rule, at, options);
    if ("none" in answer) break;
    dues.push(answer.due);
  }
  return dues;
}

/** The years a due date hangs on that the table knows nothing of. */
export function yearsWithoutData(due: Due, holidays: Holidays = HOLIDAYS): number[] {
  const years = [...new Set([due.nominal, due.due].map((date) => Number(date.slice(0, 4))))];
  return years.filter((year) => !holidays.knows(year)).sort();
}

/** Judged by the instant the server took it in: late from midnight, Thai time, after the due date. */
export function isLate(due: Due, receivedMs: number): boolean {
  return bangkokDate(receivedMs) > due.due;
}

function dueAt(rule: DueRule, period: string, nominal: PlainDate, roll: Roll, holidays: Holidays = HOLIDAYS): Due {
  const status = statusOfDay(nominal, holidays);
  return {
    rule: rule.id,
    period,
    nominal,
    due: rollDate(nominal, roll, holidays),
    holiday: status === "no-data" ? null : status === "off",
  };
}

import { DUE_RULES, type DueRule } from "./dueRules.ts";

/** What happens to a due date on a day off: it stays, moves to the next working day, or to the one before. */
export type Roll = "none" | "next" | "previous";

/** A plain date, YYYY-MM-DD, as read in Thailand. Dates of this shape compare as text. */
export type PlainDate = string;

/** True for a day nobody works although it is not a weekend. */
export type Holidays = (date: PlainDate) => boolean;

export interface Due {
  rule: string;
  period: string;
  /** The date the circular names. */
  nominal: PlainDate;
  /** The last day that counts as on time. */
  due: PlainDate;
  /** The named date itself is a day off. */
  holiday: boolean;
}

const DAY_MS = 86_400_000;
const BANGKOK_MS = 7 * 3_600_000;
const NO_HOLIDAYS: Holidays = () => false;

/** The day it is in Thailand (UTC+7, no summer time) at an instant in milliseconds. */
export function bangkokDate(instantMs: number): PlainDate {
  return new Date(instantMs + BANGKOK_MS).toISOString().slice(0, 10);
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Saturday, Sunday, or a holiday of the table given. */
export function isDayOff(date: PlainDate, holidays: Holidays = NO_HOLIDAYS): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 || holidays(date);
}

/** Moves a date off a day off, in the direction of `roll`. */
export function rollDate(date: PlainDate, roll: Roll, holidays: Holidays = NO_HOLIDAYS): PlainDate {
  if (roll === "none") return date;
  let rolled = date;
  while (isDayOff(rolled, holidays)) rolled = addDays(rolled, roll === "next" ? 1 : -1);
  return rolled;
}

/**
 * When a period's report is due. Rolls forward unless told otherwise: a report is late only after the first working day on or
 * after the date named. Undefined for a rule that is not known, or a period that is not a month.
 */
export function dueOf(
  rule: string,
  period: string,
  options: { roll?: Roll; holidays?: Holidays } = {},
): Due | undefined {
  const known = DUE_RULES.find((one) => one.id === rule);
  if (known === undefined || !/^[0-9]{4}-(0[1-9]|1[0-2])$/.test(period)) return undefined;
  const nominal = known.overrides[period] ?? nominalDate(known, period);
  return {
    rule,
    period,
    nominal,
    due: rollDate(nominal, options.roll ?? "next", options.holidays),
    holiday: isDayOff(nominal, options.holidays),
  };
}

/** Judged by the instant the server took it in: late from midnight, Thai time, after the due date. */
export function isLate(due: Due, receivedMs: number): boolean {
  return bangkokDate(receivedMs) > due.due;
}

function nominalDate(rule: DueRule, period: string): PlainDate {
  const month = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + rule.monthOffset;
  const year = Math.floor(month / 12);
  return `${year}-${String((month % 12) + 1).padStart(2, "0")}-${String(rule.day).padStart(2, "0")}`;
}

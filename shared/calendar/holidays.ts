import { FIXED_HOLIDAYS, HOLIDAY_YEARS, type HolidayYear } from "./holidayTable.ts";
import { addDays, isPlainDate, type PlainDate, weekdayOf } from "./plainDate.ts";

/** Days nobody works though they are no weekend. Always a finite table, so a walk to the next working day ends. */
export interface Holidays {
  /** Name of the holiday; null on any other day. */
  nameOf(date: PlainDate): string | null;
  /** False for a year without data: whether one of its weekdays is a holiday is not known. */
  knows(year: number): boolean;
}

/** What a province changes: days it closes for, or days of the table that are worked after all. */
export interface HolidayChanges {
  added: readonly { date: PlainDate; name: string }[];
  removed: readonly PlainDate[];
}

export type DayStatus = "working" | "off" | "no-data";

const MOVED_NAMES = { makha: "วันมาฆบูชา", ploughing: "วันพืชมงคล", visakha: "วันวิสาขบูชา", asalha: "วันอาสาฬหบูชา" } as const;
const LENT = "วันเข้าพรรษา";
const INSTEAD = "ชดเชย";
const ADDED = "วันหยุดราชการเพิ่มเติมเป็นกรณีพิเศษ";

/** The government holidays of พ.ศ. 2565–2570. */
export const HOLIDAYS: Holidays = tableOf(HOLIDAY_YEARS);

/** A table with a province's changes. Throws RangeError for a date that does not exist. Only weekdays and holidays change: a weekend stays off. */
export function changeHolidays(holidays: Holidays, changes: HolidayChanges): Holidays {
  for (const date of [...changes.added.map((one) => one.date), ...changes.removed])
    if (!isPlainDate(date)) throw new RangeError(`not a date: ${date}`);
  const added = new Map(changes.added.map((one) => [one.date, one.name]));
  const removed = new Set(changes.removed);
  return {
    nameOf: (date) => added.get(date) ?? (removed.has(date) ? null : holidays.nameOf(date)),
    knows: (year) => holidays.knows(year),
  };
}

/** Every holiday of the table in the years given, in order; empty for a year without data. */
export function holidaysOf(year: number, holidays: Holidays = HOLIDAYS): { date: PlainDate; name: string }[] {
  const found: { date: PlainDate; name: string }[] = [];
  for (let date = `${year}-01-01`; date.startsWith(`${year}-`); date = addDays(date, 1)) {
    const name = holidays.nameOf(date);
    if (name !== null) found.push({ date, name });
  }
  return found;
}

export function isWeekend(date: PlainDate): boolean {
  return weekdayOf(date) >= 6;
}

/** Whether a day is worked; "no-data" for a weekday of a year the table does not know. */
export function statusOfDay(date: PlainDate, holidays: Holidays = HOLIDAYS): DayStatus {
  if (isWeekend(date) || holidays.nameOf(date) !== null) return "off";
  return holidays.knows(Number(date.slice(0, 4))) ? "working" : "no-data";
}

function tableOf(years: readonly HolidayYear[]): Holidays {
  const names = new Map<PlainDate, string>();
  const put = (date: PlainDate, name: string) => {
    const before = names.get(date);
    names.set(date, before === undefined ? name : `${before}, ${name}`);
  };
  for (const year of years) {
    for (const [day, name] of Object.entries(FIXED_HOLIDAYS)) put(`${year.year}-${day}`, name);
    for (const key of ["makha", "ploughing", "visakha", "asalha"] as const)
      if (year[key] !== null) put(`${year.year}-${year[key]}`, MOVED_NAMES[key]);
    put(addDays(`${year.year}-${year.asalha}`, 1), LENT);
    for (const day of year.added) put(`${year.year}-${day}`, ADDED);
  }
  for (const { year, instead } of years)
    for (const [day, of] of Object.entries(instead)) put(`${year}-${day}`, `${INSTEAD}${names.get(of)!}`);
  const known = new Set(years.map((one) => one.year));
  return { nameOf: (date) => names.get(date) ?? null, knows: (year) => known.has(year) };
}

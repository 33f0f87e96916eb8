/** A day as YYYY-MM-DD of the Gregorian calendar. Dates of this shape compare as text; nothing here knows a time zone. */
export type PlainDate = string;

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const DAY_MS = 86_400_000;
const BANGKOK_MS = 7 * 3_600_000;
/** Days from 1 March of year 0 to 1 January 1970. */
const EPOCH = 719_468;
const DAYS_IN_ERA = 146_097;

/** Days since 1970-01-01. Years are counted from 1 March, so that the leap day comes last (after H. Hinnant, "days_from_civil"). */
export function dayNumber(date: PlainDate): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const ofEra = year - era * 400;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return era * DAYS_IN_ERA + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - EPOCH;
}

/** The inverse of `dayNumber`. */
export function dateOfDay(day: number): PlainDate {
  const shifted = day + EPOCH;
  const era = Math.floor(shifted / DAYS_IN_ERA);
  const ofEra = shifted - era * DAYS_IN_ERA;
  const leapless = ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096);
  const year = Math.floor(leapless / 365);
  const ofYear = ofEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return plainDate(era * 400 + year + (month <= 2 ? 1 : 0), month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

export function plainDate(year: number, month: number, day: number): PlainDate {
  return `${String(year).padStart(4, "0")}-${twoDigits(month)}-${twoDigits(day)}`;
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days);
}

export function weekdayOf(date: PlainDate): Weekday {
  const fromMonday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return (fromMonday + 1) as Weekday;
}

/** A day that exists: 2023-02-29 and 2023-13-01 do not. */
export function isPlainDate(text: string): boolean {
  return /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/.test(text) && dateOfDay(dayNumber(text)) === text;
}

/** "2023-12" and 1 give "2024-01". */
export function addMonths(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, "0")}-${twoDigits((((count % 12) + 12) % 12) + 1)}`;
}

/** The day it is in Thailand (UTC+7, no summer time) at an instant in milliseconds. */
export function bangkokDate(instantMs: number): PlainDate {
  return dateOfDay(Math.floor((instantMs + BANGKOK_MS) / DAY_MS));
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

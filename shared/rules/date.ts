import { readDayText, type WrittenDay } from "../calendar/dayText.ts";
import { periodText } from "../calendar/period.ts";
import { isPlainDate, type PlainDate, plainDate, type Weekday, weekdayOf } from "../calendar/plainDate.ts";
import type { Severity } from "../forms/definition.ts";
import type { Cell, Scalar } from "../sheet/grid.ts";
import { hasThaiDigit } from "../text/digits.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { accept, type Reading, refuse, suggest, warn } from "./reading.ts";
import { dayOfSerial, typedDay } from "./serial.ts";
import { readSerialYear, readYear, type YearReading } from "./year.ts";

/** What a date is read against. */
export interface DateContext {
  /** The month reported on, YYYY-MM; null when not known. */
  period: string | null;
  /** The day of checking or sending; null when a day to come need not be told. */
  today: PlainDate | null;
  /** What a day outside the period is, by the form; null when the form does not mind. */
  outside: Severity | null;
}

type Params = NonNullable<Reading["params"]>;

const WEEKDAY_NAMES = ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"];
/** Serials of these years are plain numbers that look like unformatted dates: 2013 to 2040, in either calendar. */
const LOOSE_SERIALS = [
  [41_275, 51_500],
  [239_000, 250_000],
] as const;

/**
 * A date cell: a spreadsheet's serial, or text in any of the ways Thai people write a date. A change of calendar that can only
 * mean the same day is made; whatever could mean another day waits for a person.
 */
export function readDate(cell: Exclude<Cell, null>, context: DateContext): Reading {
  const raw = typeof cell === "object" ? cell.v : cell;
  if (typeof cell === "object" && cell.t === "d") return readSerial(raw, context);
  if (typeof raw === "number") return readLooseNumber(raw, context);
  if (typeof raw !== "string") return refuse(["DATE_INVALID"], [], { typed: raw });
  return readText(raw, context);
}

function readSerial(raw: Scalar, context: DateContext): Reading {
  const seen = dayOfSerial(raw);
  const params = { typed: typedDay(raw) };
  if (seen === null) return refuse(["DATE_INVALID"], [], params);
  const [year, month, day] = seen.split("-").map(Number) as [number, number, number];
  const reading = readSerialYear(year);
  const settled = settle(reading, day, month, [], { ...params, year }, context, null);
  return settled.verdict === "warn" ? askForSwap(settled, reading.years[0]!, day, month, context) : settled;
}

/** A serial can not tell a day and a month that were swapped: outside the period, where the swap would be inside, both are offered. */
function askForSwap(reading: Reading, year: number, day: number, month: number, context: DateContext): Reading {
  const swapped = day <= 12 && day !== month ? plainDate(year, day, month) : null;
  if (swapped === null || !isPlainDate(swapped) || swapped.slice(0, 7) !== context.period) return reading;
  return suggest(reading.codes, [swapped, reading.value as string], reading.params);
}

/** A number that nobody formatted as a date: a day of the month alone, or a serial that lost its format. */
function readLooseNumber(raw: number, context: DateContext): Reading {
  const params = { typed: raw };
  if (Number.isInteger(raw) && raw >= 1 && raw <= 31)
    return refuse(["DATE_INCOMPLETE"], ofPeriod(raw, null, context), params);
  if (Number.isInteger(raw) && raw >= 20_000_000 && raw < 30_000_000) return readText(String(raw), context);
  const loose = LOOSE_SERIALS.some(([from, to]) => raw >= from && raw <= to);
  const seen = loose ? readSerial(raw, context) : null;
  if (seen === null || typeof seen.value !== "string") return refuse(["DATE_INVALID"], [], params);
  return suggest(["DATE_TEXT"], [seen.value], params);
}

function readText(raw: string, context: DateContext): Reading {
  const { text, codes } = normalizeText(raw);
  const params = { typed: text };
  if (text === "" || /^[-–—]+$/.test(text)) return accept(null, codes);
  const found: Code[] = hasThaiDigit(text) ? ["TXT_THAI_DIGIT", ...codes] : [...codes];
  const read = readDayText(text);
  if (read.is === "none") return refuse([...found, "DATE_INVALID"], [], params);
  if (read.is === "part") return refuse([...found, "DATE_INCOMPLETE"], ofPeriod(read.day, read.month, context), params);
  const near =
    context.period === null
      ? context.today === null
        ? null
        : Number(context.today.slice(0, 4))
      : Number(context.period.slice(0, 4));
  if (read.is === "range") {
    const ends = [read.from, read.to].flatMap((end) => dayOf(end, near));
    return suggest([...found, "DATE_RANGE"], [...new Set(ends)], params);
  }
  const { day, month, year } = read.written;
  const reading = readYear(year, near);
  return settle(
    reading,
    day,
    month,
    [...found, "DATE_TEXT"],
    { ...params, year: Number(year.digits) },
    context,
    read.weekday,
  );
}

function dayOf({ day, month, year }: WrittenDay, near: number | null): PlainDate[] {
  const { years } = readYear(year, near);
  return years
    .slice(0, 1)
    .map((one) => plainDate(one, month, day))
    .filter(isPlainDate);
}

/** A day without its month, or without its year, as it would be in the month reported on. */
function ofPeriod(day: number | null, month: number | null, { period }: DateContext): PlainDate[] {
  if (day === null || period === null) return [];
  if (month !== null && month !== Number(period.slice(5))) return [];
  const date = `${period}-${String(day).padStart(2, "0")}`;
  return isPlainDate(date) ? [date] : [];
}

function settle(
  reading: YearReading,
  day: number,
  month: number,
  found: Code[],
  params: Params,
  context: DateContext,
  weekday: Weekday | null,
): Reading {
  const codes = [...found, ...reading.codes];
  const days = reading.years.map((year) => plainDate(year, month, day)).filter(isPlainDate);
  if (days.length === 0) {
    const kept = found.filter((code) => code !== "DATE_TEXT");
    return refuse([...kept, "DATE_INVALID"], neighbours(reading.years[0], month, day), params);
  }
  if (!reading.sure) return suggest(codes, days, params);
  const date = days[0]!;
  if (context.today !== null && date > context.today) return refuse([...codes, "DATE_FUTURE"], [], { ...params, date });
  const outside = context.outside !== null && context.period !== null && date.slice(0, 7) !== context.period;
  const told: Params = outside ? { ...params, period: periodText(context.period!) } : params;
  const late: Code[] = outside ? [...codes, "DATE_WINDOW"] : codes;
  if (weekday !== null && weekdayOf(date) !== weekday) return readWeekday(date, weekday, late, told, outside, context);
  if (!outside) return accept(date, codes, told);
  return context.outside === "error" ? refuse(late, [], { ...told, value: date }) : warn(date, late, told);
}

/** The last day of the month and the first of the next stand beside a day the month does not have; a month beyond 12 may be the day. */
function neighbours(year: number | undefined, month: number, day: number): PlainDate[] {
  if (year === undefined) return [];
  if (month > 12) return day <= 12 ? [plainDate(year, day, month)].filter(isPlainDate) : [];
  if (day < 29 || day > 31) return [];
  const last = [30, 29, 28].map((one) => plainDate(year, month, one)).find(isPlainDate);
  return last === undefined ? [] : [last, plainDate(year, month + 1, 1)].filter(isPlainDate);
}

/** A weekday that does not match is told; where the year beside it would make weekday and period right, that is asked. */
function readWeekday(
  date: PlainDate,
  weekday: Weekday,
  codes: Code[],
  params: Params,
  outside: boolean,
  { period }: DateContext,
): Reading {
  const told = { ...params, weekday: WEEKDAY_NAMES[weekday - 1]!, real: WEEKDAY_NAMES[weekdayOf(date) - 1]! };
  const year = Number(date.slice(0, 4));
  const beside = [year - 1, year + 1]
    .map((one) => `${one}${date.slice(4)}`)
    .filter((one) => isPlainDate(one) && weekdayOf(one) === weekday && one.slice(0, 7) === period);
  if (outside && beside.length > 0) return suggest([...codes, "DATE_WEEKDAY"], [...beside, date], told);
  return warn(date, [...codes, "DATE_WEEKDAY"], told);
}

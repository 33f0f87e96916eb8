import { toArabicDigits } from "../text/digits.ts";
import { MONTH_PATTERN, monthOf } from "./months.ts";
import type { Weekday } from "./plainDate.ts";

/** A year as written; which calendar it is of is for the rule to say. */
export interface WrittenYear {
  digits: string;
  /** Said beside it: พ.ศ. or ค.ศ. */
  era: "BE" | "CE" | null;
}

export interface WrittenDay {
  day: number;
  month: number;
  year: WrittenYear;
}

/** What a text says of a date. */
export type DayText =
  | { is: "day"; written: WrittenDay; weekday: Weekday | null }
  | { is: "range"; from: WrittenDay; to: WrittenDay }
  /** A day, a month or a year is missing. */
  | { is: "part"; day: number | null; month: number | null; year: WrittenYear | null }
  | { is: "none" };

const WEEKDAYS: readonly (readonly [RegExp, Weekday])[] = [
  [/^(?:จันทร์|จ\.)/, 1],
  [/^(?:อังคาร|อ\.)/, 2],
  [/^(?:พุธ|พ\.(?!ศ))/, 3],
  [/^(?:พฤหัสบดี|พฤหัส|พฤ\.)/, 4],
  [/^(?:ศุกร์|ศ\.)/, 5],
  [/^(?:เสาร์|ส\.)/, 6],
  [/^(?:อาทิตย์|อา\.)/, 7],
];

const ENGLISH = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ENGLISH_PATTERN =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const MONTH = `(?:เดือน\\s*)?(${MONTH_PATTERN}|(?:${ENGLISH_PATTERN})\\.?)`;
const ERA = "(?:(?:ปี\\s*)?(พ\\.?\\s*ศ\\.?|ค\\.?\\s*ศ\\.?|A\\.?D\\.?|B\\.?E\\.?)|ปี)?";
const YEAR = `${ERA}\\s*([0-9]{4}|[0-9]{2})(?![0-9])`;
const DAY = "([0-9]{1,2})";
const GAP = "[\\s,./\\-]*";
const TO = "\\s*(?:-|–|—|\u2212|~|ถึงวันที่|ถึง|และวันที่|และ|,|&|\\+)\\s*(?:วันที่\\s*)?";

const WORDED = new RegExp(`^${DAY}${GAP}${MONTH}${GAP}${YEAR}$`, "i");
const NUMERIC = new RegExp(`^${DAY}\\s*[/.\\-\\s]\\s*${DAY}\\s*[/.\\-\\s]\\s*${YEAR}$`);
const ISO = /^([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ][0-9:.]+Z?)?$/;
const COMPACT = /^(2[0-9]{3})(0[1-9]|1[0-2])([0-3][0-9])$/;
const SAME_MONTH = new RegExp(`^${DAY}${TO}${DAY}${GAP}${MONTH}${GAP}${YEAR}$`, "i");
const TWO_MONTHS = new RegExp(`^${DAY}${GAP}${MONTH}${GAP}(?:${YEAR})?${TO}${DAY}${GAP}${MONTH}${GAP}${YEAR}$`, "i");
const TWO_NUMERIC = new RegExp(`^(.+[0-9])${TO}(${DAY}\\s*/\\s*${DAY}\\s*/\\s*${YEAR})$`);
const SAME_MONTH_NUMERIC = new RegExp(`^${DAY}${TO}${DAY}\\s*/\\s*${DAY}\\s*/\\s*${YEAR}$`);
const MONTH_YEAR = new RegExp(`^${MONTH}${GAP}${YEAR}$`, "i");
const DAY_MONTH = new RegExp(`^${DAY}${GAP}${MONTH}$`, "i");
const DAY_MONTH_NUMERIC = new RegExp(`^${DAY}\\s*/\\s*${DAY}$`);
const TIME =
  /\s*(?:เวลา\s*)?[0-9]{1,2}[.:][0-9]{2}(?:\s*[-–]\s*[0-9]{1,2}[.:][0-9]{2})?\s*น\.?$|\s*เวลา\s*[0-9]{1,2}[.:][0-9]{2}.*$/;
/** A part of the day behind the date says nothing of the day. */
const ASIDE = /\s*\((?:ช่วง|ตอน|ภาค)?\s*(?:เช้า|สาย|บ่าย|เย็น|ค่ำ|กลางวัน)\)$/;
/** Days between the first and the last of a list: "5, 6 และ 7 มิ.ย.". */
const BETWEEN = new RegExp(`^([0-9]{1,2})(?:${TO}[0-9]{1,2})+(?=${TO}[0-9]{1,2}${GAP}${MONTH})`, "i");
const CLOCK = /\s+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$/;

function monthIn(text: string): number {
  const thai = monthOf(text);
  if (thai !== null) return thai;
  return ENGLISH.indexOf(text.trim().slice(0, 3).toLowerCase()) + 1;
}

function yearIn(era: string | undefined, digits: string): WrittenYear {
  const letter = era?.trim().charAt(0).toUpperCase();
  return { digits, era: letter === "พ" || letter === "B" ? "BE" : letter === "ค" || letter === "A" ? "CE" : null };
}

/** Reads a date in the ways Thai people write one, day before month. Expects normalised text; decides nothing about years. */
export function readDayText(text: string): DayText {
  let rest = toArabicDigits(text).replace(TIME, "").replace(CLOCK, "").trim();
  rest = rest
    .replace(ASIDE, "")
    .replace(/(?<=[0-9])\.$/, "")
    .replace(/['’‘](?=[0-9]{2}(?![0-9]))/, "");
  rest = rest.replace(/^(?:เมื่อ|ในระหว่าง|ระหว่าง|ใน)\s*/, "");
  let weekday: Weekday | null = null;
  // "วันพุธที่ 5", "พุธที่ 5", "(พุธ) 5", "พ. 5", but not "พ.ย."
  const named = /^(?:วัน\s*)?\(?\s*([ก-๙.]+?)\s*\)?\s*(?:ที่|,)?\s*(?=[0-9])/.exec(rest);
  if (named !== null) {
    const found = WEEKDAYS.find(([pattern]) => pattern.exec(named[1]!)?.[0].length === named[1]!.length);
    if (found !== undefined) {
      weekday = found[1];
      rest = rest.slice(named[0].length);
    }
  }
  rest = rest.replace(/^(?:วันที่|ที่|วัน)\s*/, "");
  const behind = /\s*\((?:วัน\s*)?([ก-๙.]+)\)$/.exec(rest) ?? /(?<=[0-9])\s*(?:ตรงกับ)?วัน([ก-๙.]+)$/.exec(rest);
  if (behind !== null) {
    const found = WEEKDAYS.find(([pattern]) => pattern.exec(behind[1]!)?.[0].length === behind[1]!.length);
    if (found !== undefined) {
      weekday = found[1];
      rest = rest.slice(0, behind.index);
    }
  }
  rest = rest.replace(BETWEEN, "$1");
  const one = readOneDay(rest);
  if (one !== null) return { is: "day", written: one, weekday };
  return readRange(rest) ?? readPart(rest);
}

function readOneDay(text: string): WrittenDay | null {
  const worded = WORDED.exec(text);
  if (worded !== null) {
    const [, day, month, era, year] = worded as unknown as [string, string, string, string | undefined, string];
    return { day: Number(day), month: monthIn(month), year: yearIn(era, year) };
  }
  const numeric = NUMERIC.exec(text);
  if (numeric !== null) {
    const [, day, month, era, year] = numeric as unknown as [string, string, string, string | undefined, string];
    return { day: Number(day), month: Number(month), year: yearIn(era, year) };
  }
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso === null) return null;
  return { day: Number(iso[3]), month: Number(iso[2]), year: yearIn(undefined, iso[1]!) };
}

function readRange(text: string): DayText | null {
  const same = SAME_MONTH.exec(text);
  if (same !== null) {
    const [, from, to, month, era, digits] = same as unknown as [
      string,
      string,
      string,
      string,
      string | undefined,
      string,
    ];
    const year = yearIn(era, digits);
    const at = { month: monthIn(month), year };
    return { is: "range", from: { day: Number(from), ...at }, to: { day: Number(to), ...at } };
  }
  const numeric = SAME_MONTH_NUMERIC.exec(text);
  if (numeric !== null) {
    const [, from, to, month, era, digits] = numeric as unknown as [
      string,
      string,
      string,
      string,
      string | undefined,
      string,
    ];
    const at = { month: Number(month), year: yearIn(era, digits) };
    return { is: "range", from: { day: Number(from), ...at }, to: { day: Number(to), ...at } };
  }
  const two = TWO_MONTHS.exec(text);
  if (two !== null) {
    const last = yearIn(two[7], two[8]!);
    const first = two[4] === undefined ? last : yearIn(two[3], two[4]);
    return {
      is: "range",
      from: { day: Number(two[1]), month: monthIn(two[2]!), year: first },
      to: { day: Number(two[5]), month: monthIn(two[6]!), year: last },
    };
  }
  const both = TWO_NUMERIC.exec(text);
  if (both === null) return null;
  const from = readOneDay(both[1]!);
  const to = readOneDay(both[2]!);
  return from === null || to === null ? null : { is: "range", from, to };
}

function readPart(text: string): DayText {
  const month = MONTH_YEAR.exec(text);
  if (month !== null) return { is: "part", day: null, month: monthIn(month[1]!), year: yearIn(month[2], month[3]!) };
  const day = DAY_MONTH.exec(text);
  if (day !== null) return { is: "part", day: Number(day[1]), month: monthIn(day[2]!), year: null };
  const numeric = DAY_MONTH_NUMERIC.exec(text);
  if (numeric !== null && Number(numeric[2]) <= 12)
    return { is: "part", day: Number(numeric[1]), month: Number(numeric[2]), year: null };
  if (new RegExp(`^${MONTH}$`, "i").test(text))
    return { is: "part", day: null, month: monthIn(text.replace(/^เดือน\s*/, "")), year: null };
  if (/^[0-9]{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= 31)
    return { is: "part", day: Number(text), month: null, year: null };
  const year = /^(?:ปี\s*)?(พ\.?\s*ศ\.?\s*)?(2[0-9]{3})$/.exec(text);
  if (year !== null) return { is: "part", day: null, month: null, year: yearIn(year[1], year[2]!) };
  return { is: "none" };
}

import { toArabicDigits } from "../text/digits.ts";
import { normalizeText } from "../text/normalize.ts";
import { MONTH_PATTERN, monthAbbreviation, monthName, monthOf } from "./months.ts";

const WORD = new RegExp(
  `(${MONTH_PATTERN})\\s*(?:พ\\.?\\s*ศ\\.?|ค\\.?\\s*ศ\\.?)?[\\s_\\-/.]*([0-9]{4}|[0-9]{2})(?![0-9])`,
  "g",
);
const ISO = /(?<![0-9])(20[0-9]{2}|2[45][0-9]{2})[-_/.](0[1-9]|1[0-2])(?![0-9])/;
const MONTH_YEAR = /(?<![0-9])(0?[1-9]|1[0-2])[-_/.](2[45][0-9]{2}|20[0-9]{2})(?![0-9])/;
const SHORT = /^\s*(0?[1-9]|1[0-2])[-_/.]([5-9][0-9])\s*$/;

/** A two-digit year is Buddhist (25yy); four digits from 2400 are Buddhist too. */
function gregorianYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 2) return 2500 + year - 543;
  return year >= 2400 ? year - 543 : year;
}

function format(year: number, month: number): string {
  return `${year}-${month < 10 ? "0" : ""}${month}`;
}

/**
 * The month a title, a sheet name or a file name speaks of, as Gregorian YYYY-MM; null when none or not complete.
 * A month after ประจำเดือน, เดือน or งวด wins over a mere date in the text.
 */
export function parsePeriod(raw: string): string | null {
  const text = toArabicDigits(normalizeText(raw).text);
  const found: { period: string; at: number; named: boolean; dated: boolean }[] = [];
  for (const match of text.matchAll(WORD)) {
    const month = monthOf(match[1]!);
    const before = text.slice(Math.max(0, match.index - 14), match.index);
    if (month !== null)
      found.push({
        period: format(gregorianYear(match[2]!), month),
        at: match.index,
        named: /(ประจำ\s*เดือน|เดือน|งวด|รอบ)\s*$/.test(before),
        dated: /[0-9]{1,2}\s*$/.test(before) && !/[0-9]{3,}\s*$/.test(before),
      });
  }
  const best = found.find((f) => f.named) ?? found.find((f) => !f.dated) ?? found[0];
  if (best !== undefined) return best.period;
  const iso = ISO.exec(text);
  if (iso !== null) return format(gregorianYear(iso[1]!), Number(iso[2]));
  const monthYear = MONTH_YEAR.exec(text) ?? SHORT.exec(text);
  return monthYear === null ? null : format(gregorianYear(monthYear[2]!), Number(monthYear[1]));
}

/** "2023-10" as people read it: ตุลาคม 2566. */
export function periodText(period: string): string {
  const [year, month] = period.split("-") as [string, string];
  return `${monthName(Number(month))} ${Number(year) + 543}`;
}

/** "2023-10" as a sheet is named: ต.ค.66. */
export function periodSheetName(period: string): string {
  const [year, month] = period.split("-") as [string, string];
  return `${monthAbbreviation(Number(month))}${String(Number(year) + 543).slice(2)}`;
}

export function isPeriod(text: string): boolean {
  return /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text);
}

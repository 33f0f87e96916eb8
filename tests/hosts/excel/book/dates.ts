/** The year a day without one falls into; fixed, so that no test depends on the day it runs. */
export const THIS_YEAR = 2026;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Days since 1899-12-30, as Excel counts from March 1900 on; null for no day of the calendar. */
export function serialOf(year: number, month: number, day: number): number | null {
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  if (year < 1900 || year > 9999 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return Math.round(date.getTime() / 86_400_000) + 25_569;
}

/** "2/1", "2-1", "2/1/2567", "2024-01-02", "2-Jan", "2 Jan 24"; null when the text is no day. */
export function dateIn(text: string): { value: number; format: string } | null {
  const iso = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (iso !== null) return dated(Number(iso[1]), Number(iso[2]), Number(iso[3]), "d/m/yyyy");
  const named = /^(\d{1,2})[- ]([A-Za-z]{3})(?:[- ](\d{2}|\d{4}))?$/.exec(text);
  if (named !== null) {
    const month = MONTHS.indexOf(named[2]!.toLowerCase()) + 1;
    return month === 0
      ? null
      : dated(yearOf(named[3]), month, Number(named[1]), named[3] === undefined ? "d-mmm" : "d-mmm-yy");
  }
  const short = /^(\d{1,2})[-/](\d{1,2})(?:[-/](\d{2}|\d{4}))?$/.exec(text);
  if (short === null) return null;
  const format = short[3] === undefined ? "d-mmm" : "d/m/yyyy";
  return dated(yearOf(short[3]), Number(short[2]), Number(short[1]), format);
}

/** "8:30" or "8:30:15"; null when the text is no time. */
export function timeIn(text: string): { value: number; format: string } | null {
  const match = /^(\d{1,2}):([0-5]\d)(?::([0-5]\d))?$/.exec(text);
  if (match === null || Number(match[1]) > 23) return null;
  const seconds = Number(match[1]) * 3600 + Number(match[2]) * 60 + Number(match[3] ?? 0);
  return { value: seconds / 86_400, format: match[3] === undefined ? "h:mm" : "h:mm:ss" };
}

function dated(year: number, month: number, day: number, format: string): { value: number; format: string } | null {
  const value = serialOf(year, month, day);
  return value === null ? null : { value, format };
}

/** Two digits: up to 29 this century, else the last (Windows' own rule). */
function yearOf(text: string | undefined): number {
  if (text === undefined) return THIS_YEAR;
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

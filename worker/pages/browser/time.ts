import { monthAbbreviation, monthName } from "../../../shared/calendar/months.ts";
import { language } from "./words.ts";

const BANGKOK_MS = 7 * 3_600_000;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** "2023-10-09" as people read it: 9 ต.ค. 2566. */
export function dateText(date: string): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return language === "th" ? `${day} ${monthAbbreviation(month)} ${year + 543}` : `${day} ${MONTHS[month - 1]} ${year}`;
}

/** The day and the month alone, where the year is known: 9 ต.ค. */
export function shortDate(date: string): string {
  const [month, day] = date.split("-").slice(1).map(Number) as [number, number];
  return `${day} ${language === "th" ? monthAbbreviation(month) : MONTHS[month - 1]}`;
}

/** An instant as read in Thailand: 9 ต.ค. 2566 14:05 น. */
export function timeText(instant: string): string {
  const local = new Date(Date.parse(instant) + BANGKOK_MS).toISOString();
  return `${dateText(local.slice(0, 10))} ${local.slice(11, 16)}${language === "th" ? " น." : ""}`;
}

/** "2023-10" as people read it: ตุลาคม 2566. */
export function monthText(period: string): string {
  const [year, month] = period.split("-").map(Number) as [number, number];
  return language === "th" ? `${monthName(month)} ${year + 543}` : `${MONTHS[month - 1]} ${year}`;
}

/** The next month, this one and eleven before, newest first. */
export function periodChoices(nowMs: number): string[] {
  const now = new Date(nowMs + BANGKOK_MS);
  const first = now.getUTCFullYear() * 12 + now.getUTCMonth() + 1;
  return Array.from({ length: 13 }, (_, i) => {
    const month = first - i;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
}

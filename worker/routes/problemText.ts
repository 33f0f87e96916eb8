import { monthAbbreviation } from "../../shared/calendar/months.ts";
import { periodText } from "../../shared/calendar/period.ts";
import type { Language } from "./route.ts";

const EN_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const DAY_OR_PERIOD = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/;

const INSTANT = /^\d{4}-\d{2}-\d{2}T.*Z$/;
const BANGKOK_MS = 7 * 3_600_000;

/** Puts a problem's params into its sentence, days, instants and periods as people write them: 2026-12-08 as 8 ธ.ค. 2569, 2026-12 as ธันวาคม 2569. */
export function fillProblem(
  sentence: string,
  params: Readonly<Record<string, string | number | null>>,
  language: Language,
): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => spoken(params[name] ?? "", language));
}

function spoken(value: string | number, language: Language): string {
  if (INSTANT.test(String(value))) {
    const local = new Date(Date.parse(String(value)) + BANGKOK_MS).toISOString();
    return `${spoken(local.slice(0, 10), language)} ${local.slice(11, 16)}${language === "th" ? " น." : ""}`;
  }
  const [, year, month, day] = DAY_OR_PERIOD.exec(String(value)) ?? [];
  if (year === undefined || !(Number(month) >= 1 && Number(month) <= 12)) return String(value);
  const english = `${EN_MONTHS[Number(month) - 1]} ${year}`;
  if (day === undefined) return language === "en" ? english : periodText(`${year}-${month}`);
  const dayOfMonth = Number(day);
  if (language === "en") return `${dayOfMonth} ${english}`;
  return `${dayOfMonth} ${monthAbbreviation(Number(month))} ${Number(year) + 543}`;
}

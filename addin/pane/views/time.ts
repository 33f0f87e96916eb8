import { monthAbbreviation, monthName } from "../../../shared/calendar/months.ts";

const BANGKOK_MS = 7 * 3_600_000;
const ENGLISH = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

/** An instant as read in Thailand, whatever the machine's own time zone. */
export function timeText(at: string | number, language: "th" | "en"): string {
  const date = new Date((typeof at === "number" ? at : Date.parse(at)) + BANGKOK_MS);
  const clock = `${two(date.getUTCHours())}${language === "th" ? "." : ":"}${two(date.getUTCMinutes())}`;
  const day = date.getUTCDate();
  const month = date.getUTCMonth();
  if (language === "en") return `${day} ${ENGLISH[month]} ${date.getUTCFullYear()}, ${clock}`;
  return `${day} ${monthName(month + 1)} ${date.getUTCFullYear() + 543} เวลา ${clock} น.`;
}

export function clockText(at: number, language: "th" | "en"): string {
  const date = new Date(at + BANGKOK_MS);
  return [two(date.getUTCHours()), two(date.getUTCMinutes()), two(date.getUTCSeconds())].join(
    language === "th" ? "." : ":",
  );
}

/** A plain date, YYYY-MM-DD. */
export function dayText(day: string, language: "th" | "en"): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return language === "en"
    ? `${date} ${ENGLISH[month - 1]} ${year}`
    : `${date} ${monthAbbreviation(month)} ${year + 543}`;
}

/** A month, YYYY-MM. */
export function monthText(period: string, language: "th" | "en"): string {
  const [year, month] = period.split("-").map(Number) as [number, number];
  return language === "en" ? `${ENGLISH[month - 1]} ${year}` : `${monthName(month)} ${year + 543}`;
}

function two(n: number): string {
  return String(n).padStart(2, "0");
}

import type { Language } from "./report.ts";

const MONTHS: Record<Language, readonly string[]> = {
  th: ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."],
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
};

/** A month (YYYY-MM) as people read it: พ.ย. 2566. Undefined for anything else. */
export function monthText(value: unknown, language: Language): string | undefined {
  const parts = typeof value === "string" ? /^([0-9]{4})-([0-9]{2})$/.exec(value) : null;
  const month = parts === null ? undefined : MONTHS[language][Number(parts[2]) - 1];
  if (parts === null || month === undefined) return undefined;
  return `${month} ${Number(parts[1]) + 543}${language === "en" ? " BE" : ""}`;
}

/** A plain day (YYYY-MM-DD) as people read it, in Buddhist years: 1 มิ.ย. 2567. Undefined for anything else. */
export function dayText(value: unknown, language: Language): string | undefined {
  const parts = typeof value === "string" ? /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value) : null;
  if (parts === null) return undefined;
  const month = MONTHS[language][Number(parts[2]) - 1];
  if (month === undefined) return undefined;
  return `${Number(parts[3])} ${month} ${Number(parts[1]) + 543}${language === "en" ? " BE" : ""}`;
}

const BANGKOK_MS = 7 * 3_600_000;

/** An instant (ISO 8601) as read in Thailand: 1 มิ.ย. 2567 14:05 น. Empty for anything else. */
export function instantText(value: unknown, language: Language): string {
  const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(at)) return "";
  const local = new Date(at + BANGKOK_MS).toISOString();
  return `${dayText(local.slice(0, 10), language)} ${local.slice(11, 16)}${language === "th" ? " น." : ""}`;
}

import { monthAbbreviation } from "../../shared/calendar/months.ts";

const BANGKOK_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;
/** 1970-01-01 as a spreadsheet counts days. */
const EPOCH_SERIAL = 25_569;

/** An ISO time as the serial a cell holds, on Bangkok's clock; NaN when it is no time. Whole seconds. */
export function bangkokSerial(iso: string): number {
  return Math.floor((Date.parse(iso) + BANGKOK_MS) / 1000) / (DAY_MS / 1000) + EPOCH_SERIAL;
}

const two = (n: number) => String(n).padStart(2, "0");

/** An ISO time as people read it: 5 ต.ค. 2566 เวลา 14.03 น. What is no time comes back as it is. */
export function bangkokText(iso: string): string {
  const at = new Date(Date.parse(iso) + BANGKOK_MS);
  if (Number.isNaN(at.getTime())) return iso;
  const date = `${at.getUTCDate()} ${monthAbbreviation(at.getUTCMonth() + 1)} ${at.getUTCFullYear() + 543}`;
  return `${date} เวลา ${two(at.getUTCHours())}.${two(at.getUTCMinutes())} น.`;
}

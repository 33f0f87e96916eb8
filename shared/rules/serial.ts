import { dateOfDay, type PlainDate } from "../calendar/plainDate.ts";
import type { Scalar } from "../sheet/grid.ts";

/** Days from the spreadsheet's 1899-12-30 to 1970-01-01. */
const EPOCH_SERIAL = 25_569;

/** The Gregorian day a date serial stands for; any time of day is dropped. Null for what is no serial. */
export function dayOfSerial(serial: Scalar): PlainDate | null {
  if (typeof serial !== "number" || !Number.isFinite(serial) || serial < 0 || serial > 2_958_465) return null;
  return dateOfDay(Math.floor(serial) - EPOCH_SERIAL);
}

/** A date cell's content as it is seen on the sheet: "1/6/2567". */
export function typedDay(serial: Scalar): string {
  const day = dayOfSerial(serial);
  if (day === null) return String(serial ?? "");
  return `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${Number(day.slice(0, 4))}`;
}

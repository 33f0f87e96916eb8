import { type CellData, PLAIN } from "./model.ts";

const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);
const THAI = "๐๑๒๓๔๕๖๗๘๙";
const MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];
const ERROR = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!)$/;

export function isDateFormat(format: string): boolean {
  return /[dmy]/i.test(format) && !/general/i.test(format);
}

/**
 * What a cell becomes when a value is put into it as `setValues` does: as if it had been typed. In a sheet set to Thai; the
 * cases are those that would hurt a report, and a cell of plain text takes everything to the letter, an apostrophe too.
 */
export function typed(value: unknown, cell: CellData): Partial<CellData> {
  if (value === null || value === undefined) return { value: "", formula: "" };
  if (typeof value === "number" || typeof value === "boolean")
    return { value: cell.format === "@" && typeof value === "number" ? String(value) : value, formula: "" };
  if (typeof value !== "string") throw new Error("fake Range.setValues: no such value");
  if (value.length > 50_000)
    throw new Error("Your input contains more than the maximum of 50000 characters in a single cell.");
  if (cell.format === "@") return { value, formula: "" };
  if (value.startsWith("'")) return { value: value.slice(1), formula: "" };
  if (/^[=+].|^-[^0-9๐-๙\s.]/.test(value)) return calculated(value.startsWith("=") ? value : `=${value}`);
  return { formula: "", ...read(value) };
}

/** Formulas are not calculated here: an error written out is itself, anything else is a name nobody knows. */
function calculated(formula: string): Partial<CellData> {
  const error = formula.slice(1);
  return { formula, value: ERROR.test(error) ? error : "#NAME?" };
}

function read(text: string): Partial<CellData> {
  const plain = text.trim().replace(/[๐-๙]/g, (digit) => String(THAI.indexOf(digit)));
  if (ERROR.test(plain)) return { value: plain };
  if (/^(true|false)$/i.test(plain)) return { value: plain.toLowerCase() === "true" };
  if (/^[-+]?[0-9][0-9,]*(\.[0-9]+)?$/.test(plain)) return { value: Number(plain.replace(/,/g, "")) };
  if (/^[0-9.]+%$/.test(plain)) return { value: Number(plain.slice(0, -1)) / 100, format: "0%" };
  // A word that nobody would expect a sheet to read: there will be others.
  if (plain === "พรุ่งนี้") return date(2026, 11, 29);
  const day = /^([0-9]{1,2})[/-]([0-9]{1,2})(?:[/-]([0-9]{2,4}))?$/.exec(plain);
  if (day !== null) return date(Number(day[3] ?? 2026), Number(day[2]), Number(day[1]));
  const thai = /^(?:([0-9]{1,2}) )?(\S+\.) ?([0-9]{2,4})$/.exec(plain);
  const month = thai === null ? -1 : MONTHS.indexOf(thai[2]!);
  if (thai !== null && month >= 0) return date(2026, month + 1, Number(thai[1] ?? 1));
  return { value: text };
}

/** Typing a date also gives the cell a date's format: a trace. */
function date(year: number, month: number, day: number): Partial<CellData> {
  return { value: (Date.UTC(year, month - 1, day) - EPOCH_MS) / DAY_MS, format: "d/m/yyyy" };
}

/** The instant a serial stands for in a zone, as `getValues` hands it out. */
export function instantOf(serial: number, zone: string): Date {
  const wanted = EPOCH_MS + Math.round(serial * 86_400) * 1000;
  let at = wanted;
  // Where the clock stands at a guess tells how far it is off; twice is enough across a change of the clock.
  for (let i = 0; i < 2; i++) at += wanted - wallClock(new Date(at), zone);
  return new Date(at);
}

function wallClock(date: Date, zone: string): number {
  const [y, mo, d, h, mi, s] = partsOf(date, zone);
  return Date.UTC(y!, mo! - 1, d!, h, mi, s);
}

export function partsOf(date: Date, zone: string): number[] {
  const format = new Intl.DateTimeFormat("en-US", {
    ...{ timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
    ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
  });
  const parts = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  return ["year", "month", "day", "hour", "minute", "second"].map((name) => parts[name]!);
}

export function blank(format: string): CellData {
  return { ...PLAIN, format };
}

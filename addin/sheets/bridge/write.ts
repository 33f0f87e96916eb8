import { type Cell, type Scalar, scalarOf } from "../../../shared/sheet/grid.ts";
import type { Before, WireWrite, Written } from "../border.ts";
import type { Sheet } from "./book.ts";
import { cellOf, revisionOf, same } from "./cells.ts";
import { Fault } from "./faults.ts";
import { sheetClock, valuesOf } from "./read.ts";

interface At {
  row: number;
  col: number;
}

/** What is to be put into a cell; a formula where there was one. */
interface Put extends At {
  value: Scalar;
  formula?: string;
  /** Put as it is, so that "#REF!" is an error again and no text. */
  raw?: boolean;
}

/** Writes all or nothing. Throws `stale` when a cell no longer holds `was`, `protected`, `failed`; then nothing is changed. */
export function writeCells(sheet: Sheet, writes: readonly WireWrite[]): Written {
  const before = writes.length === 0 ? [] : lookAt(sheet, writes);
  if (before.some(({ cell }, i) => !same(scalarOf(cell), writes[i]!.was))) throw new Fault("stale");
  put(sheet, writes, before);
  return { revision: revisionNow(sheet), before };
}

/** Puts back what a write replaced. Throws `stale` when a cell no longer holds what was written. */
export function restoreCells(sheet: Sheet, before: readonly Before[], now: readonly WireWrite[]): string {
  const found = lookAt(sheet, now);
  if (found.some(({ cell }, i) => !same(scalarOf(cell), now[i]!.value))) throw new Fault("stale");
  put(sheet, before.map(putBack), found);
  return revisionNow(sheet);
}

export function revisionNow(sheet: Sheet): string {
  return revisionOf(valuesOf(sheet.getDataRange()));
}

function putBack({ row, col, formula, cell }: Before): Put {
  const isError = typeof cell === "object" && cell?.t === "e";
  return { row, col, value: scalarOf(cell), ...(formula === "" ? {} : { formula }), ...(isError ? { raw: true } : {}) };
}

/** What the cells hold, in the order asked. A cell beyond the sheet's edge holds nothing. */
function lookAt(sheet: Sheet, places: readonly At[]): Before[] {
  const bottom = Math.min(Math.max(...places.map(({ row }) => row)) + 1, sheet.getMaxRows());
  const right = Math.min(Math.max(...places.map(({ col }) => col)) + 1, sheet.getMaxColumns());
  const top = Math.min(Math.min(...places.map(({ row }) => row)) + 1, bottom);
  const left = Math.min(Math.min(...places.map(({ col }) => col)) + 1, right);
  const box = sheet.getRange(top, left, bottom - top + 1, right - left + 1);
  const values = valuesOf(box);
  const formulas = box.getFormulas();
  const clock = sheetClock();
  return places.map(({ row, col }) => {
    const [r, c] = [row + 1 - top, col + 1 - left];
    const value = values[r]?.[c];
    const cell: Cell = value === undefined ? null : cellOf(value, undefined, clock);
    return { row, col, formula: formulas[r]?.[c] ?? "", cell };
  });
}

/** Puts values in; when the sheet does not take them all, puts back what was there. */
function put(sheet: Sheet, puts: readonly Put[], before: readonly Before[]): void {
  if (puts.length === 0) return;
  const done: Put[] = [];
  try {
    grow(sheet, puts);
    const wrong = attempt(sheet, puts, "likely", done);
    const still = attempt(sheet, wrong, "other", done);
    if (still.length > 0) throw new Fault("failed", "the sheet made something else of what was written");
  } catch (error) {
    putBackWhat(sheet, done, before);
    if (error instanceof Fault) throw error;
    throw new Fault(isProtected(sheet) ? "protected" : "failed", String((error as Error).message));
  }
}

/** A sheet that refuses to be put right, too: what is told is why it refused in the first place. */
function putBackWhat(sheet: Sheet, done: readonly At[], before: readonly Before[]): void {
  const places = new Set(done.map(({ row, col }) => `${row},${col}`));
  try {
    attempt(sheet, before.filter(({ row, col }) => places.has(`${row},${col}`)).map(putBack), "likely", []);
  } catch (error) {
    console.error(String(error));
  }
}

/** Writes in runs down a column, one call each, and answers what the sheet did not take as it was meant. */
function attempt(sheet: Sheet, puts: readonly Put[], way: "likely" | "other", done: Put[]): Put[] {
  if (puts.length === 0) return [];
  const clock = sheetClock();
  const runs = runsOf(puts).map((run) => {
    const range = sheet.getRange(run[0]!.row + 1, run[0]!.col + 1, run.length, 1);
    const formats = range.getNumberFormats();
    return { run, range, formats, typed: run.map((one, i) => [typedAs(one, formats[i]![0]!, way)]) };
  });
  for (const { run, range, typed } of runs) {
    range.setValues(typed);
    done.push(...run);
  }
  SpreadsheetApp.flush();
  return runs.flatMap(({ run, range, formats }) => {
    const values = valuesOf(range);
    const wrong = run.filter((one, i) => !isMeant(one, scalarOf(cellOf(values[i]![0]!, undefined, clock))));
    // What was taken for a day has got the format of a day.
    if (wrong.length > 0) range.setNumberFormats(formats);
    return wrong;
  });
}

function isMeant(one: Put, now: Scalar): boolean {
  if (one.formula !== undefined || one.raw === true) return true;
  // A column set to plain text keeps a number as its digits: that is the office's own wish.
  return same(now, one.value) || (typeof one.value === "number" && now === String(one.value));
}

/** What a sheet may read as a number, a date, a formula or a word of its own when it is typed. */
const READ_AS_SOMETHING = /^[\s0-9๐-๙=+\-'@#$฿€£¥.,(%]|^[a-z].*[0-9]|^(?:true|false)$/i;
/** "ต.ค. 69", "5 ตุลาคม": a day, to a sheet set to Thai. */
const MONTH = /(?:ม|ก|มี|เม|พ|มิ|ส|ต|ธ)\.?(?:ค|พ|ย)|คม|ยน|กุมภา/;
const DIGIT = /[0-9๐-๙]/;

/**
 * Apps Script puts text in as if it were typed: "001" would lose its zeros and "1/2" become a day. An apostrophe in front
 * keeps it as it is; in a cell that is set to plain text it need not be, and might stay.
 */
function typedAs(one: Put, format: string, way: "likely" | "other"): Scalar {
  if (one.formula !== undefined) return one.formula;
  if (typeof one.value !== "string" || one.raw === true) return one.value ?? "";
  const likely = format !== "@" && isReadAsSomething(one.value);
  return likely === (way === "likely") ? `'${one.value}` : one.value;
}

function isReadAsSomething(text: string): boolean {
  return READ_AS_SOMETHING.test(text) || (DIGIT.test(text) && MONTH.test(text));
}

function runsOf(puts: readonly Put[]): Put[][] {
  const runs: Put[][] = [];
  for (const one of [...puts].sort((a, b) => a.col - b.col || a.row - b.row)) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last !== undefined && last.col === one.col && last.row + 1 === one.row) run!.push(one);
    else runs.push([one]);
  }
  return runs;
}

/** An uploaded workbook may end where its data ends. */
function grow(sheet: Sheet, puts: readonly At[]): void {
  const missing = (most: number, has: number) => Math.max(0, most + 1 - has);
  const [maxRows, maxColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  const rows = missing(Math.max(...puts.map(({ row }) => row)), maxRows);
  const columns = missing(Math.max(...puts.map(({ col }) => col)), maxColumns);
  if (rows > 0) sheet.insertRowsAfter(maxRows, rows);
  if (columns > 0) sheet.insertColumnsAfter(maxColumns, columns);
}

/** Whether some protection keeps this user out; asked only after the sheet has refused. */
export function isProtected(sheet: Sheet): boolean {
  const { RANGE, SHEET } = SpreadsheetApp.ProtectionType;
  return [SHEET, RANGE].some((type) =>
    sheet.getProtections(type).some((one) => !one.canEdit() && !one.isWarningOnly()),
  );
}

import type { Cell } from "../../../shared/sheet/grid.ts";
import type { WireReading } from "../border.ts";
import type { Sheet } from "./book.ts";
import { cellOf, revisionOf, type Value } from "./cells.ts";

/** The clock of the spreadsheet's own time zone, which need not be the script's; asked for once, and only where a date stands. */
export function sheetClock(): (date: Date) => string {
  let zone: string | undefined;
  return (date) => {
    zone ??= SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    return Utilities.formatDate(date, zone, "yyyy-MM-dd HH:mm:ss");
  };
}

export function valuesOf(range: GoogleAppsScript.Spreadsheet.Range): Value[][] {
  return range.getValues() as Value[][];
}

/** A sheet as it now is: values, symbol fonts, merges. Three calls that carry contents, whatever its size. */
export function readSheet(sheet: Sheet): Omit<WireReading, "id"> {
  const range = sheet.getDataRange();
  const values = valuesOf(range);
  const fonts = range.getFontFamilies();
  const merges = range.getMergedRanges().map((merged) => merged.getA1Notation());
  const clock = sheetClock();
  const rows = values.map((row, r) => trimmed(row.map((value, c) => cellOf(value, fonts[r]![c], clock))));
  while (rows.length > 0 && rows[rows.length - 1]!.length === 0) rows.pop();
  return { name: sheet.getName(), rows, merges, revision: revisionOf(values) };
}

function trimmed(row: Cell[]): Cell[] {
  let end = row.length;
  while (end > 0 && row[end - 1] === null) end--;
  return row.slice(0, end);
}

/** Which of these rows are hidden by hand or by a filter. */
export function hiddenAmong(sheet: Sheet, rows: readonly number[]): number[] {
  const filtered = sheet.getFilter() !== null;
  return rows.filter((row) => sheet.isRowHiddenByUser(row) || (filtered && sheet.isRowHiddenByFilter(row)));
}

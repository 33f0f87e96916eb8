import { invalid, unmodelled } from "./apiError.ts";
import { type Book, type CellValue, setCell } from "./book.ts";
import { type Area, printRange, readRange } from "./ranges.ts";
import { requireEditable } from "./requests.ts";

interface ValueRange {
  range?: string;
  majorDimension?: string;
  values?: unknown[][];
}

/** values.batchUpdate: every range or none; null skips a cell, "" empties it. */
export function updateValues(
  book: Book,
  body: { valueInputOption?: string; data?: ValueRange[]; includeValuesInResponse?: boolean },
  caller: string,
) {
  if (body.valueInputOption === undefined) throw invalid("'valueInputOption' is required but not specified");
  if (body.valueInputOption !== "RAW") throw unmodelled(`valueInputOption ${body.valueInputOption}`);
  if (body.includeValuesInResponse) throw unmodelled("includeValuesInResponse");
  const touched = {
    cells: new Set<string>(),
    rows: new Set<string>(),
    columns: new Set<string>(),
    sheets: new Set<number>(),
  };
  const responses = (body.data ?? []).map((one) => {
    if (one.majorDimension === "COLUMNS") throw unmodelled("majorDimension COLUMNS");
    const area = readRange(book, one.range ?? "");
    requireEditable(area.sheet, caller);
    return writeArea(book.id, area, one.values ?? [], touched);
  });
  return {
    spreadsheetId: book.id,
    totalUpdatedRows: touched.rows.size,
    // A union: two ranges over the same columns count them once.
    totalUpdatedColumns: touched.columns.size,
    totalUpdatedCells: touched.cells.size,
    totalUpdatedSheets: touched.sheets.size,
    responses,
  };
}

interface Touched {
  cells: Set<string>;
  rows: Set<string>;
  columns: Set<string>;
  sheets: Set<number>;
}

function writeArea(spreadsheetId: string, area: Area, values: unknown[][], touched: Touched) {
  const { sheet, top, left } = area;
  const rows = new Set<number>();
  const columns = new Set<number>();
  let cells = 0;
  let [bottom, right] = [top + 1, left + 1];
  for (const [r, line] of values.entries()) {
    if (!Array.isArray(line))
      throw invalid(`Invalid value at 'data.values[${r}]' (type.googleapis.com/google.protobuf.ListValue)`);
    for (const [c, value] of line.entries()) {
      const [row, column] = [top + r, left + c];
      requireRoom(area, row, column);
      bottom = Math.max(bottom, row + 1);
      right = Math.max(right, column + 1);
      if (value === null) continue;
      if (typeof value === "object") throw invalid(`Invalid values[${r}][${c}]: struct_value`);
      if (typeof value === "string" && value.length > 50_000)
        throw invalid("Your input contains more than the maximum of 50000 characters in a single cell.");
      setCell(sheet, row, column, value as CellValue);
      rows.add(row);
      columns.add(column);
      cells++;
      touched.cells.add(`${sheet.id} ${row} ${column}`);
      touched.rows.add(`${sheet.id} ${row}`);
      touched.columns.add(`${sheet.id} ${column}`);
      touched.sheets.add(sheet.id);
    }
  }
  return {
    spreadsheetId,
    updatedRange: printRange({ sheet, top, left, bottom, right }),
    // Only what was really touched: a row of nulls is none.
    updatedRows: rows.size,
    updatedColumns: columns.size,
    updatedCells: cells,
  };
}

function requireRoom(area: Area, row: number, column: number): void {
  const { sheet, start } = area;
  if (!start && (row >= area.bottom || column >= area.right)) {
    const where = row >= area.bottom ? `row [${row + 1}]` : `column [${column + 1}]`;
    throw invalid(`Requested writing within range [${printRange(area)}], but tried writing to ${where}`);
  }
  if (row >= sheet.rows || column >= sheet.columns)
    throw invalid(
      `Range (${printRange({ ...area, bottom: row + 1, right: column + 1 })}) exceeds grid limits. Max rows: ${sheet.rows}, max columns: ${sheet.columns}`,
    );
}

/** values.batchGet: rows without their empty ends, formatted values as texts. */
export function readValues(book: Book, ranges: readonly string[], options: { render?: string; major?: string }) {
  if (options.major === "COLUMNS") throw unmodelled("majorDimension COLUMNS");
  const formatted = (options.render ?? "FORMATTED_VALUE") === "FORMATTED_VALUE";
  const valueRanges = ranges.map((range) => {
    const area = readRange(book, range);
    const values: CellValue[][] = [];
    for (const [row, cells] of [...area.sheet.cells].sort(([a], [b]) => a - b)) {
      if (row < area.top || row >= area.bottom) continue;
      const filled = [...cells.keys()].filter((column) => column >= area.left && column < area.right);
      if (filled.length === 0) continue;
      while (values.length < row - area.top) values.push([]);
      const width = Math.max(...filled) - area.left + 1;
      const line = Array.from({ length: width }, (_, i) => cells.get(area.left + i) ?? "");
      values.push(
        formatted
          ? line.map((value) => (typeof value === "boolean" ? String(value).toUpperCase() : String(value)))
          : line,
      );
    }
    return { range: printRange(area), majorDimension: "ROWS", ...(values.length === 0 ? {} : { values }) };
  });
  return { spreadsheetId: book.id, valueRanges };
}

/** values.clear: values go, formats stay. */
export function clearValues(book: Book, range: string, caller: string) {
  const area = readRange(book, range);
  requireEditable(area.sheet, caller);
  for (const [row, cells] of area.sheet.cells)
    if (row >= area.top && row < area.bottom)
      for (const column of [...cells.keys()]) if (column >= area.left && column < area.right) cells.delete(column);
  return { spreadsheetId: book.id, clearedRange: printRange(area) };
}

import type { Scalar } from "../../../../shared/sheet/grid.ts";
import { type Area, cellsIn, columnsOf, LAST_COLUMN, LAST_ROW, rowsOf } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import { type Coerced, NeedsCalculation } from "../book/coerce.ts";
import { displayText } from "../book/display.ts";
import { coerceBlock, fillArea, typeOf } from "../book/edits.ts";
import type { CellData, Sheet } from "../book/sheet.ts";
import { HostError, notModelled } from "../errors.ts";
import type { Json } from "../wireTypes.ts";
import type { Host, Model } from "./model.ts";
import { addressOf, areaOfSpan, mayEdit, mayFormat } from "./spans.ts";

/** Above this many cells a range's values are null instead of an error (docs: resource-limits-and-performance-optimization). */
const MOST_CELLS = 5_000_000;

export const rangeScalars: NonNullable<Model<Span>["scalars"]> = {
  Address: (span) => addressOf(span),
  AddressLocal: (span) => addressOf(span),
  CellCount: (span) => {
    const count = cellsIn(areaOfSpan(span));
    return count > 2_147_483_647 ? -1 : count;
  },
  ColumnCount: (span) => columnsOf(areaOfSpan(span)),
  ColumnHidden: (span) => {
    const { left, right } = areaOfSpan(span);
    return linesHidden(span.sheet.state.hiddenColumns, left, right);
  },
  ColumnIndex: (span) => areaOfSpan(span).left,
  Formulas: (span, host) => block(span, host, (cell) => cell.formula ?? content(cell)),
  Hidden: (span) => {
    const { top, bottom, left, right } = areaOfSpan(span);
    const rows = linesHidden(span.sheet.state.hiddenRows, top, bottom);
    const columns = linesHidden(span.sheet.state.hiddenColumns, left, right);
    if (rows === true || columns === true) return true;
    return rows === false && columns === false ? false : null;
  },
  IsEntireColumn: (span) => areaOfSpan(span).top === 0 && areaOfSpan(span).bottom === LAST_ROW,
  IsEntireRow: (span) => areaOfSpan(span).left === 0 && areaOfSpan(span).right === LAST_COLUMN,
  NumberFormat: (span, host) => block(span, host, (cell) => cell.numberFormat ?? "General"),
  RowCount: (span) => rowsOf(areaOfSpan(span)),
  RowHidden: (span) => {
    const { top, bottom } = areaOfSpan(span);
    return linesHidden(span.sheet.state.hiddenRows, top, bottom);
  },
  RowIndex: (span) => areaOfSpan(span).top,
  Text: (span, host) => block(span, host, (cell) => displayText(cell)),
  ValueTypes: (span, host) => block(span, host, typeOf),
  Values: (span, host) => block(span, host, (cell) => cell.value ?? ""),
};

/** As it would be typed: a quote stands before a text that was typed with one. */
function content(cell: CellData): Json {
  return cell.quotePrefix === true ? `'${cell.value ?? ""}` : (cell.value ?? "");
}

function linesHidden(hidden: Set<number>, first: number, last: number): boolean | null {
  let count = 0;
  for (const line of hidden) if (line >= first && line <= last) count++;
  if (count === 0) return false;
  return count === last - first + 1 ? true : null;
}

/** A value for each cell, or null for far too many. One too large for an answer is not even built. */
function block(span: Span, host: Host, pick: (cell: CellData) => Json): Json {
  const area = areaOfSpan(span);
  const cells = cellsIn(area);
  if (cells > MOST_CELLS) return null;
  // An empty cell alone takes three bytes: "",
  if (cells * 3 > host.responseLimit()) {
    host.oversized = true;
    return null;
  }
  const rows: Json[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: Json[] = [];
    for (let col = area.left; col <= area.right; col++) line.push(pick(span.sheet.cell(row, col)));
    rows.push(line);
  }
  return rows;
}

export const rangeSetters: NonNullable<Model<Span>["setters"]> = {
  Formulas: (span, value, host) => write(span, value, host),
  NumberFormat: (span, value, host) => {
    const area = areaOfSpan(span);
    mayFormat(span.sheet);
    const formats = shaped(value, area);
    each(area, (row, col) => {
      const format = formats[row]![col];
      if (format === null || format === undefined) return;
      if (typeof format !== "string") throw new HostError("InvalidArgument");
      const [r, c] = [area.top + row, area.left + col];
      span.sheet.put(r, c, { ...span.sheet.cell(r, c), numberFormat: format === "General" ? undefined : format });
    });
    host.book.onEvent({ kind: "formatted", sheet: span.sheet, areas: [area], origin: "addin" });
  },
  Values: (span, value, host) => write(span, value, host),
};

function write(span: Span, value: Json, host: Host): void {
  const area = areaOfSpan(span);
  const given = shaped(value, area);
  mayEdit(span.sheet, area);
  fillArea(host.book, span.sheet, area, coerced(span.sheet, area, given), "addin");
}

function coerced(sheet: Sheet, area: Area, given: Scalar[][]): (Coerced | null)[][] {
  try {
    return coerceBlock(sheet, area, given);
  } catch (error) {
    if (error instanceof NeedsCalculation) throw notModelled(`calculation of ${error.message}`);
    throw error;
  }
}

/**
 * The block of values for an area: one for each cell, or a single one for all of them; null leaves a cell as it is
 * (docs: excel-add-ins-ranges-set-get-values). Throws HostError InvalidArgument for any other shape.
 */
function shaped(value: Json, area: Area): Scalar[][] {
  if (!Array.isArray(value)) {
    if (typeof value === "object" && value !== null) throw new HostError("InvalidArgument");
    return Array.from({ length: rowsOf(area) }, () => new Array<Scalar>(columnsOf(area)).fill(value));
  }
  const fits =
    value.length === rowsOf(area) &&
    value.every((line) => Array.isArray(line) && line.length === columnsOf(area) && line.every(isScalar));
  if (!fits) throw new HostError("InvalidArgument");
  return value as Scalar[][];
}

function isScalar(value: Json): boolean {
  return value === null || typeof value !== "object";
}

function each(area: Area, visit: (row: number, col: number) => void): void {
  for (let row = 0; row < rowsOf(area); row++) for (let col = 0; col < columnsOf(area); col++) visit(row, col);
}

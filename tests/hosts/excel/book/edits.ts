import type { Scalar } from "../../../../shared/sheet/grid.ts";
import { type Area, cellsIn, columnsOf, rowsOf } from "./area.ts";
import type { Book, CellChange, Origin } from "./book.ts";
import { type Coerced, coerceText } from "./coerce.ts";
import type { CellData, Sheet } from "./sheet.ts";

/** A value as handed over by the user or the add-in; undefined and null in a block leave the cell as it is. */
export type Given = Scalar | undefined;

/** Throws NeedsCalculation. */
export function coerce(given: Scalar, cell: CellData): Coerced {
  if (typeof given === "string") return coerceText(given, cell.numberFormat);
  // A cell formatted as text turns a number put into it into text.
  if (cell.numberFormat === "@" && typeof given === "number") return { value: String(given) };
  return { value: given };
}

/** The cell with something new in it: content goes, clothes stay. */
export function filled(cell: CellData, content: Coerced): CellData {
  const { value: _value, error: _error, formula: _formula, quotePrefix: _quote, ...clothes } = cell;
  return { ...clothes, ...content };
}

/** "Empty", "String", "Double", "Boolean" or "Error": Excel.RangeValueType. */
export function typeOf(cell: CellData): string {
  if (cell.error) return "Error";
  if (cell.value === null) return cell.formula === undefined ? "Empty" : "String";
  if (typeof cell.value === "number") return "Double";
  return typeof cell.value === "boolean" ? "Boolean" : "String";
}

export function seen(cell: CellData): { value: unknown; type: string } {
  return { value: cell.value ?? "", type: typeOf(cell) };
}

/**
 * Puts contents into an area and tells of it as one edit. What would land in the covered part of a merged range is dropped.
 * `details` of the event are there for one cell only (docs: WorksheetChangedEventArgs.details; office-js#5308).
 */
export function fillArea(book: Book, sheet: Sheet, area: Area, contents: (Coerced | null)[][], origin: Origin): void {
  const before = sheet.cell(area.top, area.left);
  for (let row = 0; row < rowsOf(area); row++) {
    for (let col = 0; col < columnsOf(area); col++) {
      const content = contents[row]?.[col] ?? null;
      const [r, c] = [area.top + row, area.left + col];
      if (content !== null && !sheet.isCovered(r, c)) sheet.put(r, c, filled(sheet.cell(r, c), content));
    }
  }
  tellEdited(book, sheet, area, origin, { before, after: sheet.cell(area.top, area.left) });
}

export function tellEdited(
  book: Book,
  sheet: Sheet,
  area: Area,
  origin: Origin,
  one: { before: CellData; after: CellData },
): void {
  const cell: CellChange | undefined =
    cellsIn(area) === 1 ? { before: seen(one.before), after: seen(one.after) } : undefined;
  book.onEvent({ kind: "changed", sheet, changeType: "RangeEdited", area, shift: "None", origin, cell });
}

/** A block of given values, coerced cell by cell. Throws NeedsCalculation before anything is written. */
export function coerceBlock(sheet: Sheet, area: Area, block: Given[][]): (Coerced | null)[][] {
  return block.map((line, row) =>
    line.map((given, col) =>
      given === undefined || given === null ? null : coerce(given, sheet.cell(area.top + row, area.left + col)),
    ),
  );
}

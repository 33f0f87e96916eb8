/// <reference types="office-js" />
import type { Cell, Scalar } from "../../../shared/sheet/grid.ts";
import { isDateFormat } from "../../../shared/workbook/read/numberFormat.ts";
import { symbolFont } from "../../../shared/workbook/read/symbolFont.ts";

/** A rectangle of the sheet as Excel answers it: one entry a cell, row by row. */
export interface Block {
  values: unknown[][];
  valueTypes: string[][];
  numberFormat: string[][];
}

/** The cells of a block, as a workbook's reader would give them: plain where nothing more is to be said. */
export function cellsOf(block: Block): Cell[][] {
  return block.values.map((row, r) =>
    row.map((value, c) => cellOf(value, block.valueTypes[r]![c]!, block.numberFormat[r]![c])),
  );
}

/** One cell from what Excel says of it. */
export function cellOf(value: unknown, type: string, format: unknown): Cell {
  if (type === "Empty" || value === "" || value === null || value === undefined) return null;
  if (type === "Error") return { v: String(value), t: "e" };
  if (typeof value === "number")
    return typeof format === "string" && isDateFormat(format) ? { v: value, t: "d", fmt: format } : value;
  return typeof value === "boolean" ? value : String(value);
}

/** Cells by their values alone: a number may yet turn out to be a date, a text with # in front an error. */
export function roughCells(values: readonly (readonly unknown[])[]): Cell[][] {
  return values.map((row) => row.map(scalarFrom));
}

/** Columns whose cells are not told by their values alone; counted from the first. */
export function unclearColumns(cells: readonly (readonly Cell[])[]): number[] {
  const unclear = new Set<number>();
  for (const row of cells)
    for (const [col, cell] of row.entries())
      if (typeof cell === "number" || (typeof cell === "string" && cell.charCodeAt(0) === HASH)) unclear.add(col);
  return [...unclear].sort((a, b) => a - b);
}

const HASH = 0x23;

/** A value as Excel gives it, without type and format: an empty cell is an empty text to Excel. */
export function scalarFrom(value: unknown): Scalar {
  if (value === "" || value === null || value === undefined) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

const SHORT = 2;

/** A text that may be a picture: a letter or two that are no Thai. A stroke may be one as well as a letter. */
export function mayBePicture(cell: Cell): boolean {
  return typeof cell === "string" && cell.length <= SHORT && /[^\u0E00-\u0E7F\s]/.test(cell);
}

/** The cell in this font: only fonts whose letters are pictures change what it says. */
export function inFont(cell: Cell, name: string | null | undefined): Cell {
  const font = symbolFont(name ?? undefined);
  return font === undefined || typeof cell !== "string" ? cell : { v: cell, font };
}

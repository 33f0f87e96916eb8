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

function cellOf(value: unknown, type: string, format: unknown): Cell {
  if (type === "Empty" || value === "" || value === null || value === undefined) return null;
  if (type === "Error") return { v: String(value), t: "e" };
  if (typeof value === "number")
    return typeof format === "string" && isDateFormat(format) ? { v: value, t: "d", fmt: format } : value;
  return typeof value === "boolean" ? value : String(value);
}

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

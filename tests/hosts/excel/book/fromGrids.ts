import type { Cell, Grid } from "../../../../shared/sheet/grid.ts";
import { areaOf } from "./area.ts";
import type { Book } from "./book.ts";
import { type CellData, keyOf, type Sheet } from "./sheet.ts";

/** A sheet of the book out of a grid as our readers give it, merges, hidden rows, fonts and formats included. */
export function addGrid(book: Book, grid: Grid): Sheet {
  const sheet = book.addSheet(grid.sheet);
  const origin = areaOf(grid.origin ?? "A1");
  grid.rows.forEach((line, row) => {
    line.forEach((cell, col) => {
      sheet.put(origin.top + row, origin.left + col, cellData(cell));
    });
  });
  sheet.state.merges = (grid.merges ?? []).map(areaOf);
  for (const merge of sheet.state.merges) dropCovered(sheet, merge);
  sheet.state.hiddenRows = new Set((grid.hiddenRows ?? []).map((row) => row - 1));
  if (grid.hidden) sheet.state.visibility = "Hidden";
  return sheet;
}

/** What a merged range covers holds nothing in Excel. */
function dropCovered(sheet: Sheet, merge: { top: number; left: number; bottom: number; right: number }): void {
  for (let row = merge.top; row <= merge.bottom; row++) {
    for (let col = merge.left; col <= merge.right; col++) {
      if (row !== merge.top || col !== merge.left) sheet.state.cells.delete(keyOf(row, col));
    }
  }
}

function cellData(cell: Cell): CellData {
  if (cell === null || typeof cell !== "object") return { value: cell === "" ? null : cell };
  if (cell.merged) return { value: null };
  const data: CellData = { value: cell.v === "" ? null : cell.v };
  if (cell.t === "e" || cell.err) data.error = true;
  if (cell.fmt !== undefined) data.numberFormat = cell.fmt;
  else if (cell.t === "d") data.numberFormat = "d/m/yyyy";
  if (cell.font !== undefined) data.font = cell.font;
  return data;
}

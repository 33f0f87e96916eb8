import type { Scalar } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { address, MAX_COLUMNS, parseAddress } from "../read/a1.ts";
import type { Range } from "../read/gridBuilder.ts";
import { CannotEdit } from "./cannotEdit.ts";
import { holds, refOf } from "./ranges.ts";

/** A value for a cell. `cell` is an A1 address; an empty text clears the cell as null does. */
export interface CellEdit {
  sheet: string;
  cell: string;
  value: Scalar;
}

/** An edit that was looked at: rows and columns 0-based. */
export interface PlacedEdit {
  row: number;
  column: number;
  value: Scalar;
}

/** The edit of a cell in numbers. Throws CannotEdit: bad-cell, bad-value. */
export function placeEdit({ cell, value }: Omit<CellEdit, "sheet">, limits: Limits): PlacedEdit {
  const at = parseAddress(cell);
  const row = Math.floor(at / MAX_COLUMNS);
  const column = at % MAX_COLUMNS;
  if (at < 0 || row >= limits.rows || column >= limits.columns) throw new CannotEdit("bad-cell", { cell });
  const bad =
    typeof value === "number" ? !Number.isFinite(value) : typeof value === "string" && value.length > limits.textLength;
  if (bad) throw new CannotEdit("bad-value", { cell: address(row, column) });
  return { row, column, value: value === "" ? null : value };
}

/** In the sheet's order; of two edits of one cell the later one. */
export function inOrder(edits: readonly PlacedEdit[]): PlacedEdit[] {
  const byCell = new Map(edits.map((edit) => [edit.row * MAX_COLUMNS + edit.column, edit]));
  return [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Throws CannotEdit: merged-cell when an edit is inside a merged range but not at its first cell. */
export function refuseMerged(sheet: string, edits: readonly PlacedEdit[], merges: readonly Range[]): void {
  forEachHit(edits, merges, ({ row, column }, range) => {
    if (row === range.top && column === range.left) return;
    throw new CannotEdit("merged-cell", { sheet, cell: address(row, column), range: refOf(range) });
  });
}

/** Throws CannotEdit with the code given when an edit is inside one of the ranges. */
export function refuseInside(
  code: "formula-block" | "table-heading",
  sheet: string,
  edits: readonly PlacedEdit[],
  ranges: readonly Range[],
): void {
  forEachHit(edits, ranges, ({ row, column }, range) => {
    throw new CannotEdit(code, { sheet, cell: address(row, column), range: refOf(range) });
  });
}

/** `edits` in order, so that each range looks at the edits of its own rows only. */
function forEachHit(
  edits: readonly PlacedEdit[],
  ranges: readonly Range[],
  hit: (edit: PlacedEdit, range: Range) => void,
): void {
  for (const range of ranges) {
    let low = 0;
    for (let high = edits.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (edits[middle]!.row < range.top) low = middle + 1;
      else high = middle;
    }
    for (let i = low; i < edits.length && edits[i]!.row <= range.bottom; i++) {
      if (holds(range, edits[i]!.row, edits[i]!.column)) hit(edits[i]!, range);
    }
  }
}

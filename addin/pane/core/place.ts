import { columnIndex, parseAddress } from "../../../shared/sheet/address.ts";
import { type Cell, type Grid, type Scalar, scalarOf } from "../../../shared/sheet/grid.ts";
import { GridView } from "../../../shared/sheet/view.ts";
import type { CellWrite, Place } from "../../host.ts";

const views = new WeakMap<Grid, GridView>();

/** The grid with its merges worked out; made once for a reading. */
export function viewOf(grid: Grid): GridView {
  let view = views.get(grid);
  if (view === undefined) {
    view = new GridView(grid);
    views.set(grid, view);
  }
  return view;
}

export function originOf(grid: Grid): Place {
  return parseAddress(grid.origin ?? "A1") ?? { row: 0, col: 0 };
}

/** What stands at a place of the sheet. */
export function cellAt(grid: Grid, { row, col }: Place): Cell {
  const origin = originOf(grid);
  return grid.rows[row - origin.row]?.[col - origin.col] ?? null;
}

/** The place that holds the content of a place: the first cell of its merge. */
export function holderOf(grid: Grid, place: Place): Place {
  const origin = originOf(grid);
  const head = viewOf(grid).mergedFrom(place.row - origin.row, place.col - origin.col);
  return head === null ? place : { row: head.row + origin.row, col: head.col + origin.col };
}

/** The place of a field in a row as printed; null when the sheet has no such column. */
export function placeOf(columns: Record<string, string>, row: number, field: string): Place | null {
  const letters = columns[field];
  const col = letters === undefined ? -1 : columnIndex(letters);
  return col < 0 ? null : { row: row - 1, col };
}

/** A write of one value, or null when the cell already holds it. */
export function writeTo(grid: Grid, place: Place, value: Scalar): CellWrite | null {
  const was: Scalar = scalarOf(cellAt(grid, place));
  return was === value || (isBlank(was) && isBlank(value)) ? null : { ...place, was, value };
}

export function isBlank(value: Scalar): boolean {
  return value === null || value === "";
}

export function samePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.col === b.col;
}

import type { FormDefinition } from "../forms/definition.ts";
import type { Cell } from "../sheet/grid.ts";
import { labelScore } from "../sheet/headings.ts";
import type { GridView } from "../sheet/view.ts";
import type { Layout } from "./layout.ts";
import type { ProvinceSource } from "./province.ts";

/** A cell written by the user: zero-based place in `grid.rows`. */
export interface CellEdit {
  row: number;
  col: number;
  cell: Cell;
}

/** Edits within this many first rows may make or break the heading. */
const HEADING_ZONE = 84;

/** Sources of a sheet's province that an edit of a province cell leaves as they are, or that are voted anew each time. */
const SETTLED: readonly ProvinceSource[] = ["given", "title", "rows"];

/** False for an edit in or above the heading, or one that may map a column anew or lengthen the sheet. */
export function isLocal(
  { row, col }: CellEdit,
  view: GridView,
  { map, firstDataRow }: Layout,
  rows: number,
  source: ProvinceSource,
): boolean {
  if (row < firstDataRow || row >= firstDataRow + rows || col >= view.width) return false;
  if (map.weighed) return false;
  const assigned = [...map.columns.values()].includes(col);
  // A field found by content, or not found at all, may be found in another column now.
  const settled = map.missing.length === 0 && map.renamed.length === 0;
  if (!assigned && (!settled || !map.extra.some((extra) => extra.col === col && extra.label !== ""))) return false;
  if (map.renamed.some((renamed) => renamed.col === col)) return false;
  if (source === "districts" && col === map.columns.get("district")) return false;
  return SETTLED.includes(source) || col !== map.columns.get("province");
}

/** A field's name written among the first rows, or taken away there, may make another row the heading. */
export function mayMoveHeading({ row, col, cell }: CellEdit, view: GridView, form: FormDefinition): boolean {
  return row < HEADING_ZONE && (namesField(cell, form) || namesField(view.cell(row, col), form));
}

function namesField(cell: Cell, form: FormDefinition): boolean {
  const value = cell !== null && typeof cell === "object" ? cell.v : cell;
  return typeof value === "string" && form.fields.some((field) => labelScore(value, field) >= 50);
}

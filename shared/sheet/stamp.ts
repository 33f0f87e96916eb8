import { parseAddress } from "./address.ts";
import { type Grid, scalarOf } from "./grid.ts";

/** What our blanks print under the table before the visible code of the form. */
const CODE_LINE = /^รหัสแบบ \S+/;
/** What is put behind it once the sheet was received: two blanks, a tick, and the words. */
const STAMP = / {2}✓ .*$/;

export interface StampPlace {
  row: number;
  col: number;
  /** What the cell holds now. */
  text: string;
}

/** The cell of a sheet in which a receipt may be noted: the line of the form's code, which is ours. Null where there is none. */
export function stampPlace(grid: Grid): StampPlace | null {
  const origin = parseAddress(grid.origin ?? "A1") ?? { row: 0, col: 0 };
  for (let r = grid.rows.length - 1; r >= 0; r--)
    for (const [c, cell] of grid.rows[r]!.entries()) {
      const text = scalarOf(cell);
      if (typeof text === "string" && CODE_LINE.test(text)) return { row: r + origin.row, col: c + origin.col, text };
    }
  return null;
}

/** The line with this note behind it, in the place of an earlier one. */
export function stamped(text: string, note: string): string {
  return `${text.replace(STAMP, "")}  ✓ ${note}`;
}

/** The sheet without our note: what is reported is the same before and after it was received. */
export function withoutStamp(grid: Grid): Grid {
  const at = stampPlace(grid);
  if (at === null || !STAMP.test(at.text)) return grid;
  const origin = parseAddress(grid.origin ?? "A1") ?? { row: 0, col: 0 };
  const rows = grid.rows.slice();
  const cells = rows[at.row - origin.row]!.slice();
  const cell = cells[at.col - origin.col] ?? null;
  const text = at.text.replace(STAMP, "");
  cells[at.col - origin.col] = cell !== null && typeof cell === "object" ? { ...cell, v: text } : text;
  rows[at.row - origin.row] = cells;
  return { ...grid, rows };
}

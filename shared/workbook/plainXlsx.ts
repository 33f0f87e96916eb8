import { type Cell as HucreCell, writeXlsx } from "hucre/xlsx";
import type { Cell, Grid } from "../sheet/grid.ts";
import { rangeOf } from "./edit/ranges.ts";

/**
 * A new .xlsx that holds what the grids hold and no more: values, date formats, fonts of pictures, merged ranges, hidden rows and
 * sheets. Borders, widths, print set-up, formulas and drawings of the file they were read from are not in a grid, so not here.
 * For files that cannot be edited in place (.xls, .ods).
 */
export async function writePlainXlsx(grids: readonly Grid[]): Promise<Uint8Array> {
  return writeXlsx({
    sheets: grids.map((grid) => ({
      name: grid.sheet,
      cells: cellsOf(grid),
      merges: (grid.merges ?? []).flatMap((ref) => {
        const range = rangeOf(ref);
        if (range === undefined) return [];
        return [{ startRow: range.top, startCol: range.left, endRow: range.bottom, endCol: range.right }];
      }),
      rowDefs: new Map((grid.hiddenRows ?? []).map((row) => [row - 1, { hidden: true }])),
      hidden: grid.hidden === true,
    })),
  });
}

function cellsOf({ rows, origin }: Grid): Map<string, Partial<HucreCell>> {
  const first = rangeOf(origin ?? "A1") ?? { top: 0, left: 0 };
  const cells = new Map<string, Partial<HucreCell>>();
  for (const [r, row] of rows.entries()) {
    for (const [c, cell] of row.entries()) {
      if (cell !== null) cells.set(`${r + first.top},${c + first.left}`, cellOf(cell));
    }
  }
  return cells;
}

function cellOf(cell: NonNullable<Cell>): Partial<HucreCell> {
  if (typeof cell !== "object") return { value: cell };
  const style = {
    ...(cell.fmt === undefined ? {} : { numFmt: cell.fmt }),
    ...(cell.font === undefined ? {} : { font: { name: cell.font } }),
  };
  return { value: cell.v, style };
}

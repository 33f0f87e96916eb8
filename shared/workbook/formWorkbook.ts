import { type CellStyle, type Cell as HucreCell, writeXlsx } from "hucre/xlsx";
import { type Grid, scalarOf } from "../sheet/grid.ts";
import { FACE, TABLE_POINTS } from "./authorStyle.ts";
import { finishBlank } from "./blankParts.ts";

const HEADING: CellStyle = {
  font: { name: FACE, size: TABLE_POINTS, bold: true },
  alignment: { vertical: "center", wrapText: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "E7EEF7" } },
};
/** Kept as typed: what an owner writes must not become a date or lose its first 0. */
const TEXT: CellStyle = {
  font: { name: FACE, size: TABLE_POINTS },
  alignment: { vertical: "top", wrapText: true },
  numFmt: "@",
};
const NUMBER: CellStyle = { font: { name: FACE, size: TABLE_POINTS }, alignment: { vertical: "top" } };
const NARROW = 14;
const WIDE = 60;

/**
 * Sheets of words and numbers as an .xlsx to be read and changed by a person: the first row a heading that stays in view, columns as wide
 * as what they hold. The same input gives the same bytes.
 */
export async function writeWordSheets(grids: readonly Grid[]): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: grids.map(({ sheet, rows }) => ({
      name: sheet,
      cells: cellsOf(rows),
      columns: widthsOf(rows).map((width) => ({ width })),
      freezePane: { rows: 1 },
    })),
  });
  return finishBlank(bytes);
}

function cellsOf(rows: Grid["rows"]): Map<string, Partial<HucreCell>> {
  const cells = new Map<string, Partial<HucreCell>>();
  rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      const value = scalarOf(cell);
      if (value === null) return;
      cells.set(`${r},${c}`, { value, style: r === 0 ? HEADING : typeof value === "number" ? NUMBER : TEXT });
    });
  });
  return cells;
}

function widthsOf(rows: Grid["rows"]): number[] {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, c) => {
    const longest = Math.max(0, ...rows.map((row) => String(scalarOf(row[c]) ?? "").length));
    return Math.min(WIDE, Math.max(NARROW, longest + 2));
  });
}

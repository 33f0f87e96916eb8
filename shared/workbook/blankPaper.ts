import type { Cell, CellStyle, WriteSheet } from "hucre/xlsx";
import { FACE, GREY, SMALL_POINTS, TABLE_POINTS, TITLE_POINTS } from "./authorStyle.ts";

const BORDER = { top: THIN(), right: THIN(), bottom: THIN(), left: THIN() };
function THIN() {
  return { style: "thin" as const, color: { rgb: "000000" } };
}

const table = { name: FACE, size: TABLE_POINTS };
/** How the parts of a blank look. */
export const STYLES = {
  title: {
    font: { name: FACE, size: TITLE_POINTS, bold: true },
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  heading: {
    font: { ...table, bold: true },
    border: BORDER,
    alignment: { horizontal: "center", vertical: "center", wrapText: true },
  },
  centred: { font: table, border: BORDER, alignment: { horizontal: "center", vertical: "center" } },
  text: {
    font: table,
    border: BORDER,
    alignment: { horizontal: "left", vertical: "center", wrapText: true, indent: 1 },
  },
  note: { font: table, alignment: { horizontal: "left", vertical: "center", wrapText: true } },
  noteMore: { font: table, alignment: { horizontal: "left", vertical: "center", wrapText: true, indent: 5 } },
  code: {
    font: { name: FACE, size: SMALL_POINTS, color: { rgb: GREY } },
    alignment: { horizontal: "left", vertical: "center" },
  },
  sign: { font: { name: FACE, size: TITLE_POINTS }, alignment: { horizontal: "center", vertical: "center" } },
} satisfies Record<string, CellStyle>;

/** Collects the cells, merges and heights of the sheet; rows as printed (1-based), columns 0-based. */
export class Paper {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: NonNullable<WriteSheet["merges"]> = [];
  readonly rowDefs: NonNullable<WriteSheet["rowDefs"]> = new Map();

  put(row: number, column: number, style: CellStyle, value: string | number | null = null): void {
    this.cells.set(`${row - 1},${column}`, { value, style });
  }

  merge(top: number, left: number, bottom: number, right: number): void {
    if (top !== bottom || left !== right)
      this.merges.push({ startRow: top - 1, startCol: left, endRow: bottom - 1, endCol: right });
  }

  line(row: number, height: number, style: CellStyle, text: string, from: number, to: number): void {
    this.put(row, from, style, text);
    this.merge(row, from, row, to);
    this.rowDefs.set(row - 1, { height });
  }
}

import { type Cell, type Grid, scalarOf } from "../../../shared/sheet/grid.ts";
import { GridView } from "../../../shared/sheet/view.ts";

const LETTER_PX = 10.5;
const PADDING_PX = 20;
/** Room for the shape of a mark: a word must not vanish because its cell was marked. */
const MARK_PX = 26;
const LINE_PX = 28;
const ROW_PADDING_PX = 8;
const NARROWEST_PX = 56;
const WIDEST_PX = 250;
const MOST_LINES = 3;
const SAMPLE_ROWS = 400;
/** Headings stand in the first rows; they may wrap beyond this width. */
const HEAD_ROWS = 10;
const HEAD_PX = 150;
/** The part of a column's cells that fit on one line. */
const MOST = 0.85;
/** Columns beyond the last filled one that can be typed into. */
const SPARE_COLUMNS = 1;
const SPARE_ROWS = 5;

/** Thai marks above and below take no width. */
const NO_WIDTH = /[\u0E31\u0E34-\u0E3A\u0E47-\u0E4E\u200B-\u200D\uFEFF]/g;

export function textOf(cell: Cell | undefined): string {
  const value = scalarOf(cell);
  return value === null ? "" : value === true ? "TRUE" : value === false ? "FALSE" : String(value);
}

function widthOf(text: string): number {
  return text.replace(NO_WIDTH, "").length * LETTER_PX + PADDING_PX + MARK_PX;
}

/**
 * Widths from what most cells of a column hold, so that one long cell does not push the others out of sight; a heading gets
 * its room as far as that is not much. Made once for a sheet, so that nothing jumps while typing.
 */
export function columnWidths(grid: Grid): number[] {
  const view = new GridView(grid);
  const held: number[][] = Array.from({ length: Math.max(1, view.width) }, () => []);
  const heads = held.map(() => NARROWEST_PX);
  for (let row = 0; row < Math.min(view.height, SAMPLE_ROWS); row++)
    for (let col = 0; col < view.width; col++) {
      const text = textOf(grid.rows[row]?.[col]);
      if (text === "" || view.spanRight(row, col) > col || runsOver(grid.rows[row]!, col)) continue;
      held[col]!.push(widthOf(text));
      if (row < HEAD_ROWS) heads[col] = Math.max(heads[col]!, Math.min(widthOf(text), HEAD_PX));
    }
  const widths = held.map((all, col) => {
    const most = all.sort((a, b) => a - b)[Math.floor(all.length * MOST)] ?? NARROWEST_PX;
    return Math.min(WIDEST_PX, Math.max(heads[col]!, most));
  });
  return [...widths, ...Array<number>(SPARE_COLUMNS).fill(NARROWEST_PX)];
}

/** A title or a note alone in its row runs over into its empty neighbours, as in any spreadsheet. */
function runsOver(cells: readonly Cell[], col: number): boolean {
  return textOf(cells[col]).length > 12 && cells.every((cell, other) => other === col || textOf(cell) === "");
}

/** A sheet laid out: where each row and column begins, in pixels. */
export class Geometry {
  readonly view: GridView;
  readonly rows: number;
  readonly cols: number;
  readonly left: number[] = [0];
  readonly top: number[] = [0];

  constructor(grid: Grid, widths: readonly number[], known: WeakMap<readonly Cell[], number>) {
    this.view = new GridView(grid);
    this.rows = this.view.height + SPARE_ROWS;
    this.cols = Math.max(widths.length, this.view.width + SPARE_COLUMNS);
    for (let col = 0; col < this.cols; col++) this.left.push(this.left[col]! + (widths[col] ?? NARROWEST_PX));
    for (let row = 0; row < this.rows; row++) this.top.push(this.top[row]! + this.#height(grid, row, known));
  }

  /** Rows that did not change keep their height: typing in one row of thousands costs one row. */
  #height(grid: Grid, row: number, known: WeakMap<readonly Cell[], number>): number {
    const cells = grid.rows[row];
    if (cells === undefined) return LINE_PX + ROW_PADDING_PX;
    let height = known.get(cells);
    if (height === undefined) {
      let lines = 1;
      cells.forEach((cell, col) => {
        const text = textOf(cell);
        if (text !== "") lines = Math.max(lines, Math.ceil(widthOf(text) / this.#room(cells, row, col)));
      });
      height = Math.min(lines, MOST_LINES) * LINE_PX + ROW_PADDING_PX;
      known.set(cells, height);
    }
    return height;
  }

  #room(cells: readonly Cell[], row: number, col: number): number {
    return this.left[this.lastCol(cells, row, col) + 1]! - this.left[col]!;
  }

  /** The last column a cell's text may cover: its merge, or the empty cells beside it. */
  lastCol(cells: readonly Cell[], row: number, col: number): number {
    const merged = this.view.spanRight(row, col);
    if (merged > col) return merged;
    let last = col;
    if (runsOver(cells, col)) last = this.view.width - 1;
    return last;
  }

  /** How many lines of text a row shows. */
  linesOf(row: number, last = row): number {
    return Math.max(1, Math.floor((this.top[last + 1]! - this.top[row]! - ROW_PADDING_PX) / LINE_PX));
  }

  get width(): number {
    return this.left[this.cols]!;
  }

  get height(): number {
    return this.top[this.rows]!;
  }

  /** The row at a height, by halving. */
  rowAt(y: number): number {
    let low = 0;
    let high = this.rows - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.top[middle]! <= y) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The cell that holds the content of a place: the head of its merge. */
  holder(row: number, col: number): { row: number; col: number } {
    if (row >= this.view.height || col >= this.view.width) return { row, col };
    return this.view.mergedFrom(row, col) ?? { row, col };
  }

  /** The last row and column a cell covers. */
  end(row: number, col: number): { row: number; col: number } {
    if (row >= this.view.height || col >= this.view.width) return { row, col };
    const rows = this.view.rowsCoveredFrom(row, col);
    return { row: rows[rows.length - 1]!, col: this.view.spanRight(row, col) };
  }
}

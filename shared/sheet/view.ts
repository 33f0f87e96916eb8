import { isBlankText, tidyText } from "../text/normalize.ts";
import { columnLetters, parseAddress, parseRange } from "./address.ts";
import { type Cell, type Grid, type Scalar, scalarOf } from "./grid.ts";

const NO_CELLS: Cell[] = [];

/** A grid with its merges worked out. Rows and columns are those of `grid.rows`; addresses are those of the sheet. */
export class GridView {
  readonly grid: Grid;
  readonly height: number;
  readonly width: number;
  readonly #row0: number;
  readonly #col0: number;
  readonly #letters: string[] = [];
  /** Covered cell -> top-left cell of its merge, both as row * width + col. */
  readonly #covered = new Map<number, number>();
  /** 1 for a row with a covered cell: nearly every data row has none, and is spared the look-ups. */
  readonly #mergedRows: Uint8Array;
  /** Top-left cell -> last column and last row of its merge. */
  readonly #spans = new Map<number, { right: number; bottom: number }>();
  readonly #hidden: Set<number>;
  /** By column the text seen last and what it was tidied to: a column says the same thing for many rows. */
  readonly #seen: string[] = [];
  readonly #tidied: string[] = [];

  constructor(grid: Grid) {
    this.grid = grid;
    this.height = grid.rows.length;
    this.width = grid.rows.reduce((most, row) => Math.max(most, row.length), 0);
    const origin = parseAddress(grid.origin ?? "A1") ?? { row: 0, col: 0 };
    this.#row0 = origin.row;
    this.#col0 = origin.col;
    for (let col = 0; col < this.width; col++) {
      this.#letters.push(columnLetters(col + this.#col0));
      this.#seen.push("");
      this.#tidied.push("");
    }
    this.#hidden = new Set(grid.hiddenRows ?? []);
    this.#mergedRows = new Uint8Array(this.height);
    this.#readMerges(grid.merges ?? []);
  }

  #readMerges(merges: readonly string[]): void {
    // Hostile files repeat huge merges: the work is bounded by the sheet's own size.
    let budget = 4 * this.height * this.width + 100_000;
    for (const text of merges) {
      const range = parseRange(text, this.#row0 + this.height - 1, this.#col0 + this.width - 1);
      if (range === null) continue;
      const top = range.top - this.#row0;
      const left = range.left - this.#col0;
      const bottom = Math.min(range.bottom - this.#row0, this.height - 1);
      const right = Math.min(range.right - this.#col0, this.width - 1);
      if (top < 0 || left < 0 || top > bottom || left > right) continue;
      const head = top * this.width + left;
      this.#spans.set(head, { right, bottom });
      for (let row = top; row <= bottom; row++) {
        for (let col = left; col <= right; col++) {
          if (--budget < 0) return;
          const at = row * this.width + col;
          if (at === head) continue;
          this.#covered.set(at, head);
          this.#mergedRows[row] = 1;
        }
      }
    }
  }

  /** The sheet's own number of the grid's first column. */
  get firstColumn(): number {
    return this.#col0;
  }

  cell(row: number, col: number): Cell {
    return this.grid.rows[row]?.[col] ?? null;
  }

  /** The row as it stands in the grid; not to be changed. */
  cells(row: number): Cell[] {
    return this.grid.rows[row] ?? NO_CELLS;
  }

  value(row: number, col: number): Scalar {
    return scalarOf(this.grid.rows[row]?.[col]);
  }

  /** Normalised text of a cell; "" for a blank. */
  text(row: number, col: number): string {
    const value = this.value(row, col);
    if (typeof value !== "string") return value === null ? "" : String(value);
    if (value !== this.#seen[col]) {
      this.#seen[col] = value;
      this.#tidied[col] = tidyText(value);
    }
    return this.#tidied[col]!;
  }

  /** The cell that covers this one in a merge, when that is another. */
  mergedFrom(row: number, col: number): { row: number; col: number } | null {
    const head = this.#mergedRows[row] === 1 ? this.#covered.get(row * this.width + col) : undefined;
    return head === undefined ? null : { row: Math.floor(head / this.width), col: head % this.width };
  }

  /** Last column of the merge that begins here; the column itself when none does. */
  spanRight(row: number, col: number): number {
    return this.#spans.get(row * this.width + col)?.right ?? col;
  }

  /** The row itself and the rows its merge covers. */
  rowsCoveredFrom(row: number, col: number): number[] {
    const bottom = this.#spans.get(row * this.width + col)?.bottom ?? row;
    return Array.from({ length: bottom - row + 1 }, (_, i) => row + i);
  }

  isBlank(row: number, col: number): boolean {
    const value = this.value(row, col);
    return value === null || (typeof value === "string" && isBlankText(value));
  }

  address(row: number, col: number): string {
    return this.letters(col) + this.rowNumber(row);
  }

  letters(col: number): string {
    return this.#letters[col] ?? columnLetters(col + this.#col0);
  }

  /** As printed on the sheet, 1-based. */
  rowNumber(row: number): number {
    return row + this.#row0 + 1;
  }

  rowIndex(rowNumber: number): number {
    return rowNumber - this.#row0 - 1;
  }

  isHidden(row: number): boolean {
    return this.#hidden.has(this.rowNumber(row));
  }
}

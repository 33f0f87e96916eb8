import type { Cell, Grid } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { address } from "./a1.ts";

/** What all sheets of a workbook may cost together. */
export interface Budget {
  limits: Limits;
  cellsLeft: number;
  mergesLeft: number;
}

export function newBudget(limits: Limits): Budget {
  return { limits, cellsLeft: limits.cells, mergesLeft: limits.merges };
}

/** Zero-based, both ends included. */
export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * Builds a Grid from cells in any order. Only filled cells take room: formatting, hidden rows and merges below or right of
 * the last filled cell never reach the grid. Every reader goes through here, so that the limits hold for every format.
 */
export class GridBuilder {
  readonly #sheet: string;
  readonly #budget: Budget;
  readonly #rows: Cell[][] = [];
  /** A mark per row: a file can hide a million rows in a few bytes each. */
  #hidden: Uint8Array | undefined;
  readonly #merges: Range[] = [];

  constructor(sheet: string, budget: Budget) {
    this.#sheet = sheet;
    this.#budget = budget;
  }

  /** Zero-based. Throws UnreadableFile: too-many-rows, too-many-columns, too-many-cells, text-too-long. */
  set(row: number, column: number, cell: Cell): void {
    if (cell === null) return;
    const { limits } = this.#budget;
    if (row >= limits.rows || column >= limits.columns) {
      // A blank typed far away by accident is no reason to refuse a report.
      if (typeof cell === "string" && cell.trim() === "") return;
      throw row >= limits.rows
        ? this.#refuse("too-many-rows", row, column, limits.rows)
        : this.#refuse("too-many-columns", row, column, limits.columns);
    }
    const text = typeof cell === "object" ? cell.v : cell;
    if (typeof text === "string" && text.length > limits.textLength) {
      throw this.#refuse("text-too-long", row, column, limits.textLength);
    }
    const rows = this.#rows;
    if (row >= rows.length) {
      this.#spend(row + 1 - rows.length, row, column);
      while (rows.length <= row) rows.push([]);
    }
    const cells = rows[row]!;
    if (column >= cells.length) {
      this.#spend(column + 1 - cells.length, row, column);
      while (cells.length < column) cells.push(null);
    }
    cells[column] = cell;
  }

  hide(first: number, last = first): void {
    this.#hidden ??= new Uint8Array(this.#budget.limits.rows);
    this.#hidden.fill(1, first, last + 1);
  }

  /** Throws UnreadableFile: too-many-merges. */
  merge(range: Range): void {
    if (range.top > range.bottom || range.left > range.right) return;
    if (--this.#budget.mergesLeft < 0) throw new UnreadableFile("too-many-merges", { sheet: this.#sheet });
    this.#merges.push(range);
  }

  /** Throws UnreadableFile: too-many-merges. */
  build(hidden: boolean): Grid {
    const grid: Grid = { sheet: this.#sheet, rows: this.#rows };
    const merges = this.#clippedMerges();
    if (merges.length > 0) grid.merges = merges;
    const hiddenRows = this.#hiddenRows();
    if (hiddenRows.length > 0) grid.hiddenRows = hiddenRows;
    if (hidden) grid.hidden = true;
    return grid;
  }

  #clippedMerges(): string[] {
    let width = 0;
    for (const row of this.#rows) width = Math.max(width, row.length);
    let covered = 0;
    const refs: string[] = [];
    for (const { top, left, ...end } of this.#merges) {
      const bottom = Math.min(end.bottom, this.#rows.length - 1);
      const right = Math.min(end.right, width - 1);
      if (bottom < top || right < left || (bottom === top && right === left)) continue;
      covered += (bottom - top + 1) * (right - left + 1);
      if (covered > this.#budget.limits.mergedCells)
        throw new UnreadableFile("too-many-merges", { sheet: this.#sheet });
      refs.push(`${address(top, left)}:${address(bottom, right)}`);
    }
    return refs;
  }

  #hiddenRows(): number[] {
    const numbers: number[] = [];
    const hidden = this.#hidden;
    if (hidden !== undefined)
      for (let row = 0; row < this.#rows.length; row++) if (hidden[row] === 1) numbers.push(row + 1);
    return numbers;
  }

  #spend(cells: number, row: number, column: number): void {
    this.#budget.cellsLeft -= cells;
    if (this.#budget.cellsLeft < 0) throw this.#refuse("too-many-cells", row, column, this.#budget.limits.cells);
  }

  #refuse(
    code: "too-many-rows" | "too-many-columns" | "too-many-cells" | "text-too-long",
    row: number,
    column: number,
    limit: number,
  ): UnreadableFile {
    return new UnreadableFile(code, { sheet: this.#sheet, cell: address(row, column), limit });
  }
}

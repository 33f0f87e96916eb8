import { parseRange, type Range } from "../../../shared/sheet/address.ts";
import { type Cell, type Grid, type Scalar, scalarOf } from "../../../shared/sheet/grid.ts";
import type { SheetReading, SheetRef } from "../../host.ts";
import { areaText } from "./areas.ts";

/** Where something stands on a sheet and what it is; rows and columns zero-based. */
export interface Piece {
  top: number;
  left: number;
  cells: Cell[][];
}

/** What of a sheet lies around its cells. */
export interface Frame {
  merges: string[];
  hiddenRows: number[];
}

/**
 * A sheet as last read, counted from A1. Readings given out earlier keep their rows: a row that changes is a new one. The
 * revision goes up when a value, a merge, a hidden row or the name differs.
 */
export class Mirror {
  ref: SheetRef;
  #rows: Cell[][] = [];
  #frame: Frame = { merges: [], hiddenRows: [] };
  #revision = 0;
  /** Never read yet. */
  isNew = true;
  #grid: Grid | null = null;

  constructor(ref: SheetRef) {
    this.ref = ref;
  }

  get rowCount(): number {
    return this.#rows.length;
  }

  get frame(): Frame {
    return this.#frame;
  }

  reading(): SheetReading {
    this.#grid ??= this.#build();
    return { sheet: this.ref, grid: this.#grid, revision: `${this.ref.id}.${this.#revision}` };
  }

  at(row: number, col: number): Cell {
    return this.#rows[row]?.[col] ?? null;
  }

  name(ref: SheetRef): void {
    if (ref.name !== this.ref.name || ref.hidden !== this.ref.hidden) this.#changed();
    this.ref = ref;
  }

  /** The sheet holds this and nothing else. */
  become(piece: Piece | null, frame: Frame): void {
    this.isNew = false;
    const rows: Cell[][] = [];
    if (piece !== null) {
      while (rows.length < piece.top) rows.push([]);
      for (const cells of piece.cells) rows.push(trimmed([...blanks(piece.left), ...cells]));
    }
    while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
    const kept = rows.map((row, r) => (sameRow(row, this.#rows[r]) ? this.#rows[r]! : row));
    const same = kept.length === this.#rows.length && kept.every((row, r) => row === this.#rows[r]);
    this.#rows = kept;
    if (!same) this.#changed();
    this.reframe(frame);
  }

  reframe(frame: Frame): void {
    if (frame.merges.join() !== this.#frame.merges.join()) this.#changed();
    if (frame.hiddenRows.join() !== this.#frame.hiddenRows.join()) this.#changed();
    this.#frame = frame;
  }

  /** Puts a piece into its place. Answers whether any cell differed. */
  put({ top, left, cells }: Piece): boolean {
    const rows = this.#rows.slice();
    let differs = false;
    cells.forEach((line, r) => {
      const old = rows[top + r] ?? [];
      const row = old.slice();
      while (row.length < left) row.push(null);
      row.splice(left, line.length, ...line);
      const fresh = trimmed(row);
      if (sameRow(fresh, old)) return;
      while (rows.length <= top + r) rows.push([]);
      rows[top + r] = fresh;
      differs = true;
    });
    if (!differs) return false;
    while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
    this.#rows = rows;
    this.#changed();
    return true;
  }

  /** The smallest rectangle outside of which these values are those already known; null when all are. */
  difference(top: number, left: number, values: readonly (readonly Scalar[])[]): Range | null {
    let found: Range | null = null;
    const height = Math.max(top + values.length, this.#rows.length);
    for (let row = 0; row < height; row++) {
      const [fresh, old] = [values[row - top] ?? [], this.#rows[row] ?? []];
      const width = Math.max(left + fresh.length, old.length);
      for (let col = 0; col < width; col++) {
        const value = fresh[col - left] ?? null;
        if (value === scalarOf(old[col])) continue;
        found ??= { top: row, bottom: row, left: col, right: col };
        found.bottom = row;
        found.left = Math.min(found.left, col);
        found.right = Math.max(found.right, col);
      }
    }
    return found;
  }

  #changed(): void {
    this.#revision += 1;
    this.#grid = null;
  }

  #build(): Grid {
    const grid: Grid = { sheet: this.ref.name, rows: this.#rows };
    const width = this.#rows.reduce((most, row) => Math.max(most, row.length), 0);
    const merges = this.#frame.merges.flatMap((merge) => clipped(merge, this.#rows.length, width));
    if (merges.length > 0) grid.merges = merges;
    const hidden = this.#frame.hiddenRows.filter((row) => row <= this.#rows.length);
    if (hidden.length > 0) grid.hiddenRows = hidden;
    if (this.ref.hidden) grid.hidden = true;
    return grid;
  }
}

/** A merge as far as it lies over what is filled, as the file readers give it; nothing for one that covers one cell. */
function clipped(merge: string, height: number, width: number): string[] {
  const range = parseRange(merge, height - 1, width - 1);
  if (range === null) return [];
  const { top, left } = range;
  const [bottom, right] = [Math.min(range.bottom, height - 1), Math.min(range.right, width - 1)];
  if (bottom < top || right < left || (bottom === top && right === left)) return [];
  return [areaText({ top, left, bottom, right })];
}

const blanks = (count: number): Cell[] => Array.from({ length: count }, () => null);

function trimmed(row: Cell[]): Cell[] {
  let end = row.length;
  while (end > 0 && (row[end - 1] ?? null) === null) end -= 1;
  return end === row.length ? row : row.slice(0, end);
}

function sameRow(a: readonly Cell[], b: readonly Cell[] | undefined): boolean {
  return b !== undefined && a.length === b.length && a.every((cell, i) => sameCell(cell, b[i]!));
}

function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  return a.v === b.v && a.t === b.t && a.font === b.font && a.fmt === b.fmt;
}

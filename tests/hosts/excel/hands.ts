import type { Scalar } from "../../../shared/sheet/grid.ts";
import { type Area, areaOf, columnsOf, LAST_COLUMN, rowsOf } from "./book/area.ts";
import type { Book, Origin } from "./book/book.ts";
import type { Coerced } from "./book/coerce.ts";
import { coerce, fillArea } from "./book/edits.ts";
import type { CellData, Sheet } from "./book/sheet.ts";
import { deleteLines, insertLines, sortRows } from "./book/shift.ts";

/** What somebody types: a value, or a formula with the value it comes to, since the simulator computes none. */
export type Typed = Scalar | { formula: string; value: Scalar };

/** What a person does to the values of a workbook. Each of them is one step of undo when the user of this Excel does it. */
export class Hands {
  protected readonly book: Book;
  protected readonly origin: Origin;

  constructor(book: Book, origin: Origin) {
    this.book = book;
    this.origin = origin;
  }

  /** Types into one cell, as if with Enter behind it. */
  type(sheet: string, address: string, value: Typed): void {
    this.step(sheet, (page) => {
      const area = areaOf(address);
      this.mayEdit(page, area);
      fillArea(this.book, page, area, [[contentOf(value, page.cell(area.top, area.left))]], this.origin);
    });
  }

  /** Pastes a block; every cell of it is written, an empty one too. */
  paste(sheet: string, address: string, rows: Typed[][]): void {
    this.step(sheet, (page) => {
      const { top, left } = areaOf(address);
      const width = Math.max(...rows.map((line) => line.length));
      const area = { top, left, bottom: top + rows.length - 1, right: left + width - 1 };
      this.mayEdit(page, area);
      const block = rows.map((line, row) =>
        line.map((value, col) => contentOf(value, page.cell(top + row, left + col))),
      );
      fillArea(this.book, page, area, block, this.origin);
    });
  }

  /** Drags one cell or row over a range: the same values again (series are not modelled). */
  fill(sheet: string, from: string, to: string): void {
    this.step(sheet, (page) => {
      const [source, target] = [areaOf(from), areaOf(to)];
      this.mayEdit(page, target);
      fillArea(this.book, page, target, repeated(page, source, target), this.origin);
    });
  }

  insertRows(sheet: string, before: number, count = 1): void {
    this.step(sheet, (page) => insertLines(this.book, page, "row", before - 1, count, this.origin));
  }

  deleteRows(sheet: string, first: number, count = 1): void {
    this.step(sheet, (page) => deleteLines(this.book, page, "row", first - 1, count, this.origin));
  }

  insertColumns(sheet: string, before: string, count = 1): void {
    this.step(sheet, (page) => insertLines(this.book, page, "col", areaOf(`${before}1`).left, count, this.origin));
  }

  deleteColumns(sheet: string, first: string, count = 1): void {
    this.step(sheet, (page) => deleteLines(this.book, page, "col", areaOf(`${first}1`).left, count, this.origin));
  }

  /** Sorts the rows of a range by the column of its first cell, or by another one: "D". */
  sort(sheet: string, address: string, by?: string, descending = false): void {
    this.step(sheet, (page) => {
      const area = areaOf(address);
      this.mayEdit(page, area);
      const column = by === undefined ? area.left : areaOf(`${by}1`).left;
      sortRows(this.book, page, area, column, descending, this.origin);
    });
  }

  renameSheet(sheet: string, name: string): void {
    const page = this.book.sheet(sheet);
    if (this.book.find(name) !== null && this.book.find(name) !== page) throw new Error(`there is a sheet ${name}`);
    page.state.name = name;
    this.book.undo.clear();
  }

  addSheet(name: string): void {
    if (this.book.find(name) !== null) throw new Error(`there is a sheet ${name}`);
    const sheet = this.book.addSheet(name);
    this.book.undo.clear();
    this.book.onEvent({ kind: "added", sheet, origin: this.origin });
    if (this.origin === "user") this.book.activate(sheet, this.origin);
  }

  removeSheet(sheet: string): void {
    const page = this.book.sheet(sheet);
    const rest = this.book.sheets.filter((other) => other !== page);
    const next = rest.find((other) => other.state.visibility === "Visible");
    if (next === undefined) throw new Error("a workbook keeps one visible sheet");
    const wasActive = this.book.active === page;
    this.book.sheets = rest;
    page.removed = true;
    this.book.undo.clear();
    this.book.onEvent({ kind: "deleted", sheet: page, origin: this.origin });
    if (wasActive) this.book.activate(next, this.origin);
  }

  /** Keeps the way back, then does it. Another person's work is not on this user's undo. */
  protected step(sheet: string, does: (page: Sheet) => void): void {
    const page = this.book.sheet(sheet);
    if (this.origin === "user") this.book.undo.keep(page);
    does(page);
    if (this.origin === "coauthor") this.book.undo.rebase(page, () => does(page));
  }

  protected mayEdit(page: Sheet, area: Area): void {
    if (!page.state.protection.on) return;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) {
        if (!page.cell(row, col).unlocked) throw new Error(`the sheet ${page.name} is protected`);
      }
    }
  }
}

export function contentOf(value: Typed, cell: CellData): Coerced {
  if (value === null) return { value: null };
  return typeof value === "object" ? { value: value.value, formula: value.formula } : coerce(value, cell);
}

export function repeated(page: Sheet, source: Area, target: Area): Coerced[][] {
  return Array.from({ length: rowsOf(target) }, (_, row) =>
    Array.from({ length: columnsOf(target) }, (_, col) => {
      const cell = page.cell(source.top + (row % rowsOf(source)), source.left + (col % columnsOf(source)));
      const { value, error, formula, quotePrefix } = cell;
      return { value, error, formula, quotePrefix };
    }),
  );
}

export function entireRows(first: number, count: number): Area {
  return { top: first - 1, bottom: first + count - 2, left: 0, right: LAST_COLUMN };
}

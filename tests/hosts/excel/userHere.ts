import { areaOf, intersect } from "./book/area.ts";
import type { Book } from "./book/book.ts";
import { filled } from "./book/edits.ts";
import type { Faults } from "./faults.ts";
import { contentOf, entireRows, Hands, repeated, type Typed } from "./user.ts";

/** The user in front of this Excel. */
export class User extends Hands {
  readonly #faults: Faults;

  constructor(book: Book, faults: Faults) {
    super(book, "user");
    this.#faults = faults;
  }

  /** Dragging over filtered rows fills only those shown, and no add-in is told (office-js#1110). */
  filteredFill(sheet: string, from: string, to: string): void {
    this.step(sheet, (page) => {
      const [source, target] = [areaOf(from), areaOf(to)];
      this.mayEdit(page, target);
      repeated(page, source, target).forEach((line, row) => {
        if (page.state.hiddenRows.has(target.top + row)) return;
        line.forEach((content, col) => {
          const [r, c] = [target.top + row, target.left + col];
          page.put(r, c, filled(page.cell(r, c), content));
        });
      });
    });
  }

  /** Picks from the drop-down of a data validation list, and no add-in is told (office-js#3888 on the web, #420 on the desktop). */
  pickFromList(sheet: string, address: string, value: Typed): void {
    this.step(sheet, (page) => {
      const { top, left } = areaOf(address);
      this.mayEdit(page, areaOf(address));
      page.put(top, left, filled(page.cell(top, left), contentOf(value, page.cell(top, left))));
    });
  }

  activate(sheet: string): void {
    this.book.activate(this.book.sheet(sheet), "user");
  }

  /** One range, or several with commas between them. */
  select(sheet: string, address: string): void {
    this.book.select(this.book.sheet(sheet), address.split(",").map(areaOf), "user");
  }

  /** What a merge covers loses its content; the first cell's stays. */
  merge(sheet: string, address: string): void {
    this.step(sheet, (page) => {
      const area = areaOf(address);
      if (page.state.merges.some((other) => intersect(other, area) !== null)) throw new Error("merged already");
      for (let row = area.top; row <= area.bottom; row++) {
        for (let col = area.left; col <= area.right; col++) {
          if (row !== area.top || col !== area.left) page.put(row, col, filled(page.cell(row, col), { value: null }));
        }
      }
      page.state.merges = [...page.state.merges, area];
      this.book.onEvent({ kind: "formatted", sheet: page, areas: [area], origin: "user" });
    });
  }

  unmerge(sheet: string, address: string): void {
    this.step(sheet, (page) => {
      const area = areaOf(address);
      page.state.merges = page.state.merges.filter((other) => intersect(other, area) === null);
      this.book.onEvent({ kind: "formatted", sheet: page, areas: [area], origin: "user" });
    });
  }

  /** `first` is the row's number as printed. */
  hideRows(sheet: string, first: number, count = 1): void {
    this.#rowsHidden(sheet, first, count, true);
  }

  showRows(sheet: string, first: number, count = 1): void {
    this.#rowsHidden(sheet, first, count, false);
  }

  fillColor(sheet: string, address: string, color: string | null): void {
    this.step(sheet, (page) => {
      const area = areaOf(address);
      page.patch(area, { fill: color?.toUpperCase() ?? undefined });
      this.book.onEvent({ kind: "formatted", sheet: page, areas: [area], origin: "user" });
    });
  }

  /** Cells named here stay open, the rest is locked. */
  protect(sheet: string, open: string[] = []): void {
    const page = this.book.sheet(sheet);
    for (const address of open) page.patch(areaOf(address), { unlocked: true });
    page.state.protection = { ...page.state.protection, on: true };
  }

  unprotect(sheet: string): void {
    const page = this.book.sheet(sheet);
    page.state.protection = { ...page.state.protection, on: false };
  }

  hideSheet(sheet: string, very = false): void {
    const page = this.book.sheet(sheet);
    page.state.visibility = very ? "VeryHidden" : "Hidden";
  }

  comment(sheet: string, address: string, text: string): void {
    this.step(sheet, (page) => {
      const cell = areaOf(address);
      page.state.comments = [
        ...page.state.comments,
        { id: this.book.newId(), author: this.book.author, content: text, cell, replies: [], resolved: false },
      ];
    });
  }

  /** Answers the comment at a cell. */
  reply(sheet: string, address: string, text: string): void {
    this.step(sheet, (page) => {
      const cell = areaOf(address);
      const at = ({ cell: { top, left } }: { cell: { top: number; left: number } }) =>
        top === cell.top && left === cell.left;
      if (!page.state.comments.some(at)) throw new Error(`no comment at ${address}`);
      const reply = { id: this.book.newId(), author: this.book.author, content: text };
      page.state.comments = page.state.comments.map((one) =>
        at(one) ? { ...one, replies: [...one.replies, reply] } : one,
      );
    });
  }

  /** A note of the old kind, which the object model up to ExcelApi 1.17 does not show. */
  note(sheet: string, address: string, text: string): void {
    this.step(sheet, (page) => {
      page.state.notes = [...page.state.notes, { author: this.book.author, text, cell: areaOf(address) }];
    });
  }

  /** False when there is nothing left to undo. */
  undo(): boolean {
    return this.book.undo.back();
  }

  /** The cursor blinks in a cell until endEditing(): requests are refused, or wait if they asked to. */
  startEditing(): void {
    this.#faults.editMode = true;
  }

  endEditing(): void {
    this.#faults.leaveCell();
  }

  #rowsHidden(sheet: string, first: number, count: number, hide: boolean): void {
    this.step(sheet, (page) => {
      const rows = new Set(page.state.hiddenRows);
      for (let row = first - 1; row < first - 1 + count; row++) hide ? rows.add(row) : rows.delete(row);
      page.state.hiddenRows = rows;
      const area = entireRows(first, count);
      this.book.onEvent({
        kind: "rowHidden",
        sheet: page,
        area,
        changeType: hide ? "Hidden" : "Unhidden",
        origin: "user",
      });
    });
  }
}

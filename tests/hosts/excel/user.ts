import { type Area, areaOf, areaText, intersect } from "./book/area.ts";
import type { Book } from "./book/book.ts";
import { filled } from "./book/edits.ts";
import type { Sheet } from "./book/sheet.ts";
import type { Faults } from "./faults.ts";
import { contentOf, entireRows, Hands, repeated, type Typed } from "./hands.ts";

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
      this.#edited(page, area);
    });
  }

  unmerge(sheet: string, address: string): void {
    this.step(sheet, (page) => {
      const area = areaOf(address);
      page.state.merges = page.state.merges.filter((other) => intersect(other, area) === null);
      this.#edited(page, area);
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

  comment(sheet: string, address: string, text: string, author = this.book.author): void {
    this.step(sheet, (page) => {
      const made = {
        id: this.book.newId(),
        author,
        content: text,
        cell: areaOf(address),
        replies: [],
        resolved: false,
      };
      page.state.comments = [...page.state.comments, made];
    });
  }

  reply(sheet: string, address: string, text: string, author = this.book.author): void {
    this.step(sheet, (page) => {
      page.state.comments = page.state.comments.map((one) => {
        if (areaText(one.cell) !== address) return one;
        return { ...one, replies: [...one.replies, { id: this.book.newId(), author, content: text }] };
      });
    });
  }

  /** What a comment was before Excel 365. */
  note(sheet: string, address: string, text: string, author = this.book.author): void {
    this.step(sheet, (page) => {
      page.state.notes = [...page.state.notes, { cell: areaOf(address), author, text }];
    });
  }

  /** Offers a list for some cells, as a template does: "a,b" or "=Lists!$A$1:$A$3". */
  offerList(sheet: string, address: string, source: string): void {
    this.step(sheet, (page) => {
      const rule = { list: { inCellDropDown: true, source } };
      page.state.validations = [...page.state.validations, { areas: [areaOf(address)], type: "List", rule }];
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

  /** Merging tells an edit, nothing more (office-js#4069). */
  #edited(sheet: Sheet, area: Area): void {
    this.book.onEvent({ kind: "changed", sheet, changeType: "RangeEdited", area, shift: "None", origin: "user" });
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

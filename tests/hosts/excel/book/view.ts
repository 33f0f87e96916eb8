import type { Scalar } from "../../../../shared/sheet/grid.ts";
import { areaOf, areaText } from "./area.ts";
import type { Book } from "./book.ts";
import { placeOf } from "./sheet.ts";

export interface CellView {
  value: Scalar;
  formula?: string;
  font?: string;
  fill?: string;
  numberFormat?: string;
  quotePrefix?: boolean;
}

export interface FormatView {
  address: string;
  type: string;
  formula: string;
  stopIfTrue: boolean;
  fill?: string;
  font: { color?: string; bold?: boolean; italic?: boolean; underline?: string; strikethrough?: boolean };
  borders: Record<string, { color?: string; style?: string }>;
}

export interface CommentView {
  cell: string;
  text: string;
  author: string;
  replies: { text: string; author: string }[];
}

/** The workbook as a test looks at it: plain values, in A1 terms. */
export class BookView {
  readonly #book: Book;

  constructor(book: Book) {
    this.#book = book;
  }

  get sheets(): { id: string; name: string; visibility: string }[] {
    return this.#book.sheets.map(({ id, state }) => ({ id, name: state.name, visibility: state.visibility }));
  }

  /** From A1 to the last filled cell. */
  values(sheet: string): Scalar[][] {
    const page = this.#book.sheet(sheet);
    const used = page.used(true);
    if (used === null) return [];
    const rows: Scalar[][] = Array.from({ length: used.bottom + 1 }, () =>
      new Array<Scalar>(used.right + 1).fill(null),
    );
    for (const [key, cell] of page.state.cells) {
      const { row, col } = placeOf(key);
      if (row <= used.bottom && col <= used.right) rows[row]![col] = cell.value;
    }
    return rows;
  }

  cell(sheet: string, address: string): CellView {
    const { top, left } = areaOf(address);
    const { value, formula, font, fill, numberFormat, quotePrefix } = this.#book.sheet(sheet).cell(top, left);
    return { value, formula, font, fill, numberFormat, quotePrefix };
  }

  /** In order of priority. */
  conditionalFormats(sheet: string): FormatView[] {
    return this.#book.sheet(sheet).state.conditionalFormats.map((format) => ({
      address: format.areas.map(areaText).join(","),
      type: format.type,
      formula: format.formula,
      stopIfTrue: format.stopIfTrue,
      fill: format.fill,
      font: {
        color: format.fontColor,
        bold: format.bold,
        italic: format.italic,
        underline: format.underline,
        strikethrough: format.strikethrough,
      },
      borders: format.borders,
    }));
  }

  comments(sheet: string): CommentView[] {
    return this.#book.sheet(sheet).state.comments.map(({ cell, content, author, replies }) => ({
      cell: areaText(cell),
      text: content,
      author,
      replies: replies.map((reply) => ({ text: reply.content, author: reply.author })),
    }));
  }

  notes(sheet: string): { cell: string; text: string; author: string }[] {
    return this.#book
      .sheet(sheet)
      .state.notes.map(({ cell, text, author }) => ({ cell: areaText(cell), text, author }));
  }

  merges(sheet: string): string[] {
    return this.#book.sheet(sheet).state.merges.map(areaText);
  }

  /** As printed: the first row is 1. */
  hiddenRows(sheet: string): number[] {
    return [...this.#book.sheet(sheet).state.hiddenRows].map((row) => row + 1).sort((a, b) => a - b);
  }

  get settings(): Record<string, unknown> {
    return Object.fromEntries(this.#book.settings);
  }

  get names(): { name: string; value: string }[] {
    return this.#book.names.map(({ name, value }) => ({ name, value }));
  }

  get activeSheet(): string {
    return this.#book.active.name;
  }

  get selection(): { sheet: string; address: string } {
    const sheet = this.#book.active;
    return { sheet: sheet.name, address: this.#book.selectionOf(sheet).map(areaText).join(",") };
  }

  /** How many of the user's steps can still be taken back. */
  get undoDepth(): number {
    return this.#book.undo.depth;
  }
}

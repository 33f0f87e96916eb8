import type { FieldDefinition } from "../forms/definition.ts";
import type { GridView } from "./view.ts";

/** Does a filled cell hold what a field of this kind holds? Null when the cell says nothing either way. */
export type ContentTest = (field: FieldDefinition, row: number, col: number) => boolean | null;

const SAMPLE_ROWS = 200;

/** What the cells under a heading look like, column by column; each is looked at once. */
export class ColumnContent {
  readonly #view: GridView;
  readonly #from: number;
  readonly #fits: ContentTest;
  readonly #filled = new Map<number, number>();
  readonly #words = new Map<number, boolean>();

  constructor(view: GridView, from: number, fits: ContentTest) {
    this.#view = view;
    this.#from = from;
    this.#fits = fits;
  }

  /** Filled cells. */
  filled(col: number): number {
    let count = this.#filled.get(col);
    if (count === undefined) {
      count = 0;
      for (let row = this.#from; row < this.#view.height; row++) if (!this.#view.isBlank(row, col)) count++;
      this.#filled.set(col, count);
    }
    return count;
  }

  /** Of the cells that say anything, the part that holds what the field holds; 0 when none does. */
  share(field: FieldDefinition, col: number): number {
    let yes = 0;
    let no = 0;
    for (const row of this.#sample(col)) {
      const answer = this.#fits(field, row, col);
      if (answer === true) yes++;
      else if (answer === false) no++;
    }
    return yes === 0 ? 0 : yes / (yes + no);
  }

  /** Most cells hold letters. */
  isWords(col: number): boolean {
    let words = this.#words.get(col);
    if (words === undefined) {
      const rows = this.#sample(col);
      const lettered = rows.filter((row) => /[ก-ฮA-Za-z]{2,}/.test(this.#view.text(row, col)));
      words = lettered.length * 2 > rows.length;
      this.#words.set(col, words);
    }
    return words;
  }

  #sample(col: number): number[] {
    const rows: number[] = [];
    const until = Math.min(this.#view.height, this.#from + SAMPLE_ROWS);
    for (let row = this.#from; row < until; row++) if (!this.#view.isBlank(row, col)) rows.push(row);
    return rows;
  }
}

import { type Cell, type Grid, scalarOf } from "../sheet/grid.ts";
import { GridView } from "../sheet/view.ts";
import { toArabicDigits } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";
import type { DesignCode } from "./codes.ts";
import { type DesignProblem, problem } from "./problem.ts";
import { readItems } from "./quoted.ts";

/** A sheet of the workbook read by the headings of its first row. Gathers problems with their cells; reads on after each. */
export class SheetTable {
  readonly #view: GridView;
  readonly #columns = new Map<string, number>();
  readonly problems: DesignProblem[] = [];

  constructor(grid: Grid, headings: readonly string[], needed: readonly string[]) {
    this.#view = new GridView(grid);
    for (let col = 0; col < this.#view.width; col++) {
      const text = this.#view.text(0, col);
      if (text === "") continue;
      const heading = headings.find((one) => matchKey(one) === matchKey(text));
      if (heading === undefined) this.#tell("ROW_UNKNOWN", 0, col, { value: text, known: headings.join(", ") });
      else this.#columns.set(heading, col);
    }
    for (const name of needed) if (!this.#columns.has(name)) this.#tell("COLUMN_MISSING", 0, 0, { name });
  }

  /** Rows under the heading with something in them. */
  rows(): number[] {
    const rows: number[] = [];
    for (let row = 1; row < this.#view.height; row++) {
      const filled = [...this.#columns.values()].some((col) => !this.#view.isBlank(row, col));
      if (filled) rows.push(row);
    }
    return rows;
  }

  /** The text of a cell as it was written, a number as its digits; null for a blank. */
  text(row: number, column: string): string | null {
    const col = this.#columns.get(column);
    if (col === undefined || this.#view.isBlank(row, col)) return null;
    const value = scalarOf(this.#view.cell(row, col) as Cell);
    return value === null ? null : String(value);
  }

  /** The same, where it must not be blank: "" and a problem when it is. */
  given(row: number, column: string, name = column): string {
    const text = this.text(row, column);
    // A column that is not there was told once, with its heading.
    if (text === null && this.#columns.has(column)) this.tell("CELL_MISSING", row, column, { name });
    return text ?? "";
  }

  /** A number in any digits, with or without separators; null where it is none, which is told. */
  number(row: number, column: string, name = column): number | null {
    const text = this.text(row, column);
    if (text === null) return null;
    const bare = toArabicDigits(text).replace(/[\s,]/g, "");
    const value = /^-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?$/i.test(bare) ? Number(bare) : Number.NaN;
    if (Number.isFinite(value)) return value;
    this.tell("CELL_NUMBER", row, column, { name, value: text });
    return null;
  }

  list(row: number, column: string): string[] | null {
    const text = this.text(row, column);
    if (text === null) return null;
    const items = readItems(text);
    if (items === null) this.tell("CELL_LIST", row, column, { name: column, value: text });
    return items;
  }

  /** Which of the known words stands in a cell, by its key; null where none does, which is told. */
  choice<K extends string>(row: number, column: string, known: Readonly<Record<K, string>>, name = column): K | null {
    const text = this.given(row, column, name);
    if (text === "") return null;
    const found = (Object.keys(known) as K[]).find((key) => matchKey(known[key]) === matchKey(text));
    if (found === undefined)
      this.tell("CELL_CHOICE", row, column, { name, value: text, known: Object.values(known).join(", ") });
    return found ?? null;
  }

  tell(code: DesignCode, row: number, column: string, params: DesignProblem["params"]): void {
    this.#tell(code, row, this.#columns.get(column) ?? 0, params);
  }

  #tell(code: DesignCode, row: number, col: number, params: DesignProblem["params"]): void {
    this.add(problem(code, params), this.at(row, col));
  }

  add(one: DesignProblem, at: DesignProblem["at"]): void {
    this.problems.push({ ...one, at });
  }

  at(row: number, column: string | number): { sheet: string; cell: string } {
    const col = typeof column === "number" ? column : (this.#columns.get(column) ?? 0);
    return { sheet: this.#view.grid.sheet, cell: this.#view.address(row, col) };
  }
}

import type { Cell, Grid } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { address } from "./a1.ts";
import { type CellStyle, makeDate, makeText } from "./cells.ts";
import { type Budget, GridBuilder } from "./gridBuilder.ts";
import { serialOfIso } from "./isoDate.ts";
import type { OdsStyles } from "./odsStyles.ts";
import { count, OdsText } from "./odsText.ts";
import type { Attributes } from "./xml.ts";

/** As many as are counted in a sheet of .xlsx. */
const MAX_PICTURES = 1_000;

/**
 * One table of an OpenDocument spreadsheet. Rows and cells come run-length coded; a run of empty ones is a step, a run of
 * filled ones is written out under the grid's limits.
 */
export class OdsTable {
  readonly #name: string;
  readonly #hidden: boolean;
  readonly #styles: OdsStyles;
  readonly #limits: Limits;
  readonly #grid: GridBuilder;
  readonly #text: OdsText;
  #row = 0;
  #rowRepeat = 1;
  #column = 0;
  #cells: [column: number, cell: Cell][] = [];
  #cell: Attributes | null = null;
  readonly #pictures: string[] = [];

  constructor(name: string, hidden: boolean, styles: OdsStyles, budget: Budget) {
    this.#name = name;
    this.#hidden = hidden;
    this.#styles = styles;
    this.#limits = budget.limits;
    this.#grid = new GridBuilder(name, budget);
    this.#text = new OdsText(budget.limits.textLength, (span) => styles.spanFont(span));
  }

  open(tag: string, a: Attributes): void {
    if (tag === "table-row") this.#openRow(a);
    else if (tag === "table-cell" || tag === "covered-table-cell") {
      this.#cell = a;
      this.#text.reset();
    } else if (this.#cell !== null) {
      this.#text.open(tag, a);
      if (this.#text.tooLong) throw this.#tooLong();
    }
  }

  close(tag: string): void {
    if (tag === "table-cell" || tag === "covered-table-cell") this.#closeCell();
    else if (tag === "table-row") this.#closeRow();
    else if (this.#cell !== null) this.#text.close(tag);
  }

  text(text: string): void {
    if (this.#cell === null) return;
    this.#text.add(text);
    if (this.#text.tooLong) throw this.#tooLong();
  }

  /** A picture that is anchored to the cell being read; one that is anchored to the sheet has no cell, and is not counted. */
  picture(): void {
    if (this.#cell !== null && this.#pictures.length < MAX_PICTURES && this.#column < this.#limits.columns)
      this.#pictures.push(address(this.#row, this.#column));
  }

  build(): Grid {
    const grid = this.#grid.build(this.#hidden);
    return this.#pictures.length === 0 ? grid : { ...grid, pictures: this.#pictures };
  }

  #openRow(a: Attributes): void {
    this.#rowRepeat = count(a["table:number-rows-repeated"]);
    this.#column = 0;
    this.#cells = [];
    const visibility = a["table:visibility"];
    if (visibility === "collapse" || visibility === "filter") {
      this.#grid.hide(this.#row, this.#row + this.#rowRepeat - 1);
    }
  }

  #closeRow(): void {
    if (this.#cells.length > 0) {
      // One row past the limit is enough for the grid to refuse it.
      const last = Math.min(this.#row + this.#rowRepeat - 1, Math.max(this.#row, this.#limits.rows));
      for (let row = this.#row; row <= last; row++) {
        for (const [column, cell] of this.#cells) this.#grid.set(row, column, cell);
      }
    }
    this.#row += this.#rowRepeat;
    this.#cells = [];
  }

  #closeCell(): void {
    const a = this.#cell;
    if (a === null) return;
    this.#cell = null;
    const repeat = count(a["table:number-columns-repeated"]);
    const cell = this.#value(a);
    if (cell !== null && !this.#isFarBlank(cell)) {
      const last = Math.min(this.#column + repeat - 1, Math.max(this.#column, this.#limits.columns));
      for (let column = this.#column; column <= last; column++) this.#cells.push([column, cell]);
    }
    const columns = count(a["table:number-columns-spanned"]);
    const rows = count(a["table:number-rows-spanned"]);
    if (columns > 1 || rows > 1) {
      const [top, left] = [this.#row, this.#column];
      this.#grid.merge({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
    }
    this.#column += repeat;
  }

  /** The grid forgives these; written out row by row they would still take time. */
  #isFarBlank(cell: Cell): boolean {
    return this.#column >= this.#limits.columns && typeof cell === "string" && cell.trim() === "";
  }

  #value(a: Attributes): Cell {
    const type = a["office:value-type"];
    const style = this.#styles.cellStyle(a["table:style-name"]);
    const { text, fonts } = this.#text;
    if (a["calcext:value-type"] === "error") return text === "" ? null : { v: text, t: "e" };
    switch (type) {
      case "float":
      case "percentage":
      case "currency":
        return this.#number(a["office:value"], style);
      case "boolean":
        return a["office:boolean-value"] === "true";
      case "date":
        return this.#date(a["office:date-value"], style);
      case "time":
        return this.#time(a["office:time-value"], style);
      default:
        return makeText(text === "" ? (a["office:string-value"] ?? "") : text, fonts, style);
    }
  }

  #number(text: string | undefined, style: CellStyle | undefined): Cell {
    const value = Number(text ?? Number.NaN);
    if (!Number.isFinite(value)) throw this.#damaged(`number ${text}`);
    return style?.symbolFont === undefined ? value : { v: value, font: style.symbolFont };
  }

  #date(text: string | undefined, style: CellStyle | undefined): Cell {
    const serial = serialOfIso(text ?? "");
    if (serial === undefined) throw this.#damaged(`date ${text}`);
    return makeDate(serial, style, "yyyy-mm-dd");
  }

  /** "PT10H30M00S" as a part of a day. */
  #time(text: string | undefined, style: CellStyle | undefined): Cell {
    const match = /^(-?)P(?:(\d{1,9})D)?T?(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,12})?)S)?$/.exec(
      text ?? "",
    );
    if (match === null) throw this.#damaged(`time ${text}`);
    const [, sign, days, hours, minutes, seconds] = match;
    const size =
      Number(days ?? 0) * 86_400 + Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
    return makeDate((sign === "-" ? -size : size) / 86_400, style, "h:mm:ss");
  }

  #damaged(what: string): UnreadableFile {
    const cell = `R${this.#row + 1}C${this.#column + 1}`;
    return new UnreadableFile("damaged", { part: this.#name, cell, what: what.slice(0, 100) });
  }

  #tooLong(): UnreadableFile {
    return new UnreadableFile("text-too-long", { sheet: this.#name, cell: address(this.#row, this.#column) });
  }
}

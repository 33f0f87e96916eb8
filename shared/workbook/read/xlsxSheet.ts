import type { Cell, Grid } from "../../sheet/grid.ts";
import { UnreadableFile } from "../unreadable.ts";
import { address, MAX_COLUMNS, MAX_ROWS, parseAddress } from "./a1.ts";
import { type CellStyle, makeDate, makeNumber, makeText } from "./cells.ts";
import { type Budget, GridBuilder } from "./gridBuilder.ts";
import { serialOfIso } from "./isoDate.ts";
import type { Parcel } from "./parcel.ts";
import { RichText, unescapeText } from "./richText.ts";
import type { ChoiceReader } from "./xlsxChoices.ts";
import type { SheetPart } from "./xlsxParts.ts";
import type { SharedStrings } from "./xlsxStrings.ts";
import { type Attributes, isTrue, readXml } from "./xml.ts";

export interface SheetContext {
  parcel: Parcel;
  strings: SharedStrings;
  styles: CellStyle[];
  date1904: boolean;
  budget: Budget;
  /** Gathers the sheet's drop-downs, where they were asked for. */
  choices?: ChoiceReader;
}

/** Streams one worksheet into a Grid. Throws UnreadableFile: damaged, and what `readXml` and `GridBuilder` throw. */
export function readSheet(sheet: SheetPart, context: SheetContext): Grid {
  const reader = new SheetReader(sheet, context);
  readXml(context.parcel, sheet.part, reader);
  return reader.grid.build(sheet.hidden);
}

class SheetReader {
  readonly grid: GridBuilder;
  readonly #part: string;
  readonly #context: SheetContext;
  readonly #rich = new RichText();
  #inData = false;
  #row = -1;
  #column = -1;
  #type: string | undefined;
  #style: CellStyle | undefined;
  #value = "";
  #hasValue = false;
  #inValue = false;
  #inline = false;
  #hasInline = false;

  constructor(sheet: SheetPart, context: SheetContext) {
    this.#part = sheet.part;
    this.#context = context;
    this.grid = new GridBuilder(sheet.name, context.budget);
  }

  open(tag: string, attributes: Attributes): void {
    if (this.#inline) this.#rich.open(tag, attributes.val);
    else if (!this.#inData) {
      if (tag === "sheetData") this.#inData = true;
      else if (tag === "mergeCell") this.#merge(attributes.ref ?? "");
      else this.#context.choices?.open(tag, attributes);
    } else if (tag === "c") this.#openCell(attributes);
    else if (tag === "v") this.#inValue = this.#hasValue = true;
    else if (tag === "row") this.#openRow(attributes);
    else if (tag === "is") {
      this.#inline = this.#hasInline = true;
      this.#rich.reset();
    }
  }

  close(tag: string): void {
    if (this.#inline) {
      if (tag === "is") this.#inline = false;
      else this.#rich.close(tag);
    } else if (tag === "v") this.#inValue = false;
    else if (tag === "c") {
      if (this.#inData && (this.#hasValue || this.#hasInline)) this.grid.set(this.#row, this.#column, this.#cell());
    } else if (tag === "sheetData") this.#inData = false;
    else if (!this.#inData) this.#context.choices?.close(tag);
  }

  text(text: string): void {
    if (this.#inValue) this.#value += text;
    else if (this.#inline) this.#rich.add(text);
    else if (!this.#inData) this.#context.choices?.text(text);
  }

  #openRow(attributes: Attributes): void {
    const { r } = attributes;
    this.#row = r === undefined ? this.#row + 1 : Number(r) - 1;
    this.#column = -1;
    if (!Number.isInteger(this.#row) || this.#row < 0 || this.#row >= MAX_ROWS) throw this.#damaged(`row ${r}`);
    if (isTrue(attributes.hidden)) this.grid.hide(this.#row);
  }

  #openCell(attributes: Attributes): void {
    const { r } = attributes;
    if (r === undefined) this.#column++;
    else {
      const at = parseAddress(r);
      if (at < 0) throw this.#damaged(`cell ${r}`);
      this.#row = Math.floor(at / MAX_COLUMNS);
      this.#column = at % MAX_COLUMNS;
    }
    if (this.#row < 0 || this.#column >= MAX_COLUMNS) throw this.#damaged("cell outside the sheet");
    this.#type = attributes.t;
    this.#style = this.#context.styles[attributes.s === undefined ? 0 : Number(attributes.s)];
    this.#value = "";
    this.#hasValue = this.#inValue = this.#hasInline = false;
  }

  #cell(): Cell {
    const value = this.#value;
    if (this.#hasInline && this.#type !== "s" && this.#type !== "str") {
      return makeText(unescapeText(this.#rich.text), this.#rich.fonts, this.#style);
    }
    switch (this.#type) {
      case "s": {
        const { texts, fonts } = this.#context.strings;
        const index = Number(value);
        const text = value.trim() === "" ? "" : texts[index];
        if (text === undefined) throw this.#damaged(`string ${value}`);
        return makeText(text, fonts.get(index), this.#style);
      }
      case "str":
      case "inlineStr":
        return makeText(unescapeText(value), undefined, this.#style);
      case "b":
        return value === "" ? null : isTrue(value.trim());
      case "e":
        return value === "" ? null : { v: value, t: "e" };
      case "d":
        return this.#isoDate(value);
      case "n":
      case undefined:
        return this.#number(value);
      default:
        throw this.#damaged(`type ${this.#type}`);
    }
  }

  #number(text: string): Cell {
    const trimmed = text.trim();
    if (trimmed === "") return null;
    const value = Number(trimmed);
    // Number() also takes what no spreadsheet writes: "0x10", "Infinity".
    if (!Number.isFinite(value) || !/^[-+.0-9eE]+$/.test(trimmed)) throw this.#damaged(`number ${text}`);
    return makeNumber(value, this.#style, this.#context.date1904);
  }

  #isoDate(text: string): Cell {
    if (text.trim() === "") return null;
    const serial = serialOfIso(text.trim());
    if (serial === undefined) throw this.#damaged(`date ${text}`);
    return makeDate(serial, this.#style, "yyyy-mm-dd");
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(":");
    const a = parseAddress(from ?? "");
    const b = to === undefined ? a : parseAddress(to);
    if (a < 0 || b < 0) throw this.#damaged(`merge ${ref}`);
    const rows = [Math.floor(a / MAX_COLUMNS), Math.floor(b / MAX_COLUMNS)] as const;
    const columns = [a % MAX_COLUMNS, b % MAX_COLUMNS] as const;
    this.grid.merge({
      top: Math.min(...rows),
      bottom: Math.max(...rows),
      left: Math.min(...columns),
      right: Math.max(...columns),
    });
  }

  #damaged(what: string): UnreadableFile {
    const params: Record<string, string> = { part: this.#part, what: what.slice(0, 100) };
    if (this.#row >= 0 && this.#column >= 0) params.cell = address(this.#row, this.#column);
    return new UnreadableFile("damaged", params);
  }
}

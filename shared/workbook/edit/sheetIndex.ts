import { MAX_COLUMNS, MAX_ROWS, parseAddress } from "../read/a1.ts";
import type { Range } from "../read/gridBuilder.ts";
import { isTrue } from "../read/xml.ts";
import { UnreadableFile } from "../unreadable.ts";
import { rangeOf } from "./ranges.ts";
import { type SpanHandlers, type Tag, walkXml } from "./xmlSpans.ts";

/** A formula as it stands: alone, or one of a group that shares a text, or filling a block of cells. */
export interface FormulaSpan {
  kind: "plain" | "shared" | "block";
  /** Of the `<f>` element. */
  start: number;
  end: number;
  rawName: string;
}

/** A `<c>` element of a row that matters. */
export interface CellSpan {
  row: number;
  column: number;
  tag: Tag;
  end: number;
  style: number;
  formula: FormulaSpan | undefined;
  /** Child elements that are not the value: they stay. */
  others: [start: number, end: number][];
}

export interface RowSpan {
  row: number;
  tag: Tag;
  /** Where its end tag begins, or where the tag ends when it is self-closing. */
  contentEnd: number;
  /** Only set when the row's format is also that of its absent cells. */
  style: number | undefined;
  /** In the order of the file; only of rows that matter. */
  cells: CellSpan[];
}

/** A formula written once, at `row`, `column`, and used by `members` too. */
export interface SharedFormula {
  row: number;
  column: number;
  text: string;
  members: { row: number; column: number; formula: FormulaSpan }[];
}

/** Where everything stands in the XML of a worksheet that an edit may touch. Rows and columns are 0-based. */
export interface SheetIndex {
  rows: RowSpan[];
  data: Tag;
  dataContentEnd: number;
  dimension: Tag | undefined;
  columns: { first: number; last: number; style: number }[];
  merges: Range[];
  /** Array formulas and data tables over more than one cell. */
  blocks: Range[];
  shared: SharedFormula[];
}

/** Indexes a worksheet; cells are kept for the rows that `matters` only. Throws UnreadableFile: damaged, dtd. */
export function indexSheet(text: string, part: string, matters: (row: number) => boolean): SheetIndex {
  const indexer = new Indexer(part, matters);
  walkXml(text, part, indexer);
  return indexer.result();
}

class Indexer implements SpanHandlers {
  readonly #part: string;
  readonly #matters: (row: number) => boolean;
  readonly #found: Omit<SheetIndex, "data"> = {
    rows: [],
    dataContentEnd: 0,
    dimension: undefined,
    columns: [],
    merges: [],
    blocks: [],
    shared: [],
  };
  readonly #sharedById = new Map<string, SharedFormula>();
  #data: Tag | undefined;
  #inData = false;
  #rowSpan: RowSpan | undefined;
  #row = -1;
  #column = -1;
  #cell: CellSpan | undefined;
  /** Depth below the cell: 1 is its children. */
  #depth = 0;
  #childStart = 0;
  #childName = "";
  #formulaTag: Tag | undefined;
  #formulaText = "";

  constructor(part: string, matters: (row: number) => boolean) {
    this.#part = part;
    this.#matters = matters;
  }

  result(): SheetIndex {
    if (this.#data === undefined) throw this.#damaged("no sheetData");
    return { ...this.#found, data: this.#data };
  }

  open(tag: Tag): void {
    if (this.#cell !== undefined) this.#openChild(tag);
    else if (!this.#inData) this.#openOutside(tag);
    else if (tag.name === "c") this.#openCell(tag);
    else if (tag.name === "row") this.#openRow(tag);
  }

  close(name: string, start: number, end: number): void {
    if (this.#cell !== undefined) this.#closeInCell(this.#cell, end);
    else if (!this.#inData) return;
    else if (name === "row" && this.#rowSpan !== undefined) {
      this.#rowSpan.contentEnd = start;
      this.#rowSpan = undefined;
    } else if (name === "sheetData") {
      this.#inData = false;
      this.#found.dataContentEnd = start;
    }
  }

  text(text: string): void {
    if (this.#formulaTag !== undefined) this.#formulaText += text;
  }

  #openOutside(tag: Tag): void {
    const { attributes } = tag;
    if (tag.name === "sheetData") {
      if (this.#data !== undefined) throw this.#damaged("sheetData twice");
      this.#data = tag;
      this.#inData = true;
    } else if (tag.name === "mergeCell") {
      const range = rangeOf(attributes.ref ?? "");
      if (range === undefined) throw this.#damaged(`merge ${attributes.ref}`);
      this.#found.merges.push(range);
    } else if (tag.name === "dimension") this.#found.dimension ??= tag;
    else if (tag.name === "col" && attributes.style !== undefined) {
      const { min, max, style } = attributes;
      this.#found.columns.push({ first: Number(min) - 1, last: Number(max) - 1, style: Number(style) });
    }
  }

  #openRow(tag: Tag): void {
    const { r, s, customFormat } = tag.attributes;
    this.#row = r === undefined ? this.#row + 1 : Number(r) - 1;
    this.#column = -1;
    if (!Number.isInteger(this.#row) || this.#row < 0 || this.#row >= MAX_ROWS) throw this.#damaged(`row ${r}`);
    const style = s !== undefined && isTrue(customFormat) ? Number(s) : undefined;
    this.#rowSpan = { row: this.#row, tag, contentEnd: tag.end, style, cells: [] };
    this.#found.rows.push(this.#rowSpan);
  }

  #openCell(tag: Tag): void {
    const { r, s } = tag.attributes;
    if (r === undefined) this.#column++;
    else {
      const at = parseAddress(r);
      if (at < 0) throw this.#damaged(`cell ${r}`);
      this.#row = Math.floor(at / MAX_COLUMNS);
      this.#column = at % MAX_COLUMNS;
    }
    if (this.#row < 0 || this.#column >= MAX_COLUMNS) throw this.#damaged("cell outside the sheet");
    const style = s === undefined ? 0 : Number(s);
    this.#cell = { row: this.#row, column: this.#column, tag, end: tag.end, style, formula: undefined, others: [] };
    this.#depth = 0;
  }

  #openChild(tag: Tag): void {
    if (++this.#depth > 1) return;
    this.#childStart = tag.start;
    this.#childName = tag.name;
    if (tag.name !== "f") return;
    this.#formulaTag = tag;
    this.#formulaText = "";
  }

  #closeInCell(cell: CellSpan, end: number): void {
    if (--this.#depth < 0) {
      cell.end = end;
      this.#cell = undefined;
      if (this.#matters(cell.row)) this.#rowSpan?.cells.push(cell);
    } else if (this.#depth === 0) {
      if (this.#formulaTag !== undefined) this.#closeFormula(cell, this.#formulaTag, end);
      else if (this.#childName !== "v" && this.#childName !== "is") cell.others.push([this.#childStart, end]);
    }
  }

  #closeFormula(cell: CellSpan, tag: Tag, end: number): void {
    this.#formulaTag = undefined;
    const { row, column } = cell;
    const { t, si, ref } = tag.attributes;
    const formula: FormulaSpan = { kind: "plain", start: tag.start, end, rawName: tag.rawName };
    cell.formula = formula;
    if (t === "shared" && si !== undefined) {
      formula.kind = "shared";
      const known = this.#sharedById.get(si);
      if (known !== undefined && ref === undefined) known.members.push({ row, column, formula });
      else {
        const shared: SharedFormula = { row, column, text: this.#formulaText, members: [] };
        this.#sharedById.set(si, shared);
        this.#found.shared.push(shared);
      }
    } else if (t === "array" || t === "dataTable") {
      formula.kind = "block";
      const range = rangeOf(ref ?? "");
      if (range !== undefined && (range.top !== range.bottom || range.left !== range.right)) {
        this.#found.blocks.push(range);
      }
    }
  }

  #damaged(what: string): UnreadableFile {
    return new UnreadableFile("damaged", { part: this.#part, what: what.slice(0, 100) });
  }
}

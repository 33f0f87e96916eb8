import { address } from "../read/a1.ts";
import type { Parcel } from "../read/parcel.ts";
import { CannotEdit } from "./cannotEdit.ts";
import { cellXml } from "./cellXml.ts";
import { inOrder, type PlacedEdit, refuseInside, refuseMerged } from "./checkEdits.ts";
import { readPartText } from "./partText.ts";
import { rangeOf, refOf } from "./ranges.ts";
import { type CellSpan, indexSheet, type RowSpan, type SheetIndex } from "./sheetIndex.ts";
import { shiftFormula } from "./shiftFormula.ts";
import { type Splice, splice } from "./splice.ts";
import type { StyleBook } from "./styleBook.ts";
import { tableEdges } from "./tables.ts";
import { asOpenTag, escapeXml, prefixOf, withAttribute } from "./tagText.ts";

export interface SheetToEdit {
  name: string;
  part: string;
  edits: readonly PlacedEdit[];
}

export interface EditedSheet {
  content: Uint8Array;
  /** Addresses whose formula is gone. */
  formulasDropped: string[];
}

/** Characters of all formulas written out for one shared formula: 3,000 rows of a long one are far below, harm is far above. */
const MAX_SHARED_CHARS = 2 * 1024 * 1024;

/** The sheet's part with the edits made and nothing else changed. Throws CannotEdit and UnreadableFile. */
export function editSheet(parcel: Parcel, sheet: SheetToEdit, styles: StyleBook): EditedSheet {
  const source = readPartText(parcel, sheet.part);
  const edits = inOrder(sheet.edits);
  const wanted = new Set(edits.flatMap(({ row }) => [row - 1, row]));
  const index = indexSheet(source.text, sheet.part, (row) => wanted.has(row));
  refuseMerged(sheet.name, edits, index.merges);
  refuseInside("formula-block", sheet.name, edits, index.blocks);
  refuseInside("table-heading", sheet.name, edits, tableEdges(parcel, sheet.part));

  const editor = new SheetEditor(source.text, index, styles);
  for (const edit of edits) editor.edit(edit);
  editor.finish(sheet.name, edits);
  return { content: source.encode(splice(source.text, editor.splices)), formulasDropped: editor.formulasDropped };
}

/** Another format for a cell, from the one it shows in now. */
export interface Restyling {
  row: number;
  column: number;
  styleOf(before: number): number;
}

/** The splices that give those cells another format and leave everything they hold; absent ones are made, empty. */
export function restyleCells(
  text: string,
  index: SheetIndex,
  styles: StyleBook,
  cells: readonly Restyling[],
): readonly Splice[] {
  const editor = new SheetEditor(text, index, styles);
  for (const cell of cells) editor.restyle(cell);
  editor.insertAll();
  return editor.splices;
}

class SheetEditor {
  readonly splices: Splice[] = [];
  readonly formulasDropped: string[] = [];
  readonly #text: string;
  readonly #index: SheetIndex;
  readonly #styles: StyleBook;
  readonly #rows = new Map<number, RowSpan>();
  readonly #cells = new Map<string, CellSpan[]>();
  /** New cells by the row they go into. */
  readonly #inserted = new Map<RowSpan, { edit: PlacedEdit; xml: string }[]>();
  readonly #newRows = new Map<number, { columns: number[]; xml: string }>();

  constructor(text: string, index: SheetIndex, styles: StyleBook) {
    this.#text = text;
    this.#index = index;
    this.#styles = styles;
    for (const row of index.rows) {
      if (!this.#rows.has(row.row)) this.#rows.set(row.row, row);
      for (const cell of row.cells) {
        const key = address(cell.row, cell.column);
        const known = this.#cells.get(key);
        if (known === undefined) this.#cells.set(key, [cell]);
        else known.push(cell);
      }
    }
  }

  edit(edit: PlacedEdit): void {
    const cells = this.#cells.get(address(edit.row, edit.column));
    // A file that has a cell twice is read by its last; both get the value, so that no reader finds the old one.
    if (cells !== undefined) for (const cell of cells) this.#replace(cell, edit);
    else if (edit.value !== null) this.#insert(edit);
  }

  restyle({ row, column, styleOf }: Restyling): void {
    const known = this.#cells.get(address(row, column));
    if (known !== undefined) {
      for (const { tag, style } of known) {
        const open = withAttribute(this.#text.slice(tag.start, tag.end), "s", String(styleOf(style)));
        this.splices.push({ start: tag.start, end: tag.end, text: open });
      }
      return;
    }
    const edit = { row, column, value: null };
    const style = styleOf(this.#inheritedStyle(edit, this.#rows.get(row)) ?? 0);
    const prefix = prefixOf(this.#index.data.rawName);
    this.#add(edit, `<${prefix}c r="${address(row, column)}" s="${style}"/>`);
  }

  finish(sheet: string, edits: readonly PlacedEdit[]): void {
    this.#writeOutShared(sheet, edits);
    this.insertAll();
    this.#widenDimension(edits);
  }

  insertAll(): void {
    for (const [row, cells] of this.#inserted) this.#insertIntoRow(row, cells);
    this.#insertRows();
  }

  #replace(cell: CellSpan, { row, column, value }: PlacedEdit): void {
    const { tag } = cell;
    const style = this.#styles.readable(cell.style, value);
    const others = cell.others.map(([start, end]) => this.#text.slice(start, end)).join("");
    const open = this.#text.slice(tag.start, tag.end);
    const stored = this.#styles.stored(value, cell.style);
    const xml = cellXml(open, tag.rawName, stored, style === cell.style ? undefined : style, others);
    this.splices.push({ start: tag.start, end: cell.end, text: xml });
    if (cell.formula !== undefined) this.formulasDropped.push(address(row, column));
  }

  #insert(edit: PlacedEdit): void {
    const row = this.#rows.get(edit.row);
    const inherited = this.#inheritedStyle(edit, row);
    const style = inherited === undefined ? undefined : this.#styles.readable(inherited, edit.value);
    const prefix = prefixOf(this.#index.data.rawName);
    const stored = this.#styles.stored(edit.value, inherited ?? 0);
    const xml = cellXml(
      `<${prefix}c r="${address(edit.row, edit.column)}"/>`,
      `${prefix}c`,
      stored,
      style || undefined,
    );
    this.#add(edit, xml);
  }

  #add(edit: PlacedEdit, xml: string): void {
    const row = this.#rows.get(edit.row);
    if (row !== undefined) {
      const cells = this.#inserted.get(row);
      if (cells === undefined) this.#inserted.set(row, [{ edit, xml }]);
      else cells.push({ edit, xml });
      return;
    }
    const made = this.#newRows.get(edit.row) ?? { columns: [], xml: "" };
    made.columns.push(edit.column);
    made.xml += xml;
    this.#newRows.set(edit.row, made);
  }

  /** The format an empty cell shows in: the row's, else the column's, else, in a row that exists, that of the cell above. */
  #inheritedStyle({ row, column, value }: PlacedEdit, span: RowSpan | undefined): number | undefined {
    const own = span?.style ?? this.#index.columns.find(({ first, last }) => column >= first && column <= last)?.style;
    if (own !== undefined || span === undefined) return own;
    const above = this.#cells.get(address(row - 1, column))?.at(-1)?.style;
    // A number must not become a date because a date stands above it.
    return above === undefined || (typeof value === "number" && this.#styles.isDate(above)) ? undefined : above;
  }

  #insertIntoRow(row: RowSpan, cells: readonly { edit: PlacedEdit; xml: string }[]): void {
    const { tag } = row;
    const open = this.#rowTag(
      row,
      cells.map(({ edit }) => edit.column),
    );
    if (tag.selfClosing) {
      const content = cells.map(({ xml }) => xml).join("");
      this.splices.push({ start: tag.start, end: tag.end, text: `${asOpenTag(open)}${content}</${tag.rawName}>` });
      return;
    }
    if (open !== this.#text.slice(tag.start, tag.end)) {
      this.splices.push({ start: tag.start, end: tag.end, text: open });
    }
    for (const { edit, xml } of cells) {
      const next = row.cells.find((cell) => cell.row === edit.row && cell.column > edit.column);
      const at = next?.tag.start ?? row.contentEnd;
      this.splices.push({ start: at, end: at, text: xml });
    }
  }

  /** The row's start tag; `spans` (first and last column, 1-based) only changes when a new cell is outside all of them. */
  #rowTag({ tag }: RowSpan, columns: readonly number[]): string {
    const open = this.#text.slice(tag.start, tag.end);
    const { spans } = tag.attributes;
    if (spans === undefined || !/^\s*\d+:\d+(\s+\d+:\d+)*\s*$/.test(spans)) return open;
    const ranges = spans
      .trim()
      .split(/\s+/)
      .map((span) => span.split(":").map(Number) as [number, number]);
    const inside = columns.every((column) => ranges.some(([from, to]) => column + 1 >= from && column + 1 <= to));
    if (inside) return open;
    const ends = [...ranges.flat(), ...columns.map((column) => column + 1)];
    return withAttribute(open, "spans", `${Math.min(...ends)}:${Math.max(...ends)}`);
  }

  #insertRows(): void {
    if (this.#newRows.size === 0) return;
    const { data, dataContentEnd, rows } = this.#index;
    const prefix = prefixOf(data.rawName);
    let content = "";
    for (const [row, { xml }] of this.#newRows) {
      const text = `<${prefix}row r="${row + 1}">${xml}</${prefix}row>`;
      content += text;
      if (data.selfClosing) continue;
      const at = rows.find((span) => span.row > row)?.tag.start ?? dataContentEnd;
      this.splices.push({ start: at, end: at, text });
    }
    if (!data.selfClosing) return;
    const open = asOpenTag(this.#text.slice(data.start, data.end));
    this.splices.push({ start: data.start, end: data.end, text: `${open}${content}</${data.rawName}>` });
  }

  /** When the cell that holds a shared formula is edited, the cells that used it each get their own. */
  #writeOutShared(sheet: string, edits: readonly PlacedEdit[]): void {
    const edited = new Set(edits.map(({ row, column }) => address(row, column)));
    for (const shared of this.#index.shared) {
      if (!edited.has(address(shared.row, shared.column))) continue;
      const members = shared.members.filter(({ row, column }) => !edited.has(address(row, column)));
      if (shared.text.length * members.length > MAX_SHARED_CHARS) {
        const cell = address(shared.row, shared.column);
        throw new CannotEdit("formula-block", { sheet, cell, range: cell });
      }
      for (const { row, column, formula } of members) {
        const text = escapeXml(shiftFormula(shared.text, row - shared.row, column - shared.column));
        const { start, end, rawName } = formula;
        this.splices.push({ start, end, text: `<${rawName}>${text}</${rawName}>` });
      }
    }
  }

  #widenDimension(edits: readonly PlacedEdit[]): void {
    const tag = this.#index.dimension;
    const range = rangeOf(tag?.attributes.ref ?? "");
    if (tag === undefined || range === undefined) return;
    const wide = { ...range };
    for (const { row, column, value } of edits) {
      if (value === null) continue;
      wide.top = Math.min(wide.top, row);
      wide.bottom = Math.max(wide.bottom, row);
      wide.left = Math.min(wide.left, column);
      wide.right = Math.max(wide.right, column);
    }
    if (refOf(wide) === refOf(range)) return;
    const text = withAttribute(this.#text.slice(tag.start, tag.end), "ref", refOf(wide));
    this.splices.push({ start: tag.start, end: tag.end, text });
  }
}

import { type BookData, type Box, type CellData, cellAt, type SheetData, setCell } from "./model.ts";
import { strict } from "./strict.ts";
import { instantOf, isDateFormat, typed } from "./typing.ts";

type GRange = GoogleAppsScript.Spreadsheet.Range;
type Modelled =
  | "getValues"
  | "setValues"
  | "getFormulas"
  | "getNumberFormats"
  | "setNumberFormats"
  | "getFontFamilies"
  | "getMergedRanges"
  | "getNotes"
  | "setNotes"
  | "getA1Notation"
  | "getRow"
  | "getColumn"
  | "getNumRows"
  | "getNumColumns"
  | "getSheet";

export function letters(col: number): string {
  let text = "";
  for (let n = col; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

export function boxOf(a1: string): Box {
  const [from, to = from] = a1.split(":") as [string, string?];
  const at = (text: string) => {
    const match = /^([A-Z]+)([0-9]+)$/.exec(text);
    if (match === null) throw new Error(`Range not found: ${a1}`);
    return { row: Number(match[2]), col: [...match[1]!].reduce((n, one) => n * 26 + one.charCodeAt(0) - 64, 0) };
  };
  const [a, b] = [at(from), at(to)];
  return { top: a.row, left: a.col, height: b.row - a.row + 1, width: b.col - a.col + 1 };
}

export class FakeRange implements Pick<GRange, Modelled> {
  readonly box: Box;
  readonly data: SheetData;
  readonly #book: BookData;
  readonly #sheet: () => GoogleAppsScript.Spreadsheet.Sheet;

  constructor(book: BookData, data: SheetData, box: Box, sheet: () => GoogleAppsScript.Spreadsheet.Sheet) {
    if (box.top < 1 || box.left < 1 || box.height < 1 || box.width < 1)
      throw new Error("The starting row of the range is too small.");
    if (box.top + box.height - 1 > data.maxRows || box.left + box.width - 1 > data.maxColumns)
      throw new Error("The coordinates of the range are outside the dimensions of the sheet.");
    this.#book = book;
    this.data = data;
    this.box = box;
    this.#sheet = sheet;
  }

  // biome-ignore lint/suspicious/noExplicitAny: Google's own type
  getValues(): any[][] {
    return this.#each((cell) =>
      typeof cell.value === "number" && isDateFormat(cell.format) ? instantOf(cell.value, this.#book.zone) : cell.value,
    );
  }

  // biome-ignore lint/suspicious/noExplicitAny: Google's own type
  setValues(values: any[][]): GRange {
    this.#fits(values);
    this.#editable();
    values.forEach((row, r) => {
      row.forEach((value, c) => {
        const [at, col] = [this.box.top + r, this.box.left + c];
        setCell(this.data, at, col, typed(value, cellAt(this.data, at, col)));
      });
    });
    return this as unknown as GRange;
  }

  getFormulas(): string[][] {
    return this.#each((cell) => cell.formula);
  }

  getNumberFormats(): string[][] {
    return this.#each((cell) => cell.format);
  }

  setNumberFormats(formats: string[][]): GRange {
    this.#fits(formats);
    this.#editable();
    formats.forEach((row, r) => {
      row.forEach((format, c) => {
        setCell(this.data, this.box.top + r, this.box.left + c, { format });
      });
    });
    return this as unknown as GRange;
  }

  getFontFamilies(): string[][] {
    return this.#each((cell) => cell.font);
  }

  getNotes(): string[][] {
    return this.#each((cell) => cell.note);
  }

  // biome-ignore lint/suspicious/noExplicitAny: Google's own type
  setNotes(notes: any[][]): GRange {
    this.#fits(notes);
    this.#editable();
    notes.forEach((row, r) => {
      row.forEach((note, c) => {
        if (note !== null && typeof note !== "string") throw new Error("fake Range.setNotes: a note is text");
        setCell(this.data, this.box.top + r, this.box.left + c, { note: note ?? "" });
      });
    });
    return this as unknown as GRange;
  }

  getMergedRanges(): GRange[] {
    return this.data.merges
      .filter((merge) => merge.top >= this.box.top && merge.left >= this.box.left)
      .filter((merge) => merge.top < this.box.top + this.box.height && merge.left < this.box.left + this.box.width)
      .map((merge) => rangeOf(this.#book, this.data, merge, this.#sheet));
  }

  getA1Notation(): string {
    const { top, left, height, width } = this.box;
    const first = `${letters(left)}${top}`;
    return height === 1 && width === 1 ? first : `${first}:${letters(left + width - 1)}${top + height - 1}`;
  }

  getRow(): number {
    return this.box.top;
  }

  getColumn(): number {
    return this.box.left;
  }

  getNumRows(): number {
    return this.box.height;
  }

  getNumColumns(): number {
    return this.box.width;
  }

  getSheet(): GoogleAppsScript.Spreadsheet.Sheet {
    return this.#sheet();
  }

  #each<T>(pick: (cell: CellData) => T): T[][] {
    return Array.from({ length: this.box.height }, (_, r) =>
      Array.from({ length: this.box.width }, (_, c) => pick(cellAt(this.data, this.box.top + r, this.box.left + c))),
    );
  }

  #fits(values: unknown[][]): void {
    const { height, width } = this.box;
    if (values.length !== height)
      throw new Error(
        `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${height}.`,
      );
    const odd = values.find((row) => row.length !== width);
    if (odd !== undefined)
      throw new Error(
        `The number of columns in the data does not match the number of columns in the range. The data has ${odd.length} but the range has ${width}.`,
      );
  }

  /** The refusal comes in the language of the user: nobody may read it. */
  #editable(): void {
    if (this.data.isProtected) throw new Error("คุณกำลังพยายามแก้ไขเซลล์หรือออบเจ็กต์ที่มีการป้องกัน โปรดติดต่อเจ้าของสเปรดชีต");
  }
}

export function rangeOf(
  book: BookData,
  data: SheetData,
  box: Box,
  sheet: () => GoogleAppsScript.Spreadsheet.Sheet,
): GRange {
  return strict("Range", new FakeRange(book, data, box, sheet)) as unknown as GRange;
}

import type { Cell, Grid } from "../../sheet/grid.ts";
import { RECORD, type Record, type RecordReader } from "./biff.ts";
import { makeNumber, makeText } from "./cells.ts";
import { type Budget, GridBuilder } from "./gridBuilder.ts";
import type { RunFonts } from "./richText.ts";
import type { BoundSheet, XlsGlobals } from "./xlsGlobals.ts";

const WORKSHEET = 0x0010;
const ERRORS: ReadonlyMap<number, string> = new Map([
  [0x00, "#NULL!"],
  [0x07, "#DIV/0!"],
  [0x0f, "#VALUE!"],
  [0x17, "#REF!"],
  [0x1d, "#NAME?"],
  [0x24, "#NUM!"],
  [0x2a, "#N/A"],
]);
const HIDDEN_ROW = 0x20;

/** One sheet of a BIFF8 stream, or null when it is no worksheet. `end` is where the next one begins. RangeError when damaged. */
export function readXlsSheet(
  reader: RecordReader,
  sheet: BoundSheet,
  end: number,
  globals: XlsGlobals,
  budget: Budget,
): Grid | null {
  const first = reader.record(sheet.position);
  if (first?.id !== RECORD.bof) throw new RangeError("sheet without beginning");
  reader.enter(first, 2);
  if (reader.u16() !== WORKSHEET) return null;
  const grid = new GridBuilder(sheet.name, budget);
  const cells = new CellRecords(reader, grid, globals);
  // A chart on the sheet is a stream of its own between a BOF and an EOF.
  let depth = 1;
  for (let record = reader.record(first.end); depth > 0; record = reader.record(record.end)) {
    if (record === undefined || record.start > end) throw new RangeError("sheet without end");
    if (record.id === RECORD.bof) depth++;
    else if (record.id === RECORD.eof) depth--;
    else if (depth === 1) cells.take(record);
  }
  return grid.build(sheet.hidden);
}

class CellRecords {
  readonly #reader: RecordReader;
  readonly #grid: GridBuilder;
  readonly #globals: XlsGlobals;
  /** The formula whose text comes in a STRING record later. */
  #awaitsText: { row: number; column: number; style: number } | null = null;

  constructor(reader: RecordReader, grid: GridBuilder, globals: XlsGlobals) {
    this.#reader = reader;
    this.#grid = grid;
    this.#globals = globals;
  }

  take(record: Record): void {
    const reader = this.#reader.enter(record);
    switch (record.id) {
      case RECORD.row: {
        const row = reader.u16();
        reader.skip(10);
        if ((reader.u16() & HIDDEN_ROW) !== 0) this.#grid.hide(row);
        return;
      }
      case RECORD.mergeCells: {
        for (let count = reader.u16(); count > 0; count--) {
          this.#grid.merge({ top: reader.u16(), bottom: reader.u16(), left: reader.u16(), right: reader.u16() });
        }
        return;
      }
      case RECORD.mulRk: {
        const row = reader.u16();
        // Pairs of format and number; the last column closes the record.
        for (let column = reader.u16(); reader.left >= 6 + 2; column++) {
          const style = reader.u16();
          this.#set(row, column, this.#number(reader.rk(), style));
        }
        return;
      }
      case RECORD.string: {
        const waiting = this.#awaitsText;
        this.#awaitsText = null;
        if (waiting === null) return;
        const text = reader.chars(reader.u16(), reader.u8());
        this.#set(waiting.row, waiting.column, this.#text(text, undefined, waiting.style));
        return;
      }
      case RECORD.labelSst:
      case RECORD.rk:
      case RECORD.number:
      case RECORD.boolErr:
      case RECORD.label:
      case RECORD.rString:
      case RECORD.formula: {
        const row = reader.u16();
        const column = reader.u16();
        const style = reader.u16();
        this.#set(row, column, this.#value(record.id, row, column, style));
      }
    }
  }

  #value(id: number, row: number, column: number, style: number): Cell {
    const reader = this.#reader;
    if (id === RECORD.rk) return this.#number(reader.rk(), style);
    if (id === RECORD.number) return this.#number(reader.f64(), style);
    if (id === RECORD.boolErr) return boolOrError(reader.u8(), reader.u8() === 1);
    if (id === RECORD.label || id === RECORD.rString) {
      return this.#text(reader.chars(reader.u16(), reader.u8()), undefined, style);
    }
    if (id === RECORD.labelSst) {
      const index = reader.u32();
      const text = this.#globals.strings.texts[index];
      if (text === undefined) throw new RangeError("text outside the table");
      return this.#text(text, this.#globals.strings.fonts.get(index), style);
    }
    return this.#formula(row, column, style);
  }

  /** The value last calculated ([MS-XLS] 2.5.133): a number, or a mark in its last two bytes for another kind. */
  #formula(row: number, column: number, style: number): Cell {
    const reader = this.#reader;
    const bytes = Array.from({ length: 8 }, () => reader.u8());
    if (bytes[6] !== 0xff || bytes[7] !== 0xff) {
      const number = new DataView(Uint8Array.from(bytes).buffer).getFloat64(0, true);
      return this.#number(number, style);
    }
    if (bytes[0] === 0) this.#awaitsText = { row, column, style };
    if (bytes[0] === 1) return bytes[2] !== 0;
    if (bytes[0] === 2) return boolOrError(bytes[2]!, true);
    return null;
  }

  #number(value: number, style: number): Cell {
    if (!Number.isFinite(value)) throw new RangeError("number");
    return makeNumber(value, this.#globals.styles[style], this.#globals.date1904);
  }

  #text(text: string, fonts: RunFonts | undefined, style: number): Cell {
    return makeText(text, fonts, this.#globals.styles[style]);
  }

  #set(row: number, column: number, cell: Cell): void {
    this.#grid.set(row, column, cell);
  }
}

function boolOrError(value: number, isError: boolean): Cell {
  if (!isError) return value !== 0;
  return { v: ERRORS.get(value) ?? "#ERROR!", t: "e" };
}

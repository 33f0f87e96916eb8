import type { DefinedName } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { RECORD, type RecordReader } from "./biff.ts";
import type { CellStyle } from "./cells.ts";
import { dateFormat } from "./numberFormat.ts";
import { type RunFonts, withFont } from "./richText.ts";
import { symbolFont } from "./symbolFont.ts";
import type { SharedStrings } from "./xlsxStrings.ts";

export interface BoundSheet {
  name: string;
  hidden: boolean;
  position: number;
}

/** What the first part of a BIFF8 stream says about all sheets. */
export interface XlsGlobals {
  sheets: BoundSheet[];
  names: DefinedName[];
  styles: CellStyle[];
  strings: SharedStrings;
  date1904: boolean;
}

const BIFF8 = 0x0600;
const WORKSHEET = 0;
const MACRO_SHEET = 1;
/** Lbl flags: the name is one of Excel's own (print area, filter) and written as a number. */
const BUILT_IN_NAME = 0x20;
const TOKEN_TEXT = 0x17;

/** Throws UnreadableFile: encrypted, macros, old-xls, too-many-sheets, too-many-names, too-many-cells; RangeError when damaged. */
export function readGlobals(reader: RecordReader, limits: Limits): XlsGlobals {
  const first = reader.record(0);
  if (first?.id !== RECORD.bof || reader.enter(first).u16() !== BIFF8) throw new UnreadableFile("old-xls");
  const globals: XlsGlobals = {
    sheets: [],
    names: [],
    styles: [],
    strings: { texts: [], fonts: new Map() },
    date1904: false,
  };
  const fonts: string[] = [];
  const formats = new Map<number, string>();
  const cellFormats: { font: number; format: number }[] = [];
  for (let record = reader.record(first.end); record !== undefined; record = reader.record(record.end)) {
    if (record.id === RECORD.eof) break;
    reader.enter(record);
    if (record.id === RECORD.filePass) throw new UnreadableFile("encrypted");
    else if (record.id === RECORD.dateMode) globals.date1904 = reader.u16() === 1;
    else if (record.id === RECORD.font) fonts.push(readFontName(reader));
    else if (record.id === RECORD.format) formats.set(reader.u16(), reader.chars(reader.u16(), reader.u8()));
    else if (record.id === RECORD.xf) cellFormats.push({ font: reader.u16(), format: reader.u16() });
    else if (record.id === RECORD.boundSheet) addSheet(reader, globals.sheets, limits);
    else if (record.id === RECORD.name) addName(reader, globals.names, limits);
    else if (record.id === RECORD.sst) globals.strings = readSst(reader, fonts, limits);
  }
  globals.styles = cellFormats.map(({ font, format }) => ({
    dateFormat: dateFormat(format, formats),
    symbolFont: symbolFont(fontAt(fonts, font)),
  }));
  return globals;
}

/** Font 4 does not exist: numbers above it are one too high. */
function fontAt(fonts: string[], index: number): string | undefined {
  return fonts[index > 4 ? index - 1 : index];
}

function readFontName(reader: RecordReader): string {
  reader.skip(14);
  return reader.chars(reader.u8(), reader.u8());
}

function addSheet(reader: RecordReader, sheets: BoundSheet[], limits: Limits): void {
  const position = reader.u32();
  const hidden = (reader.u8() & 3) !== 0;
  const type = reader.u8();
  if (type === MACRO_SHEET) throw new UnreadableFile("macros");
  if (type !== WORKSHEET) return;
  if (sheets.length >= limits.sheets) throw new UnreadableFile("too-many-sheets", { limit: limits.sheets });
  sheets.push({ position, hidden, name: reader.chars(reader.u8(), reader.u8()) });
}

/** Names of constant texts only, which is what an identity is; formulas are not decoded. */
function addName(reader: RecordReader, names: DefinedName[], limits: Limits): void {
  const flags = reader.u16();
  reader.skip(1);
  const length = reader.u8();
  const formulaBytes = reader.u16();
  reader.skip(8);
  const name = reader.chars(length, reader.u8());
  if ((flags & BUILT_IN_NAME) !== 0 || formulaBytes < 3 || reader.u8() !== TOKEN_TEXT) return;
  const text = reader.chars(reader.u8(), reader.u8());
  if (names.length >= limits.names) throw new UnreadableFile("too-many-names", { limit: limits.names });
  names.push({ name, value: `"${text.replaceAll('"', '""')}"` });
}

function readSst(reader: RecordReader, fonts: string[], limits: Limits): SharedStrings {
  const strings: SharedStrings = { texts: [], fonts: new Map() };
  reader.skip(4);
  const count = reader.u32();
  if (count > limits.cells) throw new UnreadableFile("too-many-cells", { limit: limits.cells });
  for (let i = 0; i < count; i++) {
    const length = reader.u16();
    const flags = reader.u8();
    const runs = (flags & 8) !== 0 ? reader.u16() : 0;
    const phoneticBytes = (flags & 4) !== 0 ? reader.u32() : 0;
    const text = reader.chars(length, flags);
    const starts: [at: number, font: number][] = [];
    for (let run = 0; run < runs; run++) starts.push([reader.u16(), reader.u16()]);
    reader.skip(phoneticBytes);
    const runFonts = runs > 0 ? fontsOfRuns(text, starts, fonts) : undefined;
    if (runFonts !== undefined) strings.fonts.set(i, runFonts);
    strings.texts.push(text);
  }
  return strings;
}

/** What stands before the first run is in the cell's own font. */
function fontsOfRuns(text: string, starts: [at: number, font: number][], fonts: string[]): RunFonts | undefined {
  let shown: RunFonts | undefined;
  const add = (from: number, to: number, font: string | undefined) => {
    if (text.slice(from, to).trim() !== "") shown = withFont(shown, font);
  };
  add(0, starts[0]?.[0] ?? 0, undefined);
  for (const [i, [at, font]] of starts.entries()) {
    add(at, starts[i + 1]?.[0] ?? text.length, symbolFont(fontAt(fonts, font)) ?? "");
  }
  return shown;
}

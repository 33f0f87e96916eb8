import type { Grid, Workbook } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { RecordReader } from "./biff.ts";
import { CompoundFile } from "./cfb.ts";
import { newBudget } from "./gridBuilder.ts";
import { type BoundSheet, readGlobals } from "./xlsGlobals.ts";
import { readXlsSheet } from "./xlsSheet.ts";

/**
 * Reads an Excel 97-2003 workbook ([MS-XLS], BIFF8). Our own reader: the library knows neither fonts (ticks in Wingdings),
 * hidden rows and sheets, nor defined names, and loses the text of shared formulas.
 * Throws UnreadableFile: encrypted, macros, old-xls, not-a-workbook, truncated, damaged, and what `GridBuilder` throws.
 */
export function readXls(bytes: Uint8Array, limits: Limits): Workbook {
  const file = new CompoundFile(bytes);
  judgeOle(file);
  const stream = file.stream("Workbook");
  if (stream === undefined) throw new UnreadableFile("old-xls");
  try {
    return readStream(stream, limits);
  } catch (error) {
    // The one error of RecordReader: the stream ends, or points, where it must not.
    if (error instanceof RangeError) throw new UnreadableFile("damaged", { part: "Workbook", what: error.message });
    throw error;
  }
}

function readStream(stream: Uint8Array, limits: Limits): Workbook {
  const reader = new RecordReader(stream);
  const globals = readGlobals(reader, limits);
  const budget = newBudget(limits);
  const positions = globals.sheets.map(({ position }) => position).sort((a, b) => a - b);
  const endOf = (sheet: BoundSheet) => positions.find((position) => position > sheet.position) ?? stream.length;
  // Sheets that share their records would be read once for each: the work must not outgrow the file.
  if (new Set(positions).size !== positions.length) throw new UnreadableFile("overlap");
  const sheets: Grid[] = [];
  for (const sheet of globals.sheets) {
    const grid = readXlsSheet(reader, sheet, endOf(sheet), globals, budget);
    if (grid !== null) sheets.push(grid);
  }
  if (sheets.length === 0) throw new UnreadableFile("no-sheet");
  return { sheets, names: globals.names };
}

function judgeOle(file: CompoundFile): void {
  const { names } = file;
  if (names.has("EncryptedPackage")) throw new UnreadableFile("encrypted");
  if (names.has("Workbook") || names.has("Book")) {
    if (names.has("_VBA_PROJECT_CUR") || names.has("_VBA_PROJECT")) throw new UnreadableFile("macros");
    return;
  }
  if (names.has("WordDocument")) throw new UnreadableFile("not-a-workbook", { kind: "word" });
  if (names.has("PowerPoint Document")) throw new UnreadableFile("not-a-workbook", { kind: "slides" });
  throw new UnreadableFile("not-a-workbook", { kind: "other" });
}

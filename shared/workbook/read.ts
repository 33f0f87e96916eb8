import type { Workbook } from "../sheet/grid.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { readCsv } from "./read/csv.ts";
import { decodeText } from "./read/decodeText.ts";
import { readOds } from "./read/ods.ts";
import { Parcel } from "./read/parcel.ts";
import { sniff, sniffText } from "./read/sniff.ts";
import { readXls } from "./read/xls.ts";
import { readXlsx } from "./read/xlsx.ts";
import { judgeZip } from "./read/zipKind.ts";
import { UnreadableFile } from "./unreadable.ts";

export { UnreadableFile };

export interface ReadOptions {
  /** Kept with the workbook, and the name of a text file's only sheet. Never used to tell what the file is. */
  fileName?: string;
  limits?: Partial<Limits>;
  /** Read the drop-downs, too (.xlsx only): what an official form offers to choose. */
  choices?: boolean;
}

/**
 * Reads a workbook somebody handed us (.xlsx, .csv, .xls, .ods, told by content) into grids. Dates stay serials as stored,
 * formulas give the value last calculated, a font is kept only where it changes what a letter means, empty rows and
 * columns at the end are left away. Runs in Node, workerd and browsers.
 * Rejects with UnreadableFile and nothing else; limits are checked before memory is spent.
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions = {}): Promise<Workbook> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  if (bytes.length === 0) throw new UnreadableFile("empty");
  if (bytes.length > limits.fileBytes) {
    throw new UnreadableFile("too-large", { bytes: bytes.length, limit: limits.fileBytes });
  }
  const workbook = readByKind(bytes, limits, options);
  if (options.fileName !== undefined) workbook.fileName = options.fileName;
  return workbook;
}

function readByKind(bytes: Uint8Array, limits: Limits, { fileName, choices }: ReadOptions): Workbook {
  const kind = sniff(bytes);
  if (kind === "zip") return readZip(bytes, limits, choices);
  if (kind === "text") return readText(bytes, limits, fileName);
  if (kind === "ole") return readXls(bytes, limits);
  if (kind === "old-xls") throw new UnreadableFile("old-xls");
  throw new UnreadableFile("not-a-workbook", { kind: kind.other });
}

function readZip(bytes: Uint8Array, limits: Limits, choices?: boolean): Workbook {
  const parcel = new Parcel(bytes, limits);
  try {
    return judgeZip(parcel) === "ods" ? readOds(parcel, limits) : readXlsx(parcel, limits, choices);
  } catch (error) {
    if (error instanceof UnreadableFile) error.inflatedBytes = parcel.inflatedBytes;
    throw error;
  }
}

function readText(bytes: Uint8Array, limits: Limits, fileName: string | undefined): Workbook {
  const text = decodeText(bytes);
  const kind = sniffText(text);
  if (kind === "html") throw new UnreadableFile("html-renamed");
  if (kind === "xml-2003") throw new UnreadableFile("xml-2003");
  if (kind !== null) throw new UnreadableFile("not-a-workbook", { kind });
  if (text.trim() === "") throw new UnreadableFile("empty");
  const sheet = fileName?.replace(/^.*[/\\]/, "").replace(/\.[^.]*$/, "") || "Sheet1";
  return { sheets: [readCsv(text, sheet, limits)], names: [] };
}

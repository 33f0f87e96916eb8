import { dropFromCalcChain } from "./edit/calcChain.ts";
import { CannotEdit } from "./edit/cannotEdit.ts";
import { type CellEdit, type PlacedEdit, placeEdit } from "./edit/checkEdits.ts";
import { editSheet, type SheetToEdit } from "./edit/editSheet.ts";
import { rezip } from "./edit/rezip.ts";
import { StyleBook } from "./edit/styleBook.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { Parcel } from "./read/parcel.ts";
import { sniff } from "./read/sniff.ts";
import { readWorkbookParts } from "./read/xlsxParts.ts";
import { judgeZip } from "./read/zipKind.ts";
import { readWorkbook } from "./read.ts";

export { CannotEdit, type CannotEditCode } from "./edit/cannotEdit.ts";
export type { CellEdit } from "./edit/checkEdits.ts";
export type { CsvEncoding } from "./edit/csvEncoding.ts";
export { type EditedCsv, editCsv } from "./edit/editCsv.ts";

export interface EditOptions {
  limits?: Partial<Limits>;
}

/**
 * Writes values into cells of an .xlsx in place. Every other part of the file is copied through packed as it is, and of a sheet's
 * XML only the cells written to change (and, where needed, `dimension` and a row's `spans`). A cell keeps its format; a text is
 * a text whatever it begins with; null clears the value; a formula makes way for the value. Numbers are as `readWorkbook` gives
 * them: days count from 1899-12-30. All edits are made or none.
 *
 * Three other parts can change, each only when it must: the styles, when a value goes into a cell whose font is one of pictures;
 * the calculation chain, when a formula is gone (and the two parts that mention it, when none is left).
 * Values that other formulas had calculated stay as they are until a spreadsheet calculates anew.
 *
 * Rejects with UnreadableFile as `readWorkbook` does, and with CannotEdit.
 */
export async function editWorkbook(
  bytes: Uint8Array,
  edits: readonly CellEdit[],
  options: EditOptions = {},
): Promise<Uint8Array> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const parcel = await openXlsx(bytes, limits);
  const { sheets, styles: stylesPart, date1904 } = readWorkbookParts(parcel, limits);
  if ([...parcel.entries.keys()].some((name) => name.startsWith("_xmlsignatures/"))) {
    throw new CannotEdit("not-editable", { kind: "signed" });
  }
  const toEdit = bySheet(edits, sheets, limits);
  const changes = new Map<string, Uint8Array | null>();
  const dropped = new Map<string, string[]>();
  if (toEdit.length > 0) {
    const styles = new StyleBook(parcel, stylesPart, date1904);
    for (const sheet of toEdit) {
      const { content, formulasDropped } = editSheet(parcel, sheet, styles);
      changes.set(sheet.part, content);
      if (formulasDropped.length > 0) dropped.set(sheet.part, formulasDropped);
    }
    const changed = styles.changedPart();
    if (changed !== null) changes.set(changed.part, changed.content);
  }
  if (dropped.size > 0) for (const [part, content] of dropFromCalcChain(parcel, dropped)) changes.set(part, content);
  return rezip(bytes, new Map([...changes].map(([part, content]) => [part.toLowerCase(), content])));
}

/** The zip of a file that the reader takes: nothing is edited that would not be read, hostile files least of all. */
async function openXlsx(bytes: Uint8Array, limits: Limits): Promise<Parcel> {
  await readWorkbook(bytes, { limits });
  const kind = sniff(bytes);
  if (kind !== "zip") throw new CannotEdit("not-editable", { kind: kind === "text" ? "csv" : "xls" });
  const parcel = new Parcel(bytes, limits);
  if (judgeZip(parcel) !== "xlsx") throw new CannotEdit("not-editable", { kind: "ods" });
  return parcel;
}

/** Throws CannotEdit: no-such-sheet, bad-cell, bad-value. */
function bySheet(
  edits: readonly CellEdit[],
  sheets: readonly { name: string; part: string }[],
  limits: Limits,
): SheetToEdit[] {
  const byPart = new Map<string, { name: string; part: string; edits: PlacedEdit[] }>();
  for (const edit of edits) {
    const sheet = sheets.find(({ name }) => name === edit.sheet);
    if (sheet === undefined) throw new CannotEdit("no-such-sheet", { sheet: edit.sheet });
    const known = byPart.get(sheet.part);
    const placed = placeEdit(edit, limits);
    if (known === undefined) byPart.set(sheet.part, { ...sheet, edits: [placed] });
    else known.edits.push(placed);
  }
  return [...byPart.values()];
}

import { DEFAULT_LIMITS, type Limits } from "../limits.ts";
import { type CsvLayout, csvLayout, forEachField } from "../read/csv.ts";
import { sniff } from "../read/sniff.ts";
import { readWorkbook } from "../read.ts";
import { CannotEdit } from "./cannotEdit.ts";
import { type CellEdit, inOrder, type PlacedEdit, placeEdit } from "./checkEdits.ts";
import { type CsvEncoding, putTogether, takeApart } from "./csvEncoding.ts";
import { csvField } from "./csvField.ts";
import { type Splice, splice } from "./splice.ts";

export interface EditedCsv {
  bytes: Uint8Array;
  encoding: CsvEncoding;
  /** The encoding the file had; another one only when it lacks a character, or had no Thai and no mark to tell it by. */
  was: CsvEncoding;
}

/**
 * Writes values into fields of a text file (comma, semicolon, tab or bar separated). Encoding, delimiter, line ends and every
 * other field stay byte by byte; a field that had quotes keeps them. Fields and rows that are missing are added.
 * Rejects with UnreadableFile as `readWorkbook` does, and with CannotEdit: not-editable, bad-cell, bad-value.
 */
export async function editCsv(
  bytes: Uint8Array,
  edits: readonly Omit<CellEdit, "sheet">[],
  options: { limits?: Partial<Limits> } = {},
): Promise<EditedCsv> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  await readWorkbook(bytes, { limits });
  const kind = sniff(bytes);
  if (kind !== "text") throw new CannotEdit("not-editable", { kind: kind === "zip" ? "xlsx" : "xls" });
  const text = takeApart(bytes);
  const placed = inOrder(edits.map((edit) => placeEdit(edit, limits)));
  const body = editText(text.body, csvLayout(text.body), placed, limits);
  return { ...putTogether(text, body), was: text.encoding };
}

type Field = [start: number, end: number];

function editText(text: string, layout: CsvLayout, edits: readonly PlacedEdit[], limits: Limits): string {
  const rows = new Map<number, { fields: Field[]; edits: PlacedEdit[] }>();
  for (const edit of edits) {
    const known = rows.get(edit.row);
    if (known === undefined) rows.set(edit.row, { fields: [], edits: [edit] });
    else known.edits.push(edit);
  }
  let rowCount = 0;
  let end = 0;
  forEachField(text, layout, limits, (row, _column, _field, fieldStart, fieldEnd) => {
    rows.get(row)?.fields.push([fieldStart, fieldEnd]);
    rowCount = row + 1;
    end = fieldEnd;
  });
  const { delimiter } = layout;
  // Behind a delimiter that ends the file stands one more field, which has nothing in it.
  if (rowCount > 0 && end === text.length - delimiter.length && text.endsWith(delimiter)) {
    rows.get(rowCount - 1)?.fields.push([text.length, text.length]);
  }
  const splices: Splice[] = [];
  const added: string[] = [];
  for (const [row, { fields, edits }] of rows) {
    if (row < rowCount) splices.push(...editRow(text, delimiter, fields, edits));
    else if (edits.some(({ value }) => value !== null)) {
      while (added.length < row - rowCount) added.push("");
      added.push(newRow(delimiter, edits));
    }
  }
  return splice(text, [...splices, { start: text.length, end: text.length, text: linesAdded(text, added) }]);
}

function editRow(text: string, delimiter: string, fields: readonly Field[], edits: readonly PlacedEdit[]): Splice[] {
  const splices: Splice[] = [];
  const rowEnd = fields.at(-1)![1];
  let width = fields.length;
  for (const { column, value } of edits) {
    const field = fields[column];
    if (field !== undefined) {
      const [start, end] = field;
      splices.push({ start, end, text: csvField(value, text[start] === '"', delimiter) });
    } else if (value !== null) {
      const padding = delimiter.repeat(column + 1 - width);
      splices.push({ start: rowEnd, end: rowEnd, text: padding + csvField(value, false, delimiter) });
      width = column + 1;
    }
  }
  return splices;
}

function newRow(delimiter: string, edits: readonly PlacedEdit[]): string {
  let line = "";
  let at = 0;
  for (const { column, value } of edits) {
    line += delimiter.repeat(column - at) + csvField(value, false, delimiter);
    at = column;
  }
  return line;
}

/** Behind the last row, with the file's own line end; the new last line has one when the old one had. */
function linesAdded(text: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? "\r\n";
  const closed = text === "" || /[\r\n]$/.test(text);
  return closed ? lines.map((line) => line + lineEnd).join("") : lineEnd + lines.join(lineEnd);
}

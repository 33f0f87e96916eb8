import { CannotEdit } from "./edit/cannotEdit.ts";
import { placeEdit } from "./edit/checkEdits.ts";
import { restyleCells } from "./edit/editSheet.ts";
import { readPartText } from "./edit/partText.ts";
import { holds } from "./edit/ranges.ts";
import { rezip } from "./edit/rezip.ts";
import { indexSheet } from "./edit/sheetIndex.ts";
import { addNotes, type Note } from "./edit/sheetNotes.ts";
import { splice } from "./edit/splice.ts";
import { StyleBook } from "./edit/styleBook.ts";
import { TintBook, type Tone } from "./edit/tints.ts";
import { DEFAULT_LIMITS, type Limits } from "./limits.ts";
import { MAX_COLUMNS } from "./read/a1.ts";
import type { Range } from "./read/gridBuilder.ts";
import { Parcel } from "./read/parcel.ts";
import { sniff } from "./read/sniff.ts";
import { readWorkbookParts } from "./read/xlsxParts.ts";
import { judgeZip } from "./read/zipKind.ts";
import { readWorkbook } from "./read.ts";

export type { Tone } from "./edit/tints.ts";

/** Something to be seen at a cell: a colour, and a note that says it. */
export interface CellMark {
  sheet: string;
  /** A1. */
  cell: string;
  tone: Tone;
  text: string;
}

export interface MarkOptions {
  limits?: Partial<Limits>;
  /** Whose notes they are, as a spreadsheet shows it. */
  author: string;
}

const RANK: Record<Tone, number> = { warn: 0, suggest: 1, error: 2 };
/** A spreadsheet with more notes on one sheet helps nobody; the rest are coloured only. */
const MOST_NOTES = 400;

/**
 * The same .xlsx with some cells coloured and a note beside each. Values, formulas, the user's own notes and everything else stay as
 * they are: parts that need no change are copied through packed. In a merged range the mark stands at its first cell. A cell
 * that has a note already is coloured only. Rejects with UnreadableFile as `readWorkbook` does, and with CannotEdit:
 * not-editable (another kind of file, a signed one), no-such-sheet, bad-cell.
 */
export async function markWorkbook(
  bytes: Uint8Array,
  marks: readonly CellMark[],
  options: MarkOptions,
): Promise<Uint8Array> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits };
  const parcel = await openXlsx(bytes, limits);
  const parts = readWorkbookParts(parcel, limits);
  const styles = new StyleBook(parcel, parts.styles, parts.date1904);
  const tints = TintBook.of(parcel, parts.styles);
  const changes = new Map<string, Uint8Array>();
  const added = new Map<string, Uint8Array>();
  for (const name of new Set(marks.map(({ sheet }) => sheet))) {
    const part = parts.sheets.find((one) => one.name === name)?.part;
    if (part === undefined) throw new CannotEdit("no-such-sheet", { sheet: name });
    const source = readPartText(parcel, part);
    const placed = placeMarks(
      marks.filter(({ sheet }) => sheet === name),
      limits,
    );
    // Merges stand behind the cells: they are read first, to know which rows matter.
    const { merges } = indexSheet(source.text, part, () => false);
    const cells = gather(placed, merges);
    const wanted = new Set(cells.flatMap(({ row }) => [row - 1, row]));
    const index = indexSheet(source.text, part, (row) => wanted.has(row));
    const restyled =
      tints === null
        ? []
        : restyleCells(
            source.text,
            index,
            styles,
            cells.map(({ row, column, tone }) => ({ row, column, styleOf: (before) => tints.tinted(before, tone) })),
          );
    // Notes go to one sheet: two would both count on the same free names.
    const notes = added.size > 0 ? null : addNotes(parcel, part, source, cells.slice(0, MOST_NOTES), options.author);
    for (const [other, content] of notes?.changed ?? []) changes.set(other.toLowerCase(), content);
    for (const [other, content] of notes?.added ?? []) added.set(other, content);
    const text = splice(source.text, [...restyled, ...(notes?.splices ?? [])]);
    changes.set(part.toLowerCase(), source.encode(text));
  }
  const styled = tints?.changedPart() ?? null;
  if (styled !== null) changes.set(styled.part.toLowerCase(), styled.content);
  return rezip(bytes, changes, added);
}

async function openXlsx(bytes: Uint8Array, limits: Limits): Promise<Parcel> {
  await readWorkbook(bytes, { limits });
  const kind = sniff(bytes);
  if (kind !== "zip") throw new CannotEdit("not-editable", { kind: kind === "text" ? "csv" : "xls" });
  const parcel = new Parcel(bytes, limits);
  if (judgeZip(parcel) !== "xlsx") throw new CannotEdit("not-editable", { kind: "ods" });
  if ([...parcel.entries.keys()].some((name) => name.startsWith("_xmlsignatures/")))
    throw new CannotEdit("not-editable", { kind: "signed" });
  return parcel;
}

interface PlacedMark extends Note {
  tone: Tone;
}

function placeMarks(marks: readonly CellMark[], limits: Limits): PlacedMark[] {
  return marks.map(({ cell, tone, text }) => {
    const { row, column } = placeEdit({ cell, value: null }, limits);
    return { row, column, tone, text };
  });
}

/** One mark a cell, in the sheet's order: the worst tone, all texts. */
function gather(marks: readonly PlacedMark[], merges: readonly Range[]): PlacedMark[] {
  const byCell = new Map<number, PlacedMark>();
  for (const mark of marks) {
    const merge = merges.find((range) => holds(range, mark.row, mark.column));
    const row = merge?.top ?? mark.row;
    const column = merge?.left ?? mark.column;
    const known = byCell.get(row * MAX_COLUMNS + column);
    if (known === undefined) byCell.set(row * MAX_COLUMNS + column, { ...mark, row, column });
    else {
      if (!known.text.split("\n").includes(mark.text)) known.text += `\n${mark.text}`;
      if (RANK[mark.tone] > RANK[known.tone]) known.tone = mark.tone;
    }
  }
  return [...byCell.values()].sort((a, b) => a.row - b.row || a.column - b.column);
}

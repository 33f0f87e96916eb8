/// <reference types="office-js" />
import { HostProblem } from "../../host.ts";
import { isTooLarge } from "../batch.ts";
import { areaText } from "./areas.ts";
import { roughCells } from "./cells.ts";
import { addFonts } from "./fonts.ts";
import { addDetails, allRows, askHidden, askMerges, askValues, type Care } from "./look.ts";
import type { Frame, Mirror, Piece } from "./mirror.ts";

/** Cells in one answer: far below the 5 MB and 5,000,000 cells that Excel gives at once, Thai texts and formats counted. */
const CELLS_AT_ONCE = 40_000;
/** Where even that was too large. */
const CELLS_AT_LEAST = 500;
/** No office's report is this large: such a sheet holds something else, and is shown as one without a form. */
const CELLS_AT_MOST = 2_000_000;

const NOTHING: Frame = { merges: [], hiddenRows: [] };

/** Reads these sheets whole. Three round trips for reports of usual size: how large (if not known), the values, what values do not tell. */
export async function readWhole(
  context: Excel.RequestContext,
  mirrors: readonly Mirror[],
  known: ReadonlyMap<string, Size | null> = new Map(),
): Promise<void> {
  const all = mirrors.every((mirror) => known.has(mirror.ref.id));
  const sizes = all ? mirrors.map((mirror) => known.get(mirror.ref.id)!) : await sizesOf(context, mirrors);
  const cells = sizes.reduce((sum, size) => sum + (size === null ? 0 : size.rows * size.cols), 0);
  if (cells <= CELLS_AT_ONCE) {
    try {
      return await readTogether(context, mirrors, "whole");
    } catch (error) {
      if (!isTooLarge(error)) throw error;
    }
  }
  // Only sheets that do not fit one answer are asked for in parts, one after another.
  for (const [i, mirror] of mirrors.entries()) await readInParts(context, mirror, sizes[i] ?? null, "whole");
}

/** Reads one sheet, expecting it to fit one answer, as it did before. Two round trips. */
export async function readAgain(context: Excel.RequestContext, mirror: Mirror, care: Care): Promise<void> {
  try {
    await readTogether(context, [mirror], care);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    const [size] = await sizesOf(context, [mirror]);
    await readInParts(context, mirror, size ?? null, care);
  }
}

/** Where the filled part of a sheet lies, zero-based. */
export interface Size {
  top: number;
  left: number;
  rows: number;
  cols: number;
}

const sheetOf = (context: Excel.RequestContext, mirror: Mirror) =>
  context.workbook.worksheets.getItemOrNullObject(mirror.ref.id);

async function sizesOf(context: Excel.RequestContext, mirrors: readonly Mirror[]): Promise<(Size | null)[]> {
  const asked = mirrors.map((mirror) => {
    const sheet = sheetOf(context, mirror);
    sheet.load("name,visibility");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load(SIZE);
    return { mirror, sheet, used };
  });
  await context.sync();
  return asked.map(({ mirror, sheet, used }) => {
    if (sheet.isNullObject) throw new HostProblem("gone");
    mirror.name({ ...mirror.ref, name: sheet.name, hidden: sheet.visibility !== "Visible" });
    return used.isNullObject ? null : sizeOf(used);
  });
}

export const SIZE = "rowIndex,columnIndex,rowCount,columnCount";

export const sizeOf = (used: Excel.Range): Size => ({
  ...{ top: used.rowIndex, left: used.columnIndex, rows: used.rowCount, cols: used.columnCount },
});

/** What a sheet turned out to be, once everything has come. */
interface Result {
  mirror: Mirror;
  piece: Piece | null;
  frame: Frame;
}

async function readTogether(context: Excel.RequestContext, mirrors: readonly Mirror[], care: Care): Promise<void> {
  const asked = mirrors.map((mirror) => {
    const sheet = sheetOf(context, mirror);
    sheet.load("name,visibility");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load(`${SIZE},rowHidden`);
    return { mirror, sheet, used, block: askValues(used), merges: care === "whole" ? askMerges(used) : null };
  });
  await context.sync();
  const more: { take(): void }[] = [];
  const results = asked.map(({ mirror, sheet, used, block, merges }): Result => {
    if (sheet.isNullObject) throw new HostProblem("gone");
    mirror.name({ ...mirror.ref, name: sheet.name, hidden: sheet.visibility !== "Visible" });
    if (used.isNullObject) return { mirror, piece: null, frame: NOTHING };
    const got = block.take();
    if (got === null) throw new HostProblem("failed", "too many cells at once");
    const size = sizeOf(used);
    const piece: Piece = { top: size.top, left: size.left, cells: roughCells(got) };
    addDetails(sheetOf(context, mirror), piece, more);
    addFonts(sheetOf(context, mirror), mirror, piece, block.font(), care, more);
    const frame = { merges: merges?.take() ?? mirror.frame.merges, hiddenRows: [] as number[] };
    hidden(context, mirror, size, used.rowHidden, care, frame, more);
    return { mirror, piece, frame };
  });
  if (more.length > 0) await context.sync();
  for (const one of more) one.take();
  for (const { mirror, piece, frame } of results) mirror.become(piece, frame);
}

/** Which rows of a part are hidden. `told` is null when some are; carefully, they are then taken to be those known. */
function hidden(
  context: Excel.RequestContext,
  mirror: Mirror,
  { top, left, rows, cols }: Size,
  told: boolean | null,
  care: Care,
  frame: Frame,
  more: { take(): void }[],
): void {
  if (told === false) return;
  if (told === true) frame.hiddenRows.push(...allRows(top, rows));
  else if (care === "careful") frame.hiddenRows.push(...mirror.frame.hiddenRows);
  else {
    const area = { top, left, bottom: top + rows - 1, right: left + cols - 1 };
    const asked = askHidden(sheetOf(context, mirror).getRange(areaText(area)), top);
    more.push({ take: () => frame.hiddenRows.push(...asked.take()) });
  }
}

async function readInParts(
  context: Excel.RequestContext,
  mirror: Mirror,
  size: Size | null,
  care: Care,
): Promise<void> {
  if (size === null || size.rows * size.cols > CELLS_AT_MOST) return mirror.become(null, NOTHING);
  const whole: Piece = { top: size.top, left: size.left, cells: [] };
  const frame: Frame = { merges: care === "whole" ? [] : mirror.frame.merges, hiddenRows: [] };
  let atOnce = CELLS_AT_ONCE;
  while (whole.cells.length < size.rows) {
    const step = Math.max(1, Math.floor(atOnce / size.cols));
    const done = whole.cells.length;
    const part = { ...size, top: size.top + done, rows: Math.min(step, size.rows - done) };
    try {
      await readPart(context, mirror, part, care, whole, frame);
    } catch (error) {
      if (!isTooLarge(error) || atOnce <= CELLS_AT_LEAST) throw error;
      atOnce /= 4;
    }
  }
  mirror.become(whole, { ...frame, merges: [...new Set(frame.merges)] });
}

async function readPart(
  context: Excel.RequestContext,
  mirror: Mirror,
  size: Size,
  care: Care,
  whole: Piece,
  frame: Frame,
): Promise<void> {
  const area = { top: size.top, left: size.left, bottom: size.top + size.rows - 1, right: size.left + size.cols - 1 };
  const range = sheetOf(context, mirror).getRange(areaText(area));
  range.load("rowHidden");
  const [block, merges] = [askValues(range), care === "whole" ? askMerges(range) : null];
  await context.sync();
  const got = block.take();
  if (got === null) throw new HostProblem("failed", "too many cells at once");
  const piece: Piece = { top: size.top, left: size.left, cells: roughCells(got) };
  const more: { take(): void }[] = [];
  addDetails(sheetOf(context, mirror), piece, more);
  addFonts(sheetOf(context, mirror), mirror, piece, block.font(), care, more);
  const rows: Frame = { merges: [], hiddenRows: [] };
  hidden(context, mirror, size, range.rowHidden, care, rows, more);
  if (more.length > 0) await context.sync();
  for (const one of more) one.take();
  whole.cells.push(...piece.cells);
  frame.merges.push(...(merges?.take() ?? []));
  frame.hiddenRows = [...new Set([...frame.hiddenRows, ...rows.hiddenRows])];
}

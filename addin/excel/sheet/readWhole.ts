/// <reference types="office-js" />
import type { Range } from "../../../shared/sheet/address.ts";
import type { Cell } from "../../../shared/sheet/grid.ts";
import { HostProblem } from "../../host.ts";
import { isTooLarge } from "../batch.ts";
import { areaText } from "./areas.ts";
import { cellsOf, inFont } from "./cells.ts";
import { allRows, askBlock, askFonts, askFrame, askHidden, picturePart, withFonts } from "./look.ts";
import type { Mirror, Piece } from "./mirror.ts";

/** Cells in one answer: far below the 5 MB and 5,000,000 cells that Excel gives at once, Thai texts and formats counted. */
const CELLS_AT_ONCE = 40_000;
/** No office's report is this large: such a sheet holds something else, and is shown as one without a form. */
const CELLS_AT_MOST = 2_000_000;

/** Reads these sheets whole. Two round trips for reports of usual size, a third where fonts are mixed or rows hidden. */
export async function readWhole(context: Excel.RequestContext, mirrors: readonly Mirror[]): Promise<void> {
  const sizes = await sizesOf(context, mirrors);
  const cells = sizes.reduce((sum, size) => sum + (size === null ? 0 : size.rows * size.cols), 0);
  if (cells <= CELLS_AT_ONCE) return readTogether(context, mirrors);
  for (const [i, mirror] of mirrors.entries()) {
    const size = sizes[i]!;
    if (size === null || size.rows * size.cols > CELLS_AT_MOST) mirror.become(null, { merges: [], hiddenRows: [] });
    // Only a sheet that does not fit one answer is asked for in parts, one after another.
    else await readInParts(context, mirror, size);
  }
}

/** Reads one sheet whole, expecting it to fit one answer, as it did before. */
export async function readAgain(context: Excel.RequestContext, mirror: Mirror): Promise<void> {
  try {
    await readTogether(context, [mirror]);
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    await readWhole(context, [mirror]);
  }
}

interface Size {
  top: number;
  left: number;
  rows: number;
  cols: number;
}

const usedOf = (context: Excel.RequestContext, mirror: Mirror): Excel.Range =>
  context.workbook.worksheets.getItemOrNullObject(mirror.ref.id).getUsedRangeOrNullObject(true);

async function sizesOf(context: Excel.RequestContext, mirrors: readonly Mirror[]): Promise<(Size | null)[]> {
  const used = mirrors.map((mirror) => usedOf(context, mirror));
  for (const range of used) range.load("rowIndex,columnIndex,rowCount,columnCount");
  await context.sync();
  return used.map((range) =>
    range.isNullObject
      ? null
      : { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, cols: range.columnCount },
  );
}

async function readTogether(context: Excel.RequestContext, mirrors: readonly Mirror[]): Promise<void> {
  const asked = mirrors.map((mirror) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(mirror.ref.id);
    sheet.load("name,visibility");
    const range = sheet.getUsedRangeOrNullObject(true);
    range.load("rowIndex,columnIndex,rowCount,columnCount");
    return { mirror, sheet, range, block: askBlock(range), frame: askFrame(range) };
  });
  await context.sync();
  const more: { take(): void }[] = [];
  const ready: { mirror: Mirror; piece: Piece | null; frame: { merges: string[]; hiddenRows: number[] } }[] = [];
  for (const { mirror, sheet, range, block, frame } of asked) {
    if (sheet.isNullObject) throw new HostProblem("gone");
    mirror.name({ ...mirror.ref, name: sheet.name, hidden: sheet.visibility !== "Visible" });
    const { merges, hidden } = frame.take();
    const result = { mirror, piece: null as Piece | null, frame: { merges, hiddenRows: [] as number[] } };
    ready.push(result);
    if (range.isNullObject) continue;
    const got = block.take();
    if (got === null) throw new HostProblem("failed", "too many cells at once");
    const size = { top: range.rowIndex, left: range.columnIndex, rows: range.rowCount, cols: range.columnCount };
    const piece: Piece = { top: size.top, left: size.left, cells: cellsOf(got) };
    result.piece = piece;
    finish(context, mirror.ref.id, piece, block.font(), more);
    if (hidden === true) result.frame.hiddenRows = allRows(size.top, size.rows);
    if (hidden === null) {
      const rows = askHidden(partOf(context, mirror.ref.id, piece, whole(size)), size.top);
      more.push({ take: () => (result.frame.hiddenRows = rows.take()) });
    }
  }
  if (more.length > 0) await context.sync();
  for (const one of more) one.take();
  for (const { mirror, piece, frame } of ready) mirror.become(piece, frame);
}

/** Gives the piece its symbol fonts: at once where it has one font, else with the next round trip. */
export function finish(
  context: Excel.RequestContext,
  sheet: string,
  piece: Piece,
  font: string | null,
  more: { take(): void }[],
): void {
  const part = picturePart(piece.cells);
  if (part === null) return;
  if (font !== null) {
    piece.cells = piece.cells.map((line) => line.map((cell) => inFont(cell, font)));
    return;
  }
  const fonts = askFonts(partOf(context, sheet, piece, part));
  more.push({
    take: () => {
      piece.cells = withFonts(piece.cells, part, fonts.take());
    },
  });
}

const whole = ({ rows, cols }: Size): Range => ({ top: 0, left: 0, bottom: rows - 1, right: cols - 1 });

/** A part of a piece, counted from the piece's first cell, as a range of the sheet. */
function partOf(context: Excel.RequestContext, sheet: string, { top, left }: Piece, part: Range): Excel.Range {
  const area = { top: top + part.top, left: left + part.left, bottom: top + part.bottom, right: left + part.right };
  return context.workbook.worksheets.getItem(sheet).getRange(areaText(area));
}

async function readInParts(context: Excel.RequestContext, mirror: Mirror, size: Size): Promise<void> {
  const step = Math.max(1, Math.floor(CELLS_AT_ONCE / size.cols));
  const cells: Cell[][] = [];
  const merges = new Set<string>();
  const hiddenRows: number[] = [];
  for (let from = 0; from < size.rows; from += step) {
    const rows = Math.min(step, size.rows - from);
    const at = { top: size.top + from, left: size.left, rows, cols: size.cols };
    const origin: Piece = { top: at.top, left: at.left, cells: [] };
    const range = partOf(context, mirror.ref.id, origin, whole(at));
    const [block, frame] = [askBlock(range), askFrame(range)];
    await context.sync();
    const got = block.take();
    if (got === null) throw new HostProblem("failed", "too many cells at once");
    const piece: Piece = { ...origin, cells: cellsOf(got) };
    const more: { take(): void }[] = [];
    finish(context, mirror.ref.id, piece, block.font(), more);
    const { merges: found, hidden } = frame.take();
    for (const merge of found) merges.add(merge);
    if (hidden === true) hiddenRows.push(...allRows(at.top, rows));
    if (hidden === null) {
      const asked = askHidden(partOf(context, mirror.ref.id, origin, whole(at)), at.top);
      more.push({ take: () => hiddenRows.push(...asked.take()) });
    }
    if (more.length > 0) await context.sync();
    for (const one of more) one.take();
    cells.push(...piece.cells);
  }
  mirror.become({ top: size.top, left: size.left, cells }, { merges: [...merges], hiddenRows });
}

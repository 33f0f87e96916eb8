/// <reference types="office-js" />
import type { Range } from "../../../shared/sheet/address.ts";
import { HostProblem } from "../../host.ts";
import { isTooLarge } from "../batch.ts";
import { areaText } from "./areas.ts";
import { cellsOf, scalarFrom } from "./cells.ts";
import { addFonts } from "./fonts.ts";
import { askBlock } from "./look.ts";
import type { Mirror, Piece } from "./mirror.ts";
import { readAgain } from "./readWhole.ts";

/** Reads only these areas again: one round trip, a second where a letter may be a picture in a mixed font. Careful. */
export async function readAreas(context: Excel.RequestContext, mirror: Mirror, areas: readonly Range[]): Promise<void> {
  const { worksheets } = context.workbook;
  const sheet = worksheets.getItemOrNullObject(mirror.ref.id);
  sheet.load("name,visibility");
  const asked = areas.map((area) => ({ area, block: askBlock(sheet.getRange(areaText(area))) }));
  await context.sync();
  if (sheet.isNullObject) throw new HostProblem("gone");
  mirror.name({ ...mirror.ref, name: sheet.name, hidden: sheet.visibility !== "Visible" });
  const more: { take(): void }[] = [];
  const pieces = asked.map(({ area, block }): Piece => {
    const got = block.take();
    if (got === null) throw new HostProblem("failed", "too many cells at once");
    const piece: Piece = { top: area.top, left: area.left, cells: cellsOf(got) };
    addFonts(worksheets.getItem(mirror.ref.id), mirror, piece, block.font(), "careful", more);
    return piece;
  });
  if (more.length > 0) await context.sync();
  for (const one of more) one.take();
  for (const piece of pieces) mirror.put(piece);
}

/**
 * Looks over the whole sheet at little cost, values alone. What differs is then read with its types and formats. One round trip
 * when nothing happened, two or three when something did. Careful: merges, and which rows are hidden, stay as last known.
 */
export async function lookOver(context: Excel.RequestContext, mirror: Mirror): Promise<void> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(mirror.ref.id);
  sheet.load("name,visibility");
  const range = sheet.getUsedRangeOrNullObject(true);
  range.load("rowIndex,columnIndex,values,rowHidden");
  try {
    await context.sync();
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    return readAgain(context, mirror, "careful");
  }
  if (sheet.isNullObject) throw new HostProblem("gone");
  mirror.name({ ...mirror.ref, name: sheet.name, hidden: sheet.visibility !== "Visible" });
  if (range.isNullObject) return mirror.become(null, { merges: [], hiddenRows: [] });
  if (range.values === null) return readAgain(context, mirror, "careful");
  if (range.rowHidden === false) mirror.reframe({ ...mirror.frame, hiddenRows: [] });
  const values = range.values.map((line) => line.map(scalarFrom));
  const part = mirror.difference(range.rowIndex, range.columnIndex, values);
  if (part !== null) await readAreas(context, mirror, [part]);
}

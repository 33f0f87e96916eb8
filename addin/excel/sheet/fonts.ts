/// <reference types="office-js" />
import { type Cell, scalarOf } from "../../../shared/sheet/grid.ts";
import type { Place } from "../../host.ts";
import { areaText } from "./areas.ts";
import { inFont, mayBePicture } from "./cells.ts";
import { askFonts, askFontsOf, type Care, picturePart, withFonts } from "./look.ts";
import type { Mirror, Piece } from "./mirror.ts";

/** More cells than this are not asked for one by one; their fonts are taken to be what they were. */
const ONE_BY_ONE = 200;

/**
 * Gives a piece its symbol fonts: at once where it has one font, else with the next round trip, for which the answers stand in
 * `more`.
 */
export function addFonts(
  sheet: Excel.Worksheet,
  mirror: Mirror,
  piece: Piece,
  font: string | null,
  care: Care,
  more: { take(): void }[],
): void {
  const part = picturePart(piece.cells);
  if (part === null) return;
  if (font !== null) {
    piece.cells = piece.cells.map((line) => line.map((cell) => inFont(cell, font)));
    return;
  }
  if (care === "whole") {
    const { top, left } = piece;
    const area = { top: top + part.top, left: left + part.left, bottom: top + part.bottom, right: left + part.right };
    const fonts = askFonts(sheet.getRange(areaText(area)));
    more.push({
      take: () => {
        piece.cells = withFonts(piece.cells, part, fonts.take());
      },
    });
    return;
  }
  const places = picturesIn(piece);
  // What stood there with this very letter had its font looked at already.
  const fresh = places.filter((place) => scalarOf(mirror.at(place.row, place.col)) !== valueAt(piece, place));
  piece.cells = piece.cells.map((line, r) =>
    line.map((cell, c) => keepFont(cell, mirror.at(piece.top + r, piece.left + c))),
  );
  if (fresh.length === 0 || fresh.length > ONE_BY_ONE) return;
  const fonts = askFontsOf(sheet, fresh);
  more.push({
    take: () => {
      fonts.take().forEach((name, i) => {
        const { row, col } = fresh[i]!;
        const line = piece.cells[row - piece.top]!;
        line[col - piece.left] = inFont(line[col - piece.left]!, name);
      });
    },
  });
}

function picturesIn({ top, left, cells }: Piece): Place[] {
  return cells.flatMap((line, r) =>
    line.flatMap((cell, c) => (mayBePicture(cell) ? [{ row: top + r, col: left + c }] : [])),
  );
}

const valueAt = ({ top, left, cells }: Piece, { row, col }: Place) => scalarOf(cells[row - top]?.[col - left]);

/** The cell in the font that the one before it had, where both say the same. */
function keepFont(cell: Cell, before: Cell): Cell {
  const font = before !== null && typeof before === "object" ? before.font : undefined;
  return font !== undefined && typeof cell === "string" && scalarOf(before) === cell ? { v: cell, font } : cell;
}

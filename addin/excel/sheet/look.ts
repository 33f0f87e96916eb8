/// <reference types="office-js" />
import type { Range } from "../../../shared/sheet/address.ts";
import type { Cell } from "../../../shared/sheet/grid.ts";
import type { Place } from "../../host.ts";
import { knows } from "../batch.ts";
import { areaText, parseAreas } from "./areas.ts";
import { type Block, cellOf, inFont, mayBePicture, unclearColumns } from "./cells.ts";
import type { Piece } from "./mirror.ts";

/*
 * What is asked of Excel for a part of a sheet. Each `ask…` only queues; its answer can be taken after the next `sync`.
 *
 * Microsoft's library sends some questions as if they were changes: which cells are merged, the properties of each cell, of each
 * row. An Excel before ExcelApi 1.19 may then empty its list of things to undo. So while the user works these are not asked.
 */

/** `whole`: everything. `careful`: only what the library sends as a question, so that the user's undo is safe. */
export type Care = "whole" | "careful";

export interface AskedBlock {
  /** Null when the part is empty, or Excel would not give so many cells at once. */
  take(): Block | null;
  /** The one font of the whole part; null when there are several. */
  font(): string | null;
}

export function askBlock(range: Excel.Range): AskedBlock {
  range.load("values,valueTypes,numberFormat");
  range.format.font.load("name");
  return {
    take: () => (range.isNullObject || range.values === null ? null : (range as unknown as Block)),
    font: () => range.format.font.name ?? null,
  };
}

/** The same by values alone, at a third of the cost; which of them are dates or errors is asked afterwards, see `addDetails`. */
export function askValues(range: Excel.Range): { take(): unknown[][] | null; font(): string | null } {
  range.load("values");
  range.format.font.load("name");
  return {
    take: () => (range.isNullObject ? null : range.values),
    font: () => range.format.font.name ?? null,
  };
}

/** Asks what the values alone do not tell: which numbers are dates, which texts are errors. Only columns that have such. */
export function addDetails(sheet: Excel.Worksheet, piece: Piece, more: { take(): void }[]): void {
  for (const col of unclearColumns(piece.cells)) {
    const [top, left] = [piece.top, piece.left + col];
    const range = sheet.getRange(areaText({ top, left, bottom: top + piece.cells.length - 1, right: left }));
    range.load("valueTypes,numberFormat");
    more.push({
      take: () => {
        piece.cells.forEach((line, row) => {
          const cell = line[col] ?? null;
          // Fonts come with the same round trip, and only to texts: what has one is clear already.
          if (cell === null || typeof cell === "object") return;
          line[col] = cellOf(cell, range.valueTypes[row]![0]!, range.numberFormat[row]![0]);
        });
      },
    });
  }
}

export interface AskedMerges {
  /** In sheet coordinates. */
  take(): string[];
}

/** Which cells are merged is told from ExcelApi 1.13 on; before that merges are not seen. Not a careful question. */
export function askMerges(range: Excel.Range): AskedMerges {
  const merged = knows("1.13") ? range.getMergedAreasOrNullObject() : null;
  merged?.load("address");
  return {
    take: () => (merged === null || merged.isNullObject ? [] : (parseAreas(merged.address) ?? []).map(areaText)),
  };
}

/** Where in these cells a letter may be a picture; null where none may. */
export function picturePart(cells: readonly (readonly Cell[])[]): Range | null {
  let part: Range | null = null;
  for (const [row, line] of cells.entries())
    for (const [col, cell] of line.entries()) {
      if (!mayBePicture(cell)) continue;
      part ??= { top: row, bottom: row, left: col, right: col };
      part.bottom = row;
      part.left = Math.min(part.left, col);
      part.right = Math.max(part.right, col);
    }
  return part;
}

/** Puts the fonts of a part (counted from the block's first cell) to its cells. */
export function withFonts(cells: Cell[][], part: Range, fonts: readonly (readonly (string | undefined)[])[]): Cell[][] {
  return cells.map((line, r) =>
    r < part.top || r > part.bottom
      ? line
      : line.map((cell, c) => (mayBePicture(cell) ? inFont(cell, fonts[r - part.top]?.[c - part.left]) : cell)),
  );
}

export interface AskedFonts {
  take(): (string | undefined)[][];
}

/** Each cell's font at once. Not a careful question. */
export function askFonts(range: Excel.Range): AskedFonts {
  const answer = range.getCellProperties({ format: { font: { name: true } } });
  return { take: () => answer.value.map((line) => line.map((cell) => cell.format?.font?.name)) };
}

/** The fonts of these cells, one by one: for few. */
export function askFontsOf(sheet: Excel.Worksheet, places: readonly Place[]): { take(): (string | null)[] } {
  const fonts = places.map(({ row, col }) => {
    const { font } = sheet.getRange(areaText({ top: row, bottom: row, left: col, right: col })).format;
    font.load("name");
    return font;
  });
  return { take: () => fonts.map((font) => font.name) };
}

export interface AskedHidden {
  /** Numbers of the hidden rows as printed. */
  take(): number[];
}

/** Not a careful question. */
export function askHidden(range: Excel.Range, top: number): AskedHidden {
  const answer = range.getRowProperties({ rowHidden: true });
  return { take: () => answer.value.flatMap((row, i) => (row.rowHidden === true ? [top + i + 1] : [])) };
}

export const allRows = (top: number, count: number): number[] => Array.from({ length: count }, (_, i) => top + i + 1);

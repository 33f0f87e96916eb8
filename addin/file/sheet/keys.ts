import type { Geometry } from "./geometry.ts";

export interface At {
  row: number;
  col: number;
}

/** Where a key leads from a cell, as in any spreadsheet; null for a key that moves nothing. */
export function moved(key: string, ctrl: boolean, at: At, geometry: Geometry, page: number): At | null {
  const end = geometry.end(at.row, at.col);
  const lastRow = Math.max(0, geometry.view.height - 1);
  const lastCol = Math.max(0, geometry.view.width - 1);
  const to = target(key, ctrl, at, end, lastRow, lastCol, page);
  if (to === null) return null;
  const row = Math.min(Math.max(to.row, 0), geometry.rows - 1);
  const col = Math.min(Math.max(to.col, 0), geometry.cols - 1);
  return geometry.holder(row, col);
}

function target(
  key: string,
  ctrl: boolean,
  at: At,
  end: At,
  lastRow: number,
  lastCol: number,
  page: number,
): At | null {
  switch (key) {
    case "ArrowDown":
      return { row: ctrl ? lastRow : end.row + 1, col: at.col };
    case "ArrowUp":
      return { row: ctrl ? 0 : at.row - 1, col: at.col };
    case "ArrowRight":
      return { row: at.row, col: ctrl ? lastCol : end.col + 1 };
    case "ArrowLeft":
      return { row: at.row, col: ctrl ? 0 : at.col - 1 };
    case "PageDown":
      return { row: end.row + page, col: at.col };
    case "PageUp":
      return { row: at.row - page, col: at.col };
    case "Home":
      return { row: ctrl ? 0 : at.row, col: 0 };
    case "End":
      return { row: ctrl ? lastRow : at.row, col: lastCol };
    default:
      return null;
  }
}

/** True for a key that types something: editing begins with it. `Process` comes from input methods. */
export function types(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  return event.key.length === 1 || event.key === "Process" || event.key === "Unidentified";
}

/** A block copied from a spreadsheet: rows by line, cells by tab. */
export function pastedBlock(text: string): string[][] {
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n");
  return lines.map((line) => line.split("\t"));
}

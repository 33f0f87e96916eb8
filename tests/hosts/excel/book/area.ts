import { columnLetters, parseRange, type Range } from "../../../../shared/sheet/address.ts";

/** Zero-based, both ends included; whole rows and columns reach Excel's own edges. */
export type Area = Range;

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

export function rowsOf(area: Area): number {
  return area.bottom - area.top + 1;
}

export function columnsOf(area: Area): number {
  return area.right - area.left + 1;
}

export function cellsIn(area: Area): number {
  return rowsOf(area) * columnsOf(area);
}

export function oneCell(row: number, col: number): Area {
  return { top: row, left: col, bottom: row, right: col };
}

/** "C6", "B6:B9", "C:D" or "3:4", as Excel writes them. */
export function areaText(area: Area): string {
  const wholeRows = area.left === 0 && area.right === LAST_COLUMN;
  const wholeColumns = area.top === 0 && area.bottom === LAST_ROW;
  if (wholeRows) return `${area.top + 1}:${area.bottom + 1}`;
  if (wholeColumns) return `${columnLetters(area.left)}:${columnLetters(area.right)}`;
  const from = `${columnLetters(area.left)}${area.top + 1}`;
  return cellsIn(area) === 1 ? from : `${from}:${columnLetters(area.right)}${area.bottom + 1}`;
}

/** Null for anything that is no address on a sheet. */
export function parseArea(text: string): Area | null {
  const area = parseRange(text.trim(), LAST_ROW, LAST_COLUMN);
  if (area === null || area.top < 0 || area.left < 0 || area.bottom > LAST_ROW || area.right > LAST_COLUMN) return null;
  return area;
}

/** Throws for a test's own slip of the pen. */
export function areaOf(text: string): Area {
  const area = parseArea(text);
  if (area === null) throw new Error(`no address: ${text}`);
  return area;
}

/** "Report!C6" into the sheet's name (null when unsaid) and the rest; quotes are undone. */
export function splitSheet(text: string): { sheet: string | null; rest: string } {
  const quoted = /^'((?:[^']|'')*)'!(.*)$/s.exec(text);
  if (quoted !== null) return { sheet: quoted[1]!.replaceAll("''", "'"), rest: quoted[2]! };
  const bang = text.lastIndexOf("!");
  return bang < 0 ? { sheet: null, rest: text } : { sheet: text.slice(0, bang), rest: text.slice(bang + 1) };
}

/** A sheet's name as it stands in a reference: quoted unless it reads as one plain word. */
export function sheetText(name: string): string {
  const plain = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d{1,7}$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export function contains(outer: Area, inner: Area): boolean {
  return (
    outer.top <= inner.top && outer.left <= inner.left && outer.bottom >= inner.bottom && outer.right >= inner.right
  );
}

export function intersect(a: Area, b: Area): Area | null {
  const area = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return area.top > area.bottom || area.left > area.right ? null : area;
}

export function bounding(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  };
}

/** What is left of `whole` when `hole` is taken out: up to four pieces, top to bottom. */
export function without(whole: Area, hole: Area): Area[] {
  const cut = intersect(whole, hole);
  if (cut === null) return [whole];
  const pieces: Area[] = [];
  if (cut.top > whole.top) pieces.push({ ...whole, bottom: cut.top - 1 });
  if (cut.left > whole.left) pieces.push({ ...whole, top: cut.top, bottom: cut.bottom, right: cut.left - 1 });
  if (cut.right < whole.right) pieces.push({ ...whole, top: cut.top, bottom: cut.bottom, left: cut.right + 1 });
  if (cut.bottom < whole.bottom) pieces.push({ ...whole, top: cut.bottom + 1 });
  return pieces;
}

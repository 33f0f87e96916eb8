import { columnLetters } from "../../../shared/sheet/address.ts";
import type { Mark } from "../../host.ts";
import type { Range } from "./book.ts";

/** Between these two our words stand in a note; whatever somebody wrote before or behind them is theirs. */
const OPEN = "[รวมแบบ] ";
const CLOSE = "\n[ล้างได้ที่เมนู รวมแบบ]";

export function noteText(text: string): string {
  return `${OPEN}${text}${CLOSE}`;
}

/** A note without our words: "" where it held nothing else. */
export function withoutOurs(note: string): string {
  const from = note.indexOf(OPEN);
  const to = note.indexOf(CLOSE, from);
  if (from < 0 || to < 0) return note;
  return (note.slice(0, from) + note.slice(to + CLOSE.length)).trim();
}

/** A rectangle, both ends in it. */
export interface Spot {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** In the sheet's own counting: rows and columns from 1. */
export function boxOf(range: Range): Spot {
  const [top, left] = [range.getRow(), range.getColumn()];
  return { top, left, bottom: top + range.getNumRows() - 1, right: left + range.getNumColumns() - 1 };
}

/** Addresses of the marked cells, those that stand under each other as one. */
export function spotsOf(marks: readonly Pick<Mark, "row" | "col">[]): string[] {
  const spots: Spot[] = [];
  for (const { row, col } of [...marks].sort((a, b) => a.col - b.col || a.row - b.row)) {
    const last = spots[spots.length - 1];
    if (last !== undefined && last.left === col && last.bottom + 1 >= row) last.bottom = row;
    else spots.push({ top: row, left: col, bottom: row, right: col });
  }
  return spots.map(({ top, left, bottom }) => {
    const column = columnLetters(left);
    return top === bottom ? `${column}${top + 1}` : `${column}${top + 1}:${column}${bottom + 1}`;
  });
}

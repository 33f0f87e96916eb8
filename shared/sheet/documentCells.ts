import type { RichCell, Scalar } from "./grid.ts";
import type { GridView } from "./view.ts";

/** What stands in one blank of a form without a table. */
export interface Blank {
  /** A1 address of the cell that holds it, or is meant to. */
  cell: string | null;
  raw: Scalar;
  /** The cell itself where the spreadsheet holds a date: which number was typed is lost. */
  date?: RichCell;
  /** Numbers that may be meant, where it is not plain that one of them belongs here; with the line they stand in. */
  asked?: { values: number[]; line: string };
}

/** A number in front of a line. */
export const NUMBER = /^[([]?\s*([0-9๐-๙]{1,2})\s*[.)]\s*/;
/** The same in a cell of its own. */
export const NUMBER_CELL = /^[([]?[0-9๐-๙]{1,2}[.)]*$/;
export const UNIT = /^(?:แห่ง|คน|ภาพ|ศูนย์|รูป|ครั้ง)$/;
export const ASIDE = /^[(*]?\s*(?:หมายเหตุ|ลงชื่อ|รหัสแบบ|ภาพกิจกรรมควร|แยกให้เห็น)/;
const DOTS = /[.…_]{2,}|…/g;

/** A text without dotted lines and doubled spaces. */
export const bare = (text: string) => text.replace(DOTS, " ").replace(/\s+/g, " ").trim();

/** The next column of the row with something in it; null when there is none. */
export function nextCell(view: GridView, row: number, col: number): number | null {
  for (let next = col + 1; next < view.width; next++) if (!view.isBlank(row, next)) return next;
  return null;
}

/** Marks a blank whose cell became a date. */
export function dated(view: GridView, row: number, col: number): Pick<Blank, "date"> {
  const cell = view.cell(row, col);
  return cell !== null && typeof cell === "object" && cell.t === "d" ? { date: cell } : {};
}

/** What was typed between the printed word and the printed unit behind it. Another unit stays, to be refused. */
export function withoutUnit(text: string, unit: string): string {
  return text.replace(new RegExp(`(?<=\\S)\\s*${unit}$`), "").replace(/^[\s.:：=]+|[\s.]+$/g, "");
}

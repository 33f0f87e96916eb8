import { invalid } from "./apiError.ts";
import type { Book, Sheet } from "./book.ts";

/** Half open, 0-based. */
export interface Area {
  sheet: Sheet;
  top: number;
  left: number;
  bottom: number;
  right: number;
  /** One cell was named: where values start, they may go beyond it. */
  start: boolean;
}

const CELLS = /^([A-Z]{1,3})?([1-9][0-9]*)?(?::([A-Z]{1,3})?([1-9][0-9]*)?)?$/;

function columnOf(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

export function lettersOf(column: number): string {
  return (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** "'ต.ค.66'!A1:B2", "Sheet 1!2:2", "Sheet1". Throws as the API does. */
export function readRange(book: Book, range: string): Area {
  const unreadable = () => invalid(`Unable to parse range: ${range}`);
  const split = /^(?:'((?:[^']|'')+)'|([^'!]+))(?:!(.+))?$/.exec(range);
  if (split === null) throw unreadable();
  const title = split[1]?.replaceAll("''", "'") ?? split[2]!;
  const sheet = book.sheets.find((one) => one.title === title);
  if (sheet === undefined) throw unreadable();
  const whole = { sheet, top: 0, left: 0, bottom: sheet.rows, right: sheet.columns, start: false };
  if (split[3] === undefined) return whole;
  const cells = CELLS.exec(split[3]);
  if (cells === null) throw unreadable();
  const [, left, top, right, bottom] = cells;
  const start = !split[3].includes(":");
  if (start && (left === undefined || top === undefined)) throw unreadable();
  const area: Area = {
    ...{ sheet, start },
    left: left === undefined ? 0 : columnOf(left),
    top: top === undefined ? 0 : Number(top) - 1,
    right: (start ? columnOf(left!) : right === undefined ? sheet.columns - 1 : columnOf(right)) + 1,
    bottom: start ? Number(top) : bottom === undefined ? sheet.rows : Number(bottom),
  };
  if (area.bottom > sheet.rows || area.right > sheet.columns)
    throw invalid(`Range (${range}) exceeds grid limits. Max rows: ${sheet.rows}, max columns: ${sheet.columns}`);
  return area;
}

/** As the API writes a range: one cell without a colon; a title that is no plain word, or looks like a cell, in quotes. */
export function printRange({ sheet, top, left, bottom, right }: Omit<Area, "start">): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_]*$/.test(sheet.title) && !/^[A-Za-z]{1,3}[0-9]+$/.test(sheet.title);
  const title = plain ? sheet.title : `'${sheet.title.replaceAll("'", "''")}'`;
  const first = `${lettersOf(left)}${top + 1}`;
  const last = `${lettersOf(right - 1)}${bottom}`;
  return `${title}!${first === last ? first : `${first}:${last}`}`;
}

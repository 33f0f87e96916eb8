import { columnLetters, parseRange, type Range } from "../../../shared/sheet/address.ts";
import type { Place } from "../../host.ts";

const LAST_ROW = 1_048_575;
const LAST_COL = 16_383;

/** The rectangles of an address as Excel writes it ("C6", "Report!A1:B2", "'ต.ค. 69'!A1,C3"); null for one that cannot be read. */
export function parseAreas(address: string): Range[] | null {
  const areas: Range[] = [];
  for (const part of address.split(/,(?=(?:[^']*'[^']*')*[^']*$)/)) {
    const range = parseRange(part.slice(part.lastIndexOf("!") + 1).trim(), LAST_ROW, LAST_COL);
    if (range === null) return null;
    areas.push(range);
  }
  return areas;
}

export function areaText({ top, left, bottom, right }: Range): string {
  const from = `${columnLetters(left)}${top + 1}`;
  return top === bottom && left === right ? from : `${from}:${columnLetters(right)}${bottom + 1}`;
}

export function sizeOf({ top, left, bottom, right }: Range): number {
  return (bottom - top + 1) * (right - left + 1);
}

/** Cells gathered into runs down a column, so that hundreds of them are few areas. Each cell is in one run. */
export function runsOf(places: readonly Place[]): Range[] {
  const sorted = [...places].sort((a, b) => a.col - b.col || a.row - b.row);
  const runs: Range[] = [];
  for (const { row, col } of sorted) {
    const last = runs.at(-1);
    if (last !== undefined && last.left === col && row <= last.bottom + 1) last.bottom = Math.max(last.bottom, row);
    else runs.push({ top: row, left: col, bottom: row, right: col });
  }
  return runs;
}

/** Excel takes no longer list of areas than this. */
const LONGEST = 8_000;

/** Lists of areas, each short enough for one `getRanges`. */
export function areaLists(ranges: readonly Range[]): string[] {
  const lists: string[] = [];
  let list = "";
  for (const range of ranges) {
    const text = areaText(range);
    if (list !== "" && list.length + text.length + 1 > LONGEST) {
      lists.push(list);
      list = "";
    }
    list = list === "" ? text : `${list},${text}`;
  }
  return list === "" ? lists : [...lists, list];
}

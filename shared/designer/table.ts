import { isFooter } from "../sheet/rowKind.ts";
import type { GridView } from "../sheet/view.ts";
import { toArabicDigits } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";
import { isKnownHeading } from "./vocabulary.ts";

/** A column of an official form as its heading prints it. */
export interface Column {
  col: number;
  label: string;
  /** The heading above it, where there are two rows or more. */
  group: string | undefined;
  /** Row of the grid in which the label stands. */
  row: number;
}

/** Where the table of a form nobody knows stands in a grid. Rows are those of the grid, zero-based. */
export interface Table {
  top: number;
  bottom: number;
  columns: Column[];
  /** The row "(1) (2) (3)" under the heading; null where there is none. */
  numberRow: number | null;
  firstRow: number;
}

const SEARCH_ROWS = 60;
const LONGEST_LABEL = 120;
/** What a definition takes for a heading, with room for a number behind it. */
const LONGEST_NAME = 190;
const MOST_HEADING_ROWS = 3;

/** Finds the table: the rows that look most like a heading. Null when no row has three headings side by side. */
export function findTable(view: GridView): (Table & { score: number }) | null {
  let best: { row: number; score: number } | null = null;
  for (let row = 0; row < Math.min(view.height, SEARCH_ROWS); row++) {
    const score = scoreOf(view, row);
    if (score > 0 && (best === null || score > best.score)) best = { row, score };
  }
  if (best === null) return null;
  const top = reachUp(view, best.row);
  const bottom = reachDown(view, top, best.row);
  const columns = readColumns(view, top, bottom);
  if (columns.length < 3) return null;
  const numberRow = isNumberRow(view, bottom + 1) ? bottom + 1 : null;
  return { top, bottom, columns, numberRow, firstRow: (numberRow ?? bottom) + 1, score: best.score };
}

/** Own texts of a row, left to right; what a merge from above or the left covers is left out. */
function textsOf(view: GridView, row: number): { col: number; text: string }[] {
  const texts: { col: number; text: string }[] = [];
  for (let col = 0; col < view.width; col++) {
    const text = view.mergedFrom(row, col) === null ? view.text(row, col) : "";
    if (text !== "") texts.push({ col, text });
  }
  return texts;
}

/** Headings known by their words count most; a row with numbers or days in it is none. */
function scoreOf(view: GridView, row: number): number {
  const texts = textsOf(view, row);
  if (texts.length < 3 || isNumberRow(view, row) || isFooter(texts[0]!.text)) return 0;
  let known = 0;
  for (const { col, text } of texts) {
    if (typeof view.value(row, col) !== "string" || text.length > LONGEST_LABEL) return 0;
    if (/^[0-9๐-๙.,/\-\s]+$/.test(text)) return 0;
    if (isKnownHeading(text)) known++;
  }
  // Rows of words alone stand in tables, too: without one known heading a row needs to be wide.
  return known === 0 && texts.length < 4 ? 0 : known * 3 + texts.length;
}

/** "(1) (2) (3)", "๑ ๒ ๓": what stands under the heading to number its columns. */
export function isNumberRow(view: GridView, row: number): boolean {
  const texts = textsOf(view, row).map(({ text }) => toArabicDigits(text).replace(/[()\s.]/g, ""));
  return texts.length >= 3 && texts.every((text, i) => text === String(i + 1));
}

/** The row above belongs to the heading when its cells span what stands below, or reach down into it. */
function reachUp(view: GridView, from: number): number {
  let top = from;
  while (top > 0 && from - top < MOST_HEADING_ROWS - 1) {
    const row = top - 1;
    const above = textsOf(view, row);
    if (above.some(({ text }) => TITLE.test(text))) break;
    const reaches = above.some(({ col }) => view.rowsCoveredFrom(row, col).length > 1);
    if (!reaches && !(above.length >= 2 && isGroupRow(view, row, above)) && !isGappedHeading(view, row, top)) break;
    top--;
  }
  return top;
}

const TITLE = /^(?:แบบ|รายงาน|สรุป|ตาราง|ประจำ|จังหวัด[.…\s]|อำเภอ[.…\s]|สิ่งที่ส่งมาด้วย|เอกสารแนบ)/;

/** Every text spans several columns, or has nothing under it; one of them spans. */
function isGroupRow(view: GridView, row: number, texts: readonly { col: number }[]): boolean {
  const spans = (col: number) => view.spanRight(row, col) > col;
  return texts.some(({ col }) => spans(col)) && texts.every(({ col }) => spans(col) || view.isBlank(row + 1, col));
}

/** A heading of two rows nobody merged: words stand above gaps, and only the gaps are named below. */
function isGappedHeading(view: GridView, row: number, below: number): boolean {
  const above = textsOf(view, row);
  const under = textsOf(view, below);
  if (above.length < 3 || under.length === 0 || above.some(({ text }) => text.length > LONGEST_LABEL)) return false;
  return above.some(({ text }) => isKnownHeading(text)) && under.every(({ text }) => !/^[0-9๐-๙]/.test(text));
}

function reachDown(view: GridView, top: number, from: number): number {
  let bottom = from;
  while (bottom - top < MOST_HEADING_ROWS - 1 && bottom + 1 < view.height && continuesHeading(view, top, bottom))
    bottom++;
  return bottom;
}

/** The next row names columns under a merge of the heading, or stands beside cells of the heading that reach down into it. */
function continuesHeading(view: GridView, top: number, bottom: number): boolean {
  const next = bottom + 1;
  const texts = textsOf(view, next);
  if (isNumberRow(view, next) || texts.some(({ col }) => typeof view.value(next, col) !== "string")) return false;
  const covered = countCovered(view, next, top);
  const under = texts.filter(({ col }) => isGroup(view, top, bottom, col));
  if (under.length >= 2 && under.length === texts.length) return true;
  if (covered >= 2 && texts.length > 0) return true;
  return covered === 0 && texts.length >= 2 && gapsNamed(view, bottom, texts);
}

/** Without merges: every text of the row stands under a gap of the heading or under the word before a gap. */
function gapsNamed(view: GridView, above: number, texts: readonly { col: number; text: string }[]): boolean {
  const gap = (col: number) => col < view.width && view.isBlank(above, col) && view.mergedFrom(above, col) === null;
  const fits = ({ col }: { col: number }) => gap(col) || gap(col + 1);
  return (
    texts.every(fits) && texts.some(({ col }) => gap(col)) && texts.every(({ text }) => !/^[0-9๐-๙/✓-]/.test(text))
  );
}

function countCovered(view: GridView, row: number, top: number): number {
  let count = 0;
  for (let col = 0; col < view.width; col++) {
    const head = view.mergedFrom(row, col);
    if (head !== null && head.row >= top && head.row < row) count++;
  }
  return count;
}

/** A cell of the heading above that spans several columns covers this one. */
function isGroup(view: GridView, top: number, bottom: number, col: number): boolean {
  for (let row = top; row <= bottom; row++) {
    const head = view.mergedFrom(row, col) ?? { row, col };
    if (head.row >= top && view.spanRight(head.row, head.col) > head.col) return true;
  }
  return false;
}

function readColumns(view: GridView, top: number, bottom: number): Column[] {
  const columns: Column[] = [];
  for (let col = 0; col < view.width; col++) {
    const texts: { text: string; row: number }[] = [];
    for (let row = top; row <= bottom; row++) {
      const head = view.mergedFrom(row, col) ?? { row, col };
      const text = view.text(head.row, head.col);
      // A dash or dots name no column.
      if (head.row >= top && matchKey(text) !== "" && texts.at(-1)?.text !== text) texts.push({ text, row: head.row });
    }
    const last = texts.pop();
    if (last === undefined) continue;
    const above = texts.map(({ text }) => text);
    const beside = above.length === 0 && last.row > top ? groupBeside(view, top, last.row, col) : null;
    const group = beside ?? (above.length > 0 ? above.join(" ") : undefined);
    columns.push({ col, label: last.text.slice(0, LONGEST_NAME), group: group?.slice(0, LONGEST_NAME), row: last.row });
  }
  return columns;
}

/** The word an unmerged group begins with: the nearest text to the left in the row above, with nothing but gaps between. */
function groupBeside(view: GridView, top: number, row: number, col: number): string | null {
  for (let left = col - 1; left >= 0; left--) {
    if (view.mergedFrom(top, left) !== null) return null;
    const text = view.text(top, left);
    if (text !== "") return view.text(row, left) === "" ? null : text;
  }
  return null;
}

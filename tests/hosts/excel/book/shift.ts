import { type Area, intersect, LAST_COLUMN, LAST_ROW } from "./area.ts";
import type { Book, ChangeType, Origin, Shift } from "./book.ts";
import { type CellData, keyOf, placeOf, type Sheet } from "./sheet.ts";

export type Axis = "row" | "col";

/** Puts whole rows or columns in before `at`. Everything the sheet carries moves along, the held ranges too. */
export function insertLines(book: Book, sheet: Sheet, axis: Axis, at: number, count: number, origin: Origin): void {
  moveAll(book, sheet, axis, (line) => (line >= at ? line + count : line));
  tell(book, sheet, axis, at, count, "Inserted", origin);
}

/** Takes whole rows or columns out; what stood in them is gone, and so is a held range that stood in them entirely. */
export function deleteLines(book: Book, sheet: Sheet, axis: Axis, at: number, count: number, origin: Origin): void {
  moveAll(book, sheet, axis, (line) => (line < at ? line : line >= at + count ? line - count : null));
  tell(book, sheet, axis, at, count, "Deleted", origin);
}

/** Where a line goes; null when it is taken away. Rising, so that an area stays an area. */
type Move = (line: number) => number | null;

function moveAll(book: Book, sheet: Sheet, axis: Axis, move: Move): void {
  const { state } = sheet;
  const cells = new Map<number, CellData>();
  for (const [key, cell] of state.cells) {
    const place = placeOf(key);
    const to = move(place[axis]);
    if (to === null || to > (axis === "row" ? LAST_ROW : LAST_COLUMN)) continue;
    cells.set(axis === "row" ? keyOf(to, place.col) : keyOf(place.row, to), cell);
  }
  state.cells = cells;
  const areas = (list: Area[]) => list.flatMap((area) => moveArea(area, axis, move) ?? []);
  state.merges = areas(state.merges).filter((area) => area.top !== area.bottom || area.left !== area.right);
  const hidden = axis === "row" ? "hiddenRows" : "hiddenColumns";
  state[hidden] = new Set([...state[hidden]].flatMap((line) => move(line) ?? []));
  for (const format of state.conditionalFormats) format.areas = areas(format.areas);
  state.conditionalFormats = state.conditionalFormats.filter((format) => format.areas.length > 0);
  for (const validation of state.validations) validation.areas = areas(validation.areas);
  const stays = <T extends { cell: Area }>(list: T[]) =>
    list.flatMap((item) => {
      const cell = moveArea(item.cell, axis, move);
      return cell === null ? [] : [{ ...item, cell }];
    });
  state.comments = stays(state.comments);
  state.notes = stays(state.notes);
  for (const span of book.floating) if (span.sheet === sheet) span.areas = areas(span.areas);
}

function moveArea(area: Area, axis: Axis, move: Move): Area | null {
  const [from, to, last] = axis === "row" ? [area.top, area.bottom, LAST_ROW] : [area.left, area.right, LAST_COLUMN];
  // A whole column stays a whole column.
  if (from === 0 && to === last) return area;
  let first: number | null = null;
  for (let line = from; line <= to && first === null; line++) first = move(line);
  let end: number | null = null;
  for (let line = to; line >= from && end === null; line--) end = move(line);
  if (first === null || end === null) return null;
  return axis === "row" ? { ...area, top: first, bottom: end } : { ...area, left: first, right: end };
}

function tell(
  book: Book,
  sheet: Sheet,
  axis: Axis,
  at: number,
  count: number,
  what: "Inserted" | "Deleted",
  origin: Origin,
): void {
  const area =
    axis === "row"
      ? { top: at, bottom: at + count - 1, left: 0, right: LAST_COLUMN }
      : { left: at, right: at + count - 1, top: 0, bottom: LAST_ROW };
  const changeType = `${axis === "row" ? "Row" : "Column"}${what}` as ChangeType;
  const along: Record<string, Shift> = {
    RowInserted: "ShiftCellDown",
    RowDeleted: "ShiftCellUp",
    ColumnInserted: "ShiftCellRight",
    ColumnDeleted: "ShiftCellLeft",
  };
  book.onEvent({ kind: "changed", sheet, changeType, area, shift: along[changeType]!, origin });
}

/** Orders the rows of an area by one of its columns; rows move whole, cell by cell. Merged cells are refused, as in Excel. */
export function sortRows(
  book: Book,
  sheet: Sheet,
  area: Area,
  column: number,
  descending: boolean,
  origin: Origin,
): void {
  if (sheet.state.merges.some((merge) => intersect(merge, area) !== null)) {
    throw new Error("to sort, all merged cells need to be the same size");
  }
  const rows: CellData[][] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: CellData[] = [];
    for (let col = area.left; col <= area.right; col++) line.push(sheet.cell(row, col));
    rows.push(line);
  }
  const key = column - area.left;
  rows.sort((a, b) => order(a[key]!, b[key]!) * (descending ? -1 : 1));
  rows.forEach((line, row) => {
    line.forEach((cell, col) => {
      sheet.put(area.top + row, area.left + col, cell);
    });
  });
  book.onEvent({ kind: "rowSorted", sheet, area, origin });
}

/** Numbers before texts before truth values, nothing last. */
function order(a: CellData, b: CellData): number {
  const rank = (cell: CellData) =>
    cell.value === null ? 3 : typeof cell.value === "number" ? 0 : typeof cell.value === "string" ? 1 : 2;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a.value === b.value) return 0;
  return a.value! < b.value! ? -1 : 1;
}

export { legal, run } from "./border.ts";

import { type BookData, type CellData, cellAt, type RuleData, type SheetData, setCell } from "./model.ts";
import { boxOf, rangeOf } from "./range.ts";
import { servicesOf, setMode } from "./services.ts";
import { sheetOf } from "./sheet.ts";
import { calls, type Mode } from "./strict.ts";

/* The door of the fake, for the tests outside: everything goes in and out as JSON, since the realms differ. */

interface RichCell {
  v: string | number | boolean | null;
  t?: "d" | "e";
  fmt?: string;
  font?: string;
}

interface GridIn {
  sheet: string;
  rows: (string | number | boolean | null | RichCell)[][];
  merges?: string[];
  hiddenRows?: number[];
  filteredRows?: number[];
  origin?: string;
  hidden?: boolean;
  chart?: boolean;
}

let book: BookData;

/** Opens a document with these sheets; what a cell holds is put in as it is, not typed. */
export function open(json: string): void {
  const { grids, zone, token } = JSON.parse(json) as { grids: GridIn[]; zone: string; token: string | null };
  book = {
    ...{ id: "fake-document", name: "ตัวอย่าง", zone, activeSheet: 101, active: null, properties: new Map() },
    ...{ menus: [], sidebars: [], toasts: [], token, isLocked: false },
    sheets: grids.map(sheetFrom),
  };
  setMode("FULL");
  Object.assign(globalThis, servicesOf(book));
}

function sheetFrom(grid: GridIn, index: number): SheetData {
  const at = boxOf(grid.origin ?? "A1");
  const width = Math.max(1, ...grid.rows.map((row) => row.length));
  const sheet: SheetData = {
    ...{ id: 101 + index, name: grid.sheet, hidden: grid.hidden === true, isChart: grid.chart === true },
    // As large as its data, as an uploaded workbook may be.
    ...{ maxRows: at.top + grid.rows.length - 1, maxColumns: at.left + width - 1 },
    ...{ cells: new Map(), merges: (grid.merges ?? []).map(boxOf), rules: [], isProtected: false },
    ...{ hiddenRows: new Set(grid.hiddenRows ?? []), filteredRows: new Set(grid.filteredRows ?? []) },
  };
  grid.rows.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell !== null) setCell(sheet, at.top + r, at.left + c, dataOf(cell));
    });
  });
  return sheet;
}

function dataOf(cell: Exclude<GridIn["rows"][number][number], null>): Partial<CellData> {
  if (typeof cell !== "object") return { value: cell };
  const { v, t, fmt, font } = cell;
  return {
    value: v ?? "",
    ...(t === "d" ? { format: fmt ?? "d/m/yyyy" } : fmt === undefined ? {} : { format: fmt }),
    ...(t === "e" ? { formula: `=${v}` } : {}),
    ...(font === undefined ? {} : { font }),
  };
}

function find(id: string): SheetData {
  return book.sheets.find((sheet) => String(sheet.id) === id)!;
}

/** What the user types, put in as it is: the test says what the cell then holds. */
export function type(id: string, row: number, col: number, value: string | number | boolean | null): void {
  const sheet = find(id);
  sheet.maxRows = Math.max(sheet.maxRows, row + 1);
  sheet.maxColumns = Math.max(sheet.maxColumns, col + 1);
  setCell(sheet, row + 1, col + 1, { value: value ?? "", formula: "" });
}

export function rename(id: string, name: string): void {
  find(id).name = name;
}

export function remove(id: string): void {
  book.sheets = book.sheets.filter((sheet) => String(sheet.id) !== id);
}

export function change(id: string, json: string): void {
  Object.assign(find(id), JSON.parse(json));
}

export function document(json: string): void {
  Object.assign(book, JSON.parse(json));
}

export function setData(id: string, row: number, col: number, json: string): void {
  setCell(find(id), row + 1, col + 1, JSON.parse(json));
}

export function addRule(id: string, json: string): void {
  find(id).rules.push(JSON.parse(json) as RuleData);
}

export function mode(name: Mode): void {
  setMode(name);
}

/** What was called since the last asking. */
export function log(): string {
  return JSON.stringify(calls.splice(0));
}

/** Everything a sheet holds, for comparing before and after. */
export function dump(id: string): string {
  const { cells, ...rest } = find(id);
  const kept = [...cells]
    .filter(([, cell]) => JSON.stringify(cell) !== JSON.stringify(PLAIN_CELL))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify({
    ...rest,
    hiddenRows: [...rest.hiddenRows],
    filteredRows: [...rest.filteredRows],
    cells: kept,
  });
}

const PLAIN_CELL: CellData = { value: "", formula: "", format: "General", font: "Arial", note: "" };

export function cell(id: string, row: number, col: number): string {
  return JSON.stringify(cellAt(find(id), row + 1, col + 1));
}

/** The document itself: properties, menus, toasts and so on. */
export function state(): string {
  const { sheets: _, properties, ...rest } = book;
  return JSON.stringify({ ...rest, properties: Object.fromEntries(properties) });
}

/** The event of an edit, as Google hands it to `onEdit`. */
export function edit(id: string, a1: string): void {
  const sheet = find(id);
  const event = { range: rangeOf(book, sheet, boxOf(a1), () => sheetOf(book, sheet)), authMode: "LIMITED" };
  (globalThis as unknown as { onEdit(event: unknown): void }).onEdit(event);
}

/** Values of a range as Google hands them to a custom function. */
export function customFunction(id: string, a1: string, origin?: string): string {
  const sheet = find(id);
  const values = rangeOf(book, sheet, boxOf(a1), () => sheetOf(book, sheet)).getValues();
  const run = (globalThis as unknown as { RUAM_CHECK(values: unknown, origin?: string): unknown }).RUAM_CHECK;
  setMode("CUSTOM_FUNCTION");
  return JSON.stringify(run(values, origin));
}

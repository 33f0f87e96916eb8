/** A cell's own value. Formulas are not modelled: what is written RAW is what is there. */
export type CellValue = string | number | boolean;

export interface GridArea {
  sheetId: number;
  startRowIndex?: number;
  endRowIndex?: number;
  startColumnIndex?: number;
  endColumnIndex?: number;
}

export interface Metadata {
  id: number;
  key: string;
  value: string;
  visibility: string;
}

export interface Sheet {
  id: number;
  title: string;
  rows: number;
  columns: number;
  frozenRows: number;
  /** Row -> column -> value; only what is filled. */
  cells: Map<number, Map<number, CellValue>>;
  /** In the order they were given; the last one counts. */
  formats: { area: GridArea; format: unknown; fields: string[] }[];
  validations: { area: GridArea; rule: unknown }[];
  widths: Map<number, number>;
  bands: { id: number; area: GridArea }[];
  protections: { id: number; area: GridArea; description: string; editors: string[] }[];
  metadata: Metadata[];
}

export interface Book {
  id: string;
  title: string;
  sheets: Sheet[];
  metadata: Metadata[];
  /** E-mail -> what it may do. */
  shared: Map<string, "reader" | "writer">;
  nextId: number;
}

export function newSheet(id: number, title: string, rows = 1000, columns = 26): Sheet {
  return {
    ...{ id, title, rows, columns, frozenRows: 0, cells: new Map(), formats: [], validations: [] },
    ...{ widths: new Map(), bands: [], protections: [], metadata: [] },
  };
}

/** A spreadsheet as a person makes it: one empty sheet with the id 0. */
export function newBook(id: string, title: string): Book {
  return { id, title, sheets: [newSheet(0, "แผ่น1")], metadata: [], shared: new Map(), nextId: 1 };
}

/** What stands in a sheet, row by row, without the empty end of rows and of the sheet. */
export function contentOf(sheet: Sheet): (CellValue | "")[][] {
  const rows: (CellValue | "")[][] = [];
  for (const [row, cells] of [...sheet.cells].sort(([a], [b]) => a - b)) {
    if (cells.size === 0) continue;
    while (rows.length <= row) rows.push([]);
    const last = Math.max(...cells.keys());
    rows[row] = Array.from({ length: last + 1 }, (_, column) => cells.get(column) ?? "");
  }
  return rows;
}

export function setCell(sheet: Sheet, row: number, column: number, value: CellValue): void {
  let cells = sheet.cells.get(row);
  if (cells === undefined) sheet.cells.set(row, (cells = new Map()));
  if (value === "") cells.delete(column);
  else cells.set(column, value);
}

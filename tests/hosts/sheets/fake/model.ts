/** What a spreadsheet holds. Rows and columns count from 1, as Google's do. */
export interface CellData {
  /** A date is a serial in a cell with the format of a date. */
  value: string | number | boolean;
  formula: string;
  format: string;
  font: string;
  note: string;
}

export interface Box {
  top: number;
  left: number;
  height: number;
  width: number;
}

export interface RuleData {
  formula: string;
  background: string | null;
  boxes: Box[];
  /** Somebody's own rule of another kind. */
  foreign?: string;
}

export interface SheetData {
  id: number;
  name: string;
  hidden: boolean;
  isChart: boolean;
  maxRows: number;
  maxColumns: number;
  cells: Map<string, CellData>;
  merges: Box[];
  hiddenRows: Set<number>;
  filteredRows: Set<number>;
  rules: RuleData[];
  /** Nobody but the owner may change it. */
  isProtected: boolean;
}

export interface BookData {
  id: string;
  name: string;
  zone: string;
  sheets: SheetData[];
  activeSheet: number;
  active: { sheet: number; row: number; col: number } | null;
  properties: Map<string, string>;
  menus: { kind: "menu" | "addon"; name: string; items: [string, string][] }[];
  sidebars: string[];
  toasts: string[];
  token: string | null;
  /** Another run holds the document. */
  isLocked: boolean;
}

export const PLAIN: CellData = { value: "", formula: "", format: "General", font: "Arial", note: "" };

export function cellAt(sheet: SheetData, row: number, col: number): CellData {
  return sheet.cells.get(`${row},${col}`) ?? PLAIN;
}

export function setCell(sheet: SheetData, row: number, col: number, change: Partial<CellData>): void {
  sheet.cells.set(`${row},${col}`, { ...cellAt(sheet, row, col), ...change });
}

/** How far contents reach; formats and notes alone do not count. */
export function extent(sheet: SheetData): { rows: number; columns: number } {
  let [rows, columns] = [1, 1];
  for (const [key, { value, formula }] of sheet.cells) {
    if (value === "" && formula === "") continue;
    const [row, col] = key.split(",").map(Number) as [number, number];
    rows = Math.max(rows, row);
    columns = Math.max(columns, col);
  }
  return { rows, columns };
}

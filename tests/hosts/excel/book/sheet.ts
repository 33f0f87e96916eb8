import type { Scalar } from "../../../../shared/sheet/grid.ts";
import { type Area, intersect, LAST_COLUMN } from "./area.ts";

/** One cell. Never changed in place, so that a snapshot of a sheet is a copy of its map. */
export interface CellData {
  value: Scalar;
  /** The value is an error such as #REF!. */
  error?: boolean;
  /** With its leading "=". */
  formula?: string;
  font?: string;
  fill?: string;
  numberFormat?: string;
  quotePrefix?: boolean;
  /** Locked unless said otherwise, as in Excel. */
  unlocked?: boolean;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
}

export interface ConditionalFormat {
  id: string;
  /** "Custom" is the only one the add-in may make; others come from a file and are only listed. */
  type: string;
  areas: Area[];
  formula: string;
  stopIfTrue: boolean;
  fill?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  underline?: string;
  strikethrough?: boolean;
  borders: Record<string, { color?: string; style?: string }>;
}

export interface Reply {
  id: string;
  author: string;
  content: string;
}

export interface Comment extends Reply {
  cell: Area;
  replies: Reply[];
  resolved: boolean;
}

export interface Note {
  cell: Area;
  author: string;
  text: string;
}

export interface Validation {
  areas: Area[];
  /** As the API names it: "List", "WholeNumber", … */
  type: string;
  rule: Record<string, unknown>;
}

export interface Protection {
  on: boolean;
  /** What stays allowed on the protected sheet. */
  allowFormatCells: boolean;
  allowEditObjects: boolean;
}

/** Everything of a sheet that undo brings back. */
export interface SheetState {
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  cells: Map<number, CellData>;
  merges: Area[];
  hiddenRows: Set<number>;
  hiddenColumns: Set<number>;
  protection: Protection;
  /** In order of priority, the first wins. */
  conditionalFormats: ConditionalFormat[];
  comments: Comment[];
  notes: Note[];
  validations: Validation[];
}

const WIDTH = LAST_COLUMN + 1;

export function keyOf(row: number, col: number): number {
  return row * WIDTH + col;
}

export function placeOf(key: number): { row: number; col: number } {
  return { row: Math.floor(key / WIDTH), col: key % WIDTH };
}

const EMPTY: CellData = Object.freeze({ value: null });

export class Sheet {
  readonly id: string;
  state: SheetState;
  /** A removed sheet stays known to the references that still point at it. */
  removed = false;

  constructor(id: string, name: string) {
    this.id = id;
    this.state = {
      name,
      visibility: "Visible",
      cells: new Map(),
      merges: [],
      hiddenRows: new Set(),
      hiddenColumns: new Set(),
      protection: { on: false, allowFormatCells: false, allowEditObjects: false },
      conditionalFormats: [],
      comments: [],
      notes: [],
      validations: [],
    };
  }

  get name(): string {
    return this.state.name;
  }

  cell(row: number, col: number): CellData {
    return this.state.cells.get(keyOf(row, col)) ?? EMPTY;
  }

  put(row: number, col: number, cell: CellData): void {
    const key = keyOf(row, col);
    const bare = cell.value === null && Object.values(cell).every((part) => part === null || part === undefined);
    if (bare) this.state.cells.delete(key);
    else this.state.cells.set(key, cell);
  }

  patch(area: Area, change: Partial<CellData>): void {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) this.put(row, col, { ...this.cell(row, col), ...change });
    }
  }

  /** The merged range a cell belongs to, if any. */
  mergeAt(row: number, col: number): Area | null {
    const cell = { top: row, left: col, bottom: row, right: col };
    return this.state.merges.find((merge) => intersect(merge, cell) !== null) ?? null;
  }

  /** Covered by a merge whose first cell is another one. */
  isCovered(row: number, col: number): boolean {
    const merge = this.mergeAt(row, col);
    return merge !== null && (merge.top !== row || merge.left !== col);
  }

  /** The smallest rectangle around every filled cell (`valuesOnly`), or every filled, formatted or merged one; null when there is none. */
  used(valuesOnly: boolean, within?: Area): Area | null {
    let area: Area | null = null;
    const add = (top: number, left: number, bottom: number, right: number) => {
      const cut = within === undefined ? { top, left, bottom, right } : intersect({ top, left, bottom, right }, within);
      if (cut === null) return;
      area ??= { ...cut };
      area.top = Math.min(area.top, cut.top);
      area.left = Math.min(area.left, cut.left);
      area.bottom = Math.max(area.bottom, cut.bottom);
      area.right = Math.max(area.right, cut.right);
    };
    for (const [key, cell] of this.state.cells) {
      if (valuesOnly && cell.value === null && cell.formula === undefined) continue;
      const { row, col } = placeOf(key);
      add(row, col, row, col);
    }
    if (!valuesOnly) for (const merge of this.state.merges) add(merge.top, merge.left, merge.bottom, merge.right);
    return area;
  }

  snapshot(): SheetState {
    const { cells, hiddenRows, hiddenColumns, ...rest } = this.state;
    return {
      ...structuredClone(rest),
      cells: new Map(cells),
      hiddenRows: new Set(hiddenRows),
      hiddenColumns: new Set(hiddenColumns),
    };
  }
}

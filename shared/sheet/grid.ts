/** A plain value in a cell. */
export type Scalar = string | number | boolean | null;

/**
 * A cell that carries more than its value: `t` "d" is a date serial (days since 1899-12-30), "e" an error such as #REF!;
 * `fmt` the number format, `font` the font's name (a Wingdings "P" is a tick), `merged` marks the covered part of a merged range.
 */
export interface RichCell {
  v: Scalar;
  t?: "d" | "e";
  fmt?: string;
  font?: string;
  merged?: boolean | string;
  err?: boolean;
}

export type Cell = Scalar | RichCell;

/** One sheet as read by a host. `rows[0][0]` is the cell at `origin` ("A1" unless said). Rows may be ragged. */
export interface Grid {
  sheet: string;
  rows: Cell[][];
  /** A1 ranges in sheet coordinates, e.g. "B6:B9". */
  merges?: string[];
  /** Row numbers as printed on the sheet (1-based) that are hidden or filtered away. */
  hiddenRows?: number[];
  origin?: string;
  /** A1 addresses of the cells that pictures lying on the sheet begin in. */
  pictures?: string[];
  /** Values of drop-downs, each with the A1 range it is offered in. Only where a reader was asked for them. */
  choices?: { range: string; values: string[] }[];
  /** A hidden sheet is never chosen for a report by itself. */
  hidden?: boolean;
}

export interface DefinedName {
  name: string;
  /** The formula or constant, without a leading "=". A text constant keeps its quotes. */
  value: string;
}

/** A workbook as handed to the checker: sheets in order, defined names (our identity lives there), the file's name if known. */
export interface Workbook {
  sheets: Grid[];
  names: DefinedName[];
  fileName?: string;
}

export function scalarOf(cell: Cell | undefined): Scalar {
  if (cell === undefined || cell === null) return null;
  return typeof cell === "object" ? cell.v : cell;
}

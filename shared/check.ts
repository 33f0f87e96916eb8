import type { Report } from "./answer.ts";
import type { Registry } from "./offices/registry.ts";
import type { Grid, Workbook } from "./sheet/grid.ts";

export interface CheckOptions {
  registry: Registry;
  /** Form id; found by identity or headings when not given. */
  form?: string;
  /** Two-digit province code the sheet belongs to; else identity, title, rows. */
  province?: string;
  /** Gregorian YYYY-MM; else identity, sheet name, title, file name. */
  period?: string;
  /** Sheet name to read; else chosen. */
  sheet?: string;
}

/** Checks one grid. Same input, same answer, on every host. */
export declare function checkGrid(grid: Grid, options: CheckOptions): Report;
/** Chooses the sheet, then checks it. */
export declare function checkWorkbook(workbook: Workbook, options: CheckOptions): Report;

import type { Counts, Report, RowAnswer } from "../answer.ts";
import type { Grid } from "../sheet/grid.ts";
import type { CellEdit } from "./locality.ts";

export interface EditResult {
  /** Rows whose answer changed, by sheet row number; null when the whole sheet was judged again. */
  rows: RowAnswer[] | null;
  counts: Counts;
}

/** One sheet under check, for hosts that go on editing: a form with a table, or one without. */
export interface Checker {
  /** True when the form was found in the sheet. */
  readonly found: boolean;
  readonly counts: Counts;
  /** Takes edits of cells; answers what may have changed. */
  edit(edits: readonly CellEdit[]): EditResult;
  /** Takes a whole new grid. */
  replace(grid: Grid): EditResult;
  report(): Report;
}

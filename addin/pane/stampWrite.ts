import type { Grid } from "../../shared/sheet/grid.ts";
import { stamped, stampPlace } from "../../shared/sheet/stamp.ts";
import type { ReceiptWire } from "../../shared/wire/report.ts";
import { fill } from "../../shared/words/fill.ts";
import { PANE_WORDS } from "../../shared/words/pane.ts";
import type { CellWrite } from "../host.ts";

/** The write that notes a receipt on the line of the form's code; null where the sheet has no such line, or says it already. */
export function stampWrite(grid: Grid, { receipt, version }: ReceiptWire): CellWrite | null {
  const at = stampPlace(grid);
  if (at === null) return null;
  const value = stamped(at.text, fill(PANE_WORDS.th.stamp, { receipt, version }));
  return value === at.text ? null : { row: at.row, col: at.col, was: at.text, value };
}

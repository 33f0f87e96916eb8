import type { FieldDefinition } from "../forms/definition.ts";
import type { Code } from "../rules/codes.ts";
import { type Cell, type Scalar, scalarOf } from "../sheet/grid.ts";
import type { GridView } from "../sheet/view.ts";

/** A cell as a row sees it: its own content, or what a merge, a ditto mark or a sub-heading puts there. */
export interface EffectiveCell {
  field: FieldDefinition;
  /** Column of the grid, or -1 when the sheet has no such column. */
  col: number;
  /** What this very cell holds. */
  raw: Scalar;
  cell: Cell;
  /** The same field of the data row above. */
  above: Cell;
  /** GEO_FILL or TXT_DITTO when the content came from elsewhere. */
  from: Code | null;
}

/** What rows above hand down. Compared by value: a re-check stops where it no longer changes. */
export interface Carry {
  district: string | null;
  office: string | null;
  afterFooter: boolean;
  /** Effective cells of the last data row, in field order; null before the first. */
  above: readonly Cell[] | null;
}

export const FIRST_CARRY: Carry = { district: null, office: null, afterFooter: false, above: null };

export function sameCarry(a: Carry, b: Carry): boolean {
  return (
    a.district === b.district &&
    a.office === b.office &&
    a.afterFooter === b.afterFooter &&
    (a.above === b.above ||
      (a.above !== null && b.above !== null && a.above.every((cell, i) => sameCell(cell, b.above![i] ?? null))))
  );
}

export function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  return a.v === b.v && a.t === b.t && a.font === b.font && a.fmt === b.fmt && a.merged === b.merged && a.err === b.err;
}

const DITTO = /^\s*(?:["“”〃″]|''|,,|ฯ|-\s*do\s*-|"\s*"|เหมือนกัน|เหมือนข้างบน)\s*$/;

export function isBlankScalar(value: Scalar): boolean {
  return value === null || value === "";
}

function isMergedContinuation(cell: Cell): boolean {
  return (
    cell !== null && typeof cell === "object" && cell.v === null && cell.merged !== undefined && cell.merged !== false
  );
}

/** Reads one field of a row. `firstDataRow` bounds where a merge may come from: a merged heading fills nothing. */
export function effectiveCell(
  view: GridView,
  row: number,
  field: FieldDefinition,
  col: number,
  index: number,
  carry: Carry,
  firstDataRow: number,
): EffectiveCell {
  const own = col < 0 ? null : view.cell(row, col);
  const raw = scalarOf(own);
  const above = carry.above?.[index] ?? null;
  const result = (cell: Cell, from: Code | null): EffectiveCell => ({ field, col, raw, cell, from, above });
  if (col >= 0) {
    const head = view.mergedFrom(row, col);
    if (head !== null && head.row < row && head.row >= firstDataRow)
      return head.col === col ? result(view.cell(head.row, head.col), "GEO_FILL") : result(null, null);
    if (isMergedContinuation(own)) return result(above, "GEO_FILL");
  }
  if (typeof raw === "string" && DITTO.test(raw) && carry.above !== null) return result(above, "TXT_DITTO");
  if (isBlankScalar(raw)) {
    if (field.kind === "district" && carry.district !== null) return result(carry.district, "GEO_FILL");
    if (field.kind === "office" && carry.office !== null) return result(carry.office, "GEO_FILL");
  }
  return result(own, null);
}

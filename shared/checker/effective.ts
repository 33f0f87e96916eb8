import type { FieldDefinition } from "../forms/definition.ts";
import type { Code } from "../rules/codes.ts";
import { type Cell, type Scalar, scalarOf } from "../sheet/grid.ts";
import type { GridView } from "../sheet/view.ts";
import { startsWithConsonant, tidyText } from "../text/normalize.ts";
import type { Plan } from "./plan.ts";

/** A cell as a row sees it: its own content, or what a merge, a ditto mark or a sub-heading puts there. */
export interface EffectiveCell {
  field: FieldDefinition;
  /** Place of the field in the form. */
  place: number;
  /** Column of the grid, or -1 when the sheet has no such column. */
  col: number;
  /** What this very cell holds. */
  raw: Scalar;
  cell: Cell;
  /** The content as tidied text; "" for a blank and for what is no text. */
  text: string;
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
  /** The last data row as it was seen, by column; null before the first. */
  above: readonly (Cell | undefined)[] | null;
}

export const FIRST_CARRY: Carry = { district: null, office: null, afterFooter: false, above: null };

/** `columns`: those of the form's fields; what stands in others is handed to nobody. */
export function sameCarry(a: Carry, b: Carry, columns: readonly number[]): boolean {
  const above = a.above;
  const other = b.above;
  return (
    a.district === b.district &&
    a.office === b.office &&
    a.afterFooter === b.afterFooter &&
    (above === other ||
      (above !== null &&
        other !== null &&
        columns.every((col) => col < 0 || sameCell(above[col] ?? null, other[col] ?? null))))
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

/** The cell of a field before any row was read. */
export function emptyCell(place: number, plan: Plan): EffectiveCell {
  const field = plan.fields[place]!;
  return { field, place, col: plan.columns[place]!, raw: null, cell: null, text: "", above: null, from: null };
}

/**
 * Reads one field of a row into its cell. `firstDataRow` bounds where a merge may come from: a merged heading fills nothing. `tidied` is
 * the cell's own text where the caller has tidied it already.
 */
export function fillCell(
  into: EffectiveCell,
  view: GridView,
  row: number,
  carry: Carry,
  firstDataRow: number,
  tidied: string | undefined,
): void {
  const { field, col } = into;
  const own = col < 0 ? null : view.cell(row, col);
  const raw = scalarOf(own);
  const above = (col < 0 ? null : carry.above?.[col]) ?? null;
  let cell: Cell = own;
  let from: Code | null = null;
  const head = col < 0 ? null : view.mergedFrom(row, col);
  if (head !== null && head.row < row && head.row >= firstDataRow) {
    cell = head.col === col ? view.cell(head.row, head.col) : null;
    from = head.col === col ? "GEO_FILL" : null;
  } else if (col >= 0 && isMergedContinuation(own)) {
    cell = above;
    from = "GEO_FILL";
  } else if (carry.above !== null && typeof raw === "string" && isDitto(raw)) {
    cell = above;
    from = "TXT_DITTO";
  } else if (isBlankScalar(raw)) {
    const filled = field.kind === "district" ? carry.district : field.kind === "office" ? carry.office : null;
    if (filled !== null) {
      cell = filled;
      from = "GEO_FILL";
    }
  }
  const value = cell === own ? raw : scalarOf(cell);
  const text =
    typeof value !== "string" ? "" : cell === own && head === null ? (tidied ?? tidyText(value)) : tidyText(value);
  into.raw = raw;
  into.cell = cell;
  into.text = text;
  into.above = above;
  into.from = from;
}

function isDitto(text: string): boolean {
  return !startsWithConsonant(text) && DITTO.test(text);
}

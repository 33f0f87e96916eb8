import type { RowAnswer } from "../../../shared/answer.ts";
import { type Grid, type Scalar, scalarOf } from "../../../shared/sheet/grid.ts";
import { matchKey } from "../../../shared/text/key.ts";
import type { CellWrite, Place } from "../../host.ts";
import { cellAt, isBlank, placeOf, samePlace, writeTo } from "./place.ts";

interface Placed extends Place {
  field: string;
  value: Scalar;
}

/**
 * The writes that put a shifted row back: every word as it was typed, one column aside. The checker says which fields move
 * and what they would hold; of the moves that change just those fields the one that fits is taken. Null when none does.
 */
export function shiftWrites(grid: Grid, columns: Record<string, string>, row: RowAnswer): CellWrite[] | null {
  const moving = Object.keys(row.cells).filter((field) => row.cells[field]!.codes.includes("COL_SHIFTED"));
  const placed: Placed[] = [];
  for (const field of Object.keys(row.cells)) {
    const place = placeOf(columns, row.row, field);
    if (place !== null) placed.push({ ...place, field, value: scalarOf(cellAt(grid, place)) });
  }
  placed.sort((a, b) => a.col - b.col);
  let best: { writes: CellWrite[]; fits: number } | null = null;
  for (const step of [1, -1])
    for (let from = 0; from < placed.length; from++) {
      const sources = placed.map((cell, i): Place | null => {
        if (i < from) return cell;
        return step === -1 && i === from ? null : { row: cell.row, col: cell.col + step };
      });
      const values = sources.map((source) => (source === null ? null : scalarOf(cellAt(grid, source))));
      const changed = placed.filter((cell, i) => values[i] !== cell.value).map((cell) => cell.field);
      if (changed.length !== moving.length || changed.some((field) => !moving.includes(field))) continue;
      const fits = placed.filter((cell, i) => i >= from && agrees(row, cell.field, values[i] ?? null)).length;
      if (best === null || fits > best.fits) best = { writes: movesOf(grid, row, placed, sources, values), fits };
    }
  return best?.writes ?? null;
}

/** Does what would be moved there look like what the checker proposes? */
function agrees(row: RowAnswer, field: string, value: Scalar): boolean {
  return row.cells[field]!.suggestions.some((suggestion) => {
    if (suggestion !== null && typeof suggestion === "object") return false;
    if (suggestion === true) return !isBlank(value);
    if (suggestion === false || isBlank(suggestion)) return isBlank(value) || value === "-";
    const [a, b] = [matchKey(String(suggestion)), matchKey(String(value ?? ""))];
    return b !== "" && (a.includes(b) || b.includes(a));
  });
}

function movesOf(
  grid: Grid,
  row: RowAnswer,
  placed: Placed[],
  sources: (Place | null)[],
  values: (Scalar | undefined)[],
): CellWrite[] {
  const writes: (CellWrite | null)[] = placed.map((cell, i) =>
    writeTo(grid, cell, tickOr(row, cell.field, values[i] ?? null)),
  );
  // What was moved out of a column that nothing moves into is cleared there.
  for (const source of sources)
    if (source !== null && !placed.some((cell) => samePlace(cell, source))) writes.push(writeTo(grid, source, null));
  return writes.filter((write) => write !== null);
}

/** A letter that is a tick by its font alone is not one in its new cell: there it becomes a stroke. */
function tickOr(row: RowAnswer, field: string, value: Scalar): Scalar {
  const [first] = row.cells[field]!.suggestions;
  return first === true && typeof value === "string" && /^[A-Za-zü\uF000-\uF0FF]$/.test(value) ? "/" : value;
}

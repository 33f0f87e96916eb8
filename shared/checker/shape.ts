import type { Suggestion } from "../answer.ts";
import type { FieldDefinition, FieldKind } from "../forms/definition.ts";
import { holdsKind } from "../rules/byKind.ts";
import { looksLikeCentre } from "../rules/centre.ts";
import type { Code } from "../rules/codes.ts";
import { looksLikeOffice } from "../rules/officeText.ts";
import { provinceNamed } from "../rules/province.ts";
import { isGood, type Reading, suggest } from "../rules/reading.ts";
import { looksLikeTick } from "../rules/tick.ts";
import { type Cell, type Scalar, scalarOf } from "../sheet/grid.ts";
import type { GridView } from "../sheet/view.ts";
import { tidyText } from "../text/normalize.ts";
import type { SheetContext } from "./context.ts";
import { type EffectiveCell, isBlankScalar } from "./effective.ts";
import { type RowCells, type RowReadings, readRow } from "./readRow.ts";

/**
 * Does a cell plainly hold what a field of this kind holds? Used only to tell a swapped or shifted row from a merely
 * wrong one, so it answers yes for what is unmistakable.
 */
export function holds(field: FieldDefinition, cell: Cell, context: SheetContext): boolean {
  const { kind } = field;
  const value = scalarOf(cell);
  if (isBlankScalar(value)) return false;
  if (kind === "tick") return looksLikeTick(cell);
  if (BY_KIND.has(kind)) return holdsKind(field, cell);
  if (kind === "seq")
    return typeof value === "number" || (typeof value === "string" && /^[0-9๐-๙]{1,4}[.)]?$/.test(value));
  if (kind === "moo" && typeof value === "number") return true;
  if (typeof value !== "string") return false;
  switch (kind) {
    case "province":
      return provinceNamed(value, context.registry) !== null;
    case "district":
      return isGood(context.district(value));
    case "office":
      return looksLikeOffice(value.trim()) && !looksLikeCentre(value.trim());
    case "centre":
      return looksLikeCentre(value.trim());
    default:
      return !looksLikeTick(cell) && !looksLikeCentre(value) && !looksLikeOffice(value);
  }
}

/** Kinds of which any words are plainly one. */
const ANY_WORDS = new Set<FieldKind>(["name", "text", "link", "moo", "subdistrict"]);
const BY_KIND = new Set<FieldKind>(["date", "count", "money", "measure", "duration", "category", "phone"]);

export interface Reshaped {
  code: Code;
  readings: RowReadings;
}

/** Looks for two neighbouring cells that changed places, then for a row moved one column aside. Null: the row is as it is. */
export function reshape(
  view: GridView,
  row: number,
  cells: RowCells,
  readings: RowReadings,
  context: SheetContext,
): Reshaped | null {
  const placed = cells
    .filter((cell): cell is EffectiveCell => cell !== undefined && cell.col >= 0)
    .sort((a, b) => a.col - b.col);
  if (countMisplaced(placed, context) === 0) return null;
  return findSwap(placed, cells, readings, context) ?? findShift(view, row, placed, cells, readings, context);
}

/** Cells that are not what their own column holds, but plainly what a neighbouring column holds. */
function countMisplaced(placed: EffectiveCell[], context: SheetContext): number {
  let count = 0;
  for (let i = 0; i < placed.length; i++) {
    const { field, cell } = placed[i]!;
    if (isBlankScalar(scalarOf(cell)) || holds(field, cell, context)) continue;
    const left = placed[i - 1];
    const right = placed[i + 1];
    if (
      (left !== undefined && !ANY_WORDS.has(left.field.kind) && holds(left.field, cell, context)) ||
      (right !== undefined && !ANY_WORDS.has(right.field.kind) && holds(right.field, cell, context))
    )
      count++;
  }
  return count;
}

function findSwap(
  placed: EffectiveCell[],
  cells: RowCells,
  readings: RowReadings,
  context: SheetContext,
): Reshaped | null {
  for (let i = 0; i + 1 < placed.length; i++) {
    const a = placed[i]!;
    const b = placed[i + 1]!;
    if (a.field.kind === b.field.kind || a.from !== null || b.from !== null) continue;
    if (isGood(readings[a.place]!) && isGood(readings[b.place]!) && a.field.kind !== "office") continue;
    // Several numbers in a cell of numbers are to be added up there, not moved.
    if ([a, b].some(({ place }) => readings[place]!.codes.includes("NUM_SUM_TEXT"))) continue;
    const crossed = holds(a.field, b.cell, context) && holds(b.field, a.cell, context);
    if (!crossed || holds(a.field, a.cell, context) || holds(b.field, b.cell, context)) continue;
    const moved = cells.slice();
    moved[a.place] = { ...a, cell: b.cell, text: b.text };
    moved[b.place] = { ...b, cell: a.cell, text: a.text };
    const settled = readRow(moved, context);
    return { code: "COL_SWAPPED", readings: propose(readings, settled, [a.place, b.place], "COL_SWAPPED") };
  }
  return null;
}

function textOf(cell: Cell): string {
  const value = scalarOf(cell);
  return typeof value === "string" ? tidyText(value) : "";
}

const STRONG: FieldKind[] = ["province", "district", "office", "centre", "tick", "date", "category", "phone"];
/** Kinds a cell can hold without belonging to a column: a move does not hang on them. */
const LOOSE = new Set<FieldKind>([
  "remark",
  "seq",
  "name",
  "text",
  "link",
  "moo",
  "subdistrict",
  "count",
  "money",
  "measure",
  "duration",
]);
const FEWEST = 3;

function findShift(
  view: GridView,
  row: number,
  placed: EffectiveCell[],
  cells: RowCells,
  readings: RowReadings,
  context: SheetContext,
): Reshaped | null {
  let standing = 0;
  let held = 0;
  for (const { field, cell } of placed) {
    if (!STRONG.includes(field.kind) || isBlankScalar(scalarOf(cell))) continue;
    const fits = holds(field, cell, context);
    standing += fits ? 1 : -1;
    if (fits) held++;
  }
  let best: { moved: RowCells; fits: number } | null = null;
  // Cells move past every column of the sheet, or only among the form's own where people skip a column put in between.
  const torn = placed.some((cell, i) => i > 0 && cell.col !== placed[i - 1]!.col + 1);
  const moves: [step: 1 | -1, among: "sheet" | "form"][] = torn
    ? [
        [1, "sheet"],
        [-1, "sheet"],
        [1, "form"],
        [-1, "form"],
      ]
    : [
        [1, "sheet"],
        [-1, "sheet"],
      ];
  for (const [step, among] of moves) {
    const beside = (i: number) => (among === "form" ? placed[i + step]?.col : undefined) ?? placed[i]!.col + step;
    for (let from = 0; from < placed.length; from++) {
      const moved = cells.slice();
      let fits = 0;
      let misfit = false;
      let ticks = 0;
      placed.forEach((cell, i) => {
        const shifted = i >= from;
        // Moved left from `from`: what belonged there was overwritten, so that field has nothing left.
        const source = !shifted ? cell.cell : step === -1 && i === from ? null : view.cell(row, beside(i));
        if (shifted) moved[cell.place] = { ...cell, cell: source, text: textOf(source), from: null };
        const kind = cell.field.kind;
        if (STRONG.includes(kind) && holds(cell.field, source, context)) {
          fits++;
          // A move that ends with both ticks set explains nothing.
          if (kind === "tick" && ++ticks > 1) misfit = true;
        } else if (shifted && !isBlankScalar(scalarOf(source)) && !LOOSE.has(kind)) misfit = true;
      });
      const gap = step === 1 ? isBlankScalar(scalarOf(placed[from]!.cell)) : true;
      if (!misfit && gap && (best === null || fits > best.fits)) best = { moved, fits };
    }
  }
  if (best === null || best.fits < FEWEST || best.fits < standing + 2 || best.fits <= held) return null;
  const changed = placed
    .filter((cell) => scalarOf(cell.cell) !== scalarOf(best.moved[cell.place]!.cell))
    .map((cell) => cell.place);
  const settled = readRow(best.moved, context);
  return { code: "COL_SHIFTED", readings: propose(readings, settled, changed, "COL_SHIFTED") };
}

/** The row's readings with the given fields turned into proposals of what they would hold after the move. */
function propose(own: RowReadings, settled: RowReadings, places: number[], code: Code): RowReadings {
  const result = settled.slice();
  for (const place of places) {
    const before = own[place];
    const after = settled[place];
    if (before === undefined || after === undefined) continue;
    const value: Scalar = after.value;
    const suggestions: Suggestion[] = isGood(after) ? [value] : after.suggestions;
    result[place] = suggest([code], suggestions, before.params) satisfies Reading;
  }
  return result;
}

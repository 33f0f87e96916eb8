import type { FieldDefinition, FormDefinition } from "../forms/definition.ts";
import { holdsKind } from "../rules/byKind.ts";
import { looksLikeTick } from "../rules/tick.ts";
import { type ContentTest, mapColumns } from "../sheet/columns.ts";
import { type Cell, type Grid, scalarOf } from "../sheet/grid.ts";
import { findHeading } from "../sheet/headings.ts";
import { isFooter, isTotal } from "../sheet/rowKind.ts";
import { GridView } from "../sheet/view.ts";
import { isNumberRow } from "./table.ts";

/** What the filled sheets hold, field by field. */
export interface Samples {
  /** Filled cells of each field, in order, blanks left out. */
  cells: ReadonlyMap<string, Cell[]>;
  /** Rows with something in them. */
  rows: number;
  /** Headings seen over a field that are not its own. */
  aliases: ReadonlyMap<string, string[]>;
  /** Columns of the examples that the official form does not have. */
  extra: string[];
  /** Places of the workbooks that were read, and of those in which the form was not found. */
  read: number[];
  unread: number[];
}

const MOST_ROWS = 500;

/** Reads the rows of every workbook's sheets under the heading of a form whose kinds are not settled yet. */
export function gatherSamples(form: FormDefinition, workbooks: readonly (readonly Grid[])[]): Samples {
  const cells = new Map<string, Cell[]>(form.fields.map(({ id }) => [id, []]));
  const aliases = new Map<string, string[]>();
  const extra = new Set<string>();
  const read = new Set<number>();
  let rows = 0;
  workbooks.forEach((grids, place) => {
    for (const grid of grids) {
      const view = new GridView(grid);
      const heading = findHeading(view, form);
      if (heading === null) continue;
      read.add(place);
      const map = mapColumns(view, form, heading, plainlyIn(view));
      for (const [id, col] of map.columns) note(aliases, form, id, heading.labels[col] ?? []);
      // The official form itself comes first: what it prints is its own.
      for (const { label } of place === 0 ? [] : map.extra) if (label !== "") extra.add(label);
      rows += readRows(view, heading.bottom + 1, map.columns, form, cells);
    }
  });
  const places = workbooks.map((_, place) => place);
  const unread = places.filter((place) => !read.has(place));
  return { cells, rows, aliases, extra: [...extra], read: [...read], unread };
}

/** Only what can not be mistaken puts a column under a heading nobody foresaw. */
function plainlyIn(view: GridView): ContentTest {
  return (field, row, col) => {
    const cell = view.cell(row, col);
    if (field.kind === "tick") return looksLikeTick(cell);
    return ["date", "count", "money", "measure", "phone"].includes(field.kind) ? holdsKind(field, cell) : null;
  };
}

function note(aliases: Map<string, string[]>, form: FormDefinition, id: string, texts: readonly string[]): void {
  const field = form.fields.find((one) => one.id === id)!;
  const own = texts.at(-1);
  if (own === undefined || own === field.label || field.aliases.includes(own)) return;
  const known = aliases.get(id) ?? [];
  if (!known.includes(own)) aliases.set(id, [...known, own]);
}

function readRows(
  view: GridView,
  from: number,
  columns: ReadonlyMap<string, number>,
  form: FormDefinition,
  cells: Map<string, Cell[]>,
): number {
  let rows = 0;
  for (let row = from; row < Math.min(view.height, from + MOST_ROWS); row++) {
    const texts = textsOf(view, row);
    const first = texts[0];
    if (first === undefined || isNumberRow(view, row)) continue;
    if (isFooter(first)) break;
    if (texts.some(isTotal) || isPrefilled(view, row, columns, form) || /^\(?ตัวอย่าง/.test(first)) continue;
    rows++;
    for (const [id, col] of columns) {
      const cell = view.cell(row, col);
      if (!view.isBlank(row, col)) cells.get(id)!.push(cell);
    }
  }
  return rows;
}

function textsOf(view: GridView, row: number): string[] {
  const texts: string[] = [];
  for (let col = 0; col < view.width; col++) {
    const text = view.text(row, col);
    if (text !== "" && view.mergedFrom(row, col) === null) texts.push(text);
  }
  return texts;
}

/** Nothing stands in the row but its number, or a lone sub-heading. */
function isPrefilled(view: GridView, row: number, columns: ReadonlyMap<string, number>, form: FormDefinition): boolean {
  const filled = form.fields.filter(({ id, kind }) => {
    const col = columns.get(id);
    return col !== undefined && kind !== "seq" && !view.isBlank(row, col);
  });
  return filled.length < 2;
}

/** How many of the filled cells plainly hold a kind, from 0 to 1; 0 without cells. */
export function shareOf(kind: FieldDefinition["kind"], cells: readonly Cell[]): number {
  if (cells.length === 0) return 0;
  const field: FieldDefinition = { id: kind, kind, label: "", aliases: [], whenMissing: "warn", width: 8 };
  const fits = (cell: Cell) => (kind === "tick" ? looksLikeTick(cell) : holdsKind(field, cell));
  return cells.filter(fits).length / cells.length;
}

/** The texts of cells that are words. */
export function wordsOf(cells: readonly Cell[]): string[] {
  return cells.map(scalarOf).filter((value): value is string => typeof value === "string");
}

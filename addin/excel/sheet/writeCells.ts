/// <reference types="office-js" />
import type { Range } from "../../../shared/sheet/address.ts";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { type CellWrite, HostProblem, type Place } from "../../host.ts";
import { areaText, runsOf } from "./areas.ts";
import { cellsOf, scalarFrom } from "./cells.ts";
import { literal } from "./literal.ts";
import { askBlock } from "./look.ts";
import type { Mirror } from "./mirror.ts";

/** A cell before and after a change of ours. `before` is what Excel would show in its formula bar. */
export interface Changed extends Place {
  before: unknown;
  /** The value it held before. */
  was: Scalar;
  /** What it held after, as Excel gave it back. */
  after: Scalar;
}

/** What goes into a cell: a value, or what stood there before. */
export type Content = { value: Scalar } | { formula: unknown; was: Scalar };

/**
 * Writes where every cell still holds `was`, else rejects with `stale` and writes nothing. Two round trips: one looks, one
 * writes and reads back. Between the two a co-author could still be quicker; Excel has no way to make it one.
 */
export async function writeCells(
  context: Excel.RequestContext,
  mirror: Mirror,
  writes: readonly (Place & { was: Scalar; content: Content })[],
): Promise<Changed[]> {
  const runs = runsOf(writes);
  const before = await lookAt(context, mirror, runs);
  const stale = writes.some((write) => before.get(keyOf(write))?.value !== blankless(write.was));
  if (stale) throw new HostProblem("stale");
  const contents = new Map(writes.map((write) => [keyOf(write), write.content]));
  const sheet = context.workbook.worksheets.getItem(mirror.ref.id);
  const asked = runs.map((run) => {
    const range = sheet.getRange(areaText(run));
    range.formulas = cellsIn(run).map((place) => [formulaFor(contents.get(keyOf(place))!)]);
    return { run, block: askBlock(range) };
  });
  await context.sync();
  const after = new Map<string, Scalar>();
  for (const { run, block } of asked) {
    const got = block.take();
    if (got === null) throw new HostProblem("failed", "no answer to a write");
    cellsIn(run).forEach((place, i) => {
      after.set(keyOf(place), scalarFrom(got.values[i]![0]));
    });
    mirror.put({ top: run.top, left: run.left, cells: keepFonts(mirror, run, cellsOf(got)) });
  }
  return writes.map(({ row, col }) => {
    const key = keyOf({ row, col });
    const { formula, value } = before.get(key)!;
    return { row, col, before: formula, was: value, after: after.get(key) ?? null };
  });
}

export const asWrite = ({ row, col, was, value }: CellWrite) => ({ row, col, was, content: { value } });

/** What takes a change back, provided the cell still holds what it was changed to. */
export const asUndo = ({ row, col, before, was, after }: Changed) => ({
  ...{ row, col, was: after },
  content: { formula: before, was },
});

const keyOf = ({ row, col }: Place) => `${row}:${col}`;
const blankless = (value: Scalar): Scalar => (value === "" ? null : value);

function formulaFor(content: Content): string | number | boolean {
  if ("value" in content) return literal(content.value);
  const { formula, was } = content;
  // An error typed as such, or a formula: Excel reads it as it shows it. Any other text is given back as text.
  if (typeof formula === "string" && /^[=#]/.test(formula) && formula !== was) return formula;
  if (typeof was === "string" && /^#[A-Z0-9/]+[!?A]$/.test(was)) return was;
  return literal(was);
}

function cellsIn({ top, bottom, left }: Range): Place[] {
  return Array.from({ length: bottom - top + 1 }, (_, i) => ({ row: top + i, col: left }));
}

async function lookAt(context: Excel.RequestContext, mirror: Mirror, runs: readonly Range[]) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(mirror.ref.id);
  sheet.load("id");
  const asked = runs.map((run) => {
    const range = sheet.getRange(areaText(run));
    range.load("values,formulas");
    return { run, range };
  });
  await context.sync();
  if (sheet.isNullObject) throw new HostProblem("gone");
  const found = new Map<string, { value: Scalar; formula: unknown }>();
  for (const { run, range } of asked)
    cellsIn(run).forEach((place, i) => {
      found.set(keyOf(place), { value: scalarFrom(range.values[i]![0]), formula: range.formulas[i]![0] });
    });
  return found;
}

/** Writing a value leaves the cell's font as it was. */
function keepFonts(mirror: Mirror, run: Range, cells: ReturnType<typeof cellsOf>) {
  return cells.map((line, i) =>
    line.map((cell) => {
      const old = mirror.at(run.top + i, run.left);
      const font = old !== null && typeof old === "object" ? old.font : undefined;
      return font === undefined || typeof cell !== "string" ? cell : { v: cell, font };
    }),
  );
}

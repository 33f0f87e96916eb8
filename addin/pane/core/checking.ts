import type { Report } from "../../../shared/answer.ts";
import { type Before, type CellEdit, type Checker, type ColumnAnswers, openWorkbook } from "../../../shared/check.ts";
import type { FormBook } from "../../../shared/forms/book.ts";
import type { Registry } from "../../../shared/offices/registry.ts";
import type { Cell, Grid } from "../../../shared/sheet/grid.ts";
import { IDENTITY_NAME } from "../../../shared/sheet/identity.ts";

export interface Opened {
  registry: Registry;
  /** The province's forms; the program's own when not given. */
  book?: FormBook;
  grids: readonly Grid[];
  identity: string | null;
  fileName: string;
  sheet?: string;
  period?: string;
  province?: string;
  /** The day it is in Thailand, where the page knows it. */
  today?: string;
  /** What was said of columns the program could not tell. */
  columns?: ColumnAnswers;
  /** What the office reported before, where that is known. */
  before?: Before | null;
}

/**
 * One sheet under check, kept in step with what the host reads. A reading that differs in values alone is judged where it
 * differs; rows put in or taken out, merges and renamed sheets are judged anew.
 */
export class Checking {
  #opened: Opened;
  #checker: Checker;
  #grid: Grid;

  /** Throws CheckProblem when the workbook has nothing to check. */
  constructor(opened: Opened) {
    this.#opened = opened;
    this.#checker = open(opened, opened.grids);
    const name = this.#checker.report().sheet;
    this.#grid = opened.grids.find((grid) => grid.sheet === name)!;
  }

  get sheet(): string {
    return this.#grid.sheet;
  }

  get grid(): Grid {
    return this.#grid;
  }

  report(): Report {
    return this.#checker.report();
  }

  /** Takes the sheet as it now is. Answers whether anything differed. */
  update(grid: Grid): boolean {
    const edits = differences(this.#grid, grid);
    this.#grid = grid;
    if (edits !== null && edits.length === 0) return false;
    if (edits === null) this.#checker = this.#anew(grid);
    else this.#checker.edit(edits);
    return true;
  }

  /** Takes what was said of columns, and judges everything again with it. */
  say(columns: ColumnAnswers): void {
    this.#opened = { ...this.#opened, columns };
    this.#checker = this.#anew(this.#grid);
  }

  /** Takes what the office reported before, and judges the sheet again beside it. */
  know(before: Before | null): void {
    this.#opened = { ...this.#opened, before };
    this.#checker = this.#anew(this.#grid);
  }

  /** Judges everything again from nothing: what is sent rests on this. */
  full(grid: Grid): Report {
    this.#grid = grid;
    this.#checker = this.#anew(grid);
    return this.#checker.report();
  }

  #anew(grid: Grid): Checker {
    const others = this.#opened.grids.filter((one) => one.sheet !== grid.sheet && one.sheet !== this.#opened.sheet);
    return open({ ...this.#opened, sheet: grid.sheet }, [grid, ...others]);
  }
}

/** The first rows alone, for a first list while the rest is still being checked. */
export function firstRows(opened: Opened, rows: number): Report | null {
  if (opened.grids.every((grid) => grid.rows.length <= rows)) return null;
  const grids = opened.grids.map((grid) => ({ ...grid, rows: grid.rows.slice(0, rows) }));
  return open(opened, grids).report();
}

/** Rows enough to tell a form by its title and headings. */
const HEAD_ROWS = 60;

/** Whether this sheet, looked at alone, holds a form that is known. */
export function holdsForm(opened: Opened, sheet: string): boolean {
  const grid = opened.grids.find((one) => one.sheet === sheet);
  if (grid === undefined || grid.hidden === true) return false;
  try {
    const report = open({ ...opened, sheet }, [{ ...grid, rows: grid.rows.slice(0, HEAD_ROWS) }]).report();
    return !report.findings.some((finding) => finding.code === "FORM_NOT_FOUND");
  } catch {
    return false;
  }
}

function open(opened: Opened, sheets: readonly Grid[]): Checker {
  const { registry, book, identity, fileName, sheet, period, province, today, columns, before } = opened;
  const names = identity === null ? [] : [{ name: IDENTITY_NAME, value: identity }];
  const asked = { registry, book, sheet, period, province, today, columns, before };
  return openWorkbook({ sheets: [...sheets], names, fileName }, asked);
}

const MANY = 2_000;

/** Cells that differ, or null when more than values differ (or so many that judging anew is no slower). */
export function differences(before: Grid, after: Grid): CellEdit[] | null {
  if (before === after) return [];
  if (before.sheet !== after.sheet || before.rows.length !== after.rows.length || before.origin !== after.origin)
    return null;
  if (!sameList(before.merges, after.merges) || !sameList(before.hiddenRows, after.hiddenRows)) return null;
  const edits: CellEdit[] = [];
  for (let row = 0; row < after.rows.length; row++) {
    const [a, b] = [before.rows[row]!, after.rows[row]!];
    if (a === b) continue;
    for (let col = 0; col < Math.max(a.length, b.length); col++) {
      const cell = b[col] ?? null;
      if (!sameCell(a[col] ?? null, cell)) edits.push({ row, col, cell });
    }
    if (edits.length > MANY) return null;
  }
  return edits;
}

function sameList<T>(a: readonly T[] = [], b: readonly T[] = []): boolean {
  return a === b || (a.length === b.length && a.every((one, i) => one === b[i]));
}

function sameCell(a: Cell, b: Cell): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== "object" || typeof b !== "object") return false;
  return a.v === b.v && a.t === b.t && a.font === b.font && a.fmt === b.fmt && a.merged === b.merged && a.err === b.err;
}

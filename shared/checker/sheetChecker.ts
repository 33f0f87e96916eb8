import { type Counts, type Finding, isAccepted, type Report, type RowAnswer, worse } from "../answer.ts";
import type { PlainDate } from "../calendar/plainDate.ts";
import { type FormDefinition, ruleOf } from "../forms/definition.ts";
import type { Registry } from "../offices/registry.ts";
import type { Before } from "../rules/before.ts";
import { isGood } from "../rules/reading.ts";
import type { ColumnAnswers } from "../sheet/columnKeys.ts";
import type { Cell, Grid } from "../sheet/grid.ts";
import { findHeading, headingBottom, MOST_HEADING_ROWS } from "../sheet/headings.ts";
import type { Identity } from "../sheet/identity.ts";
import { GridView } from "../sheet/view.ts";
import { beforeFor } from "./against.ts";
import type { Checker, EditResult } from "./checker.ts";
import { SheetContext } from "./context.ts";
import { count, emptyCounts } from "./counts.ts";
import { Duplicates } from "./duplicates.ts";
import { type Carry, FIRST_CARRY, sameCarry } from "./effective.ts";
import { findLayout, type Layout } from "./layout.ts";
import { type CellEdit, isLocal, mayMoveHeading } from "./locality.ts";
import { resolvePeriod } from "./period.ts";
import { provinceVote, resolveProvince, type SheetProvince, type Votes, vote } from "./province.ts";
import { assembleReport } from "./report.ts";
import { judgeRow, type RowState } from "./rowState.ts";

export type { CellEdit } from "./locality.ts";

/** Stands for the office in a form without offices. */
const NO_OFFICE = "";

export interface SheetOptions {
  registry: Registry;
  form: FormDefinition;
  province?: string | null;
  period?: string | null;
  identity?: Identity | null;
  fileName?: string | null;
  /** The day of checking or sending; without it a day to come is not told. */
  today?: PlainDate | null;
  /** What a person said of columns the program could not tell. */
  columns?: ColumnAnswers;
  /** What the office reported before; without it nothing is compared. */
  before?: Before | null;
  /** What the choice of the sheet has to say. */
  findings?: readonly Finding[];
}

/**
 * One sheet under check. Judges every row once; after an edit judges only the rows the edit can reach: the row itself,
 * rows below it that take something from it (merges, ditto marks, sub-headings), and rows that report the same thing.
 */
export class SheetChecker implements Checker {
  readonly #options: SheetOptions;
  #grid: Grid;
  #view!: GridView;
  #layout: Layout | null = null;
  #context!: SheetContext;
  #province: SheetProvince = { code: null, source: "none" };
  #votes: Votes = new Map();
  #named = new Map<string, string | null>();
  #states: RowState[] = [];
  #answers: RowAnswer[] = [];
  #duplicates = new Duplicates();
  #offices = new Map<string, number>();
  #counts = emptyCounts();
  #first: Carry = FIRST_CARRY;

  constructor(grid: Grid, options: SheetOptions) {
    this.#options = options;
    this.#grid = { ...grid, rows: grid.rows.slice() };
    this.#build();
  }

  /** True when the form's heading was found in the sheet. */
  get found(): boolean {
    return this.#layout !== null;
  }

  get counts(): Counts {
    return { ...this.#counts };
  }

  #build(): void {
    const { form, registry } = this.#options;
    this.#view = new GridView(this.#grid);
    this.#layout = findLayout(this.#view, form, registry, this.#options.columns);
    this.#states = [];
    this.#answers = [];
    this.#duplicates = new Duplicates();
    this.#offices = new Map();
    this.#counts = emptyCounts();
    this.#votes = new Map();
    this.#named = new Map();
    if (this.#layout === null) return;
    const last = this.#lastFilledRow();
    for (let row = this.#layout.firstDataRow; row <= last; row++)
      vote(this.#votes, provinceVote(this.#view, row, this.#layout, registry, this.#named), 1);
    this.#province = this.#resolveProvince();
    const period = this.#period();
    const outside = ruleOf(form, "dateInPeriod", period)?.verdict;
    const days = {
      period,
      today: this.#options.today ?? null,
      outside: outside === "suggest" ? "warn" : (outside ?? null),
    } as const;
    this.#context = new SheetContext(
      ...([form, registry, this.#province.code, this.#layout, days] as const),
      beforeFor(form, this.#options.before, period),
    );
    this.#first = this.#firstCarry(this.#layout);
    let carry = this.#first;
    for (let row = this.#layout.firstDataRow; row <= last; row++) {
      const state = judgeRow(this.#view, row, this.#context, carry);
      this.#states.push(state);
      // Rows come in order here: whatever reports the same already stands above.
      const first = this.#register(state, row, 1);
      const answer = first === null ? state.answer : this.#asDuplicate(state, first);
      this.#answers.push(answer);
      count(this.#counts, answer, 1);
      carry = state;
    }
  }

  #period(): string | null {
    const { period, identity, fileName } = this.#options;
    return resolvePeriod({
      given: period ?? null,
      identity: identity?.period ?? null,
      sheetName: this.#grid.sheet,
      title: this.#layout?.title.period ?? null,
      fileName: fileName ?? null,
    }).period;
  }

  #resolveProvince(): SheetProvince {
    const given = this.#options.province ?? this.#options.identity?.province ?? null;
    return resolveProvince(this.#view, this.#layout!, this.#options.registry, given, this.#votes);
  }

  /** A district named in the title stands for every row that leaves its own blank. */
  #firstCarry(layout: Layout): Carry {
    const named = layout.title.district;
    return named !== null && isGood(this.#context.district(named)) ? { ...FIRST_CARRY, district: named } : FIRST_CARRY;
  }

  #lastFilledRow(): number {
    let row = this.#view.height - 1;
    while (row >= 0 && this.#isBlankRow(row)) row--;
    return row;
  }

  #isBlankRow(row: number): boolean {
    for (let col = 0; col < this.#view.width; col++) if (!this.#view.isBlank(row, col)) return false;
    return true;
  }

  /** Enters a row among those that report the same thing of the same office, or takes it out; answers the first of them above it. */
  #register(state: RowState, row: number, by: 1 | -1): number | null {
    const { officeCode, subject } = state;
    vote(this.#offices, officeCode, by);
    if (subject === null) return null;
    if (by === 1) return this.#duplicates.add(officeCode ?? NO_OFFICE, subject, row);
    this.#duplicates.remove(officeCode ?? NO_OFFICE, subject, row);
    return null;
  }

  /** The row's answer with what other rows have to say about it. */
  #finish(index: number): RowAnswer {
    const state = this.#states[index]!;
    const { officeCode, subject } = state;
    if (subject === null) return state.answer;
    const first = this.#duplicates.firstBefore(officeCode ?? NO_OFFICE, subject, index + this.#layout!.firstDataRow);
    return first === null ? state.answer : this.#asDuplicate(state, first);
  }

  #asDuplicate(state: RowState, first: number): RowAnswer {
    const rule = ruleOf(this.#options.form, "duplicateRow", this.#context.days.period);
    if (rule === undefined || state.answer.verdict === "skip") return state.answer;
    const { status, ...answer } = state.answer;
    const verdict = worse(state.answer.verdict, rule.verdict);
    return {
      ...answer,
      verdict,
      codes: [...answer.codes, "ROW_DUPLICATE"],
      ...(isAccepted(verdict) && status !== undefined ? { status } : {}),
      params: { first: this.#view.rowNumber(first) },
    };
  }

  /** Takes edits of cells; answers the rows whose verdict, value or codes may have changed. */
  edit(edits: readonly CellEdit[]): EditResult {
    const layout = this.#layout;
    const incremental =
      layout !== null &&
      edits.every((edit) => isLocal(edit, this.#view, layout, this.#states.length, this.#province.source));
    const naming = incremental && edits.some((edit) => mayMoveHeading(edit, this.#view, this.#options.form));
    const dirty = new Set<number>();
    for (const { row, col, cell } of edits) {
      if (incremental)
        vote(this.#votes, provinceVote(this.#view, row, layout, this.#options.registry, this.#named), -1);
      this.#write(row, col, cell);
      if (!incremental) continue;
      vote(this.#votes, provinceVote(this.#view, row, layout, this.#options.registry, this.#named), 1);
      for (const covered of this.#view.rowsCoveredFrom(row, col)) dirty.add(covered);
    }
    if (!incremental) return this.#rebuild();
    // With nothing left in its last row the sheet ends further up.
    if (this.#isBlankRow(layout.firstDataRow + this.#states.length - 1)) return this.#rebuild();
    // What stands right under the heading may have made a heading row of it, or unmade one.
    const { top, bottom } = layout.heading;
    const near = edits.some(({ row }) => row < top + MOST_HEADING_ROWS);
    if (naming) {
      const heading = findHeading(this.#view, this.#options.form);
      if (heading?.top !== top || heading.bottom !== bottom) return this.#rebuild();
    }
    if (near && headingBottom(this.#view, this.#options.form, top) !== bottom) return this.#rebuild();
    if (this.#province.source === "rows" && this.#resolveProvince().code !== this.#province.code)
      return this.#rebuild();
    return { rows: this.#judgeAgain(dirty, layout), counts: this.counts };
  }

  /** Takes a whole new grid: rows or columns inserted or deleted, merges changed. */
  replace(grid: Grid): EditResult {
    this.#grid = { ...grid, rows: grid.rows.slice() };
    return this.#rebuild();
  }

  #rebuild(): EditResult {
    this.#build();
    return { rows: null, counts: this.counts };
  }

  #write(row: number, col: number, cell: Cell): void {
    const rows = this.#grid.rows;
    while (rows.length <= row) rows.push([]);
    const copy = rows[row]!.slice();
    while (copy.length < col) copy.push(null);
    copy[col] = cell;
    rows[row] = copy;
  }

  #judgeAgain(dirty: Set<number>, layout: Layout): RowAnswer[] {
    const first = layout.firstDataRow;
    const queue = [...dirty].sort((a, b) => a - b);
    const touched = new Set<number>();
    for (let i = 0; i < queue.length; i++) {
      const row = queue[i]!;
      const index = row - first;
      const before = this.#states[index];
      if (before === undefined) continue;
      const carry = index === 0 ? this.#first : this.#states[index - 1]!;
      const after = judgeRow(this.#view, row, this.#context, carry);
      this.#states[index] = after;
      this.#reregister(before, after, row, touched);
      touched.add(index);
      if (!sameCarry(before, after, this.#context.plan.columns) && queue[i + 1] !== row + 1)
        queue.splice(i + 1, 0, row + 1);
    }
    const changed: RowAnswer[] = [];
    for (const index of [...touched].sort((a, b) => a - b)) {
      const answer = this.#finish(index);
      count(this.#counts, this.#answers[index]!, -1);
      count(this.#counts, answer, 1);
      this.#answers[index] = answer;
      changed.push(answer);
    }
    return changed;
  }

  #reregister(before: RowState, after: RowState, row: number, touched: Set<number>): void {
    if (before.subject === after.subject && before.officeCode === after.officeCode) return;
    const first = this.#layout!.firstDataRow;
    const note = ({ officeCode, subject }: RowState) => {
      // Only when the first row of a key changes do the others' answers change.
      if (subject === null) return;
      const rows = this.#duplicates.rowsOf(officeCode ?? NO_OFFICE, subject);
      if (rows[0] === row || (rows[0] !== undefined && row <= rows[0]))
        for (const other of rows) touched.add(other - first);
    };
    note(before);
    this.#register(before, row, -1);
    this.#register(after, row, 1);
    note(after);
  }

  /** The whole answer for the sheet. */
  report(): Report {
    const identity = this.#options.identity ?? null;
    return assembleReport({
      form: this.#options.form,
      identity,
      given: this.#options.period ?? null,
      fileName: this.#options.fileName ?? null,
      chosen: this.#options.findings ?? [],
      view: this.#view,
      layout: this.#layout,
      province: this.#province.code,
      offices: [...this.#offices.keys()],
      counts: this.counts,
      answers: this.#answers,
      before: this.#layout === null ? null : this.#context.before,
    });
  }
}

import type { Report } from "./answer.ts";
import type { Checker } from "./checker/checker.ts";
import { chooseSheet, findIdentity } from "./checker/choose.ts";
import { DocumentChecker } from "./checker/documentChecker.ts";
import { findFit } from "./checker/fit.ts";
import { SheetChecker, type SheetOptions } from "./checker/sheetChecker.ts";
import { type FormBook, formsFor, heldVersions, PROGRAM_BOOK, readBy } from "./forms/book.ts";
import type { FormDefinition } from "./forms/index.ts";
import type { Registry } from "./offices/registry.ts";
import type { Before } from "./rules/before.ts";
import type { ColumnAnswers } from "./sheet/columnKeys.ts";
import type { Grid, Workbook } from "./sheet/grid.ts";
import type { Identity } from "./sheet/identity.ts";
import { GridView } from "./sheet/view.ts";

export type { Checker, EditResult } from "./checker/checker.ts";
export { chooseSheet, findIdentity } from "./checker/choose.ts";
export type { CellEdit } from "./checker/locality.ts";
export { SheetChecker, type SheetOptions } from "./checker/sheetChecker.ts";
export type { Before } from "./rules/before.ts";
export type { ColumnAnswers } from "./sheet/columnKeys.ts";

export interface CheckOptions {
  registry: Registry;
  /** Form id; found by identity or headings when not given. */
  form?: string;
  /** The forms there are; the program's own when not given. A form nobody prepared for is handed in here. */
  forms?: readonly FormDefinition[];
  /** The province's book of forms: the version that holds in the sheet's period judges it. The program's own when not given. */
  book?: FormBook;
  /** Two-digit province code the sheet belongs to; else identity, title, rows. */
  province?: string;
  /** Gregorian YYYY-MM; else identity, sheet name, title, file name. */
  period?: string;
  /** The day of checking or sending, YYYY-MM-DD: a reported day after it is refused. Without it none is. */
  today?: string;
  /** What the office reported before, for telling what is new, gone, or far from it. Without it nothing is compared. */
  before?: Before | null;
  /** Sheet name to read; else chosen. */
  sheet?: string;
  /** What a person said of columns the program could not tell: part of the input, so that the verdict is the same everywhere. */
  columns?: ColumnAnswers;
}

/** Thrown for a request the checker can not begin with: an unknown form, a workbook without the named sheet. */
export class CheckProblem extends Error {
  readonly code: "unknown-form" | "no-sheet";
  readonly params: Record<string, string>;

  constructor(code: "unknown-form" | "no-sheet", params: Record<string, string>) {
    super(code);
    this.name = "CheckProblem";
    this.code = code;
    this.params = params;
  }
}

/** Checks one grid. Same input, same answer, on every host. Throws CheckProblem for a form nobody knows. */
export function checkGrid(
  grid: Grid,
  options: CheckOptions & { identity?: Identity | null; fileName?: string },
): Report {
  return openGrid(grid, options).report();
}

/** The checker of one grid, for hosts that go on editing. */
export function openGrid(
  grid: Grid,
  options: CheckOptions & { identity?: Identity | null; fileName?: string },
): Checker {
  const id = options.form ?? options.identity?.form;
  const known = formsGiven(options, options.period ?? options.identity?.period ?? null);
  const forms = id === undefined ? known : known.filter((form) => form.id === id);
  if (forms.length === 0) throw new CheckProblem("unknown-form", { form: id ?? "" });
  const form =
    forms.length === 1 ? forms[0]! : (findFit(new GridView(grid), forms, options.registry)?.form ?? forms[0]!);
  return inItsPeriod(checkerOf(grid, { ...options, form }), form, options, (right) =>
    checkerOf(grid, { ...options, form: right }),
  );
}

function formsGiven({ forms, book = PROGRAM_BOOK }: CheckOptions, period: string | null): readonly FormDefinition[] {
  return forms ?? formsFor(book, period);
}

/** A sheet that tells its period only when read is judged anew where another version of its form holds in that period. */
function inItsPeriod(
  checker: Checker,
  form: FormDefinition,
  { forms, book = PROGRAM_BOOK, period }: CheckOptions,
  open: (form: FormDefinition) => Checker,
): Checker {
  if (forms !== undefined || period !== undefined || heldVersions(book, form.id).length < 2) return checker;
  const right = readBy(book, form.id, checker.report().period);
  return right === undefined || right === form ? checker : open(right);
}

function checkerOf(grid: Grid, options: SheetOptions): Checker {
  return options.form.sections === undefined ? new SheetChecker(grid, options) : new DocumentChecker(grid, options);
}

/** Chooses the sheet, then checks it. Throws CheckProblem when the form is unknown or the named sheet is not there. */
export function checkWorkbook(workbook: Workbook, options: CheckOptions): Report {
  return openWorkbook(workbook, options).report();
}

/** The checker of the chosen sheet, for hosts that go on editing. */
export function openWorkbook(workbook: Workbook, options: CheckOptions): Checker {
  const forms = formsGiven(options, options.period ?? findIdentity(workbook)?.period ?? null);
  if (options.form !== undefined && !forms.some((form) => form.id === options.form))
    throw new CheckProblem("unknown-form", { form: options.form });
  const choice = chooseSheet(workbook, options.registry, { ...options, forms });
  if (choice === null) throw new CheckProblem("no-sheet", { sheet: options.sheet ?? "" });
  const open = (form: FormDefinition) =>
    checkerOf(choice.grid, {
      registry: options.registry,
      form,
      province: options.province,
      period: options.period,
      today: options.today,
      columns: options.columns,
      before: options.before,
      identity: choice.identity,
      fileName: workbook.fileName,
      findings: choice.findings,
    });
  return inItsPeriod(open(choice.form), choice.form, options, open);
}

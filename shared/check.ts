import type { Report } from "./answer.ts";
import type { Checker } from "./checker/checker.ts";
import { chooseSheet } from "./checker/choose.ts";
import { DocumentChecker } from "./checker/documentChecker.ts";
import { findFit } from "./checker/fit.ts";
import { SheetChecker, type SheetOptions } from "./checker/sheetChecker.ts";
import { FORMS, findForm } from "./forms/index.ts";
import type { Registry } from "./offices/registry.ts";
import type { Before } from "./rules/before.ts";
import type { Grid, Workbook } from "./sheet/grid.ts";
import type { Identity } from "./sheet/identity.ts";
import { GridView } from "./sheet/view.ts";

export type { Checker, EditResult } from "./checker/checker.ts";
export { chooseSheet, findIdentity } from "./checker/choose.ts";
export type { CellEdit } from "./checker/locality.ts";
export { SheetChecker, type SheetOptions } from "./checker/sheetChecker.ts";
export type { Before } from "./rules/before.ts";

export interface CheckOptions {
  registry: Registry;
  /** Form id; found by identity or headings when not given. */
  form?: string;
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
  const forms = id === undefined ? FORMS : [findForm(id)].filter((form) => form !== undefined);
  if (forms.length === 0) throw new CheckProblem("unknown-form", { form: id ?? "" });
  const form =
    forms.length === 1 ? forms[0]! : (findFit(new GridView(grid), forms, options.registry)?.form ?? forms[0]!);
  return checkerOf(grid, { ...options, form });
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
  if (options.form !== undefined && findForm(options.form) === undefined)
    throw new CheckProblem("unknown-form", { form: options.form });
  const choice = chooseSheet(workbook, options.registry, options);
  if (choice === null) throw new CheckProblem("no-sheet", { sheet: options.sheet ?? "" });
  return checkerOf(choice.grid, {
    registry: options.registry,
    form: choice.form,
    province: options.province,
    period: options.period,
    today: options.today,
    before: options.before,
    identity: choice.identity,
    fileName: workbook.fileName,
    findings: choice.findings,
  });
}

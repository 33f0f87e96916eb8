import type { Counts, Report } from "../../shared/answer.ts";
import { type Before, CheckProblem, checkWorkbook, findIdentity } from "../../shared/check.ts";
import { type FormBook, latestForm, PROGRAM_BOOK } from "../../shared/forms/book.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import type { ColumnAnswers } from "../../shared/sheet/columnKeys.ts";
import type { Workbook } from "../../shared/sheet/grid.ts";
import type { Need } from "./needs.ts";
import { type Hints, type OfficeProposal, type PeriodProposal, proposeOffices, proposePeriods } from "./suggest.ts";

/** What a person has said about a file; nothing of it is ever filled in by the program. */
export interface Given {
  form?: string | undefined;
  office?: string | undefined;
  period?: string | undefined;
  sheet?: string | undefined;
  /** What was said of columns the program could not tell, by the key of each. */
  columnAnswers?: ColumnAnswers | undefined;
}

export interface Examined {
  /** Form id; null when no sheet has the heading of a form. */
  form: string | null;
  sheet: string | null;
  /** Sheets among which a person has to choose. */
  sheets: string[];
  office: string | null;
  period: string | null;
  counts: Counts | null;
  /** The checker has nothing that waits. What else the file needs stands in `needs`. */
  submittable: boolean;
  /** The sheet carries the identity of a blank of ours that names this very office. */
  identified: boolean;
  needs: Need[];
  offices: OfficeProposal[];
  periods: PeriodProposal[];
  report: Report | null;
}

export interface Surroundings {
  registry: Registry;
  province: string;
  /** The province's forms; without them the program's own. */
  book?: FormBook;
  given: Given;
  hints: Hints;
  /** What the office reported before, once it is known whose the file is. */
  before?: Before | null;
}

/** Offices named in a sentence. */
const NAMED = 4;

/**
 * Looks at one workbook as a province's office would: which form, whose, for which month, and what a person has to settle.
 * Form, office and month are taken from what stands in the workbook or from what a person said; file names and mail are proposals only.
 * The workbook must have been read without its file's name.
 */
export function examine(
  workbook: Workbook,
  { registry, province, book = PROGRAM_BOOK, given, hints, before = null }: Surroundings,
): Examined {
  const report = check(workbook, { registry, book, before }, province, given);
  const proposals = { offices: proposeOffices(registry, province, hints), periods: proposePeriods(hints) };
  if (report === null || report.findings.some(({ code }) => code === "FORM_NOT_FOUND")) {
    const nothing = { form: null, sheet: null, sheets: [], office: null, period: null, counts: null, report: null };
    return {
      ...nothing,
      submittable: false,
      identified: false,
      needs: [{ code: "no-form", params: {} }],
      ...proposals,
    };
  }
  const identity = findIdentity(workbook);
  const needs: Need[] = [];
  const sheets = otherSheets(report, workbook);
  if (sheets.length > 0) needs.push({ code: "several-sheets", params: { sheets: sheets.join(", ") } });
  const elsewhere = foreignProvince(report, identity?.province ?? null, province);
  if (elsewhere !== null)
    needs.push({ code: "foreign-province", params: { province: registry.provinceName(elsewhere) ?? elsewhere } });
  const office = whose(report, given.office ?? null, identity?.office ?? null, registry, needs);
  const period = given.period ?? (report.period === null ? null : settledPeriod(report, needs));
  if (report.period === null && given.period === undefined) needs.push({ code: "no-period", params: {} });
  const waiting = report.counts.suggest + report.counts.error + blocking(report);
  // Until the columns are named most of what the checker says is about them.
  if (report.questions !== undefined) needs.push({ code: "columns", params: { count: report.questions.length } });
  else if (!report.submittable) needs.push({ code: "points", params: { count: waiting } });
  return {
    ...{ form: report.form, sheet: report.sheet, sheets, office, period, counts: report.counts },
    submittable: report.submittable,
    identified: identity !== null && identity.form === report.form && office !== null && identity.office === office,
    ...{ needs, ...proposals, report },
  };
}

/** Against the province itself; but where the sheet speaks of another one, as that: a mistake is then told as what it is. */
function check(
  workbook: Workbook,
  known: { registry: Registry; book: FormBook; before: Before | null },
  province: string,
  given: Given,
): Report | null {
  try {
    const { form, period, sheet, columnAnswers: columns } = given;
    if (form !== undefined && latestForm(known.book, form) === undefined) return null;
    const asked = { ...known, form, period, sheet, columns };
    const own = checkWorkbook(workbook, asked);
    return own.province === null ? checkWorkbook(workbook, { ...asked, province }) : own;
  } catch (error) {
    if (error instanceof CheckProblem) return null;
    throw error;
  }
}

function foreignProvince(report: Report, identity: string | null, province: string): string | null {
  return [report.province, identity].find((code) => code !== null && code !== province) ?? null;
}

function otherSheets(report: Report, workbook: Workbook): string[] {
  const finding = report.findings.find(({ code }) => code === "SHEET_OTHERS");
  if (finding === undefined) return [];
  const named = String(finding.params.others).split(", ");
  const known = workbook.sheets
    .map(({ sheet }) => sheet)
    .filter((name) => named.includes(name) || name === report.sheet);
  return known.length > 1 ? known : workbook.sheets.filter(({ hidden }) => hidden !== true).map(({ sheet }) => sheet);
}

/**
 * The one office of the rows, of the identity and of what was said; a need where they disagree. What a person said settles a blank that
 * was borrowed from a neighbour; against the rows themselves it settles nothing.
 */
function whose(
  report: Report,
  given: string | null,
  identity: string | null,
  registry: Registry,
  needs: Need[],
): string | null {
  const codes = new Set<string>();
  for (const { verdict, cells } of report.rows)
    if (verdict !== "skip") for (const { officeCode } of Object.values(cells)) if (officeCode) codes.add(officeCode);
  const name = (code: string) => {
    const office = registry.byCode(code);
    return office === undefined ? code : officeLabel(office);
  };
  if (codes.size > 1) {
    const names = [...codes].slice(0, NAMED).map(name).join(", ");
    needs.push({ code: "several-offices", params: { count: codes.size, names } });
    return null;
  }
  const inRows = [...codes][0] ?? null;
  const named = given ?? identity;
  if (inRows !== null && named !== null && inRows !== named) {
    needs.push({ code: "office-differs", params: { named: name(named), rows: name(inRows) } });
    return null;
  }
  const office = inRows ?? named;
  if (office === null) needs.push({ code: "no-office", params: {} });
  else if (registry.byCode(office) === undefined) {
    needs.push({ code: "office-outside", params: { office: name(office) } });
    return null;
  }
  return office;
}

/** The month, unless the sheet's own places disagree about it: then a person says which. */
function settledPeriod(report: Report, needs: Need[]): string | null {
  const conflict = report.findings.find(({ code }) => code === "PERIOD_CONFLICT");
  if (conflict === undefined) return report.period;
  const { period, other } = conflict.params;
  needs.push({ code: "period-differs", params: { period: String(period), other: String(other) } });
  return null;
}

function blocking(report: Report): number {
  return report.findings.filter(({ verdict }) => verdict === "error" || verdict === "suggest").length;
}

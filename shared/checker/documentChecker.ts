import { type FieldAnswer, isAccepted, type ListValue, type Report } from "../answer.ts";
import { ruleFor } from "../calendar/formRules.ts";
import { onlyPeriod } from "../calendar/nominal.ts";
import { parsePeriod } from "../calendar/period.ts";
import type { FormDefinition } from "../forms/definition.ts";
import type { DocumentState, Line, Part } from "../rules/document/parts.ts";
import { provinceNamed } from "../rules/province.ts";
import { countHeadings, type DocumentText, readDocument } from "../sheet/document.ts";
import type { Grid, Scalar } from "../sheet/grid.ts";
import { GridView } from "../sheet/view.ts";
import { beforeFor, fieldsAgainst } from "./against.ts";
import type { Checker, EditResult } from "./checker.ts";
import { emptyCounts } from "./counts.ts";
import { misprints, renumbered, secondReport, strayLines } from "./documentFindings.ts";
import { applyRules } from "./documentRules.ts";
import { readState } from "./documentState.ts";
import type { CellEdit } from "./locality.ts";
import { resolvePeriod } from "./period.ts";
import type { SheetOptions } from "./sheetChecker.ts";

/** Fewer of its headings than this, and the sheet is not the form. */
const FEWEST_HEADINGS = 3;

/** True when the sheet is this form without a table. */
export function isDocument(view: GridView, form: FormDefinition): boolean {
  return countHeadings(view, form) >= FEWEST_HEADINGS;
}

/** The period a document speaks of, YYYY-MM: the first its lines above the sections name. */
export function documentPeriod(view: GridView): string | null {
  for (let row = 0; row < Math.min(view.height, 12); row++)
    for (let col = 0; col < view.width; col++) {
      const period = parsePeriod(view.text(row, col));
      if (period !== null) return period;
    }
  return null;
}

/** A form without a table under check. Small, so every edit judges it anew. */
export class DocumentChecker implements Checker {
  readonly #options: SheetOptions;
  #grid: Grid;
  #report!: Report;

  constructor(grid: Grid, options: SheetOptions) {
    this.#options = options;
    this.#grid = { ...grid, rows: grid.rows.slice() };
    this.#judge();
  }

  get found(): boolean {
    return !this.#report.findings.some((finding) => finding.code === "FORM_NOT_FOUND");
  }

  get counts() {
    return { ...this.#report.counts };
  }

  edit(edits: readonly CellEdit[]): EditResult {
    for (const { row, col, cell } of edits) {
      while (this.#grid.rows.length <= row) this.#grid.rows.push([]);
      const cells = this.#grid.rows[row]!.slice();
      while (cells.length < col) cells.push(null);
      cells[col] = cell;
      this.#grid.rows[row] = cells;
    }
    this.#judge();
    return { rows: null, counts: this.counts };
  }

  replace(grid: Grid): EditResult {
    this.#grid = { ...grid, rows: grid.rows.slice() };
    this.#judge();
    return { rows: null, counts: this.counts };
  }

  report(): Report {
    return this.#report;
  }

  #judge(): void {
    this.#report = judgeDocument(new GridView(this.#grid), this.#options);
  }
}

function judgeDocument(view: GridView, options: SheetOptions): Report {
  const { form, identity = null } = options;
  const text = readDocument(view, form);
  const { period, findings: aboutPeriod } = resolvePeriod({
    given: options.period ?? null,
    identity: identity?.period ?? null,
    sheetName: view.grid.sheet,
    title: documentPeriod(view) ?? askedOnce(form),
    fileName: options.fileName ?? null,
  });
  const province = provinceOf(text, options);
  const report: Report = {
    form: form.id,
    version: form.version,
    sheet: view.grid.sheet,
    province,
    office: identity?.office ?? null,
    period,
    submittable: false,
    counts: emptyCounts(),
    columns: {},
    findings: [...(options.findings ?? [])],
    rows: [],
    fields: {},
    certifier: null,
  };
  if (text.found < FEWEST_HEADINGS) {
    report.findings.push({ code: "FORM_NOT_FOUND", verdict: "error", cell: null, params: { form: form.title[0]! } });
    return { ...report, province: null };
  }
  const state = readState(text, options, province);
  applyRules(state, form, period);
  report.findings.push(
    ...misprints(view, form),
    ...renumbered(view, form, text),
    ...strayLines(text),
    ...secondReport(view, form),
    ...aboutPeriod,
  );
  if (province === null) report.findings.push({ code: "PROVINCE_MISSING", verdict: "error", cell: null, params: {} });
  report.fields = answers(form, state);
  const known = beforeFor(form, options.before, period);
  if (known !== null) report.findings.push(...fieldsAgainst(report.fields, form, known));
  const open = [...report.findings, ...Object.values(report.fields)].some(({ verdict }) => !isAccepted(verdict));
  return { ...report, submittable: !open };
}

/** The month of a report that is asked for once: it needs not be written on the form. */
function askedOnce(form: FormDefinition): string | null {
  const rule = ruleFor(form, form.calendarRule);
  return rule?.kind === "fixed" ? onlyPeriod(rule) : null;
}

function provinceOf({ province }: DocumentText, { registry, ...options }: SheetOptions): string | null {
  const given = options.province ?? options.identity?.province ?? null;
  if (given !== null) return given;
  const named = typeof province.raw === "string" ? provinceNamed(province.raw, registry) : null;
  if (named !== null) return named;
  const { offices } = registry;
  const loaded = [...new Set(offices.map((office) => office.provinceCode))];
  return loaded.length === 1 ? loaded[0]! : null;
}

function answerOf({ cell, raw, reading }: Part): FieldAnswer {
  const { verdict, value, codes, suggestions, params } = reading;
  return { cell, raw, verdict, value, codes, suggestions, ...(params === undefined ? {} : { params }) };
}

/** Every field in the order of the form; of a list first the whole, then the parts of each line as `s3.1.name`. */
function answers(form: FormDefinition, state: DocumentState): Report["fields"] {
  const fields: Report["fields"] = {};
  for (const { id, kind } of form.fields) {
    const part = state.fields.get(id);
    if (part !== undefined) fields[id] = answerOf(part);
    const list = kind === "list" ? state.lists.get(id) : undefined;
    if (list === undefined) continue;
    const take = (line: Line, of: (part: Part) => Scalar) =>
      Object.fromEntries(Object.entries(line.parts).map(([name, one]) => [name, of(one)]));
    const raw: ListValue = list.lines.map((line) => take(line, (one) => one.raw));
    const value = isAccepted(list.reading.verdict)
      ? list.lines.map((line) => take(line, (one) => one.reading.value))
      : null;
    const cell = Object.values(list.lines[0]?.parts ?? {})[0]?.cell ?? null;
    fields[id] = { ...answerOf({ cell, raw: null, reading: list.reading }), raw, value };
    list.lines.forEach((line, i) => {
      for (const [name, one] of Object.entries(line.parts)) fields[`${id}.${i + 1}.${name}`] = answerOf(one);
    });
  }
  return fields;
}

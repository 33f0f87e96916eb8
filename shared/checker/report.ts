import type { Counts, Finding, Report, RowAnswer } from "../answer.ts";
import type { FormDefinition } from "../forms/definition.ts";
import type { KnownBefore } from "../rules/before.ts";
import type { Identity } from "../sheet/identity.ts";
import { readSignature } from "../sheet/signature.ts";
import type { GridView } from "../sheet/view.ts";
import { sheetAgainst } from "./against.ts";
import { hiddenFinding, layoutFindings, signatureFinding } from "./findings.ts";
import type { Layout } from "./layout.ts";
import { resolvePeriod } from "./period.ts";

/** Everything known of a sheet once its rows are judged. */
export interface SheetState {
  form: FormDefinition;
  identity: Identity | null;
  /** The period asked for, YYYY-MM. */
  given: string | null;
  fileName: string | null;
  /** What the choice of the sheet has to say. */
  chosen: readonly Finding[];
  view: GridView;
  /** Null when the form's heading was not found. */
  layout: Layout | null;
  province: string | null;
  /** Codes of the offices that rows resolved to. */
  offices: readonly string[];
  counts: Counts;
  answers: readonly RowAnswer[];
  before: KnownBefore | null;
}

/** The whole answer for a sheet, from the state of its rows. */
export function assembleReport(state: SheetState): Report {
  const { form, identity, layout, view, counts, answers } = state;
  const { period, findings: aboutPeriod } = resolvePeriod({
    given: state.given,
    identity: identity?.period ?? null,
    sheetName: view.grid.sheet,
    title: layout?.title.period ?? null,
    fileName: state.fileName,
  });
  const base = {
    form: form.id,
    version: form.version,
    sheet: view.grid.sheet,
    counts,
    fields: {},
    period,
  };
  if (layout === null)
    return {
      ...base,
      province: null,
      office: null,
      submittable: false,
      columns: {},
      findings: [...state.chosen, notFound(form)],
      rows: [],
      certifier: null,
    };
  const signature = readSignature(view, lastDataRow(answers, layout) + 1);
  const findings: Finding[] = [
    ...state.chosen,
    ...layoutFindings(view, form, layout),
    ...sheetFindings(state),
    ...(state.before === null ? [] : sheetAgainst(answers, form, state.before)),
    ...aboutPeriod,
    ...hiddenFinding(view, hiddenRows(view, answers, layout)),
    ...(form.signature === null ? [] : signatureFinding(view, signature)),
  ];
  const blocked = findings.some((finding) => finding.verdict === "error" || finding.verdict === "suggest");
  return {
    ...base,
    province: state.province,
    office: identity?.office ?? (state.offices.length === 1 ? state.offices[0]! : null),
    submittable: !blocked && counts.suggest === 0 && counts.error === 0,
    columns: columnLetters(form, layout, view),
    ...questionsOf(layout, view),
    findings,
    rows: answers.slice(),
    certifier: signature.certifier,
  };
}

function notFound(form: FormDefinition): Finding {
  return { code: "FORM_NOT_FOUND", verdict: "error", cell: null, params: { form: form.title[0] ?? form.id } };
}

function sheetFindings({ form, province, counts, view }: SheetState): Finding[] {
  const findings: Finding[] = [];
  if (province === null) findings.push({ code: "PROVINCE_MISSING", verdict: "error", cell: null, params: {} });
  if (counts.rows === 0)
    findings.push({
      code: "SHEET_EMPTY",
      verdict: "error",
      cell: null,
      params: { sheet: view.grid.sheet, nil: form.nilText },
    });
  return findings;
}

function questionsOf({ map, heading }: Layout, view: GridView): Pick<Report, "questions" | "answered"> {
  const answered = Object.keys(map.answered).length === 0 ? {} : { answered: map.answered };
  if (map.questions.length === 0) return answered;
  const questions = map.questions.map(({ col, label, key, candidates }) => ({
    ...{ column: view.letters(col), cell: view.address(heading.top, col), label, key, candidates },
  }));
  return { questions, ...answered };
}

function lastDataRow(answers: readonly RowAnswer[], layout: Layout): number {
  let index = answers.length - 1;
  while (index >= 0 && answers[index]!.verdict === "skip") index--;
  return layout.firstDataRow + index;
}

function hiddenRows(view: GridView, answers: readonly RowAnswer[], layout: Layout): number[] {
  if ((view.grid.hiddenRows ?? []).length === 0) return [];
  return answers
    .filter((answer, i) => answer.verdict !== "skip" && view.isHidden(layout.firstDataRow + i))
    .map((answer) => answer.row);
}

/** In the order of the form, whatever order they were found in. */
function columnLetters(form: FormDefinition, layout: Layout, view: GridView): Record<string, string> {
  const letters: Record<string, string> = {};
  for (const { id } of form.fields) {
    const col = layout.map.columns.get(id);
    if (col !== undefined) letters[id] = view.letters(col);
  }
  return letters;
}

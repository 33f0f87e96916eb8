import type { Trial } from "../../shared/designer/index.ts";
import { type Point, type Proposal, sentencesOf } from "../../shared/designer/index.ts";
import { ROSTERS, RULES, VERDICTS } from "../../shared/designer/sheetWords.ts";
import type { FieldDefinition, FormDefinition } from "../../shared/forms/index.ts";
import { reasonText, SURENESS_WORDS } from "../../shared/words/designer.ts";
import { fill } from "../../shared/words/fill.ts";
import { FORM_CLI_WORDS } from "../../shared/words/formCli.ts";

/** A form as sentences, column by column. */
export function formLines(form: FormDefinition): string[] {
  const said = sentencesOf(form);
  return [
    headOf(form),
    "",
    FORM_CLI_WORDS.fields,
    ...form.fields.map((field) => `  ${nameOf(field)}: ${said.fields[field.id]}`),
    ...ruleLines(form),
    "",
    ...wayLines(form),
  ];
}

/** A proposal with the reason for everything in it. */
export function proposalLines({ form, sheet, heading, columns, points }: Proposal): string[] {
  const said = sentencesOf(form);
  const unsure = points.filter(({ sure }) => sure === "unsure").length;
  return [
    headOf(form),
    fill(FORM_CLI_WORDS.found, { sheet, rows: rowsText(heading) }),
    "",
    FORM_CLI_WORDS.whole,
    ...points.filter(({ field }) => field === null).map(pointLine),
    "",
    FORM_CLI_WORDS.fields,
    ...form.fields.flatMap((field) => [
      `  ${columns[field.id]} ${nameOf(field)}: ${said.fields[field.id]}`,
      ...points.filter((point) => point.field === field.id).map((point) => `  ${pointLine(point)}`),
    ]),
    ...ruleLines(form),
    "",
    ...wayLines(form),
    ...(unsure === 0 ? [] : ["", fill(FORM_CLI_WORDS.unsure, { count: unsure })]),
  ];
}

/** How well the proposed form reads an example; null: the form was not found in it. */
export function trialLine(file: string, trial: Trial | null): string {
  if (trial === null) return fill(FORM_CLI_WORDS.trialNone, { file });
  const { ok, fixed, warn, suggest, error } = trial.cells;
  const read = ok + fixed + warn;
  const cells = read + suggest + error;
  const counts = { rows: trial.rows, cells, read, fixed, warn, asked: suggest, wrong: error };
  return fill(FORM_CLI_WORDS.trial, { file, ...counts });
}

function rowsText({ from, to }: Proposal["heading"]): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function headOf(form: FormDefinition): string {
  const { id, version } = form;
  return fill(FORM_CLI_WORDS.head, { title: form.title.join("\n"), id, version, fields: form.fields.length });
}

function nameOf({ id, label, group }: FieldDefinition): string {
  return `${group === undefined ? "" : `${group} › `}${label} [${id}]`;
}

function pointLine({ sure, reason, params, cell }: Point): string {
  return `  ${SURENESS_WORDS.th[sure]}  ${cell === null ? "" : `${cell}  `}${reasonText({ reason, params })}`;
}

function ruleLines(form: FormDefinition): string[] {
  if (form.rowRules.length === 0) return [];
  const labels = (ids: readonly string[]) => ids.map((id) => form.fields.find((field) => field.id === id)?.label ?? id);
  return [
    "",
    FORM_CLI_WORDS.rules,
    ...form.rowRules.map(({ rule, verdict, fields, limit }) =>
      [
        `  ${VERDICTS[verdict]}`,
        RULES[rule],
        ...(limit === undefined ? [] : [limit]),
        ...(fields === undefined ? [] : [labels(fields).join(", ")]),
      ].join("  "),
    ),
  ];
}

function wayLines(form: FormDefinition): string[] {
  const { due } = sentencesOf(form);
  return [
    due === null ? fill(FORM_CLI_WORDS.dueNamed, { rule: form.calendarRule }) : fill(FORM_CLI_WORDS.due, { due }),
    fill(FORM_CLI_WORDS.roster, { roster: ROSTERS[form.roster] }),
    fill(FORM_CLI_WORDS.chain, { chain: form.chain.join(" → ") }),
  ];
}

import type { Finding, Report, RowAnswer } from "../answer.ts";
import { worse } from "../answer.ts";
import { type FormDefinition, subjectOf } from "../forms/definition.ts";
import { type Before, type KnownBefore, keyOfSubject, knownBefore } from "../rules/before.ts";
import { countJump } from "../rules/countJump.ts";
import { goneCentres } from "../rules/goneCentres.ts";
import { newCentre } from "../rules/newCentre.ts";
import { sameAsBefore } from "../rules/sameAsBefore.ts";
import type { Scalar } from "../sheet/grid.ts";

/** What is known of before, made ready for a form and the sheet's period. */
export function beforeFor(
  form: FormDefinition,
  before: Before | null | undefined,
  period: string | null,
): KnownBefore | null {
  const field = form.sections === undefined ? subjectOf(form) : undefined;
  const subject = field === undefined ? null : { id: field.id, isCentre: field.kind === "centre" };
  return knownBefore(before, period, subject);
}

/** A row's answer beside what was reported before. The very same answer where there is nothing to say. */
export function rowAgainst(
  answer: RowAnswer,
  form: FormDefinition,
  known: KnownBefore,
  officeCode: string | null,
): RowAnswer {
  if (!isOwn(form, known, officeCode)) return answer;
  const subject = subjectOf(form);
  const isCentre = subject?.kind === "centre";
  const key = subject === undefined ? null : keyOfSubject(answer.cells[subject.id]?.value, isCentre);
  const row = key === null ? undefined : known.byKey.get(key);
  let { verdict } = answer;
  let cells = answer.cells;
  for (const { id, kind } of form.fields) {
    const cell = answer.cells[id];
    if (cell === undefined) continue;
    const told =
      kind === "centre"
        ? newCentre(cell, known)
        : row === undefined
          ? null
          : countJump(cell, kind, row[id], known.period!);
    if (told === null) continue;
    if (cells === answer.cells) cells = { ...cells };
    cells[id] = told;
    if (verdict !== "skip") verdict = worse(verdict, told.verdict);
  }
  return cells === answer.cells ? answer : { ...answer, verdict, cells };
}

/** What the sheet as a whole has to say beside the last report. */
export function sheetAgainst(rows: readonly RowAnswer[], form: FormDefinition, known: KnownBefore): Finding[] {
  const own = rows.filter((row) => row.verdict !== "skip" && isOwn(form, known, row.cells.office?.officeCode ?? null));
  const subject = subjectOf(form);
  if (own.length === 0 || known.period === null || subject === undefined) return [];
  const isCentre = subject.kind === "centre";
  const pairs: [Record<string, Scalar>, Readonly<Record<string, Scalar>>][] = [];
  for (const row of own) {
    const key = keyOfSubject(row.cells[subject.id]?.value, isCentre);
    const before = key === null ? undefined : known.byKey.get(key);
    if (before !== undefined) pairs.push([valuesOf(row), before]);
  }
  const complete = pairs.length === own.length && own.length === known.rows.length;
  return [...(isCentre ? goneCentres(own, known) : []), ...sameAsBefore(form.fields, pairs, complete, known.period)];
}

/** The fields of a form without a table beside the last report, and what the whole has to say. */
export function fieldsAgainst(fields: Report["fields"], form: FormDefinition, known: KnownBefore): Finding[] {
  const before = known.rows[0];
  if (before === undefined || known.period === null) return [];
  const now: Record<string, Scalar> = {};
  for (const { id, kind } of form.fields) {
    const answer = fields[id];
    if (answer === undefined) continue;
    if (!Array.isArray(answer.value)) now[id] = answer.value;
    fields[id] = countJump(answer, kind, before[id], known.period) ?? answer;
  }
  return sameAsBefore(form.fields, [[now, before]], true, known.period);
}

/** Rows of the office itself; where the form has no column of offices, every row. */
function isOwn(form: FormDefinition, known: KnownBefore, officeCode: string | null): boolean {
  return officeCode === null ? !form.fields.some(({ kind }) => kind === "office") : officeCode === known.office;
}

function valuesOf(row: RowAnswer): Record<string, Scalar> {
  return Object.fromEntries(Object.entries(row.cells).map(([field, { value }]) => [field, value]));
}

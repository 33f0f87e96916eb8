import type { RowAnswer } from "../../../shared/answer.ts";
import { type FieldKind, type FormDefinition, findForm } from "../../../shared/forms/index.ts";
import type { Before } from "../../../shared/rules/before.ts";
import type { Scalar } from "../../../shared/sheet/grid.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { centresOf } from "./centres.ts";
import { lineage } from "./states.ts";

/** What is compared, and what says which row is which. Remarks, telephone numbers and people's names stay where they are. */
const KINDS = new Set<FieldKind>([
  ...(["province", "district", "subdistrict", "moo", "office", "centre", "name"] as const),
  ...(["date", "count", "money", "duration"] as const),
]);

/**
 * What an office's accepted reports of a form say, for checking the report of a period: the centres of all of them, and the rows
 * of the last one before that period (of an office whose place it took, while it has none of its own). Null outside reach.
 */
export function readBefore(
  journal: Journal,
  actor: Actor,
  { office, form, period }: { office: string; form: string; period: string },
): Before | null {
  const run = journal.read.bind(journal) as Run;
  const scope = within(scopeOf(actor), "code");
  const known = findForm(form);
  const reach = run(`SELECT 1 FROM offices WHERE code = ? AND ${scope.sql}`, office, ...scope.binds).length > 0;
  if (known === undefined || !reach) return null;
  const hasCentres = known.fields.some(({ kind }) => kind === "centre");
  return { office, centres: hasCentres ? centresOf(run, office) : [], last: lastOf(run, office, known, period) };
}

function lastOf(run: Run, office: string, form: FormDefinition, period: string): Before["last"] {
  const last = run<{ id: string; version: number; period: string }>(
    `SELECT s.id, v.version, s.period FROM submissions s
     JOIN versions v ON v.submission = s.id AND v.version = s.current
     WHERE s.form = ? AND s.period < ? AND v.status = 'accepted' AND s.office IN (SELECT value FROM json_each(?))
     ORDER BY s.office = ? DESC, s.period DESC, s.office LIMIT 1`,
    ...[form.id, period, JSON.stringify(lineage(run, office)), office],
  )[0];
  if (last === undefined) return null;
  const fields = form.fields.filter(({ kind, personal }) => KINDS.has(kind) && personal !== true).map(({ id }) => id);
  const rows = run<{ answer: string }>(
    "SELECT answer FROM rows WHERE submission = ? AND version = ? AND verdict <> 'skip' ORDER BY row",
    ...[last.id, last.version],
  ).map(({ answer }) => valuesOf(JSON.parse(answer) as RowAnswer, fields));
  return { period: last.period, rows };
}

function valuesOf({ cells }: RowAnswer, fields: readonly string[]): Record<string, Scalar> {
  const values: Record<string, Scalar> = {};
  for (const id of fields) if (cells[id] !== undefined) values[id] = cells[id].value;
  return values;
}

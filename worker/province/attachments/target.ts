import type { FieldAnswer } from "../../../shared/answer.ts";
import { type FileNeed, needsOf } from "../../../shared/files/needs.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import { definitionOf } from "../forms/book.ts";
import type { Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";

/** The report that files belong to, in its current version. */
export interface Reported {
  submission: string;
  version: number;
  receipt: string;
  contentHash: string;
  office: string;
  period: string;
  status: string;
  form: FormDefinition;
  needs: FileNeed[];
}

/** The current version of a report with what it asks for. Throws `not-found`, also outside the actor's reach. */
export function reportedOf(run: Run, actor: Actor, submission: string): Reported {
  const scope = within(scopeOf(actor), "s.office");
  return read(run, submission, scope.sql, scope.binds);
}

/** The same for the collector itself. */
export function reportedHere(run: Run, submission: string): Reported {
  return read(run, submission, "1 = 1", []);
}

function read(
  run: Run,
  submission: string,
  condition: string,
  binds: (string | number | null | Uint8Array)[],
): Reported {
  const found = run<Omit<Reported, "form" | "needs"> & { form: string; formVersion: number; fields: string }>(
    `SELECT s.id AS submission, s.form, v.form_version AS formVersion, s.period, s.office, v.version, v.receipt, v.content_hash AS contentHash, v.status, v.fields
     FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current WHERE s.id = ? AND ${condition}`,
    submission,
    ...binds,
  )[0];
  const form = found === undefined ? undefined : definitionOf(run, found.form, found.formVersion);
  if (found === undefined || form === undefined) throw new Refusal("not-found");
  const rows = run<{ answer: string }>(
    "SELECT answer FROM rows WHERE submission = ? AND version = ? ORDER BY row",
    ...[submission, found.version],
  ).map(({ answer }) => JSON.parse(answer));
  const fields = JSON.parse(found.fields) as Record<string, FieldAnswer>;
  const { fields: _, formVersion: __, ...rest } = found;
  return { ...rest, form, needs: needsOf(form, { rows, fields }) };
}

/** Who may send files for a report: its office, and the province on its behalf. */
export function requireSender(actor: Actor): void {
  if (actor.role !== "office" && actor.role !== "province") throw new Refusal("forbidden");
}

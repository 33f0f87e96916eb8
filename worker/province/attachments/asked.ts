import type { FieldAnswer } from "../../../shared/answer.ts";
import { type FileNeed, needsOf, type Told } from "../../../shared/files/needs.ts";
import { definitionOf } from "../forms/book.ts";
import type { Run } from "../journal.ts";
import { toBatches } from "../parts.ts";
import { getMeta, setMeta } from "../schema.ts";
import type { Sql } from "../sql.ts";
import { reportedHere } from "./target.ts";

/** How many files a report still waits for, as an expression over s (submissions); 0 for one that asks for none. */
export const AWAITED = `(SELECT coalesce(sum(max(0, n.count - (SELECT count(*) FROM attachments f
  WHERE f.submission = n.submission AND f.target = n.target AND f.kind = n.kind AND f.state IN ('checked', 'expired')))), 0)
  FROM attachment_needs n WHERE n.submission = s.id)`;

/**
 * Notes what a report asks for in the version that came in, so that a list of reports need not read their rows again. Called in the
 * transaction that makes the version current. A form that nobody knows asks for nothing.
 */
export function noteNeeds(
  run: Run,
  submission: string,
  sent: { form: string; formVersion: number; rows: Told["rows"]; fields: Record<string, unknown> },
): void {
  const form = definitionOf(run, sent.form, sent.formVersion);
  const fields = sent.fields as Record<string, FieldAnswer>;
  keepNeeds(run, submission, form === undefined ? [] : needsOf(form, { rows: sent.rows, fields }));
}

function keepNeeds(run: Run, submission: string, needs: readonly FileNeed[]): void {
  run("DELETE FROM attachment_needs WHERE submission = ?", submission);
  for (const batch of toBatches(needs))
    run(
      `INSERT INTO attachment_needs (submission, target, kind, count)
       SELECT ?, value ->> 'target', value ->> 'kind', value ->> 'count' FROM json_each(?)`,
      ...[submission, batch],
    );
}

const NOTED = "attachments.needs";

/** A database from before these were noted: once, each report is read. */
export function noteEarlierNeeds(sql: Sql): void {
  if (getMeta(sql, NOTED) !== undefined) return;
  sql.tx(() => {
    const run: Run = (query, ...binds) => sql.all(query, ...binds);
    // Of a form that is known no more nothing can be said, now or when its files are asked for.
    const reports = run<{ id: string; form: string; version: number }>(
      `SELECT s.id, s.form, v.form_version AS version FROM submissions s
       JOIN versions v ON v.submission = s.id AND v.version = s.current`,
    );
    for (const { id, form, version } of reports)
      if (definitionOf(run, form, version) !== undefined) keepNeeds(run, id, reportedHere(run, id).needs);
    setMeta(sql, NOTED, "1");
  });
}

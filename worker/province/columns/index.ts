import { latestForm } from "../../../shared/forms/book.ts";
import type { ColumnAnswers } from "../../../shared/sheet/columnKeys.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import { bookHere } from "../forms/book.ts";
import type { Journal } from "../journal.ts";
import { Refusal } from "../refusal.ts";

/** Headings remembered of one office's sheets of one form; the oldest answers go first. */
const MOST = 200;

export interface OfficeForm {
  form: string;
  office: string;
}

/** What was said of an office's columns. Throws `not-found` outside reach. */
export function columnAnswers(journal: Journal, actor: Actor, { form, office }: OfficeForm): ColumnAnswers {
  requireOffice(journal, actor, office);
  const found = journal.read<{ key: string; field: string | null }>(
    "SELECT key, field FROM column_answers WHERE office = ? AND form = ? ORDER BY key",
    office,
    form,
  );
  return Object.fromEntries(found.map(({ key, field }) => [key, field]));
}

/**
 * Remembers what was said, beside what was said before. A field the form does not have is left out. Throws `forbidden` for who does
 * not handle reports, `not-found` outside reach.
 */
export function answerColumns(
  journal: Journal,
  actor: Actor,
  { form, office }: OfficeForm,
  answers: ColumnAnswers,
): ColumnAnswers {
  requireHandler(actor);
  const ids = latestForm(bookHere(journal), form)?.fields.map(({ id }) => id) ?? [];
  return journal.write<ColumnAnswers>(actor, (run, at) => {
    const before = columnAnswers(journal, actor, { form, office });
    const known = Object.entries(answers).filter(([, field]) => field === null || ids.includes(field));
    const fresh = known.filter(([key, field]) => before[key] !== field || !Object.keys(before).includes(key));
    if (fresh.length === 0) return [before, null];
    const { person, role, place } = actor;
    for (const [key, field] of fresh)
      run(
        `INSERT INTO column_answers (office, form, key, field, at, person, role, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (office, form, key) DO UPDATE SET field = excluded.field, at = excluded.at, person = excluded.person,
           role = excluded.role, place = excluded.place`,
        ...[office, form, key, field, at, person, role, place],
      );
    run(
      `DELETE FROM column_answers WHERE office = ? AND form = ? AND key NOT IN (
         SELECT key FROM column_answers WHERE office = ? AND form = ? ORDER BY at DESC, key LIMIT ${MOST})`,
      ...[office, form, office, form],
    );
    const line = { action: "columns.answer", subject: office, detail: { form, columns: fresh.length } } as const;
    return [columnAnswers(journal, actor, { form, office }), line];
  });
}

/** Forgets all of it: the next sheet is asked about anew. Throws as `answerColumns`. */
export function forgetColumns(journal: Journal, actor: Actor, { form, office }: OfficeForm): ColumnAnswers {
  requireHandler(actor);
  return journal.write<ColumnAnswers>(actor, (run) => {
    const before = Object.keys(columnAnswers(journal, actor, { form, office })).length;
    if (before === 0) return [{}, null];
    run("DELETE FROM column_answers WHERE office = ? AND form = ?", office, form);
    return [{}, { action: "columns.forget", subject: office, detail: { form, columns: before } }];
  });
}

function requireHandler({ role }: Actor): void {
  if (role !== "office" && role !== "district" && role !== "province") throw new Refusal("forbidden");
}

function requireOffice(journal: Journal, actor: Actor, office: string): void {
  const scope = within(scopeOf(actor), "code");
  const found = journal.read(`SELECT 1 FROM offices WHERE code = ? AND ${scope.sql}`, office, ...scope.binds);
  if (found.length === 0) throw new Refusal("not-found");
}

import type { DueRule } from "../../../shared/calendar/dueRules.ts";
import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { bookOf, type FormBook, type FormTerm, formIn, formVersion, readBy } from "../../../shared/forms/book.ts";
import { type FormDefinition, findForm } from "../../../shared/forms/index.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";

/** The book as it was read last; opened anew only when its version has grown. */
const held = new WeakMap<Journal, FormBook>();

/** The province's book of forms: what it published beside what the program brings. One small question when nothing has changed. */
export function bookHere(journal: Journal): FormBook {
  const [{ version }] = journal.read<{ version: number }>(
    "SELECT coalesce(max(seq), 0) AS version FROM form_terms",
  ) as [{ version: number }];
  const known = held.get(journal);
  if (known?.version === version) return known;
  const own = journal
    .read<{ definition: string }>(
      "SELECT definition FROM form_versions WHERE state = 'published' ORDER BY form, version",
    )
    .map(({ definition }) => JSON.parse(definition) as FormDefinition);
  const terms = journal.read<FormTerm & object>(
    'SELECT form, version, from_period AS "from" FROM form_terms ORDER BY seq',
  );
  const book = bookOf(version, own, terms);
  held.set(journal, book);
  return book;
}

/** The book, or null when the caller holds this very version of it. */
export function readBook(journal: Journal, known: number | null): FormBook | null {
  const book = bookHere(journal);
  return book.version === known ? null : book;
}

/** The due rule of a form in a period. Undefined where nobody knows the form. */
export function ruleIn(book: FormBook, id: string, period: string): DueRule | undefined {
  const form = readBy(book, id, period);
  return form === undefined ? undefined : ruleFor(form, form.calendarRule);
}

/**
 * The version a report of a period is taken in. Throws `form-version` for another one, `form-retired` where the province asks for
 * none in that period. A form that nobody knows is let by: it was checked by whoever handed it in.
 */
export function requireHeld(book: FormBook, id: string, version: number, period: string): void {
  if (readBy(book, id, period) === undefined) return;
  const holds = formIn(book, id, period);
  if (holds === undefined) throw new Refusal("form-retired", { form: id, period });
  if (holds.version !== version) throw new Refusal("form-version", { form: id, version, current: holds.version });
}

/** One version of a form as it was published here, else as the program brings it; for reading inside a change. */
export function definitionOf(run: Run, id: string, version: number): FormDefinition | undefined {
  const [own] = run<{ definition: string }>(
    "SELECT definition FROM form_versions WHERE form = ? AND version = ? AND state = 'published'",
    id,
    version,
  );
  return own === undefined ? findForm(id) : (JSON.parse(own.definition) as FormDefinition);
}

/** A report is read by the version it was sent under. */
export function sentUnder(book: FormBook, id: string, version: number): FormDefinition | undefined {
  return formVersion(book, id, version) ?? readBy(book, id, null);
}

import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { periodOfStart, type Start, startPeriod } from "../../../shared/calendar/startPeriod.ts";
import { formIn, latestForm, versionsOf } from "../../../shared/forms/book.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import type { Actor } from "../actor.ts";
import { canonical, sha256 } from "../canonical.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { bookHere } from "./book.ts";

export interface Draft {
  form: string;
  version: number;
  /** Counts the times it was saved. */
  revision: number;
  definition: FormDefinition;
  at: string;
}

/** What was put in force, or ended, and from which period. */
export interface Held {
  form: string;
  /** Null: no longer asked for. */
  version: number | null;
  from: string;
}

/** Only the province of this database works on its forms. */
export function requireProvince(journal: Journal, actor: Actor): void {
  const own = journal.read("SELECT 1 FROM offices WHERE province_code = ? LIMIT 1", actor.place).length > 0;
  if (actor.role !== "province" || !own) throw new Refusal("forbidden");
}

/** The draft of a form, for the province alone. Throws `forbidden`; null where there is none. */
export function draftOf(journal: Journal, actor: Actor, form: string): Draft | null {
  requireProvince(journal, actor);
  return findDraft(journal.read.bind(journal), form);
}

function findDraft(run: Run, form: string): Draft | null {
  const [found] = run<{ version: number; revision: number; definition: string; at: number }>(
    "SELECT version, revision, definition, at FROM form_versions WHERE form = ? AND state = 'draft'",
    form,
  );
  if (found === undefined) return null;
  const { at, definition, ...rest } = found;
  return { form, ...rest, definition: JSON.parse(definition), at: new Date(at).toISOString() };
}

/**
 * Saves a draft under the number the next publication will have. `seen` is the revision that was looked at, null for a new one:
 * another's work is not written over unseen (`draft-changed`). The same again changes nothing. The definition has been held to its
 * schema by whoever calls. Throws `forbidden`.
 */
export function saveDraft(journal: Journal, actor: Actor, given: FormDefinition, seen: number | null): Draft {
  requireProvince(journal, actor);
  return journal.write<Draft>(actor, (run, at) => {
    const book = bookHere(journal);
    const before = findDraft(run, given.id);
    const version = (versionsOf(book, given.id).at(-1)?.version ?? 0) + 1;
    const definition: FormDefinition = { ...given, version };
    const text = canonical(definition);
    if (before !== null && canonical(before.definition) === text) return [before, null];
    if ((before?.revision ?? null) !== seen) throw new Refusal("draft-changed", { revision: before?.revision ?? null });
    const revision = (before?.revision ?? 0) + 1;
    run(
      `INSERT INTO form_versions (form, version, state, revision, definition, at, role, place)
       VALUES (?, ?, 'draft', ?, ?, ?, ?, ?)
       ON CONFLICT (form, version) DO UPDATE SET revision = excluded.revision, definition = excluded.definition,
         at = excluded.at, role = excluded.role, place = excluded.place`,
      ...[given.id, version, revision, text, at, actor.role, actor.place],
    );
    const detail = { version, revision, hash: sha256(text) };
    const saved = { form: given.id, version, revision, definition, at: new Date(at).toISOString() };
    return [saved, { action: "form.draft", subject: given.id, detail }];
  });
}

/** Throws a draft away; there being none, nothing happens. Throws `forbidden`, `draft-changed`. */
export function discardDraft(journal: Journal, actor: Actor, form: string, seen: number): null {
  requireProvince(journal, actor);
  return journal.write<null>(actor, (run) => {
    const before = findDraft(run, form);
    if (before === null) return [null, null];
    if (before.revision !== seen) throw new Refusal("draft-changed", { revision: before.revision });
    run("DELETE FROM form_versions WHERE form = ? AND state = 'draft'", form);
    return [null, { action: "form.discard", subject: form, detail: { version: before.version } }];
  });
}

/**
 * Puts a version in force from a period on: the draft (in the revision that was looked at), or one published before. Reports
 * of earlier periods, and those already sent, keep the version they were sent under. Done already, nothing happens.
 * Throws `forbidden`, `not-found`, `draft-changed`, `period-past`.
 */
export function publish(
  journal: Journal,
  actor: Actor,
  { form, version, revision, start }: { form: string; version: number; revision: number | null; start: Start },
): Held {
  requireProvince(journal, actor);
  return journal.write<Held>(actor, (run, at) => {
    const book = bookHere(journal);
    const draft = findDraft(run, form);
    const isDraft = draft?.version === version;
    if (isDraft && draft.revision !== revision) throw new Refusal("draft-changed", { revision: draft.revision });
    const definition = isDraft ? draft.definition : versionsOf(book, form).find((one) => one.version === version);
    if (definition === undefined) throw new Refusal("not-found");
    const from = startOf(definition, start, at);
    const held: Held = { form, version, from };
    const later = book.terms.some((term) => term.form === form && term.from !== null && term.from > from);
    if (!isDraft && formIn(book, form, from)?.version === version && !later) return [held, null];
    if (isDraft)
      run(
        "UPDATE form_versions SET state = 'published', at = ?, role = ?, place = ? WHERE form = ? AND state = 'draft'",
        ...[at, actor.role, actor.place, form],
      );
    addTerm(run, actor, held, at);
    const hash = sha256(canonical(definition));
    return [held, { action: "form.publish", subject: form, detail: { version, from, hash } }];
  });
}

/** Ends a form from a period on: its reports stay readable, nothing is due any more. Throws `forbidden`, `not-found`, `period-past`. */
export function retire(journal: Journal, actor: Actor, form: string, start: Start): Held {
  requireProvince(journal, actor);
  return journal.write<Held>(actor, (run, at) => {
    const book = bookHere(journal);
    const definition = latestForm(book, form);
    if (definition === undefined) throw new Refusal("not-found");
    const from = startOf(definition, start, at);
    const held: Held = { form, version: null, from };
    const later = book.terms.some((term) => term.form === form && term.from !== null && term.from > from);
    if (formIn(book, form, from) === undefined && !later) return [held, null];
    addTerm(run, actor, held, at);
    return [held, { action: "form.retire", subject: form, detail: { from } }];
  });
}

function startOf(definition: FormDefinition, start: Start, at: number): string {
  const first = startPeriod(ruleFor(definition, definition.calendarRule), at);
  const from = periodOfStart(start, first);
  if (from < first) throw new Refusal("period-past", { first });
  return from;
}

function addTerm(run: Run, actor: Actor, { form, version, from }: Held, at: number): void {
  run(
    "INSERT INTO form_terms (form, version, from_period, at, role, place) VALUES (?, ?, ?, ?, ?, ?)",
    ...[form, version, from, at, actor.role, actor.place],
  );
}

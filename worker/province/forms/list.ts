import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { addMonths } from "../../../shared/calendar/plainDate.ts";
import { startPeriod } from "../../../shared/calendar/startPeriod.ts";
import {
  type FormBook,
  formIds,
  formIn,
  formVersion,
  latestForm,
  PROGRAM_BOOK,
  versionsOf,
} from "../../../shared/forms/book.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { provinceOfPlace } from "../../../shared/offices/office.ts";
import { type Actor, scopeOf } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { bookHere } from "./book.ts";

export type FormState = "draft" | "published" | "retired";

export interface FormLine {
  id: string;
  title: string;
  /** Whose the newest version is: the program's own, or the province's. */
  by: "program" | "province";
  official: boolean;
  state: FormState;
  /** The version that holds in the period collected now; null where none does. */
  version: number | null;
  /** Since which period; null: since ever. */
  from: string | null;
  /** What is to come, oldest first: a version, or (null) the end. */
  coming: { version: number | null; from: string }[];
  draft: { version: number; revision: number } | null;
  /** Whether every office owes it. */
  owed: boolean;
  reference: string;
  /** The period a change made now would begin with. */
  first: string;
  next: string;
}

export interface FormPage extends FormLine {
  versions: {
    version: number;
    state: "draft" | "published";
    by: "program" | "province";
    official: boolean;
    at: string | null;
  }[];
  /** Everything that was put in force or ended, oldest first. */
  terms: { version: number | null; from: string | null; at: string | null }[];
}

/** Every form a caller may know of. Drafts are told to the province alone. */
export function formList(journal: Journal, actor: Actor, nowMs: number): FormLine[] {
  requireReach(journal, actor);
  const book = bookHere(journal);
  const drafts = draftsFor(journal, actor);
  const ids = [...new Set([...formIds(book), ...drafts.keys()])];
  return ids.map((id) => lineOf(book, id, drafts.get(id) ?? null, nowMs));
}

/** One form with all its versions. Throws `form-unknown`. */
export function formPage(journal: Journal, actor: Actor, id: string, nowMs: number): FormPage {
  requireReach(journal, actor);
  const book = bookHere(journal);
  const draft = draftsFor(journal, actor).get(id) ?? null;
  if (draft === null && latestForm(book, id) === undefined) throw new Refusal("form-unknown", { form: id });
  const published = new Map(
    journal
      .read<{ version: number; at: number }>(
        "SELECT version, at FROM form_versions WHERE form = ? AND state = 'published'",
        id,
      )
      .map(({ version, at }) => [version, at]),
  );
  const versions: FormPage["versions"] = versionsOf(book, id).map((form) => ({
    ...{ version: form.version, state: "published", by: byWhom(form), official: form.official },
    at: isoOf(published.get(form.version)),
  }));
  if (draft !== null)
    versions.push({
      ...{ version: draft.version, state: "draft", by: "province" },
      ...{ official: draft.definition.official, at: isoOf(draft.at) },
    });
  const own = journal
    .read<{ version: number | null; from: string; at: number }>(
      'SELECT version, from_period AS "from", at FROM form_terms WHERE form = ? ORDER BY seq',
      id,
    )
    .map((term) => ({ ...term, at: isoOf(term.at) }));
  const program = PROGRAM_BOOK.terms
    .filter((term) => term.form === id)
    .map(({ version, from }) => ({ version, from, at: null }));
  return { ...lineOf(book, id, draft, nowMs), versions, terms: [...program, ...own] };
}

/** One version of a form; the draft for the province alone. Throws `not-found`. */
export function formDefinition(journal: Journal, actor: Actor, id: string, version: number): FormDefinition {
  requireReach(journal, actor);
  const published = formVersion(bookHere(journal), id, version);
  if (published !== undefined) return published;
  const draft = draftsFor(journal, actor).get(id);
  if (draft?.version !== version) throw new Refusal("not-found");
  return draft.definition;
}

interface DraftRow {
  version: number;
  revision: number;
  definition: FormDefinition;
  at: number;
}

function draftsFor(journal: Journal, actor: Actor): Map<string, DraftRow> {
  if (actor.role !== "province") return new Map();
  return new Map(
    journal
      .read<{ form: string; version: number; revision: number; definition: string; at: number }>(
        "SELECT form, version, revision, definition, at FROM form_versions WHERE state = 'draft' ORDER BY form",
      )
      .map(({ form, definition, ...rest }) => [
        form,
        { ...rest, definition: JSON.parse(definition) as FormDefinition },
      ]),
  );
}

function lineOf(book: FormBook, id: string, draft: DraftRow | null, nowMs: number): FormLine {
  const newest = latestForm(book, id) ?? draft!.definition;
  const first = startPeriod(ruleFor(newest, newest.calendarRule), nowMs);
  const holds = formIn(book, id, first);
  const shown = holds ?? newest;
  const terms = book.terms.filter((term) => term.form === id);
  const coming = comingAfter(book, id, first);
  const since = terms.filter(({ from }) => from === null || from <= first).at(-1)?.from ?? null;
  const published = terms.length > 0;
  return {
    ...{ id, title: shown.title[0] ?? id, by: byWhom(shown), official: shown.official },
    state: !published
      ? "draft"
      : holds === undefined && coming.every(({ version }) => version === null)
        ? "retired"
        : "published",
    ...{ version: holds?.version ?? null, from: holds === undefined ? null : since, coming },
    draft: draft === null ? null : { version: draft.version, revision: draft.revision },
    ...{ owed: isOwed(shown), reference: shown.source.reference, first, next: addMonths(first, 1) },
  };
}

/** Changes of what holds after a period, in order of the periods. */
function comingAfter(book: FormBook, id: string, first: string): FormLine["coming"] {
  const periods = [
    ...new Set(book.terms.flatMap(({ form, from }) => (form === id && from !== null && from > first ? [from] : []))),
  ];
  let before = formIn(book, id, first)?.version ?? null;
  return periods.sort().flatMap((from) => {
    const version = formIn(book, id, from)?.version ?? null;
    if (version === before) return [];
    before = version;
    return [{ version, from }];
  });
}

export function byWhom(form: FormDefinition): "program" | "province" {
  return PROGRAM_BOOK.forms.includes(form) ? "program" : "province";
}

/**
 * Asked of everybody on its roster whether they have begun or not: a form printed in a letter, and whatever the province itself has published. A
 * default of the program is owed by nobody until an office has used it; then what it sent, and what came back, is listed.
 */
export function isOwed(form: FormDefinition): boolean {
  return form.official || byWhom(form) === "province";
}

/** Where the person sees nothing of this province, there are no forms either. */
function requireReach(journal: Journal, actor: Actor): void {
  const scope = scopeOf(actor);
  if (scope.kind === "country") return;
  const [office] = journal.read<{ province: string }>("SELECT province_code AS province FROM offices LIMIT 1");
  const province = provinceOfPlace(scope.code);
  if (office?.province !== province) throw new Refusal("forbidden");
}

function isoOf(at: number | undefined): string | null {
  return at === undefined ? null : new Date(at).toISOString();
}

import type { FormDefinition } from "./definition.ts";
import { FORMS } from "./index.ts";

/** From a period on a version of a form holds (`version` null: the form is no longer asked for). `from` null: since ever. */
export interface FormTerm {
  form: string;
  version: number | null;
  /** Gregorian YYYY-MM. */
  from: string | null;
}

/**
 * The forms of one province: every version that was ever published, and from when each holds. Plain data, so that the same book
 * gives the same verdict wherever it is opened. Drafts are never in it.
 */
export interface FormBook {
  /** Grows with every publication; 0 is the program's own book. */
  version: number;
  forms: readonly FormDefinition[];
  /** Oldest first: where two speak of a period, the later one counts. */
  terms: readonly FormTerm[];
}

/** What the program brings: the first version of each form, held since ever. */
export const PROGRAM_BOOK: FormBook = {
  version: 0,
  forms: FORMS,
  terms: FORMS.map(({ id, version }) => ({ form: id, version, from: null })),
};

/** The program's forms with a province's own publications after them. */
export function bookOf(version: number, own: readonly FormDefinition[], terms: readonly FormTerm[]): FormBook {
  if (version === 0) return PROGRAM_BOOK;
  return { version, forms: [...PROGRAM_BOOK.forms, ...own], terms: [...PROGRAM_BOOK.terms, ...terms] };
}

/**
 * A book that was kept or came from afar: its copies of the program's own forms give way to the ones that are here, so that they are
 * known as such and are those of this program.
 */
export function withProgram(book: FormBook): FormBook {
  if (book.version === 0) return PROGRAM_BOOK;
  const own = ({ id, version }: FormDefinition) => formVersion(PROGRAM_BOOK, id, version);
  return { ...book, forms: book.forms.map((form) => own(form) ?? form) };
}

/** Ids of all forms, the program's first, each in the order it was first published. */
export function formIds(book: FormBook): string[] {
  return [...new Set(book.terms.map(({ form }) => form))];
}

/** One version, whether it still holds or not. */
export function formVersion(book: FormBook, id: string, version: number): FormDefinition | undefined {
  return book.forms.find((form) => form.id === id && form.version === version);
}

/** Every published version of a form, oldest first. */
export function versionsOf(book: FormBook, id: string): FormDefinition[] {
  return book.forms.filter((form) => form.id === id).sort((a, b) => a.version - b.version);
}

/** The version that holds in a period; undefined for a form nobody knows, that had not begun then, or is no longer asked for. */
export function formIn(book: FormBook, id: string, period: string): FormDefinition | undefined {
  const term = lastTerm(book, (one) => one.form === id && (one.from === null || one.from <= period));
  return term === undefined || term.version === null ? undefined : formVersion(book, id, term.version);
}

/** The version published last, whatever period it is for; also of a form no longer asked for. */
export function latestForm(book: FormBook, id: string): FormDefinition | undefined {
  const term = lastTerm(book, (one) => one.form === id && one.version !== null);
  return term === undefined ? undefined : formVersion(book, id, term.version!);
}

function lastTerm(book: FormBook, fits: (term: FormTerm) => boolean): FormTerm | undefined {
  for (let i = book.terms.length - 1; i >= 0; i--) if (fits(book.terms[i]!)) return book.terms[i];
  return undefined;
}

/** What a report of a period is read by: the version that holds in it, else the last one, so that it can always be read. */
export function readBy(book: FormBook, id: string, period: string | null): FormDefinition | undefined {
  return (period === null ? undefined : formIn(book, id, period)) ?? latestForm(book, id);
}

/**
 * The forms a sheet may be: with the period, the one version of each it is read by; without, every version that holds in some
 * period, the newest first.
 */
export function formsFor(book: FormBook, period: string | null): FormDefinition[] {
  return formIds(book).flatMap((id) => {
    if (period !== null) return readBy(book, id, period) ?? [];
    const held = heldVersions(book, id);
    const latest = latestForm(book, id);
    return held.length > 0 || latest === undefined ? held : [latest];
  });
}

/** Versions that hold in at least one period, the latest published first. */
export function heldVersions(book: FormBook, id: string): FormDefinition[] {
  const held: FormDefinition[] = [];
  let covered: string | null = "9999-99";
  for (const { form, version, from } of [...book.terms].reverse()) {
    if (form !== id || covered === null || (from !== null && from >= covered)) continue;
    covered = from;
    const definition = version === null ? undefined : formVersion(book, id, version);
    if (definition !== undefined && !held.includes(definition)) held.push(definition);
  }
  return held;
}

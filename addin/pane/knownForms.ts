import { dueOf } from "../../shared/calendar/due.ts";
import { ruleFor } from "../../shared/calendar/formRules.ts";
import { type FormBook, formVersion, PROGRAM_BOOK, readBy } from "../../shared/forms/book.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";

/** The forms this page goes by: the program's own until a province is known, then that province's. A page shows one document. */
let book: FormBook = PROGRAM_BOOK;

export function goBy(next: FormBook = PROGRAM_BOOK): void {
  book = next;
}

/** The form a report was judged by; undefined where it is of none that is known here. */
export function formOf(report: { form: string; version?: number }): FormDefinition | undefined {
  const exact = report.version === undefined ? undefined : formVersion(book, report.form, report.version);
  return exact ?? readBy(book, report.form, null);
}

/** When a form's report of a period is due, as far as this page knows: the collector knows the province's own days off. */
export function dueIn(form: string, period: string): ReturnType<typeof dueOf> {
  const found = readBy(book, form, period);
  const rule = found && ruleFor(found, found.calendarRule);
  return rule && dueOf(rule, period);
}

import { type Due, dueOf } from "../../../shared/calendar/due.ts";
import { bookHere, ruleIn } from "../forms/book.ts";
import { holidaysHere } from "../holidays.ts";
import type { Journal } from "../journal.ts";

/** The last day on time of a form and a period for every office alike, by this province's forms and days off. Null: there is none. */
export function dueHere(journal: Journal, form: string, period: string): Due | null {
  const rule = ruleIn(bookHere(journal), form, period);
  return (rule && dueOf(rule, period, { holidays: holidaysHere(journal) })) ?? null;
}

import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { formOf, openMonth } from "./book.ts";
import { make } from "./dom.ts";
import { monthText, periodChoices } from "./time.ts";

/**
 * Offers the months a form is collected for and answers the one that is chosen: what was looked at before where that is offered; of a
 * report that is asked for once its own month, however long ago.
 */
export function offerPeriods(select: HTMLSelectElement, form: string, before: string | null): string {
  const now = Date.now();
  const known = formOf({ form });
  const rule = known && ruleFor(known, known.calendarRule);
  const months = periodChoices(now);
  const keeps = before !== null && months.includes(before) && rule?.kind !== "fixed";
  const period = keeps ? before : openMonth(form);
  const choices = months.includes(period) ? months : [period, ...months];
  select.replaceChildren(...choices.map((month) => make("option", { value: month }, monthText(month))));
  select.value = period;
  return period;
}

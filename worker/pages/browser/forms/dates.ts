import { nextDues } from "../../../../shared/calendar/due.ts";
import { ruleFor } from "../../../../shared/calendar/formRules.ts";
import { startPeriod } from "../../../../shared/calendar/startPeriod.ts";
import type { FormDefinition } from "../../../../shared/forms/index.ts";
import { make } from "../dom.ts";
import { dateText, monthText } from "../time.ts";
import { fill, type Here, hint, table, words } from "./page.ts";

const DATES = 12;

/** The next twelve dates of a form as it stands, by the province's own days off. */
export function datesOf(form: FormDefinition, { holidays }: Here): HTMLElement {
  const rule = ruleFor(form, form.calendarRule);
  const roll = rule?.roll === "none" ? "next" : rule?.roll;
  const dues = rule === undefined ? [] : nextDues(rule, startPeriod(rule, Date.now()), DATES, { holidays, roll });
  if (dues.length === 0) return hint(words.datesNone);
  const lines = dues.map(({ period, nominal, due }) => {
    const name = holidays.nameOf(nominal);
    const off = name === null ? null : make("span", { class: "hint" }, ` ${fill(words.dayOff, { name })}`);
    const named = make("span", {}, dateText(nominal), off);
    return [period.length === 7 ? monthText(period) : dateText(period), named, make("strong", {}, dateText(due))];
  });
  return table(words.datesTitle, [words.colPeriod, words.colNamed, words.colDue], lines);
}

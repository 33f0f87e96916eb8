import { dueOf } from "../../../shared/calendar/due.ts";
import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { openPeriod } from "../../../shared/calendar/openPeriod.ts";
import {
  type FormBook,
  formIds,
  formVersion,
  latestForm,
  PROGRAM_BOOK,
  readBy,
  withProgram,
} from "../../../shared/forms/book.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { get } from "./api.ts";

/** The forms of the province in view; the program's own until one is. */
let book: FormBook = PROGRAM_BOOK;

/** Fetches the forms of a province; of the country ("TH") there are the program's. Answers each with the version published last. */
export async function loadBook(province: string): Promise<FormDefinition[]> {
  book = province === "TH" ? PROGRAM_BOOK : withProgram(await get<FormBook>(`/provinces/${province}/form-book`));
  return formIds(book).map((id) => latestForm(book, id)!);
}

/** The form as a report was sent under, else as it is asked for last. */
export function formOf({
  form,
  formVersion: version,
}: {
  form: string;
  formVersion?: number;
}): FormDefinition | undefined {
  return (version === undefined ? undefined : formVersion(book, form, version)) ?? readBy(book, form, null);
}

/** The month that a form is collected for now. */
export function openMonth(form: string): string {
  const found = readBy(book, form, null);
  return openPeriod((found && ruleFor(found, found.calendarRule)) ?? "", Date.now());
}

/** The last day on time by the common holidays; the collector knows the province's own. */
export function dueDay(form: string, period: string): string | undefined {
  const found = readBy(book, form, period);
  const rule = found && ruleFor(found, found.calendarRule);
  return rule && dueOf(rule, period)?.due;
}

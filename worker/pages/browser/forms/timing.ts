import { ruleFor } from "../../../../shared/calendar/formRules.ts";
import { DUE_EXAMPLES, sentencesOf } from "../../../../shared/designer/index.ts";
import { make } from "../dom.ts";
import { datesOf } from "./dates.ts";
import type { Editing } from "./editing.ts";
import { labelled } from "./editor.ts";
import { problemAt } from "./naming.ts";
import { card, fill, type Here, hint, words } from "./page.ts";

/** When it is due, in one sentence, with the next twelve dates as they follow from it. */
export function timeCard(editing: Editing, here: Here): HTMLElement {
  const own = sentencesOf(editing.form).due;
  const input = make("input", { type: "text", value: own ?? "", list: "due-examples", lang: "th" }) as HTMLInputElement;
  const examples = make("datalist", { id: "due-examples" }, ...DUE_EXAMPLES.map((value) => make("option", { value })));
  const source = ruleFor(editing.form, editing.form.calendarRule)?.source.asPrinted ?? "–";
  const about = own === null ? fill(words.dueOfProgram, { source }) : words.dueHint;
  let dates = datesOf(editing.form, here);
  input.addEventListener("change", () => {
    const text = input.value.trim();
    problemAt("due", text === "" ? null : editing.edit({ do: "due", text }));
  });
  editing.onChange(() => {
    const next = datesOf(editing.form, here);
    dates.replaceWith(next);
    dates = next;
  });
  const field = labelled("due", words.dueLabel, input, hint(about));
  return card("timing", words.datesTitle, field, examples, dates);
}

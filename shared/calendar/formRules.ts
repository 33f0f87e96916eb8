import type { FormDefinition, FormDueRule } from "../forms/definition.ts";
import { type DueRule, findRule } from "./dueRules.ts";

/** A form's own rule as the calendar's: its source is the form's letter, and it names no date for any one period. */
function ruleOfForm(own: FormDueRule, { source }: Pick<FormDefinition, "source">): DueRule {
  return {
    periodLabelOffset: 0,
    overrides: {},
    activityWindow: null,
    source: { asPrinted: source.reference, asCited: source.asCited ?? null, doubt: source.doubt ?? null },
    ...own,
  };
}

/** The due rule a form means by a name: its own first, else the calendar's. Undefined where neither has it. */
export function ruleFor(form: Pick<FormDefinition, "dueRules" | "source">, id: string): DueRule | undefined {
  const own = form.dueRules?.find((rule) => rule.id === id);
  return own === undefined ? findRule(id) : ruleOfForm(own, form);
}

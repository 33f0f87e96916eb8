import type { RowRule } from "../../forms/definition.ts";
import { type DocumentState, partText, worsened } from "./parts.ts";

/** A sentence of some length: a dash or a single word tells no result. */
const FEWEST_LETTERS = 6;

/** At least one result is told in words. */
export function resultGiven(state: DocumentState, rule: RowRule): void {
  const list = state.lists.get(rule.fields?.[0] ?? "");
  if (list === undefined) return;
  const told = list.lines.some((line) => (partText(line, "text").match(/[ก-๙A-Za-z]/g) ?? []).length >= FEWEST_LETTERS);
  if (!told) list.reading = worsened(list.reading, rule, "RESULT_EMPTY", {});
}

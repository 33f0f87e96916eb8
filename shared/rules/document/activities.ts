import type { RowRule } from "../../forms/definition.ts";
import { type DocumentState, numberOf, partNumber, worsened } from "./parts.ts";

/** At least one activity is named. */
export function activityGiven(state: DocumentState, rule: RowRule): void {
  const list = state.lists.get(rule.fields?.[0] ?? "");
  if (list === undefined || list.lines.length >= (rule.limit ?? 1)) return;
  list.reading = worsened(list.reading, rule, "ACTIVITY_MISSING", {});
}

/** No activity took place in more centres than there are. */
export function activitiesWithinCentres(state: DocumentState, rule: RowRule): void {
  const list = state.lists.get(rule.fields?.[0] ?? "");
  const centres = numberOf(state, rule.fields?.[1]);
  if (list === undefined || centres === null) return;
  for (const line of list.lines) {
    const count = partNumber(line, "count");
    if (count === null || count <= centres) continue;
    const params = { count, centres };
    line.parts.count!.reading = worsened(line.parts.count!.reading, rule, "SEC3_OVER", params);
    list.reading = worsened(list.reading, rule, "SEC3_OVER", params);
  }
}

/** The activities together reach every centre; a centre that is in none may have been forgotten. */
export function activitiesCoverCentres(state: DocumentState, rule: RowRule): void {
  const list = state.lists.get(rule.fields?.[0] ?? "");
  const centres = numberOf(state, rule.fields?.[1]);
  if (list === undefined || centres === null || list.lines.length === 0) return;
  const counts = list.lines.map((line) => partNumber(line, "count"));
  if (counts.includes(null)) return;
  const count = counts.reduce<number>((all, one) => all + (one ?? 0), 0);
  if (count < centres) list.reading = worsened(list.reading, rule, "SEC3_UNDER", { count, centres });
}

import type { RowRule } from "../../forms/definition.ts";
import { accept, refuse, suggest } from "../reading.ts";
import { type DocumentState, numberOf, worsened } from "./parts.ts";

/** The total of the head-counts. Not printed on the form, so it is worked out; where somebody wrote one, it has to agree. */
export function sumOf(state: DocumentState, rule: RowRule): void {
  const [total, ...parts] = rule.fields ?? [];
  if (total === undefined) return;
  const numbers = parts.map((field) => numberOf(state, field));
  const known = numbers.filter((one) => one !== null);
  const written = state.fields.get(total);
  const blank = written === undefined || (written.raw === null && written.asked === undefined);
  const stated = !blank && typeof written?.reading.value === "number" ? written.reading.value : null;
  const place = { cell: written?.cell ?? null, raw: written?.raw ?? null };
  if (known.length < parts.length) {
    // Something in the parts waits for a person; so does their total.
    state.fields.set(total, { ...place, reading: refuse(["NUM_BLANK"], [], { typed: place.raw }) });
    return;
  }
  const sum = known.reduce((all, one) => all + one, 0);
  const reading =
    blank || stated === sum
      ? accept(sum, blank ? [] : written.reading.codes)
      : suggest(["NUM_SUM_TEXT"], [sum], { typed: stated ?? place.raw ?? String(written.reading.params?.typed ?? "") });
  state.fields.set(total, { ...place, reading });
}

/** At least so many centres took part. */
export function minCentres(state: DocumentState, rule: RowRule): void {
  const field = state.fields.get(rule.fields?.[0] ?? "");
  if (field === undefined || field.reading.verdict === "suggest" || field.reading.verdict === "error") return;
  const value = field.reading.value;
  const limit = rule.limit ?? 1;
  if (typeof value === "number" && value >= limit) return;
  field.reading = worsened(field.reading, rule, "MIN_CENTRES", { limit, value: value ?? 0 });
}

/** At least so many people took part, all together. */
export function minParticipants(state: DocumentState, rule: RowRule): void {
  const field = state.fields.get(rule.fields?.[0] ?? "");
  const total = numberOf(state, rule.fields?.[0]);
  const limit = rule.limit ?? 1;
  if (field === undefined || total === null || total >= limit) return;
  field.reading = worsened(field.reading, rule, "MIN_PARTICIPANTS", { total, limit });
}

/** So many people for each centre; centres may act together, so fewer is only told. */
export function participantsPerCentre(state: DocumentState, rule: RowRule): void {
  const [total, centres] = (rule.fields ?? []).map((field) => numberOf(state, field));
  const field = state.fields.get(rule.fields?.[0] ?? "");
  const limit = rule.limit ?? 1;
  if (field === undefined || total == null || centres == null || total >= limit * centres) return;
  field.reading = worsened(field.reading, rule, "SUM_LOW", { total, centres, limit });
}

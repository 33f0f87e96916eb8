import type { Choice } from "../forms/definition.ts";
import { editDistance, foldLookalikes, nearLimit } from "../text/distance.ts";
import { garbleKey } from "../text/garble.ts";
import { makeKey } from "../text/key.ts";
import { normalizeText } from "../text/normalize.ts";
import { accept, type Reading, refuse, suggest } from "./reading.ts";

const NUMBERING = /^\(?[0-9๐-๙]{1,2}\s*[.)]\s*(?=[ก-ฮเแโใไ])/;

/** A value of a list. Another way of writing the very same is brought to the list's own; what is only near is asked. */
export function readCategory(raw: string | number | boolean, list: readonly Choice[]): Reading {
  const params = { typed: raw };
  const values = list.map((choice) => choice.value);
  if (typeof raw !== "string") return refuse(["CATEGORY_UNKNOWN"], values, params);
  const { text, codes } = normalizeText(raw);
  if (text === "" || /^[-–—]+$/.test(text)) return accept(null, codes);
  const bare = text.replace(NUMBERING, "");
  const exact = withKey(bare, list);
  if (exact !== undefined)
    return accept(exact.value, text === exact.value ? codes : [...codes, "CATEGORY"], { typed: text });
  const parts = bare.split(/\s*(?:[,/+&]|และ)\s*/).map((part) => withKey(part, list)?.value);
  const named = [...new Set(parts.filter((value) => value !== undefined))];
  if (parts.length > 1 && named.length > 0) return suggest([...codes, "CATEGORY_UNKNOWN"], named, { typed: text });
  const near = nearest(bare, list);
  if (near.length > 0) return suggest([...codes, "CATEGORY"], near, { typed: text });
  return refuse([...codes, "CATEGORY_UNKNOWN"], values, { typed: text });
}

function withKey(text: string, list: readonly Choice[]): Choice | undefined {
  const key = makeKey(text);
  return list.find(({ value, aliases }) => makeKey(value) === key || aliases.some((alias) => makeKey(alias) === key));
}

/** Values whose name or other name is a letter or two away, is part of what was typed, or was copied from a PDF. */
function nearest(text: string, list: readonly Choice[]): string[] {
  const key = foldLookalikes(makeKey(text));
  const garbled = garbleKey(text);
  const found = list.flatMap(({ value, aliases }) => {
    let best = Number.POSITIVE_INFINITY;
    for (const name of [value, ...aliases]) {
      const other = foldLookalikes(makeKey(name));
      if (garbleKey(name) === garbled) best = 0;
      const limit = nearLimit(Math.min(key.length, other.length));
      const distance = editDistance(key, other, limit);
      if (distance <= limit) best = Math.min(best, distance);
      // A part says less than a near name.
      if (other.length >= 5 && key.includes(other)) best = Math.min(best, 3);
      if (key.length >= 5 && other.includes(key)) best = Math.min(best, 3);
    }
    return Number.isFinite(best) ? [{ value, best }] : [];
  });
  return found.sort((a, b) => a.best - b.best).map(({ value }) => value);
}

import type { Choice } from "../forms/definition.ts";
import type { Cell } from "../sheet/grid.ts";
import { editDistance, nearLimit } from "../text/distance.ts";
import { matchKey } from "../text/key.ts";
import { tidyText } from "../text/normalize.ts";
import { wordsOf } from "./samples.ts";

const MOST_VALUES = 12;
const LONGEST_VALUE = 40;
/** A list is seen only where values come again: each on average so often. */
const REPEATS = 2.5;
const FEWEST_CELLS = 6;

export const choices = (values: readonly string[]): Choice[] => values.map((value) => ({ value, aliases: [] }));

/** The values printed in a heading: "ระดับความเสียหาย (มาก/ปานกลาง/น้อย)". Null when the brackets hold something else. */
export function listInHeading(label: string): string[] | null {
  const inside = /[(（]([^()（）]+)[)）]/.exec(label)?.[1];
  if (inside === undefined) return null;
  const values = inside.split(/\s*(?:\/|,|หรือ|\|)\s*/).map((value) => value.trim());
  const plain = values.every((value) => /^[ก-๙A-Za-z][ก-๙A-Za-z\s.]*$/.test(value) && value.length <= 20);
  return values.length >= 2 && values.length <= 8 && plain && new Set(values).size === values.length ? values : null;
}

/**
 * The values a column of words holds, where they are few and come again; null where they do not. The commonest way of writing each
 * stands for it. A value seen once that is a slip away from a common one is no value of its own.
 */
export function repeatedValues(cells: readonly Cell[]): string[] | null {
  const words = wordsOf(cells).map(tidyText);
  if (words.length < FEWEST_CELLS || words.length < cells.length * 0.9) return null;
  const seen = new Map<string, { count: number; spellings: Map<string, number> }>();
  for (const word of words) {
    if (word.length > LONGEST_VALUE) return null;
    const key = matchKey(word);
    if (key === "") continue;
    const known = seen.get(key) ?? { count: 0, spellings: new Map() };
    known.count++;
    known.spellings.set(word, (known.spellings.get(word) ?? 0) + 1);
    seen.set(key, known);
  }
  const common = [...seen].filter(([, { count }]) => count > 1).map(([key]) => key);
  const isSlip = (key: string) => common.some((other) => other !== key && isNear(key, other));
  const kept = [...seen].filter(([key, { count }]) => count > 1 || !isSlip(key));
  if (kept.length < 2 || kept.length > MOST_VALUES || words.length < kept.length * REPEATS) return null;
  return kept.map(([, { spellings }]) => [...spellings].sort((a, b) => b[1] - a[1])[0]![0]);
}

/** A letter or two apart, their numbers the same: "ถนน 1" and "ถนน 2" are two roads. */
function isNear(a: string, b: string): boolean {
  const digits = (key: string) => key.replace(/[^0-9]/g, "");
  return digits(a) === digits(b) && editDistance(a, b, 2) <= nearLimit(Math.min(a.length, b.length));
}

import { toArabicDigits } from "./digits.ts";
import { isPlainThai, tidyText } from "./normalize.ts";

const DROPPED = /[\s.…·\-‐‑–—_()[\]{}ฯ"'“”‘’]/g;
const ANY_DROPPED = new RegExp(DROPPED.source);
const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

/** The key, made anew: for text that will hardly be seen twice. */
export function makeKey(text: string): string {
  if (isPlainThai(text)) return text;
  const tidy = tidyText(text);
  const bare = ANY_DROPPED.test(tidy) ? tidy.replace(DROPPED, "") : tidy;
  return toArabicDigits(bare)
    .replace(/([ฤฦ])ๅ/g, "$1า")
    .toLowerCase();
}

/**
 * A key for comparison only: two spellings of one name that differ in spaces, dots, hyphens, ฯ, brackets, the kind of
 * digits or Latin case share it. Sources differ on ฤๅ/ฤา, so ๅ counts as า after ฤ and ฦ.
 */
export function matchKey(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const key = makeKey(text);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, key);
  return key;
}

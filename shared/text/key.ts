import { toArabicDigits } from "./digits.ts";
import { normalizeText } from "./normalize.ts";

const DROPPED = /[\s.…·\-‐‑–—_()[\]{}ฯ"'“”‘’]/g;
const cache = new Map<string, string>();
const CACHE_LIMIT = 20_000;

/**
 * A key for comparison only: two spellings of one name that differ in spaces, dots, hyphens, ฯ, brackets, the kind of
 * digits or Latin case share it. Sources differ on ฤๅ/ฤา, so ๅ counts as า after ฤ and ฦ.
 */
export function matchKey(text: string): string {
  const known = cache.get(text);
  if (known !== undefined) return known;
  const key = toArabicDigits(normalizeText(text).text.replace(DROPPED, ""))
    .replace(/([ฤฦ])ๅ/g, "$1า")
    .toLowerCase();
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(text, key);
  return key;
}

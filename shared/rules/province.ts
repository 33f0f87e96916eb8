import type { Registry } from "../offices/registry.ts";
import { editDistance } from "../text/distance.ts";
import { matchKey } from "../text/key.ts";
import { retypeAsThai } from "../text/keyboard.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { accept, type Reading, refuse, suggest } from "./reading.ts";

const PREFIX = /^(?:จังหวัด|จว\s*\.|จ\s*\.)[\s.…_]*/;
const DOTTED_EDGE = /^[\s.…_]+|[\s.…_]+$/g;
const BANGKOK = new Set(["กทม", "กรุงเทพ", "กรุงเทพมหานคร"]);

/** A province cell without its prefix and dotted line. */
export function bareProvince(text: string): { name: string; prefixed: boolean } {
  const without = text.replace(PREFIX, "");
  const name = without.replace(DOTTED_EDGE, "");
  return { name, prefixed: name !== text };
}

/** The province's code when the text names one exactly, prefix or not; null otherwise. */
export function provinceNamed(text: string, registry: Registry): string | null {
  const { name } = bareProvince(normalizeText(text).text);
  const key = matchKey(name);
  return registry.provinceCode(BANGKOK.has(key) ? "กรุงเทพมหานคร" : name) ?? null;
}

/**
 * The province cell against the province this sheet belongs to. Another province is never accepted: the row would land
 * in the wrong master. Near spellings are proposed only.
 */
export function readProvince(raw: string, sheetProvince: string | null, registry: Registry): Reading {
  const { text, codes } = normalizeText(raw);
  const { name, prefixed } = bareProvince(text);
  const found: Code[] = [...codes];
  if (prefixed) found.push("GEO_PREFIX");
  const expected = sheetProvince === null ? null : (registry.provinceName(sheetProvince) ?? null);
  const code = provinceNamed(text, registry);
  if (code !== null) {
    const canonical = registry.provinceName(code)!;
    if (sheetProvince !== null && code !== sheetProvince)
      return refuse([...found, "GEO_PROVINCE_MISMATCH"], [expected], { typed: text, expected });
    // The key folds ฯ, dots and inner spaces away: say that something was tidied even where no prefix was.
    if (name !== canonical && found.length === 0) found.push(BANGKOK.has(matchKey(name)) ? "GEO_PREFIX" : "TXT_SPACE");
    return accept(canonical, found, { typed: text });
  }
  const retyped = retypeAsThai(name);
  if (retyped !== null) {
    const known = provinceNamed(retyped, registry);
    if (known !== null)
      return suggest([...found, "TXT_KEYBOARD_LAYOUT"], [registry.provinceName(known)!], { typed: text });
  }
  const key = matchKey(name);
  const near = registry
    .provinces()
    .map(([, candidate]) => ({ candidate, distance: editDistance(key, matchKey(candidate), key.length <= 5 ? 1 : 2) }))
    .filter(({ candidate, distance }) => distance <= (Math.max(key.length, candidate.length) <= 5 ? 1 : 2))
    .sort((a, b) => Number(b.candidate === expected) - Number(a.candidate === expected) || a.distance - b.distance);
  if (near.length > 0)
    return suggest(
      [...found, "GEO_FUZZY"],
      near.slice(0, 3).map(({ candidate }) => candidate),
      { typed: text, expected },
    );
  return refuse([...found, "GEO_UNKNOWN"], expected === null ? [] : [expected], { typed: text, expected });
}

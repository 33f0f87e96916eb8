import type { Registry } from "../offices/registry.ts";
import { garbleKey } from "../text/garble.ts";
import { matchKey } from "../text/key.ts";
import { retypeAsThai } from "../text/keyboard.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { accept, type Reading, refuse, suggest } from "./reading.ts";

const PREFIX = /^(?:กิ่ง\s*อำเภอ|กิ่ง\s*อ\s*\.|อำเภอ|อ\s*\.)[\s.…_:]*/;
const TRAILING_PROVINCE = /\s*(?:จังหวัด|จ\s*\.)\s*([ก-๙]+)\s*$/;
const TRAILING_DOTS = /[\s.…_]+$/;

/** A district cell without its prefix, dotted line and a province written behind it. */
export function bareDistrict(text: string): { name: string; prefixed: boolean; province: string | null } {
  const tail = TRAILING_PROVINCE.exec(text);
  const head = tail === null ? text : text.slice(0, tail.index);
  const name = head.replace(PREFIX, "").replace(TRAILING_DOTS, "");
  return { name, prefixed: name !== text, province: tail === null ? null : tail[1]! };
}

/** True for text that says by its prefix that it is a district. */
export function looksLikeDistrict(text: string): boolean {
  return /^(?:กิ่ง\s*)?(?:อำเภอ|อ\s*\.(?!\s*บ\s*\.))/.test(text);
}

/**
 * The district cell against the districts of the sheet's province. "เมือง" alone means the capital district; everything
 * else that is not the name itself is proposed, never put in.
 */
export function readDistrict(raw: string, provinceCode: string | null, registry: Registry): Reading {
  const { text, codes } = normalizeText(raw);
  const { name, prefixed, province } = bareDistrict(text);
  const found: Code[] = [...codes];
  if (prefixed) found.push("GEO_PREFIX");
  // A space between the prefix and the name is told as a space, too.
  if (prefixed && /^(?:อำเภอ|อ\s*\.)\s/.test(text)) found.push("TXT_SPACE");
  const params = {
    typed: text,
    province: provinceCode === null ? null : (registry.provinceName(provinceCode) ?? null),
  };
  if (provinceCode === null) return refuse([...found, "GEO_UNKNOWN"], [], params);
  const index = registry.index(provinceCode);
  if (province !== null && registry.provinceCode(province) !== provinceCode)
    return refuse([...found, "GEO_NOT_IN_PARENT"], [], { ...params, other: province });
  const key = matchKey(name);
  const exact = index.district(key);
  if (exact !== undefined) {
    if (name !== exact.name && found.length === 0) found.push("TXT_SPACE");
    return accept(exact.name, found, params);
  }
  if (key === "เมือง" && index.capital !== undefined)
    return accept(index.capital.name, [...found, "GEO_MUEANG"], params);
  const retyped = retypeAsThai(name);
  if (retyped !== null) {
    const known = index.district(matchKey(bareDistrict(retyped).name));
    if (known !== undefined) return suggest([...found, "TXT_KEYBOARD_LAYOUT"], [known.name], params);
  }
  const garbled = garbleKey(name);
  const ungarbled = index.districts.find((district) => garbleKey(district.name) === garbled);
  if (ungarbled !== undefined) return suggest([...found, "TXT_PDF_GARBLE"], [ungarbled.name], params);
  const near = index.nearDistricts(key).map((district) => district.name);
  const elsewhere = registry.provincesWithDistrict(key).filter((code) => code !== provinceCode);
  if (elsewhere.length > 0)
    return refuse([...found, "GEO_NOT_IN_PARENT"], near, {
      ...params,
      other: registry.provinceName(elsewhere[0]!) ?? null,
    });
  if (near.length > 0) return suggest([...found, "GEO_FUZZY"], near, params);
  if (index.capital !== undefined && key !== "" && key === matchKey(index.province))
    return suggest([...found, "GEO_FUZZY"], [index.capital.name], params);
  const parts = index.partDistricts(key).map((district) => district.name);
  return refuse([...found, "GEO_UNKNOWN"], parts, params);
}

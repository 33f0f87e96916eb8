import { hasStrayMark } from "../text/garble.ts";
import { makeKey, matchKey } from "../text/key.ts";
import { retypeAsThai } from "../text/keyboard.ts";
import { isPlainThai, isTidy, normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { startsLikeFormula } from "./formulaText.ts";
import { hasPersonalData } from "./personalData.ts";
import { accept, type Reading, refuse, suggest, warn } from "./reading.ts";

const PREFIX =
  /^(?:ศูนย์\s*พัฒนา\s*เด็ก\s*เล็ก|ศูนย์\s*เด็ก\s*เล็ก|ศ\s*\.\s*พ\s*\.\s*ด|ศพด)(?:\s*\.)?(?:\s*\(\s*ศพด\.?\s*\))?[\s.]*/;
const PREFIX_ANYWHERE = /(?:ศูนย์พัฒนาเด็กเล็ก|ศูนย์เด็กเล็ก|ศ\.พ\.ด|ศพด)/g;
const SWAPPED_PREFIX = /^(?:ศดพ|สพด|ศบด|ศพต|ศพค)\s*\.?\s*(?=[ก-๙])/;
const NONE = /^(?:-\s*)?(?:ไม่มี|ไม่ได้จัดตั้ง|ยังไม่มี)\s*(?:ศพด\.?|ศูนย์พัฒนาเด็กเล็ก|ศูนย์เด็กเล็ก|ศูนย์|ในสังกัด)/;
const SCHOOL = /^(?:โรงเรียน|ร\s*\.\s*ร\s*\.|รร\s*\.?|อนุบาล)/;
const OFFICE = /^(?:อบต|ทต|ทม|ทน)\s*\.|^(?:องค์การบริหารส่วนตำบล|เทศบาล(?:ตำบล|เมือง|นคร))[ก-๙]/;
const NUMBERING = /^\(?[0-9๐-๙]{1,3}\s*[.)]\s*/;
const GENERIC =
  /^(?:(?:ของ|ใน|สังกัด|ประจำ)?(?:อบต|ทต|ทม|ทน|เทศบาล(?:ตำบล|เมือง|นคร)?|องค์การบริหารส่วนตำบล)?|ในสังกัด|เด็กเล็ก)$/;

/** True for text that declares there is no centre: a nil report. */
export function declaresNone(text: string): boolean {
  return NONE.test(text) && text.length <= 60;
}

/** True for text that says by its prefix that it is a centre. */
export function looksLikeCentre(text: string): boolean {
  return PREFIX.test(text);
}

/** A centre's identity inside one office: its name without the prefix, by match key. */
export function centreKey(value: string): string {
  if (value.startsWith("ศพด.") && isPlainThai(value, 4)) return value.slice(4);
  return makeKey(value.startsWith("ศพด.") ? value.slice(4) : value.replace(PREFIX, ""));
}

/** One plain Thai name behind a prefix: nothing to split, nothing to hide, no mark out of place. */
const PLAIN = /^(?:(?:[ก-ฮ][\u0E31\u0E34-\u0E3A\u0E47-\u0E4C]{0,2}[ะาำๆ]?|[เแโใไ](?=[ก-ฮ]))+[0-9๐-๙]{0,3})$/;
const PLAIN_PREFIXES = ["ศพด.", "ศูนย์พัฒนาเด็กเล็ก"] as const;
/** Beginnings of a plain name that may yet be something else: a second prefix, an office, an example, a child. */
const NOT_PLAIN = /^(?:ศ|อบต|ทต|ทม|ทน|เทศบาล|องค์|ของ|ใน|สังกัด|ประจำ|เด็ก)|ศพด|ศูนย์|เด็กชาย|เด็กหญิง|และ/;

/** บ้าน… or วัด… with a name behind it: a line that could stand for a centre alone, not the rest of a wrapped line. */
function isFullName(text: string): boolean {
  return /^(?:บ้าน|วัด|ชุมชน)[ก-๙]{2}/.test(text);
}

/** The centres named in one cell; one part when it names one. */
function splitCentres(raw: string, text: string): string[] {
  const lines = raw
    .split(/[\r\n]+/)
    .map((line) => normalizeText(line).text)
    .filter((line) => line !== "");
  const numbered = (line: string) => line.replace(/^(?:[0-9๐-๙]{1,2}[.)]|[-•*])\s*/, "");
  if (
    lines.length > 1 &&
    lines.every(
      (line, i) => (i > 0 && looksLikeCentre(numbered(line))) || isFullName(numbered(line).replace(PREFIX, "")),
    )
  )
    return lines.map(numbered);
  const listed = text.split(/\s*(?:[,;/+&]|\sและ\s?|และ(?=\s*(?:ศพด|ศูนย์)))\s*(?=(?:ศพด|ศูนย์|บ้าน|วัด|ชุมชน|ศ\.พ\.ด))/);
  if (listed.length > 1) return listed;
  const numberedParts = text.split(/\s*(?:^|\s)[0-9๐-๙]{1,2}[.)]\s*(?=[ก-๙])/).filter((part) => part !== "");
  if (numberedParts.length > 1 && /^[0-9๐-๙]{1,2}[.)]/.test(text)) return numberedParts;
  const heads = [...text.replace(/\(\s*ศพด\.?\s*\)/g, (m) => " ".repeat(m.length)).matchAll(PREFIX_ANYWHERE)];
  const distinct = heads.filter((head, i) => i === 0 || head.index - heads[i - 1]!.index > heads[i - 1]![0].length + 3);
  if (distinct.length > 1 && distinct[0]!.index === 0)
    return distinct.map((head, i) => text.slice(head.index, distinct[i + 1]?.index ?? text.length).trim());
  return [text];
}

/**
 * The centre cell. Names are free (there is no open registry of centres), so only the prefix and the text itself are
 * tidied; `officeLabel` is used to propose a name where none was given.
 */
export function readCentre(raw: string, officeLabel: string | null): Reading {
  for (const prefix of PLAIN_PREFIXES) {
    if (!raw.startsWith(prefix)) continue;
    const name = raw.slice(prefix.length);
    if (!PLAIN.test(name) || NOT_PLAIN.test(name) || !isTidy(raw)) break;
    return prefix === "ศพด." ? accept(raw) : accept(`ศพด.${name}`, ["CDC_PREFIX"], { typed: raw, office: officeLabel });
  }
  const { text, codes } = normalizeText(raw);
  const params = { typed: text, office: officeLabel };
  if (declaresNone(text) || /^(?:-|–|—|ไม่มี)$/.test(text)) return accept("", [...codes, "CDC_NONE"], params);
  if (startsLikeFormula(text)) return warn(text, [...codes, "CELL_FORMULA_TEXT"], params);
  const parts = splitCentres(raw, text);
  if (parts.length > 1)
    return refuse(
      [...codes, "CDC_MULTI"],
      parts.map((part) => `ศพด.${part.replace(PREFIX, "")}`),
      params,
    );
  if (!/[ก-ฮA-Za-z]/.test(text)) return refuse([...codes, "CDC_MISSING"], [], params);
  if (SCHOOL.test(text)) return warn(text, [...codes, "CDC_NOT_CENTRE"], params);
  const retyped = retypeAsThai(text);
  if (retyped !== null && looksLikeCentre(retyped))
    return suggest([...codes, "TXT_KEYBOARD_LAYOUT"], [`ศพด.${retyped.replace(PREFIX, "")}`], params);

  // An office's full name stands here either for its centre or in the wrong column: only a person knows.
  if (OFFICE.test(text)) return suggest([...codes, "CDC_PREFIX"], [`ศพด.${text}`], params);
  const found: Code[] = [...codes];
  const unnumbered = text.replace(NUMBERING, "");
  let name = text;
  if (unnumbered !== text && looksLikeCentre(unnumbered)) {
    name = unnumbered;
    found.push("CDC_PREFIX");
  } else if (text.startsWith("ศพด.")) {
    name = text.slice(4);
    if (/^[\s.]/.test(name)) found.push("TXT_SPACE");
    name = name.replace(/^[\s.]+/, "");
  } else if (looksLikeCentre(text)) {
    name = text.replace(PREFIX, "");
    found.push("CDC_PREFIX");
  } else if (SWAPPED_PREFIX.test(text)) {
    return suggest([...codes, "CDC_PREFIX"], [`ศพด.${text.replace(SWAPPED_PREFIX, "")}`], params);
  } else {
    found.push("CDC_PREFIX");
  }
  while (looksLikeCentre(name)) {
    name = name.replace(PREFIX, "");
    found.push("CDC_PREFIX");
  }
  const bare = name.replace(/^\((.*)\)$/, "$1").trim();
  if (GENERIC.test(matchKey(bare)))
    return suggest([...found, "CDC_GENERIC"], officeLabel === null ? [] : [`ศพด.${officeLabel}`], params);
  const value = `ศพด.${name}`;
  if (hasPersonalData(text)) return warn(value, [...found, "PII"], params);
  if (hasStrayMark(name)) return warn(value, [...found, "TXT_PDF_GARBLE"], params);
  return accept(value, found, params);
}

import type { OfficeType } from "../offices/office.ts";

export interface OfficeText {
  /** The type as canonically written, when the text says it. "เทศบาล": a municipality of unknown rank. Null: none said. */
  type: OfficeType | "เทศบาล" | null;
  /** "tambon" when the text begins with ต./ตำบล: a place, or a type with letters lost. */
  doubt: "tambon" | null;
  name: string;
  /** The prefix stands in its canonical letters (spaces aside). */
  canonicalPrefix: boolean;
  /** A space stood between prefix and name. */
  spaced: boolean;
}

const TYPE_PATTERNS: readonly (readonly [OfficeType | "เทศบาล", RegExp, string])[] = [
  ["อบจ.", /^(?:องค์การบริหารส่วนจังหวัด|องค์การบริหารส่วนจ\s*\.|อ\s*\.\s*บ\s*\.\s*จ\s*\.?|อบจ\s*\.?)/, "อบจ."],
  [
    "อบต.",
    /^(?:องค์การบริหาร\s*ส่วน\s*ตำบล|องค์การบริหาร\s*ส่วน\s*ต\s*\.|องค์การบริหารตำบล|อบ\s*\.?\s*ตำบล|อ\s*\.\s*บ\s*\.\s*ต\s*\.?|อบต\s*\.?)/,
    "อบต.",
  ],
  ["ทน.", /^(?:เทศบาล\s*นคร|เทศบาล\s*น\s*\.|ท\s*\.\s*น\s*\.?|ทน\s*\.)/, "ทน."],
  ["ทม.", /^(?:เทศบาล\s*เมือง|เทศบาล\s*ม\s*\.|ท\s*\.\s*ม\s*\.?|ทม\s*\.)/, "ทม."],
  ["ทต.", /^(?:เทศบาล\s*ตำบล|เทศบาล\s*ต\s*\.|ท\s*\.\s*ต\s*\.?|ทต\s*\.)/, "ทต."],
  // Without a dot these two letters may begin a name: only with a space behind them are they a type.
  ["ทน.", /^ทน(?=\s)/, "ทน."],
  ["ทม.", /^ทม(?=\s)/, "ทม."],
  ["ทต.", /^ทต(?=\s|[ก-ฮเแโใไ])/, "ทต."],
  ["เทศบาล", /^เทศบาล/, "เทศบาล"],
];

/** Splits "เทศบาลตำบลช่อแฮ" into type and name. Expects normalised text. */
export function splitOffice(text: string): OfficeText {
  for (const [type, pattern, canonical] of TYPE_PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const rest = text.slice(match[0].length);
    const name = rest.replace(/^[\s.]+/, "");
    if (name === "" && type !== "อบจ.") continue;
    return {
      type,
      doubt: null,
      name,
      canonicalPrefix: match[0] === canonical,
      spaced: rest !== name || /\s/.test(match[0]),
    };
  }
  const tambon = /^(?:ตำบล|ต\s*\.)\s*/.exec(text);
  if (tambon !== null && tambon[0].length < text.length)
    return { type: null, doubt: "tambon", name: text.slice(tambon[0].length), canonicalPrefix: false, spaced: false };
  return { type: null, doubt: null, name: text, canonicalPrefix: false, spaced: false };
}

/** True when the text says by its prefix that it is a local authority. */
export function looksLikeOffice(text: string): boolean {
  return splitOffice(text).type !== null;
}

/** Offices of the state that people put into the column, which are no local authority. */
export function isStateOffice(text: string): boolean {
  return /^(?:สถจ|สถอ|สนง|สำนักงานส่งเสริม|สำนักงานท้องถิ่น|ที่ว่าการ|ที่ทำการปกครอง|สำนักงานอำเภอ|ศาลากลาง|จังหวัด)/.test(text);
}

/** The parts of a cell that names several local authorities; one part when it names one. */
export function splitOffices(text: string): string[] {
  const parts = text
    .split(/\s*(?:[,;/+&\n]|\sและ|และ(?=\s|อบต|ทต|ทม|ทน|เทศบาล|องค์การ))\s*/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length > 1 && parts.filter(looksLikeOffice).length >= 1) return parts;
  // Two prefixes with nothing but a space between the names.
  const heads = [...text.matchAll(/(?:^|\s)(?=(?:อบต|อบจ|ทต|ทม|ทน)\s*\.|เทศบาล|องค์การบริหาร)/g)];
  if (heads.length > 1)
    return heads.map((head, i) => text.slice(head.index, heads[i + 1]?.index ?? text.length).trim());
  return [text];
}

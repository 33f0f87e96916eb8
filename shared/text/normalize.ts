import type { Code } from "../rules/codes.ts";

export interface Normalized {
  text: string;
  /** What was done, in order of doing; empty when nothing changed. */
  codes: Code[];
}

const ZERO_WIDTH = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const NO_BREAK = /[\u00A0\u202F\u2007]/g;
const LINE_BREAK = /\s*[\r\n\u2028\u2029\v\f]+\s*/g;
const TONE_BEFORE_VOWEL = /([\u0E48-\u0E4B])([\u0E31\u0E34-\u0E3A\u0E47])/g;
const REPEATED_MARK = /([\u0E31\u0E34-\u0E3A\u0E47-\u0E4E])\1+/g;
const SPACES = /[\s\u2000-\u2006\u2008-\u200A\u3000]+/g;

/** What a letter of the Thai block asks of its neighbour; see `scan`. */
const LETTER = 0;
const LOW_MARK = 1;
const TONE = 2;
const HIGH_MARK = 3;
const SARA_E = 4;
const NIKHAHIT = 5;
/** Letters and signs a match key folds or drops: ฯ, ๅ, the digits and the section marks. */
const FOLDED = 6;

const THAI_KIND = Uint8Array.from({ length: 0x5b }, (_, i) => {
  const code = i + 0x0e01;
  if (code === 0x0e31 || (code >= 0x0e34 && code <= 0x0e3a) || code === 0x0e47) return LOW_MARK;
  if (code >= 0x0e48 && code <= 0x0e4b) return TONE;
  if (code === 0x0e4c || code === 0x0e4e) return HIGH_MARK;
  if (code === 0x0e40) return SARA_E;
  if (code === 0x0e4d) return NIKHAHIT;
  return code === 0x0e2f || code === 0x0e45 || code >= 0x0e4f ? FOLDED : LETTER;
});

const UNTIDY = 0;
const TIDY = 1;
/** Tidy, and nothing in it but Thai letters, vowels and marks: the text is its own match key. */
const PLAIN = 2;

/**
 * One pass decides for nearly every cell that there is nothing to do. A plain loop over a table: it runs for every cell of
 * every check; one regular expression with all these cases took four times as long, comparisons instead of the table
 * twice as long (50,000 rows, Node 24).
 */
function scan(text: string, from: number): 0 | 1 | 2 {
  let before = 0x20;
  let plain = text.length > from;
  for (let i = from; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const kind = code >= 0x0e01 && code <= 0x0e5b ? THAI_KIND[code - 0x0e01]! : -1;
    if (kind > LETTER) {
      if (kind === NIKHAHIT) return UNTIDY;
      if (kind === FOLDED) plain = false;
      else if (code === before) return UNTIDY;
      else if (kind === LOW_MARK && before >= 0x0e48 && before <= 0x0e4b) return UNTIDY;
      else if (kind === TONE && before === 0x0e33) return UNTIDY;
    } else if (kind < LETTER) {
      plain = false;
      if (code === 0x20) {
        if (before === 0x20) return UNTIDY;
      } else if (code < 0x20 || code === 0xa0 || code === 0xad || (code >= 0x300 && code <= 0x36f)) return UNTIDY;
      else if ((code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xfeff) {
        // Dashes and quotation marks of this block are ordinary characters.
        if (!(code >= 0x2010 && code <= 0x2027)) return UNTIDY;
      }
    }
    before = code;
  }
  if (before === 0x20 && text.length > from) return UNTIDY;
  return plain ? PLAIN : TIDY;
}

/** True when `normalizeText` has nothing to do. */
export function isTidy(text: string): boolean {
  return scan(text, 0) !== UNTIDY;
}

/** True when the text from `from` on is tidy and of Thai letters alone, so that it is its own match key. */
export function isPlainThai(text: string, from = 0): boolean {
  return scan(text, from) === PLAIN;
}

const NOTHING: Code[] = [];

/** True for text whose first letter is ก–ฮ: it is no blank, no mark and no sign, whatever follows. Saves most cells a regular expression. */
export function startsWithConsonant(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x0e01 && first <= 0x0e2e;
}

/** The tidied text alone. */
export function tidyText(raw: string): string {
  return isTidy(raw) ? raw : normalizeText(raw).text;
}

/** True for a text of nothing but spaces and invisible characters. */
export function isBlankText(raw: string): boolean {
  return raw === "" || (!startsWithConsonant(raw) && tidyText(raw) === "");
}

function isThai(ch: string | undefined): boolean {
  return ch !== undefined && ch >= "\u0E01" && ch <= "\u0E5B";
}

function joinLines(text: string): string {
  return text.replace(LINE_BREAK, (match, at: number) => {
    const before = text[at - 1];
    const after = text[at + match.length];
    return isThai(before) && isThai(after) ? "" : " ";
  });
}

function composeSaraAm(text: string): string {
  return text
    .replace(/\u0E4D([\u0E48-\u0E4B])\u0E32/g, "$1\u0E33")
    .replace(/\u0E4D\u0E32/g, "\u0E33")
    .replace(/\u0E33([\u0E48-\u0E4B])/g, "$1\u0E33");
}

function collapse(text: string): string {
  return text.replace(SPACES, " ").trim();
}

/**
 * Tidies Thai text the way it can be tidied without a doubt: invisible characters, line breaks, mark order, spaces.
 * Never NFKC: it takes sara am apart. The steps and their order are those of the checking notes, section 2.2.
 */
export function normalizeText(raw: string): Normalized {
  if (isTidy(raw)) return { text: raw, codes: NOTHING };
  const codes: Code[] = [];
  let text = raw;
  const step = (next: string, code: Code) => {
    if (next !== text) {
      if (!codes.includes(code)) codes.push(code);
      text = next;
    }
  };
  step(text.replace(ZERO_WIDTH, ""), "TXT_ZERO_WIDTH");
  const hadNoBreak = NO_BREAK.test(text);
  const spacedWithout = hadNoBreak ? text.replace(NO_BREAK, "") : text;
  step(text.replace(NO_BREAK, " "), "TXT_NBSP");
  step(joinLines(text.replace(/^[\r\n]+|[\r\n]+$/g, "")), "TXT_LINEBREAK");
  step(text.normalize("NFC"), "TXT_MARK_ORDER");
  // One repair may lay the next one bare (a doubled tone behind sara am), so go on until nothing moves.
  for (let before = ""; before !== text; ) {
    before = text;
    step(text.replace(TONE_BEFORE_VOWEL, "$2$1"), "TXT_MARK_ORDER");
    step(composeSaraAm(text), "TXT_SARA_AM");
    step(text.replace(/เเ/g, "แ"), "TXT_DOUBLE_SARA_E");
    step(text.replace(REPEATED_MARK, "$1"), "TXT_DUP_MARK");
  }
  const collapsed = collapse(text);
  // A no-break space that only stood at the edge is told once, as what it was.
  if (collapsed !== text && !(hadNoBreak && collapse(joinLines(spacedWithout)) === joinLines(spacedWithout)))
    codes.push("TXT_SPACE");
  return { text: collapsed, codes };
}

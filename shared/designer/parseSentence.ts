import type { Choice, FieldKind, Severity } from "../forms/definition.ts";
import { toArabicDigits } from "../text/digits.ts";
import { matchKey } from "../text/key.ts";
import { KIND_WORDS, UNIT_WORDS } from "./kindWords.ts";
import { type DesignProblem, problem } from "./problem.ts";
import { readGroups, readQuoted, skipSpace } from "./quoted.ts";
import { BOUNDED, type Meaning, type Named } from "./sentence.ts";

/** What stands in the text so far; the kind is known only when it was met. */
type Draft = Partial<Omit<Meaning, "kind">> & { kind?: FieldKind };

interface Clause {
  pattern: RegExp;
  /** Takes what was matched; answers where to go on reading, or what is wrong. */
  take: (draft: Draft, match: RegExpExecArray, text: string, fields: Named) => number | DesignProblem;
}

const NUMBER = "([0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+(?:\\.[0-9๐-๙]+)?|[0-9๐-๙]+(?:\\.[0-9๐-๙]+)?(?:e[+-]?[0-9]+)?)";
const UNIT = `(?:\\s*(${UNIT_WORDS.map(literally).join("|")}))?`;

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** The words of a phrase with any space, or none, between them. */
function phrase(words: string): string {
  return words.split(" ").map(literally).join("\\s*");
}

const at = (source: string) => new RegExp(source, "y");
const anyOf = (...phrases: string[]) => at(phrases.map(phrase).join("|"));
const numberOf = (text: string) => Number(toArabicDigits(text).replaceAll(",", ""));
const endOf = (match: RegExpExecArray) => match.index + match[0].length;

/** Puts a value into the draft once. */
function once<K extends keyof Draft>(draft: Draft, key: K, value: Draft[K], match: RegExpExecArray) {
  if (draft[key] !== undefined) return problem("SENTENCE_TWICE", { text: match[0] });
  draft[key] = value;
  return endOf(match);
}

function bound(key: "least" | "most" | "unusual", pattern: string): Clause {
  return {
    pattern: at(`(?:${pattern})${UNIT}`),
    take: (draft, match) => {
      const [, number, unit] = match;
      if (unit !== undefined) draft.units ??= [unit];
      return once(draft, key, numberOf(number!), match);
    },
  };
}

const flag = <K extends keyof Draft>(key: K, value: Draft[K], ...phrases: string[]): Clause => ({
  pattern: anyOf(...phrases),
  take: (draft, match) => once(draft, key, value, match),
});

const kinds: Clause[] = (Object.keys(KIND_WORDS) as (keyof typeof KIND_WORDS)[]).map((kind) => ({
  pattern: anyOf(...[...KIND_WORDS[kind]].sort((a, b) => b.length - a.length)),
  take: (draft, match) => {
    if (draft.kind !== undefined) return problem("SENTENCE_TWO_KINDS", { text: match[0] });
    draft.kind = kind;
    return endOf(match);
  },
}));

function conditional(verdict: Severity, words: string): Clause {
  return {
    pattern: at(`(?:${words})\\s*เมื่อ\\s*`),
    take: (draft, match, text, fields) => {
      if (draft.requiredWhen !== undefined) return problem("SENTENCE_TWICE", { text: match[0].trim() });
      const named = readField(text, endOf(match), fields);
      if ("code" in named) return named;
      const is = at("\\s*(?:เป็น|=)\\s*[:：]?");
      is.lastIndex = named.end;
      const found = is.exec(text);
      if (found === null) return problem("SENTENCE_UNKNOWN", { text: text.slice(named.end).trim() || match[0].trim() });
      const list = readGroups(text, endOf(found));
      if (list === null) return problem("SENTENCE_LIST_EMPTY", { text: match[0].trim() });
      draft.requiredWhen = { field: named.id, values: list.groups.flat(), verdict };
      return list.end;
    },
  };
}

/** “label”, “label” [id], [id], or a label without quotes up to เป็น. */
function readField(text: string, from: number, fields: Named): { id: string; end: number } | DesignProblem {
  let end = skipSpace(text, from);
  let label: string | null = null;
  if (/[“"]/.test(text[end] ?? "")) {
    const quoted = readQuoted(text, end);
    if (quoted === null) return problem("SENTENCE_UNKNOWN", { text: text.slice(end) });
    ({ value: label, end } = quoted);
  }
  const id = at("\\s*\\[([a-zA-Z0-9.]+)\\]");
  id.lastIndex = end;
  const named = id.exec(text);
  if (named !== null) return { id: named[1]!, end: endOf(named) };
  if (label === null) {
    const until = text.indexOf("เป็น", end);
    if (until < 0) return problem("SENTENCE_UNKNOWN", { text: text.slice(end) });
    label = text.slice(end, until).trim();
    end = until;
  }
  const exact = fields.filter((field) => field.label === label);
  const alike = exact.length > 0 ? exact : fields.filter((field) => matchKey(field.label) === matchKey(label));
  return alike.length === 1 ? { id: alike[0]!.id, end } : problem("SENTENCE_FIELD", { text: label });
}

const listed = (pattern: string, key: "units" | "list"): Clause => ({
  pattern: at(pattern),
  take: (draft, match, text) => {
    if (draft[key] !== undefined) return problem("SENTENCE_TWICE", { text: match[0].trim() });
    const list = readGroups(text, endOf(match));
    if (list === null) return problem("SENTENCE_LIST_EMPTY", { text: match[0].trim() });
    if (key === "units") draft.units = list.groups.flat();
    else {
      if (draft.kind !== undefined) return problem("SENTENCE_TWO_KINDS", { text: match[0].trim() });
      draft.kind = "category";
      draft.list = list.groups.map(([value, ...aliases]): Choice => ({ value: value!, aliases }));
    }
    return list.end;
  },
});

const CLAUSES: readonly Clause[] = [
  ...kinds,
  listed("(?:ให้)?เลือกจาก(?:รายการ)?\\s*[:：]?|ตัวเลือก\\s*[:：]", "list"),
  listed("หน่วย(?:นับ)?(?:เป็น)?\\s*[:：]?", "units"),
  conditional("error", "ต้องกรอก|ต้องระบุ"),
  conditional("warn", "ควรกรอก|ควรระบุ"),
  flag("required", "error", "ต้องกรอก", "ต้องระบุ", "ห้ามเว้นว่าง", "ห้ามว่าง", "จำเป็น", "บังคับกรอก"),
  flag("required", "warn", "ควรกรอก", "ควรระบุ"),
  { pattern: anyOf("ไม่บังคับกรอก", "ไม่บังคับ", "เว้นว่างได้", "ถ้ามี"), take: (_, match) => endOf(match) },
  flag("inPeriod", "error", "ต้องอยู่ในเดือนที่รายงาน", "อยู่ในเดือนที่รายงาน", "ในเดือนที่รายงาน", "ในรอบรายงาน"),
  flag("inPeriod", "warn", "ควรอยู่ในเดือนที่รายงาน"),
  flag("future", true, "เป็นวันข้างหน้าได้", "ล่วงหน้าได้"),
  flag("future", false, "เป็นวันข้างหน้าไม่ได้", "ล่วงหน้าไม่ได้"),
  flag("personal", true, "เป็นข้อมูลส่วนบุคคล", "ข้อมูลส่วนบุคคล"),
  flag("personal", false, "ไม่ใช่ข้อมูลส่วนบุคคล", "ไม่เป็นข้อมูลส่วนบุคคล"),
  bound("least", `(?:ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|อย่างต่ำ)\\s*${NUMBER}`),
  bound("least", `ตั้งแต่\\s*${NUMBER}(?:\\s*(?:คน|แห่ง|บาท))?\\s*ขึ้นไป`),
  bound("most", `(?:ไม่เกิน|ไม่มากกว่า|อย่างมาก|สูงสุด)\\s*${NUMBER}`),
  bound("unusual", `(?:เตือน|ถาม)เมื่อเกิน\\s*${NUMBER}`),
  {
    pattern: at(`(?:ระหว่าง\\s*)?${NUMBER}\\s*(?:ถึง|-|–)\\s*${NUMBER}`),
    take: (draft, match) => {
      const least = once(draft, "least", numberOf(match[1]!), match);
      return typeof least === "number" ? once(draft, "most", numberOf(match[2]!), match) : least;
    },
  },
];

/** Every way of saying something that is understood, as it is printed: for the help beside a sentence that is not. */
export const UNDERSTOOD: readonly string[] = [
  ...Object.values(KIND_WORDS).map((words) => words[0]),
  "เลือกจาก: ก, ข, ค",
  "ต้องกรอก",
  "ควรกรอก",
  "ไม่น้อยกว่า 20",
  "ไม่เกิน 500",
  "เตือนเมื่อเกิน 1,000",
  "หน่วย: คน",
  "ในเดือนที่รายงาน",
  "เป็นวันข้างหน้าได้",
  "เป็นข้อมูลส่วนบุคคล",
  "ต้องกรอกเมื่อ “ชื่อช่อง” เป็น: ก, ข",
];

/**
 * Reads a sentence the owner of a form wrote. What is not understood is a problem that names the words that are; nothing is
 * guessed and nothing is left out in silence. Thai digits, any order, commas and และ between the parts are taken.
 */
export function parseSentence(text: string, fields: Named = []): { meaning: Meaning } | { problem: DesignProblem } {
  const draft: Draft = {};
  let from = skipJoints(text, 0);
  if (from >= text.length) return { problem: problem("SENTENCE_EMPTY", { known: UNDERSTOOD.join(" · ") }) };
  while (from < text.length) {
    const longest = longestAt(text, from);
    if (longest === null)
      return { problem: problem("SENTENCE_UNKNOWN", { text: unknownPart(text, from), known: UNDERSTOOD.join(" · ") }) };
    const next = longest.clause.take(draft, longest.match, text, fields);
    if (typeof next !== "number")
      return { problem: { ...next, params: { ...next.params, known: UNDERSTOOD.join(" · ") } } };
    from = skipJoints(text, next);
  }
  return settle(draft);
}

function longestAt(text: string, from: number): { clause: Clause; match: RegExpExecArray } | null {
  let longest: { clause: Clause; match: RegExpExecArray } | null = null;
  for (const clause of CLAUSES) {
    clause.pattern.lastIndex = from;
    const match = clause.pattern.exec(text);
    if (match !== null && (longest === null || match[0].length > longest.match[0].length)) longest = { clause, match };
  }
  return longest;
}

function skipJoints(text: string, from: number): number {
  const joint = /(?:[\s\u200B-\u200D\u2060,;]|และ)*/y;
  joint.lastIndex = from;
  return from + (joint.exec(text)?.[0].length ?? 0);
}

/** Up to the next place where something is understood again. */
function unknownPart(text: string, from: number): string {
  let end = from + 1;
  while (end < text.length && longestAt(text, end) === null) end++;
  return text.slice(from, end).trim();
}

function settle(draft: Draft): { meaning: Meaning } | { problem: DesignProblem } {
  const { kind } = draft;
  if (kind === undefined) return { problem: problem("SENTENCE_NO_KIND", { known: UNDERSTOOD.join(" · ") }) };
  const wrong = misplaced({ ...draft, kind });
  if (wrong !== null) return { problem: problem("SENTENCE_NOT_FOR_KIND", { text: wrong, kind }) };
  if (draft.least !== undefined && draft.most !== undefined && draft.least > draft.most)
    return { problem: problem("SENTENCE_BOUNDS", { least: draft.least, most: draft.most }) };
  return { meaning: { ...draft, kind } };
}

/** The first limit that says nothing of such a column, by its word; null when all are in their place. */
export function misplaced(meaning: Meaning): string | null {
  const { kind } = meaning;
  if (!BOUNDED.has(kind)) {
    if (meaning.least !== undefined) return "ไม่น้อยกว่า";
    if (meaning.most !== undefined) return "ไม่เกิน";
    if (meaning.unusual !== undefined) return "เตือนเมื่อเกิน";
    if (meaning.units !== undefined) return "หน่วย";
  }
  if (kind !== "date") {
    if (meaning.inPeriod !== undefined) return "ในเดือนที่รายงาน";
    if (meaning.future !== undefined) return "เป็นวันข้างหน้าได้";
  }
  return null;
}

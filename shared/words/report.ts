import type { CellAnswer, FieldAnswer, Finding, Report, RowAnswer, Suggestion, Verdict } from "../answer.ts";
import type { Code } from "../rules/codes.ts";
import type { Scalar } from "../sheet/grid.ts";
import { dayText, monthText } from "./dates.ts";
import { en, enBlank, enWaiting, enWarned } from "./en.ts";
import { th, thBlank, thWaiting, thWarned } from "./th.ts";

export type Language = "th" | "en";

const WORDS: Record<Language, Record<Code, string>> = { th, en };
const WAITING = { th: thWaiting, en: enWaiting };
const WARNED = { th: thWarned, en: enWarned };
const BLANK = { th: thBlank, en: enBlank };

/** What a column is called in a sentence. */
export const FIELD_WORDS: Record<Language, Record<string, string>> = {
  th: {
    seq: "ลำดับที่",
    province: "จังหวัด",
    district: "อำเภอ",
    office: "อปท.",
    centre: "ศพด.",
    done: "ดำเนินการ",
    notDone: "ไม่ดำเนินการ",
    remark: "หมายเหตุ",
    date: "วันที่",
    category: "ประเภทจิตอาสา",
    name: "ชื่อกิจกรรม",
    occasion: "เนื่องในโอกาส",
    partners: "หน่วยงานที่ร่วม",
    place: "สถานที่",
    moo: "หมู่ที่",
    subdistrict: "ตำบล",
    volunteers: "จำนวนจิตอาสา",
    participants: "จำนวนผู้เข้าร่วม",
    detail: "รายละเอียด",
    photos: "จำนวนภาพ",
    clipSeconds: "ความยาวคลิป",
    link: "ชื่อไฟล์/ลิงก์",
    reporter: "ผู้รายงาน",
    phone: "โทรศัพท์",
    phase: "ระยะ",
    hazard: "ประเภทภัย",
    community: "หมู่บ้าน/ชุมชน",
    households: "จำนวนครัวเรือน",
    temple: "วัด",
    kind: "ประเภทการดำเนินงาน",
    activity: "กิจกรรม",
    beneficiaries: "ผู้ได้รับประโยชน์",
    budget: "งบประมาณ",
    result: "ผล",
    problems: "ปัญหา/อุปสรรค",
    course: "หลักสูตร",
    trainees: "ผู้เข้ารับการอบรม",
    s1: "ข้อ ๑",
    "s2.1": "ข้อ ๒ (๑)",
    "s2.2": "ข้อ ๒ (๒)",
    "s2.3": "ข้อ ๒ (๓)",
    "s2.4": "ข้อ ๒ (๔)",
    "s2.5": "ข้อ ๒ (๕)",
    "s2.total": "รวมข้อ ๒",
    s3: "ข้อ ๓",
    s4: "ข้อ ๔",
    s5: "ข้อ ๕",
  },
  en: {
    seq: "no.",
    province: "province",
    district: "district",
    office: "office",
    centre: "centre",
    done: "done",
    notDone: "not done",
    remark: "remark",
    date: "date",
    category: "category",
    name: "activity",
    occasion: "occasion",
    partners: "partners",
    place: "place",
    moo: "village no.",
    subdistrict: "subdistrict",
    volunteers: "volunteers",
    participants: "participants",
    detail: "detail",
    photos: "photos",
    clipSeconds: "length of clip",
    link: "file or link",
    reporter: "reporter",
    phone: "phone",
    phase: "phase",
    hazard: "hazard",
    community: "community",
    households: "households",
    temple: "temple",
    kind: "kind of work",
    activity: "activity",
    beneficiaries: "beneficiaries",
    budget: "budget",
    result: "result",
    problems: "problems",
    course: "course",
    trainees: "trainees",
    s1: "section 1",
    "s2.1": "section 2 (1)",
    "s2.2": "section 2 (2)",
    "s2.3": "section 2 (3)",
    "s2.4": "section 2 (4)",
    "s2.5": "section 2 (5)",
    "s2.total": "total of section 2",
    s3: "section 3",
    s4: "section 4",
    s5: "section 5",
  },
};

const NEXT: Record<
  Language,
  { choose: string; yes: string; no: string; blank: string; field: Record<string, string> }
> = {
  th: {
    choose: "ตัวเลือก",
    yes: "ทำเครื่องหมาย",
    no: "ไม่ทำเครื่องหมาย",
    blank: "(ว่าง)",
    field: FIELD_WORDS.th,
  },
  en: {
    choose: "Choices",
    yes: "tick",
    no: "no tick",
    blank: "(blank)",
    field: FIELD_WORDS.en,
  },
};

/** Codes that only tell what was tidied: they never are the reason why a cell waits or is refused. */
const TIDY = new Set<Code>([
  "GEO_PREFIX",
  "GEO_MUEANG",
  "LAO_PREFIX",
  "CDC_PREFIX",
  "TICK",
  "TXT_THAI_DIGIT",
  "TXT_DITTO",
  "TXT_ZERO_WIDTH",
  "TXT_NBSP",
  "TXT_LINEBREAK",
  "TXT_SARA_AM",
  "TXT_DOUBLE_SARA_E",
  "TXT_MARK_ORDER",
  "TXT_DUP_MARK",
  "TXT_SPACE",
  "GEO_FILL",
  "NUM_UNIT",
  "DATE_TEXT",
]);

/** Codes that are the reason only where nothing graver was found beside them. */
const LESSER = new Set<Code>(["NUM_SEPARATOR", "DATE_2DIGIT", "DATE_CE_TEXT", "DATE_BE_AS_CE", "CLIP_DURATION"]);

/** The sentence of a code with its slots filled; a slot nobody filled reads as a dash. */
export function sentence(code: Code, slots: Record<string, Scalar | undefined>, language: Language): string {
  return fill(WORDS[language][code], slots, language);
}

function fill(template: string, slots: Record<string, Scalar | undefined>, language: Language): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (_, slot: string) => {
    const value = slots[slot];
    if (value !== undefined && value !== null && value !== "")
      return slot === "typed" ? String(value) : (dayText(value, language) ?? monthOf(slot, value, language));
    return slot === "typed" ? NEXT[language].blank : "–";
  });
}

/** The slot `before` holds a month; a value that looks like one elsewhere is left as it is. */
function monthOf(slot: string, value: Scalar, language: Language): string {
  return (slot === "before" ? monthText(value, language) : undefined) ?? String(value);
}

/** A proposal as a person reads it. */
export function suggestionText(suggestion: Suggestion, language: Language): string {
  const words = NEXT[language];
  if (suggestion !== null && typeof suggestion === "object")
    return `${words.field[suggestion.cell] ?? suggestion.cell}: ${suggestionText(suggestion.value, language)}`;
  if (suggestion === true) return words.yes;
  if (suggestion === false) return words.no;
  return suggestion === null || suggestion === "" ? "–" : (dayText(suggestion, language) ?? String(suggestion));
}

/** What to say of a cell, or of a part of a form without a table; undefined when there is nothing to say. */
export function cellMessage(answer: CellAnswer | FieldAnswer, language: Language): string | undefined {
  if (answer.codes.length === 0) return undefined;
  const raw = Array.isArray(answer.raw) ? null : answer.raw;
  const slots = { typed: raw, ...(answer.params ?? {}), value: Array.isArray(answer.value) ? null : answer.value };
  if (slots.typed === "" && raw !== null) slots.typed = raw;
  if (answer.verdict === "fixed") return answer.codes.map((code) => sentence(code, slots, language)).join(" ");
  const grave = answer.codes.filter((code) => !TIDY.has(code));
  const reason = grave.find((code) => !LESSER.has(code)) ?? grave[0] ?? answer.codes[0]!;
  const waits = answer.verdict === "suggest" || answer.verdict === "error";
  const blank = answer.raw === null || answer.raw === "";
  const other = (blank ? BLANK[language][reason] : undefined) ?? (waits ? WAITING : WARNED)[language][reason];
  const text = other === undefined ? sentence(reason, slots, language) : fill(other, slots, language);
  if (answer.suggestions.length === 0) return text;
  const choices = answer.suggestions.map((suggestion) => suggestionText(suggestion, language));
  return `${text} (${NEXT[language].choose}: ${choices.join(" / ")})`;
}

export function rowMessage(answer: RowAnswer, language: Language): string | undefined {
  if (answer.codes.length === 0) return undefined;
  return answer.codes.map((code) => sentence(code, answer.params ?? {}, language)).join(" ");
}

export type WithMessage<T> = T & { message?: string };
export type SpokenRow = Omit<RowAnswer, "cells"> & { message?: string; cells: Record<string, WithMessage<CellAnswer>> };
export type SpokenReport = Omit<Report, "rows" | "findings" | "fields"> & {
  fields: Record<string, WithMessage<FieldAnswer>>;
  findings: WithMessage<Finding>[];
  rows: SpokenRow[];
};

/** The report with a sentence beside every code a person should read. */
export function withMessages(report: Report, language: Language): SpokenReport {
  return {
    ...report,
    findings: report.findings.map((finding) => ({
      ...finding,
      message: sentence(finding.code, finding.params, language),
    })),
    fields: Object.fromEntries(
      Object.entries(report.fields).map(([field, answer]) => {
        const message = cellMessage(answer, language);
        return [field, message === undefined ? answer : { ...answer, message }];
      }),
    ),
    rows: report.rows.map((row) => {
      const cells: SpokenRow["cells"] = {};
      for (const field of Object.keys(row.cells)) {
        const answer = row.cells[field]!;
        const message = cellMessage(answer, language);
        cells[field] = message === undefined ? answer : { ...answer, message };
      }
      const message = rowMessage(row, language);
      return message === undefined ? { ...row, cells } : { ...row, message, cells };
    }),
  };
}

/** The verdict in a word, to stand beside its colour. */
export const VERDICT_WORDS: Record<Language, Record<Verdict | "skip", string>> = {
  th: { ok: "ถูกต้อง", fixed: "ปรับให้แล้ว", warn: "ควรดู", suggest: "รอเลือก", error: "ต้องแก้", skip: "ไม่นับ" },
  en: { ok: "right", fixed: "tidied", warn: "look", suggest: "choose", error: "correct", skip: "not counted" },
};

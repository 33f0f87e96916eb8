import type { Language } from "./report.ts";

/** What is wrong with one value of a request: as much of a schema's finding as a sentence needs. */
export interface ShapeFault {
  code: string;
  origin?: string;
  maximum?: number | bigint;
  minimum?: number | bigint;
}

type Sentence =
  | "long"
  | "short"
  | "blank"
  | "many"
  | "few"
  | "large"
  | "small"
  | "missing"
  | "kind"
  | "form"
  | "choice"
  | "unknown"
  | "other";

const SENTENCES: Record<Language, Record<Sentence, string>> = {
  th: {
    long: "ข้อความยาวเกินไป {over} ตัวอักษร รับได้ไม่เกิน {most} ตัวอักษร โปรดย่อให้สั้นลง",
    short: "ข้อความสั้นเกินไป ต้องมีอย่างน้อย {least} ตัวอักษร",
    blank: "ช่องนี้เว้นว่างไม่ได้ โปรดกรอกข้อความ",
    many: "มีรายการมากเกินไป รับได้ไม่เกิน {most} รายการ",
    few: "มีรายการน้อยเกินไป ต้องมีอย่างน้อย {least} รายการ",
    large: "ตัวเลขมากเกินไป รับได้ไม่เกิน {most}",
    small: "ตัวเลขน้อยเกินไป ต้องไม่น้อยกว่า {least}",
    missing: "ยังไม่มีข้อมูลในช่องนี้",
    kind: "ชนิดข้อมูลในช่องนี้ไม่ถูกต้อง",
    form: "รูปแบบข้อมูลในช่องนี้ไม่ถูกต้อง",
    choice: "ค่านี้ไม่อยู่ในตัวเลือกที่ใช้ได้",
    unknown: "มีช่องที่ระบบไม่รู้จัก",
    other: "ข้อมูลในช่องนี้ใช้ไม่ได้",
  },
  en: {
    long: "The text is {over} characters too long; {most} are the most. Please shorten it",
    short: "The text is too short; {least} characters are the least",
    blank: "This cannot be left empty",
    many: "There are too many entries; {most} are the most",
    few: "There are too few entries; {least} are the least",
    large: "The number is too large; {most} is the most",
    small: "The number is too small; {least} is the least",
    missing: "This is missing",
    kind: "This is of another kind than described",
    form: "This is not written as described",
    choice: "This is none of the values that may be used",
    unknown: "There is a field that is not described",
    other: "This cannot be used",
  },
};

/** What is wrong, with how much too long a text is. Never a sentence of the library that found it. */
export function shapeText(fault: ShapeFault, value: unknown, language: Language): string {
  const most = Number(fault.maximum ?? 0);
  const length = typeof value === "string" ? value.length : most;
  const number = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");
  const slots: Record<string, string> = {
    over: number(Math.max(1, length - most)),
    most: number(most),
    least: number(Number(fault.minimum ?? 0)),
  };
  return SENTENCES[language][sentenceOf(fault, value)].replace(/\{(\w+)\}/g, (_, name: string) => slots[name]!);
}

function sentenceOf({ code, origin, minimum }: ShapeFault, value: unknown): Sentence {
  if (code === "too_big") return origin === "string" ? "long" : origin === "array" ? "many" : "large";
  if (code === "too_small" && origin === "string") return Number(minimum) <= 1 ? "blank" : "short";
  if (code === "too_small") return origin === "array" ? "few" : "small";
  if (code === "invalid_type") return value === undefined ? "missing" : "kind";
  if (code === "invalid_format") return "form";
  if (code === "invalid_value") return value === undefined ? "missing" : "choice";
  return code === "unrecognized_keys" ? "unknown" : "other";
}

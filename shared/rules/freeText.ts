import { hasThaiDigit, toArabicDigits } from "../text/digits.ts";
import { hasStrayMark } from "../text/garble.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { startsLikeFormula } from "./formulaText.ts";
import { hasNationalId, hasPersonalData } from "./personalData.ts";
import { accept, type Reading, warn } from "./reading.ts";

const NOTHING = /^(?:[-–—]+|ไม่มี)$/;
const NIL =
  /^(?:-\s*)?(?:ยัง)?(?:ไม่มี|ไม่ได้|มิได้)(?:มี)?(?:การ)?\s*(?:ดำเนินการ|ดำเนินงาน|ดำเนินกิจกรรม|จัดกิจกรรม|จัดงาน|กิจกรรม|ผลการดำเนินงาน|การฝึกอบรม|ฝึกอบรม|อบรม|จัดอบรม|รายงาน|ข้อมูล)(?:ใด\s*ๆ|ใดๆ)?(?:ในเดือนนี้|ในรอบเดือนนี้|ประจำเดือน.{0,20}|ในรอบนี้)?$/;

/** True for a text that declares that there was nothing to report: "ไม่มีการดำเนินการ". */
export function declaresNothing(text: string): boolean {
  return text.length <= 60 && NIL.test(text);
}

/** Words of one's own. `personal`: the column names a person on purpose. */
export function readFreeText(raw: string | number | boolean, personal: boolean): Reading {
  if (typeof raw !== "string") return hasNationalId(String(raw)) ? warn(raw, ["PII"], { typed: raw }) : accept(raw);
  const { text, codes } = normalizeText(raw);
  if (text === "" || NOTHING.test(text)) return accept("", codes);
  const found: Code[] = [...codes];
  if (personal ? hasNationalId(text) : hasPersonalData(text)) found.push("PII");
  if (startsLikeFormula(text)) found.push("CELL_FORMULA_TEXT");
  if (hasStrayMark(text)) found.push("TXT_PDF_GARBLE");
  return found.length > codes.length ? warn(text, found, { typed: text }) : accept(text, codes, { typed: text });
}

/** A subdistrict: a name of its own; only the prefix is taken off, there is no list to hold it against. */
export function readSubdistrict(raw: string | number | boolean): Reading {
  const reading = readFreeText(raw, false);
  if (typeof reading.value !== "string" || reading.verdict === "warn") return reading;
  const name = reading.value.replace(/^(?:ตำบล|แขวง|ต\s*\.)[\s.…_]*/, "");
  if (name === reading.value || name === "") return reading;
  return accept(name, [...reading.codes, "GEO_PREFIX"], reading.params);
}

/** A village number: "หมู่ 5", "ม.๕" are 5; several villages stay as they are written. */
export function readMoo(raw: string | number | boolean): Reading {
  if (typeof raw !== "string") return accept(raw);
  const { text, codes } = normalizeText(raw);
  if (text === "" || NOTHING.test(text)) return accept("", codes);
  const found: Code[] = hasThaiDigit(text) ? ["TXT_THAI_DIGIT", ...codes] : [...codes];
  const bare = toArabicDigits(text).replace(/^(?:หมู่ที่|หมู่|ม\s*\.)\s*/, "");
  if (!/^[0-9]{1,2}$/.test(bare)) return accept(text, codes);
  return accept(Number(bare), bare === toArabicDigits(text) ? found : [...found, "GEO_PREFIX"], { typed: text });
}

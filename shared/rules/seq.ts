import { hasThaiDigit, toArabicDigits } from "../text/digits.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { accept, type Reading, refuse, suggest, warn } from "./reading.ts";

/**
 * The running number. It is no key: numbers restart per district, so gaps and repeats are nobody's fault.
 * Tidied where it is plainly a number ("๑.", "(1)", "ที่ 1"); a number the sheet turned into a date is asked back.
 */
export function readSeq(raw: string | number | boolean): Reading {
  if (typeof raw === "number") {
    if (Number.isInteger(raw) && raw >= 0) return accept(raw);
    return refuse(["NUM_NOT_INTEGER"], [], { typed: raw });
  }
  if (typeof raw === "boolean") return warn(null, ["SEQ"], { typed: raw });
  const { text, codes } = normalizeText(raw);
  if (text === "" || /^[-–—]$/.test(text)) return accept(null, codes);
  const found: Code[] = [...codes];
  if (hasThaiDigit(text)) found.push("TXT_THAI_DIGIT");
  const arabic = toArabicDigits(text);
  if (/^[0-9]{1,6}$/.test(arabic)) return accept(Number(arabic), found);
  const bare = /^(?:ลำดับที่|ลำดับ|ที่|ข้อ|no\.?)?\s*[([]?\s*([0-9]{1,6})(?:\.0+)?\s*[.)\]:-]*$/i.exec(arabic);
  if (bare !== null) return accept(Number(bare[1]), [...found, "SEQ"]);
  const letters = arabic.replace(/[oO]/g, "0").replace(/[lI|]/g, "1");
  if (/^[0-9]{1,6}$/.test(letters)) return suggest([...found, "NUM_LETTER"], [Number(letters)], { typed: text });
  return warn(null, [...found, "SEQ"], { typed: text });
}

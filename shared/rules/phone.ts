import { hasThaiDigit, toArabicDigits } from "../text/digits.ts";
import { normalizeText } from "../text/normalize.ts";
import type { Code } from "./codes.ts";
import { hasNationalId } from "./personalData.ts";
import { accept, type Reading, suggest, warn } from "./reading.ts";

const LABEL = /^(?:โทรศัพท์มือถือ|โทรศัพท์|โทรฯ|โทร\s*\.?|เบอร์โทร|เบอร์|มือถือ|Tel\.?|Mobile)\s*[:：]?\s*/i;
const EXTENSION = /\s*(?:ต่อ|กด|ext\.?|#)\s*([0-9]{1,5})$/i;
const MOBILE = /^0[689][0-9]{8}$/;
/** A provincial or Bangkok office line: nine digits. */
const OFFICE = /^0[2-57][0-9]{7}$/;

/** How a number is printed: 081-234-5678, 0-5451-1234. */
function printed(digits: string): string {
  return MOBILE.test(digits)
    ? `${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`
    : `${digits.slice(0, 1)}-${digits.slice(1, 5)}-${digits.slice(5)}`;
}

const STANDARD = /^(?:0[689][0-9]-?[0-9]{3}-?[0-9]{4}|0-?[2-57][0-9]{3}-?[0-9]{4}|0[2-57][0-9]-?[0-9]{3}-?[0-9]{3})$/;

/** A phone number. A lost leading 0 is asked back; what is no whole number is kept and told: a report does not hang on it. */
export function readPhone(raw: string | number | boolean): Reading {
  const params = { typed: raw };
  if (typeof raw === "boolean") return warn(null, ["PHONE"], params);
  const { text, codes } = normalizeText(String(raw));
  if (text === "" || /^(?:[-–—]+|ไม่มี)$/.test(text)) return accept("", codes);
  const found: Code[] = hasThaiDigit(text) ? ["TXT_THAI_DIGIT", ...codes] : [...codes];
  const arabic = toArabicDigits(text);
  const bare = arabic.replace(LABEL, "");
  const extension = EXTENSION.exec(bare);
  const main = extension === null ? bare : bare.slice(0, extension.index);
  const tail = extension === null ? "" : ` ต่อ ${extension[1]}`;
  const digits = main.replace(/^\+?66\s*[-(]?\s*0?\)?/, "0").replace(/[\s().-]/g, "");
  if (typeof raw === "number" || /^[0-9]{8,9}$/.test(digits)) {
    const restored = `0${digits}`;
    const lost = (MOBILE.test(restored) && /^[689]/.test(digits)) || (typeof raw === "number" && OFFICE.test(restored));
    if (lost) return suggest([...found, "PHONE_ZERO_LOST"], [printed(restored)], params);
  }
  if (!MOBILE.test(digits) && !OFFICE.test(digits)) {
    const personal: Code[] = hasNationalId(text) ? ["PII"] : [];
    return warn(text, [...found, "PHONE", ...personal], params);
  }
  if (STANDARD.test(main) && (extension === null || bare === main + tail) && bare === text) return accept(bare, found);
  if (STANDARD.test(main) && bare === arabic && extension === null) return accept(bare, found, params);
  return accept(printed(digits) + tail, [...found, "PHONE"], params);
}

import { toArabicDigits } from "../text/digits.ts";

const CHILD_TITLE = /(?:ด\s*\.\s*[ชญ]\s*\.?|ดช\.|ดญ\.)\s*[ก-ฮเแโใไ]/;
const CHILD_WORD =
  /(?:เด็กชาย|เด็กหญิง)\s*(?!และ|ทั้ง|จำนวน|อายุ|ใน|ที่|มี|ไม่|ร่วม|ทุก|หญิง|ชาย|ป่วย|เล็ก|หรือ|กับ|ได้|เป็น|ทำ|มา|คน|ราย|ปฐมวัย)[ก-ฮเแโใไ]{1,}/;
const MOBILE = /(?<![0-9])0[689][0-9]?[-\s.]?[0-9]{3,4}[-\s.]?[0-9]{3,4}(?![0-9])/;
const NATIONAL_ID = /(?<![0-9])[0-9](?:[-\s]?[0-9]){12}(?![0-9])/g;

/** The check digit of a Thai national ID: weights 13 to 2 over the first twelve digits. */
function isNationalId(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += Number(digits[i]) * (13 - i);
  return (11 - (sum % 11)) % 10 === Number(digits[12]);
}

/** True when free text holds what must not be in a report: a child's name, a national ID with a valid check digit, a private phone. */
export function hasPersonalData(text: string): boolean {
  if (text.length < 5) return false;
  if (CHILD_TITLE.test(text) || CHILD_WORD.test(text)) return true;
  const arabic = toArabicDigits(text);
  if (!/[0-9]{2}/.test(arabic)) return false;
  const mobile = MOBILE.exec(arabic);
  if (mobile !== null && mobile[0].replace(/[^0-9]/g, "").length === 10) return true;
  return hasNationalId(arabic);
}

/** True when a text holds a national ID with a valid check digit; digits within an address of the web are none. */
export function hasNationalId(text: string): boolean {
  const plain = toArabicDigits(text).replace(/https?:\/\/\S+/gi, " ");
  return (plain.match(NATIONAL_ID) ?? []).some((found) => isNationalId(found.replace(/[^0-9]/g, "")));
}

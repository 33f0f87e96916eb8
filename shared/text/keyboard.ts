import { normalizeText } from "./normalize.ts";

// The Thai Kedmanee layout, key by key against a US keyboard: unshifted row by row, then shifted.
const LATIN = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:\"ZXCVBNM<>?";
const THAI = '_ๅ/-ภถุึคตจขชๆไำพะัีรนยบลฃฟหกดเ้่าสวงผปแอิืทมใฝ%+๑๒๓๔ู฿๕๖๗๘๙๐"ฎฑธํ๊ณฯญฐ,ฅฤฆฏโฌ็๋ษศซ.()ฉฮฺ์?ฒฬฦ';

const TO_THAI = new Map([...LATIN].map((key, i) => [key, THAI[i] as string]));

/** What the same keys give on a Thai keyboard: `9kd` is ตาก. Null when the text has no Latin letter or holds Thai already. */
export function retypeAsThai(text: string): string | null {
  if (!/[A-Za-z0-9]/.test(text) || /[\u0E01-\u0E3A\u0E40-\u0E4E]/.test(text)) return null;
  let out = "";
  for (const ch of text) out += TO_THAI.get(ch) ?? ch;
  return normalizeText(out).text;
}

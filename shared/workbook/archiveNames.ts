import { isPlausibleThai } from "./read/decodeText.ts";

/** The upper half of code page 437, which zip takes a name to be in when it does not say UTF-8 (APPNOTE, appendix D). */
const CP437 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0";
/** What Windows-1252 has where Latin-1 has control letters, 0x80 to 0x9f; a dot where it has nothing. */
const CP1252 = "€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ";
const THAI_WORD = /[ก-๙]{2,}/;

/** The name of an entry of a zip. Windows writes Thai names in its own code page and does not say so; others write UTF-8 and forget to. */
export function archiveName(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return repairName(new TextDecoder().decode(bytes));
  return asThai(bytes) ?? repairName(new TextDecoder().decode(bytes));
}

/**
 * A Thai name that somebody read in a Western code page and wrote down so ("╗├╨ªÓ´┴", "»ÃÐªØÁ") as it was meant.
 * Anything else, and anything in doubt, stays as it is: it is only a name to show.
 */
export function repairName(text: string): string {
  if (!/[^\u0000-\u007f]/.test(text) || /[ก-๙]/.test(text)) return text;
  for (const table of [fromCp437, fromLatin]) {
    const bytes = backToBytes(text, table);
    const thai = bytes === null ? null : asThai(bytes);
    if (thai !== null && THAI_WORD.test(thai)) return thai;
  }
  return text;
}

/** The text of bytes that are UTF-8 or plausible Thai of Windows-874; null for neither. */
function asThai(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return isPlausibleThai(bytes) ? new TextDecoder("windows-874").decode(bytes) : null;
  }
}

function backToBytes(text: string, byteOf: (letter: string) => number): Uint8Array | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const byte = letter <= "\u007f" ? letter.charCodeAt(0) : byteOf(letter);
    if (byte < 0) return null;
    bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

function fromCp437(letter: string): number {
  const at = CP437.indexOf(letter);
  return at < 0 ? -1 : at + 128;
}

function fromLatin(letter: string): number {
  const code = letter.charCodeAt(0);
  if (letter.length === 1 && code >= 0x80 && code <= 0xff) return code;
  const at = letter === "." ? -1 : CP1252.indexOf(letter);
  return at < 0 ? -1 : at + 128;
}

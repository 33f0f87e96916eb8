const THAI_DIGIT = /[๐-๙]/g;

export function hasThaiDigit(text: string): boolean {
  return /[๐-๙]/.test(text);
}

/** ๐–๙ to 0–9; `\d`, `Number` and `parseInt` do not know Thai digits. */
export function toArabicDigits(text: string): string {
  return text.search(THAI_DIGIT) < 0 ? text : text.replace(THAI_DIGIT, (digit) => String(digit.charCodeAt(0) - 0x0e50));
}

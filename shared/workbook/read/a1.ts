const LETTER_A = 64;

/** 0 -> "A", 26 -> "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) {
    letters = String.fromCharCode(LETTER_A + 1 + ((n - 1) % 26)) + letters;
  }
  return letters;
}

/** "B6" for row 5, column 1 (0-based). */
export function address(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/** Excel's own edges. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/**
 * "B6" or "$B$6" as row * MAX_COLUMNS + column, 0-based, or -1 when it is no address on a sheet.
 * One number instead of an object: this runs once per cell.
 */
export function parseAddress(ref: string): number {
  let at = 0;
  let column = 0;
  let row = 0;
  if (ref.charCodeAt(at) === 36) at++;
  for (; at < ref.length; at++) {
    const letter = (ref.charCodeAt(at) & ~32) - LETTER_A;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > MAX_COLUMNS) return -1;
  }
  if (ref.charCodeAt(at) === 36) at++;
  const digits = at;
  for (; at < ref.length; at++) {
    const digit = ref.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    row = row * 10 + digit;
    if (row > MAX_ROWS) return -1;
  }
  if (column === 0 || at === digits || row === 0) return -1;
  return (row - 1) * MAX_COLUMNS + column - 1;
}

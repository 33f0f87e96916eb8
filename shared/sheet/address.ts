/** 0 -> "A", 25 -> "Z", 26 -> "AA". */
export function columnLetters(column: number): string {
  let letters = "";
  for (let n = column; n >= 0; n = Math.floor(n / 26) - 1) letters = String.fromCharCode(65 + (n % 26)) + letters;
  return letters;
}

/** "A" -> 0; -1 for anything that is no column. */
export function columnIndex(letters: string): number {
  if (!/^[A-Za-z]{1,3}$/.test(letters)) return -1;
  let n = 0;
  for (const ch of letters.toUpperCase()) n = n * 26 + ch.charCodeAt(0) - 64;
  return n - 1;
}

/** Zero-based row and column of "C6" ("$C$6" too); null for anything else. */
export function parseAddress(address: string): { row: number; col: number } | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([0-9]{1,7})$/.exec(address);
  if (match === null) return null;
  return { row: Number(match[2]) - 1, col: columnIndex(match[1]!) };
}

export interface Range {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** "B6:B9", "C:C", "3:3" or "A1", zero-based and inclusive; open ends reach the given last row and column. */
export function parseRange(text: string, lastRow: number, lastCol: number): Range | null {
  const [from, to = from] = text.replace(/\$/g, "").split(":") as [string, string?];
  const a = parseAddress(from);
  const b = parseAddress(to);
  if (a !== null && b !== null)
    return {
      top: Math.min(a.row, b.row),
      left: Math.min(a.col, b.col),
      bottom: Math.max(a.row, b.row),
      right: Math.max(a.col, b.col),
    };
  if (columnIndex(from) >= 0 && columnIndex(to) >= 0)
    return { top: 0, left: columnIndex(from), bottom: lastRow, right: columnIndex(to) };
  if (/^[0-9]{1,7}$/.test(from) && /^[0-9]{1,7}$/.test(to))
    return { top: Number(from) - 1, left: 0, bottom: Number(to) - 1, right: lastCol };
  return null;
}

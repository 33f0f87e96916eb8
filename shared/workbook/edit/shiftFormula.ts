import { columnLetters, MAX_COLUMNS, MAX_ROWS, parseAddress } from "../read/a1.ts";

/** What a formula is made of, as far as references need telling from everything that looks like one. */
const TOKEN = new RegExp(
  [
    '"(?:[^"]|"")*"',
    // A quoted sheet, perhaps of another file.
    "'(?:[^']|'')*'",
    "(?<columns>\\$?[A-Za-z]{1,3}:\\$?[A-Za-z]{1,3})(?![\\p{L}\\p{M}\\p{N}_.\\\\$?!(])",
    "(?<rows>\\$?\\d{1,7}:\\$?\\d{1,7})(?![\\p{L}\\p{M}\\p{N}_.\\\\$?!(])",
    "(?<word>[\\p{L}\\p{M}\\p{N}_.\\\\$?]+)(?<after>[!([]?)",
    "[^]",
  ].join("|"),
  "uy",
);
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)(\d{1,7})$/;

/** The formula as it reads when copied that many rows down and columns to the right: what is not fixed by "$" moves along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  let out = "";
  let at = 0;
  while (at < formula.length) {
    if (formula[at] === "[") {
      // A table's column or another file's number: no reference stands inside.
      const end = bracketEnd(formula, at);
      out += formula.slice(at, end);
      at = end;
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(formula)!;
    at = TOKEN.lastIndex;
    const { columns: columnPair, rows: rowPair, word, after } = match.groups!;
    if (columnPair !== undefined) out += shiftPair(columnPair, (end) => shiftColumn(end, columns));
    else if (rowPair !== undefined) out += shiftPair(rowPair, (end) => shiftRow(end, rows));
    else if (word !== undefined && after === "") out += shiftCell(word, rows, columns);
    else if (after === "[") {
      out += word;
      at--;
    } else out += match[0];
  }
  return out;
}

const LOST = "#REF!";

function shiftCell(word: string, rows: number, columns: number): string {
  const match = CELL.exec(word);
  // A name may begin like an address beyond the last column.
  if (match === null || parseAddress(word) < 0) return word;
  const column = shiftColumn(match[1]! + match[2]!, columns);
  const row = shiftRow(match[3]! + match[4]!, rows);
  return column === LOST || row === LOST ? LOST : column + row;
}

function shiftPair(pair: string, shift: (end: string) => string): string {
  const [from, to] = pair.split(":").map(shift) as [string, string];
  return from === LOST || to === LOST ? LOST : `${from}:${to}`;
}

function shiftColumn(text: string, by: number): string {
  if (text.startsWith("$")) return text;
  let column = 0;
  for (const letter of text.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const moved = column - 1 + by;
  return moved < 0 || moved >= MAX_COLUMNS ? LOST : columnLetters(moved);
}

function shiftRow(text: string, by: number): string {
  if (text.startsWith("$")) return text;
  const moved = Number(text) + by;
  return moved < 1 || moved > MAX_ROWS ? LOST : String(moved);
}

function bracketEnd(formula: string, from: number): number {
  let depth = 0;
  for (let at = from; at < formula.length; at++) {
    // An apostrophe escapes the bracket behind it.
    if (formula[at] === "'") at++;
    else if (formula[at] === "[") depth++;
    else if (formula[at] === "]" && --depth === 0) return at + 1;
  }
  return formula.length;
}

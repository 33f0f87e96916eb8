import type { Grid, Scalar } from "../../sheet/grid.ts";
import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import { GridBuilder, newBudget } from "./gridBuilder.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
/** Lines looked at to find the delimiter. */
const SAMPLE_LINES = 50;
const QUOTE = '"';

/**
 * Reads comma, semicolon, tab or bar separated text (RFC 4180, and Excel's `sep=;` first line) into a Grid. A field becomes a
 * number only when that number is written exactly as typed, so "0812345678" and "1.50" stay text.
 * Throws UnreadableFile: csv-quote, and what `GridBuilder` throws.
 */
export function readCsv(text: string, sheet: string, limits: Limits): Grid {
  const grid = new GridBuilder(sheet, newBudget(limits));
  forEachField(text, csvLayout(text), limits, (row, column, field) => grid.set(row, column, scalarOf(field)));
  return grid.build(false);
}

/** Where the first row begins, and what stands between the fields. */
export interface CsvLayout {
  start: number;
  delimiter: string;
}

export function csvLayout(text: string): CsvLayout {
  const told = /^sep=(.)\r?(\n|$)/.exec(text);
  return { start: told === null ? 0 : told[0].length, delimiter: told?.[1] ?? findDelimiter(text) };
}

function scalarOf(field: string): Scalar {
  if (field === "") return null;
  return /^-?\d{1,15}(\.\d{1,10})?$/.test(field) && String(Number(field)) === field ? Number(field) : field;
}

/** `take` gets each field's meaning and where it stands in the text, quotes and all. Throws UnreadableFile: csv-quote. */
export function forEachField(
  text: string,
  { start, delimiter }: CsvLayout,
  limits: Limits,
  take: (row: number, column: number, field: string, start: number, end: number) => void,
): void {
  let at = start;
  let row = 0;
  let column = 0;
  while (at < text.length) {
    let field: string;
    const from = at;
    if (text[at] === QUOTE) {
      [field, at] = quoted(text, at, row, limits);
      const rest = plainEnd(text, at, delimiter);
      // What follows a closing quote inside the field is kept, as Excel does.
      field += text.slice(at, rest);
      at = rest;
    } else {
      const end = plainEnd(text, at, delimiter);
      field = text.slice(at, end);
      at = end;
    }
    take(row, column, field, from, at);
    if (text[at] === delimiter) {
      column++;
      at++;
    } else {
      if (text[at] === "\r" && text[at + 1] === "\n") at++;
      at++;
      row++;
      column = 0;
    }
  }
}

function plainEnd(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\n" && text[at] !== "\r") at++;
  return at;
}

/** The text of a quoted field and where it ends. */
function quoted(text: string, from: number, row: number, limits: Limits): [field: string, end: number] {
  let field = "";
  let at = from + 1;
  for (;;) {
    const close = text.indexOf(QUOTE, at);
    // A quote that never closes would swallow every row below it.
    if (close < 0 || field.length + close - at > limits.textLength) {
      throw new UnreadableFile("csv-quote", { row: row + 1 });
    }
    field += text.slice(at, close);
    if (text[close + 1] !== QUOTE) return [field, close + 1];
    field += QUOTE;
    at = close + 2;
  }
}

/** The delimiter that splits most of the first lines into the same number of fields, outside quotes. */
function findDelimiter(text: string): string {
  const counts = DELIMITERS.map(() => [0]);
  let inQuotes = false;
  for (let at = 0; at < text.length && counts[0]!.length <= SAMPLE_LINES; at++) {
    const char = text[at]!;
    if (char === QUOTE) inQuotes = !inQuotes;
    else if (inQuotes) continue;
    else if (char === "\n" || (char === "\r" && text[at + 1] !== "\n")) for (const lines of counts) lines.push(0);
    else {
      const which = DELIMITERS.indexOf(char as (typeof DELIMITERS)[number]);
      if (which >= 0) counts[which]![counts[which]!.length - 1]!++;
    }
  }
  let best: string = DELIMITERS[0];
  let bestScore = 0;
  for (const [i, lines] of counts.entries()) {
    const score = mostCommonCount(lines);
    if (score > bestScore) [best, bestScore] = [DELIMITERS[i]!, score];
  }
  return best;
}

/** Lines that agree on a number of delimiters above zero, times that number's weight. */
function mostCommonCount(lines: number[]): number {
  const agreeing = new Map<number, number>();
  for (const count of lines) if (count > 0) agreeing.set(count, (agreeing.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of agreeing) best = Math.max(best, times * (1 + Math.min(count, 20) / 100));
  return best;
}

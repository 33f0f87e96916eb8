/*
 * Lists as the owner of a form writes them: values between commas, other ways of writing one behind "=". What holds one of the
 * signs stands in quotes: “ก, ข”, an inner ” doubled.
 */

const SPECIAL = /[,;=\n\r“”"]|^\s|\s$|^$/;
const SPACE = /[\s\u200B-\u200D\u2060]/;

export function printItem(item: string): string {
  return SPECIAL.test(item) ? printQuoted(item) : item;
}

export function printQuoted(text: string): string {
  return `“${text.replaceAll("”", "””")}”`;
}

export function printItems(items: readonly string[]): string {
  return items.map(printItem).join(", ");
}

/** Values, each with its other ways of writing. */
export function printGroups(groups: readonly (readonly string[])[]): string {
  return groups.map((group) => group.map(printItem).join(" = ")).join(", ");
}

export interface ReadGroups {
  groups: string[][];
  /** Behind the list: at its ";" or the end of the text. */
  end: number;
}

/** Reads a list from `from` up to a ";" or the end. Null when a quote is not closed, or a place between the signs is empty. */
export function readGroups(text: string, from: number): ReadGroups | null {
  const groups: string[][] = [[]];
  let at = from;
  for (;;) {
    const item = readItem(text, at);
    if (item === null) return null;
    groups[groups.length - 1]!.push(item.value);
    at = skipSpace(text, item.end);
    const sign = text[at];
    if (sign === undefined || sign === ";") return { groups, end: at };
    if (sign === ",") groups.push([]);
    else if (sign !== "=") return null;
    at++;
  }
}

/** Reads a whole text as a plain list; null as above, and where it holds a "=" or ";" outside quotes. */
export function readItems(text: string): string[] | null {
  if (skipSpace(text, 0) >= text.length) return [];
  const read = readGroups(text, 0);
  if (read === null || read.end < text.length || read.groups.some((group) => group.length !== 1)) return null;
  return read.groups.map((group) => group[0]!);
}

export function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && SPACE.test(text[at]!)) at++;
  return at;
}

function readItem(text: string, from: number): { value: string; end: number } | null {
  const at = skipSpace(text, from);
  if (text[at] === "“" || text[at] === '"') return readQuoted(text, at);
  let end = at;
  while (end < text.length && !/[,;=“”"\n\r]/.test(text[end]!)) end++;
  const value = text.slice(at, end).trim();
  return value === "" ? null : { value, end };
}

/** A text in quotes, curly or straight, that begins at `from`; null when it is not closed. */
export function readQuoted(text: string, from: number): { value: string; end: number } | null {
  const close = text[from] === "“" ? "”" : '"';
  let value = "";
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] !== close) value += text[at];
    else if (text[at + 1] === close) {
      value += close;
      at++;
    } else return { value, end: at + 1 };
  }
  return null;
}

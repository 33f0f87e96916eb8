/**
 * Splits comma-separated text (RFC 4180: quoted fields, doubled quotes, CR LF or LF) into rows.
 * Plain lines are cut without a look at every letter: the department's list has 82,000 of them.
 */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    let end = text.indexOf("\n", at);
    if (end < 0) end = text.length;
    const line = text.slice(at, text.charCodeAt(end - 1) === 13 ? end - 1 : end);
    if (line.includes('"')) {
      at = quotedRow(text, at, rows);
    } else {
      if (line !== "") rows.push(line.split(","));
      at = end + 1;
    }
  }
  return rows;
}

/** Reads one row that holds a quote, possibly over several lines; answers where the next row begins. */
function quotedRow(text: string, from: number, rows: string[][]): number {
  const row: string[] = [];
  let field = "";
  let inside = false;
  let at = from;
  for (; at < text.length; at++) {
    const ch = text[at]!;
    if (inside) {
      if (ch !== '"') field += ch;
      else if (text[at + 1] === '"') field += text[++at];
      else inside = false;
    } else if (ch === '"') inside = true;
    else if (ch === ",") {
      row.push(field);
      field = "";
    } else if (ch === "\n") break;
    else if (ch !== "\r") field += ch;
  }
  row.push(field);
  rows.push(row);
  return at + 1;
}

/** UTF-8 when it is valid UTF-8, else Windows-874, which is what Excel on a Thai machine writes. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-874").decode(bytes);
  }
}

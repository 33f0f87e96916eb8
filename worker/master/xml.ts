/** What a cell holds at most; a longer text makes spreadsheet programs call the file damaged. */
const CELL_CHARS = 32_767;
const PLAIN = /^[^&<>"_\u0000-\u001f\ud800-\udfff\ufffe\uffff]*$/;
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f]/g;
const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;
const SPACED = /^\s|\s$|[\n\t]/;
const LEADS_FORMULA = /^[=+\-@\t\r]/;

/**
 * Text for XML, so that a spreadsheet reads back what went in: control characters as `_x0007_` (ECMA-376, ST_Xstring), a text
 * that looks like such an escape escaped itself, half a surrogate pair as U+FFFD.
 */
export function escapeXml(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(UNWRITABLE, (c) => `_x${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(LONE, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** True when typing the text into a cell would make a formula of it. */
export function leadsFormula(text: string): boolean {
  return LEADS_FORMULA.test(text);
}

/** The text of a string item, with its spaces kept. */
export function sharedItem(text: string): string {
  const cut = text.length > CELL_CHARS ? `${text.slice(0, CELL_CHARS - 1)}…` : text;
  return SPACED.test(cut) ? `<t xml:space="preserve">${escapeXml(cut)}</t>` : `<t>${escapeXml(cut)}</t>`;
}

/** Column letters of a 0-based index. */
export function letters(index: number): string {
  let text = "";
  for (let n = index + 1; n > 0; n = Math.floor((n - 1) / 26)) text = String.fromCharCode(65 + ((n - 1) % 26)) + text;
  return text;
}

/** A style and its twin with quotePrefix, so that a text beginning with "=" stays text when somebody edits the cell. */
export interface CellStyle {
  plain: number;
  quoted: number;
}

/** A sheet's name as formulas write it. */
export function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** A name a spreadsheet accepts for a sheet: no []:*?/\, no quote at an end, at most 31 characters, not empty. */
export function sheetName(wanted: string): string {
  const name = wanted
    .replace(/[[\]:*?/\\\u0000-\u001f]/g, " ")
    .trim()
    .slice(0, 31)
    .replace(/^'+|'+$/g, "")
    .trim();
  return name === "" ? "แบบรายงาน" : name;
}

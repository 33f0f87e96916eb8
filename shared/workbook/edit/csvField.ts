import type { Scalar } from "../../sheet/grid.ts";

/** Every delimiter there may be, so that a text never makes another look like the file's. */
const NEEDS_QUOTES = /[",;|\t\r\n]|^\s|\s$|^sep=/;
/** Also behind spaces and in full width: spreadsheets differ in what they skip before they see a formula. */
const LEADS_FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;
const PLAIN_NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * A value as a field. A text file has no types: a text that looks like a number is a number to the next reader, and a text that
 * a spreadsheet would run as a formula gets an apostrophe before it ("-" alone, or a signed number, is none).
 */
export function csvField(value: Scalar, quoted: boolean, delimiter: string): string {
  if (value === null || value === "") return quoted ? '""' : "";
  if (typeof value === "number") return String(value);
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  const isFormula = LEADS_FORMULA.test(value) && value.trim().length > 1 && !PLAIN_NUMBER.test(value);
  const text = isFormula ? `'${value}` : value;
  if (!quoted && !NEEDS_QUOTES.test(text) && !text.includes(delimiter)) return text;
  return `"${text.replace(/"/g, '""')}"`;
}

import { dateIn, timeIn } from "./dates.ts";
import type { CellData } from "./sheet.ts";

/** What comes of a text put into a cell, beside what the cell already wears. */
export type Coerced = Pick<CellData, "value" | "error" | "formula" | "quotePrefix" | "numberFormat">;

/** A formula nobody computed: the simulator has no calculation and says so. */
export class NeedsCalculation extends Error {}

const ERRORS = /^#(REF!|N\/A|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/;

/**
 * A text as Excel takes it from the keyboard, from a paste and from `Range.values` alike: values are "set as if typed"
 * (docs: excel-add-ins-ranges-set-get-values; office-js#4015 for what that does to "1/2"). Days stand before months, as in Thailand.
 * Throws NeedsCalculation for a formula.
 */
export function coerceText(text: string, cellFormat: string | undefined): Coerced {
  if (text === "") return { value: null };
  if (text.startsWith("'")) return { value: text.slice(1), quotePrefix: true };
  // A cell formatted as text keeps whatever is put into it.
  if (cellFormat === "@") return { value: text };
  if (/^[=+@-]$/.test(text)) return { value: text };
  const plain = numberIn(text);
  if (plain !== null) return withFormat(plain, cellFormat);
  if (/^[=+@-]/.test(text)) return formulaIn(text);
  if (/^(true|false)$/i.test(text)) return { value: /^true$/i.test(text) };
  if (ERRORS.test(text)) return { value: text, error: true };
  const day = dateIn(text) ?? timeIn(text);
  if (day !== null) return withFormat(day, cellFormat);
  return { value: text };
}

function withFormat(found: { value: number; format?: string }, cellFormat: string | undefined): Coerced {
  const general = cellFormat === undefined || cellFormat === "General";
  return found.format !== undefined && general
    ? { value: found.value, numberFormat: found.format }
    : { value: found.value };
}

/** "-5", "+5", "001", "1,234.5", "12%", "1e3", "(5)", "1 1/2"; null for anything else. */
function numberIn(text: string): { value: number; format?: string } | null {
  const trimmed = text.trim();
  const bracket = /^\(([\d,.]+)\)$/.exec(trimmed);
  const body = bracket === null ? trimmed : `-${bracket[1]}`;
  const fraction = /^([-+]?)(\d+) (\d{1,3})\/(\d{1,3})$/.exec(body);
  if (fraction !== null && Number(fraction[4]) > 0) {
    const value = Number(fraction[2]) + Number(fraction[3]) / Number(fraction[4]);
    return { value: fraction[1] === "-" ? -value : value, format: "# ?/?" };
  }
  const match = /^[-+]?(\d+|\d{1,3}(?:,\d{3})+)?(\.\d*)?(e[-+]?\d{1,3})?(%)?$/i.exec(body);
  if (match === null || (match[1] === undefined && !/\d/.test(match[2] ?? ""))) return null;
  const value = Number(body.replaceAll(",", "").replace("%", ""));
  if (!Number.isFinite(value)) return null;
  if (match[4] !== undefined) return { value: value / 100, format: match[2] === undefined ? "0%" : "0.00%" };
  if (match[3] !== undefined) return { value, format: "0.00E+00" };
  if (match[1]?.includes(",")) return { value, format: match[2] === undefined ? "#,##0" : "#,##0.00" };
  return { value };
}

/** One bare word behind the sign is a name nobody defined; everything else would have to be computed. */
function formulaIn(text: string): Coerced {
  if (/^[+@-][\p{L}_][\p{L}\p{M}\p{N}_.]*$/u.test(text) && !/^[+@-][A-Za-z]{1,3}\d+$/.test(text)) {
    const formula = text.startsWith("@") ? `=${text}` : `=${text.replace(/^\+/, "+")}`;
    return { value: "#NAME?", error: true, formula };
  }
  throw new NeedsCalculation(text);
}

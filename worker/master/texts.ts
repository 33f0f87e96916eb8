import { type CellStyle, escapeXml, leadsFormula, sharedItem } from "./xml.ts";

/** Beyond this many the table stops growing and texts go inline, so that it never grows with the rows. */
const LIMIT_TEXTS = 65_536;

/**
 * The workbook's shared strings, for texts that come again: names, receipts, senders, ticks. A cell then costs some thirty
 * bytes instead of a hundred and more (235,000 rows: 150 MB of XML instead of 350). What is written once goes inline.
 */
export class Texts {
  readonly #index = new Map<string, number>();

  /** A text cell after its address: `<c r="B5` + this. Always a string, never a formula, whatever the text begins with. */
  rest(text: string, style: CellStyle): string {
    if (text === "") return `" s="${style.plain}"/>`;
    let index = this.#index.get(text);
    if (index === undefined) {
      index = this.#index.size;
      if (index >= LIMIT_TEXTS) return inlineRest(text, style);
      this.#index.set(text, index);
    }
    return `" s="${leadsFormula(text) ? style.quoted : style.plain}" t="s"><v>${index}</v></c>`;
  }

  /** xl/sharedStrings.xml, in pieces; after every sheet that uses it. */
  *xml(): Generator<string> {
    yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="${this.#index.size}">`;
    for (const text of this.#index.keys()) yield `<si>${sharedItem(text)}</si>`;
    yield "</sst>";
  }
}

/** The same for a text of its own row. */
export function inlineRest(text: string, style: CellStyle): string {
  if (text === "") return `" s="${style.plain}"/>`;
  return `" s="${leadsFormula(text) ? style.quoted : style.plain}" t="inlineStr"><is>${sharedItem(text)}</is></c>`;
}

export function numberRest(value: number, style: CellStyle): string {
  return Number.isFinite(value) ? `" s="${style.plain}"><v>${value}</v></c>` : inlineRest(String(value), style);
}

/** A formula of ours with its value of now, for viewers that do not calculate. */
export function formulaRest(formula: string, cached: number, style: CellStyle): string {
  return `" s="${style.plain}"><f>${escapeXml(formula)}</f><v>${cached}</v></c>`;
}

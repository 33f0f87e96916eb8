import type { Scalar } from "../../shared/sheet/grid.ts";
import { formulaRest, inlineRest, numberRest, type Texts } from "./texts.ts";
import type { CellStyle } from "./xml.ts";

export function blankCell(at: string, style: CellStyle): string {
  return `<c r="${at}" s="${style.plain}"/>`;
}

export function numberCell(at: string, value: number, style: CellStyle): string {
  return `<c r="${at}${numberRest(value, style)}`;
}

export function formulaCell(at: string, formula: string, cached: number, style: CellStyle): string {
  return `<c r="${at}${formulaRest(formula, cached, style)}`;
}

export function textCell(at: string, text: string, style: CellStyle): string {
  return `<c r="${at}${inlineRest(text, style)}`;
}

/** Any value after its cell's address; `texts` when the same text comes in many rows. */
export function scalarRest(value: Scalar | undefined, style: CellStyle, texts: Texts | null): string {
  if (value === null || value === undefined) return `" s="${style.plain}"/>`;
  if (typeof value === "number") return numberRest(value, style);
  if (typeof value === "boolean") return `" s="${style.plain}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return texts === null ? inlineRest(value, style) : texts.rest(value, style);
}

import type { Scalar } from "../../../shared/sheet/grid.ts";

/** What a spreadsheet makes of typed text: a plain whole number is a number, nothing is blank, everything else is text as typed. */
export function typedValue(text: string): Scalar {
  if (text.trim() === "") return null;
  return /^(?:0|[1-9][0-9]{0,14})$/.test(text.trim()) ? Number(text) : text;
}

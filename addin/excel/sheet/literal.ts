import type { Scalar } from "../../../shared/sheet/grid.ts";

/**
 * What a text may begin with so that Excel takes it for something else: a formula, a number, a date, a share, money, a truth
 * value, its own mark for text. Thai digits too: an Excel of Thailand reads them as numbers.
 */
const TAKEN_FOR_MORE = /^\s*([=+@'#]|-.|[.,]?[0-9\u0E50-\u0E59]|[(฿$€£¥%]|(true|false|จริง|เท็จ)\s*$)/iu;

/** What to hand to Excel so that the cell holds this value, letter by letter. An apostrophe in front keeps a text a text. */
export function literal(value: Scalar): string | number | boolean {
  if (value === null) return "";
  if (typeof value !== "string") return value;
  return TAKEN_FOR_MORE.test(value) ? `'${value}` : value;
}

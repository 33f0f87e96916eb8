import type { Cell, Scalar } from "../../../shared/sheet/grid.ts";

/** What `getValues()` hands out. */
export type Value = string | number | boolean | Date;

const ERROR = /^#(?:REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/;
/** Fonts that draw a tick or a cross for an ordinary letter; no other font changes what a cell says. */
const SYMBOL_FONT = /wingdings|webdings|marlett|^symbol|dingbats/i;
const DAY_MS = 86_400_000;
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** Serial of a date as it stands in the sheet. `clock` writes it as yyyy-MM-dd HH:mm:ss in the sheet's own zone. */
export function serialOf(date: Date, clock: (date: Date) => string): number {
  const [year, month, day, hour, minute, second] = clock(date)
    .split(/[^0-9]/)
    .map(Number) as [number, number, number, number, number, number];
  const ms = Date.UTC(year, month - 1, day, hour, minute, second) - EPOCH_MS;
  // Ten digits behind the point tell the seconds of a day apart, and no more is meant.
  return Math.round((ms / DAY_MS) * 1e10) / 1e10;
}

export function cellOf(value: Value, font: string | undefined, clock: (date: Date) => string): Cell {
  if (value === "") return null;
  if (value instanceof Date) return { v: serialOf(value, clock), t: "d" };
  if (typeof value !== "string") return Number.isNaN(value) ? null : value;
  if (ERROR.test(value)) return { v: value, t: "e" };
  return font !== undefined && SYMBOL_FONT.test(font) ? { v: value, font } : value;
}

export function same(a: Scalar, b: Scalar): boolean {
  return a === b || ((a === null || a === "") && (b === null || b === ""));
}

/**
 * Differs whenever a value does. Two running hashes of 32 bits each, over the values and how many there are; made from
 * what `getValues()` gives, so that asking for it costs one call.
 */
export function revisionOf(values: readonly (readonly Value[])[]): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  const take = (text: string) => {
    for (let i = 0; i < text.length; i++) {
      a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
      b = Math.imul(b + text.charCodeAt(i), 0x85ebca6b) ^ (b >>> 13);
    }
  };
  let last = 0;
  values.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === "") return;
      last = r + 1;
      take(`${r},${c}${typeof value}${value instanceof Date ? value.getTime() : String(value)}\u0000`);
    });
  });
  return `${last}.${(a >>> 0).toString(36)}${(b >>> 0).toString(36)}`;
}

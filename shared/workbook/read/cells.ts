import type { Cell } from "../../sheet/grid.ts";
import { showsDay } from "./numberFormat.ts";
import { fontOfText, type RunFonts } from "./richText.ts";

/** What of a cell's style changes its meaning. */
export interface CellStyle {
  /** Set when the format shows a date or a time. */
  dateFormat: string | undefined;
  /** Set when the font is one whose letters are pictures. */
  symbolFont: string | undefined;
}

/** Days between the first days of the two date systems. */
const DAYS_1904 = 1462;

/** A number, or a date serial of the 1900 system when the format shows one. */
export function makeNumber(value: number, style: CellStyle | undefined, date1904: boolean): Cell {
  const font = style?.symbolFont;
  const fmt = style?.dateFormat;
  if (fmt !== undefined) return makeDate(date1904 && showsDay(fmt) ? value + DAYS_1904 : value, style, fmt);
  return font === undefined ? value : { v: value, font };
}

/** A cell known to be a date or time, with its style's format or else the one given. */
export function makeDate(serial: number, style: CellStyle | undefined, format: string): Cell {
  const fmt = style?.dateFormat ?? format;
  const font = style?.symbolFont;
  return font === undefined ? { v: serial, t: "d", fmt } : { v: serial, t: "d", fmt, font };
}

/** A text with the symbol font it is shown in, if any; an empty text is an empty cell. */
export function makeText(text: string, runFonts: RunFonts | undefined, style: CellStyle | undefined): Cell {
  if (text === "") return null;
  const font = fontOfText(runFonts, style?.symbolFont);
  return font === undefined ? text : { v: text, font };
}

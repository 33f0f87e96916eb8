import type { Parcel } from "../../../../../shared/workbook/read/parcel.ts";
import { type Attributes, readXml } from "../../../../../shared/workbook/read/xml.ts";

/** Office's own theme, for a file that brings none. */
const OFFICE = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];

/** The first colours of the old palette; the rest of it is shown as a grey. */
const INDEXED = ["000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF"];
const SOME_GREY = "C0C0C0";

/** A theme's colours in the order styles count them: light before dark. */
export function readTheme(parcel: Parcel, part: string | null): string[] {
  if (part === null || !parcel.has(part)) return OFFICE;
  const found: string[] = [];
  let inScheme = false;
  readXml(parcel, part, {
    open(tag, attributes) {
      if (tag === "clrScheme") inScheme = true;
      else if (inScheme && tag === "srgbClr") found.push(attributes.val ?? "000000");
      else if (inScheme && tag === "sysClr") found.push(attributes.lastClr ?? "000000");
    },
    close(tag) {
      if (tag === "clrScheme") inScheme = false;
    },
  });
  const [dark1, light1, dark2, light2, ...accents] = found;
  return found.length < 4 ? OFFICE : [light1!, dark1!, light2!, dark2!, ...accents];
}

/** "#RRGGBB" of a color element; undefined for the automatic one. A tint is mixed with white or black, near enough for a test. */
export function colorOf(attributes: Attributes, theme: string[]): string | undefined {
  const base = baseOf(attributes, theme);
  if (base === undefined) return undefined;
  const tint = Number(attributes.tint ?? 0);
  const channels = [0, 2, 4].map((at) => {
    const value = Number.parseInt(base.slice(at, at + 2), 16);
    const tinted = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(tinted).toString(16).padStart(2, "0");
  });
  return `#${channels.join("").toUpperCase()}`;
}

function baseOf({ rgb, theme: at, indexed, auto }: Attributes, theme: string[]): string | undefined {
  if (auto !== undefined) return undefined;
  if (rgb !== undefined) return rgb.slice(-6);
  if (at !== undefined) return theme[Number(at)] ?? SOME_GREY;
  const index = Number(indexed);
  if (indexed === undefined || index >= 64) return undefined;
  return INDEXED[index % 8] !== undefined && index < 16 ? INDEXED[index % 8] : SOME_GREY;
}

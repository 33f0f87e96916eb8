import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import type { Parcel } from "./parcel.ts";
import { RichText, type RunFonts, unescapeText } from "./richText.ts";
import { readXml } from "./xml.ts";

export interface SharedStrings {
  texts: string[];
  /** Only for texts made of runs: the fonts of the runs, as in `RichText.fonts`. */
  fonts: Map<number, RunFonts>;
}

/** Throws UnreadableFile: too-many-cells, text-too-long, and what `readXml` throws. */
export function readSharedStrings(parcel: Parcel, part: string, limits: Limits): SharedStrings {
  const texts: string[] = [];
  const fonts = new Map<number, RunFonts>();
  const rich = new RichText();
  const seen = new Map<string, RunFonts>();
  readXml(parcel, part, {
    open(tag, attributes) {
      if (tag === "si") rich.reset();
      else rich.open(tag, attributes.val);
    },
    close(tag) {
      if (tag !== "si") {
        rich.close(tag);
        return;
      }
      if (texts.length >= limits.cells) throw new UnreadableFile("too-many-cells", { limit: limits.cells });
      if (rich.fonts !== undefined) fonts.set(texts.length, interned(rich.fonts, seen));
      texts.push(unescapeText(rich.text));
    },
    text(text) {
      rich.add(text);
      if (rich.text.length > 8 * limits.textLength) throw new UnreadableFile("text-too-long", { part });
    },
  });
  return { texts, fonts };
}

/** One list for all texts with the same fonts: most texts of a sheet that have runs have the same. */
function interned(fonts: RunFonts, seen: Map<string, RunFonts>): RunFonts {
  const key = fonts.map((font) => font ?? "\n").join("\t");
  const known = seen.get(key);
  if (known === undefined) seen.set(key, fonts);
  return known ?? fonts;
}

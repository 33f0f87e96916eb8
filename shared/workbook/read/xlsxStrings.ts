import type { Limits } from "../limits.ts";
import { UnreadableFile } from "../unreadable.ts";
import type { Parcel } from "./parcel.ts";
import { RichText, unescapeText } from "./xlsxText.ts";
import { readXml } from "./xml.ts";

export interface SharedStrings {
  texts: string[];
  /** Only for texts made of runs: the fonts of the runs, as in `RichText.fonts`. */
  fonts: Map<number, (string | undefined)[]>;
}

const ONE_PLAIN_FONT = [""];

/** Throws UnreadableFile: too-many-cells, text-too-long, and what `readXml` throws. */
export function readSharedStrings(parcel: Parcel, part: string, limits: Limits): SharedStrings {
  const texts: string[] = [];
  const fonts = new Map<number, (string | undefined)[]>();
  const rich = new RichText();
  readXml(parcel, part, {
    open(tag, attributes) {
      if (tag === "si") rich.reset();
      else rich.open(tag, attributes.val);
    },
    close(tag) {
      if (tag !== "si") return rich.close(tag);
      if (texts.length >= limits.cells) throw new UnreadableFile("too-many-cells", { limit: limits.cells });
      if (rich.fonts !== undefined) {
        const plain = rich.fonts.length === 1 && rich.fonts[0] === "";
        fonts.set(texts.length, plain ? ONE_PLAIN_FONT : rich.fonts);
      }
      texts.push(unescapeText(rich.text));
    },
    text(text) {
      rich.add(text);
      if (rich.text.length > 8 * limits.textLength) throw new UnreadableFile("text-too-long", { part });
    },
  });
  return { texts, fonts };
}

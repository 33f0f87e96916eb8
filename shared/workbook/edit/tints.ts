import type { Parcel } from "../read/parcel.ts";
import { readPartText } from "./partText.ts";
import { type Splice, splice } from "./splice.ts";
import { append, readLists } from "./styleBook.ts";
import { prefixOf, withAttribute } from "./tagText.ts";

/** How a marked cell looks: its fill, ARGB. Pale, so that what is written stays easy to read; never the only sign. */
export const TONES = { error: "FFF8C9C4", suggest: "FFFFE08A", warn: "FFD6E6F5" } as const;
export type Tone = keyof typeof TONES;

/** Cell formats of a workbook with another fill and nothing else changed; made as they are asked for. */
export class TintBook {
  readonly #parcel: Parcel;
  readonly #part: string;
  readonly #count: number;
  /** New format by "old tone", in the order of their indexes. */
  readonly #tinted = new Map<string, number>();

  /** Null for a workbook whose styles hold no fills or no formats: nothing can be coloured there. */
  static of(parcel: Parcel, part: string | null): TintBook | null {
    if (part === null) return null;
    const { fills, cellXfs } = readLists(readPartText(parcel, part));
    if (!fills?.children.length || !cellXfs?.children.length) return null;
    return new TintBook(parcel, part, cellXfs.children.length);
  }

  private constructor(parcel: Parcel, part: string, count: number) {
    this.#parcel = parcel;
    this.#part = part;
    this.#count = count;
  }

  /** The index of the format like `style` with the fill of a tone. */
  tinted(style: number, tone: Tone): number {
    const key = `${style < this.#count ? style : 0} ${tone}`;
    const known = this.#tinted.get(key);
    if (known !== undefined) return known;
    const made = this.#count + this.#tinted.size;
    this.#tinted.set(key, made);
    return made;
  }

  changedPart(): { part: string; content: Uint8Array } | null {
    if (this.#tinted.size === 0) return null;
    const source = readPartText(this.#parcel, this.#part);
    const { fills, cellXfs } = readLists(source) as Required<ReturnType<typeof readLists>>;
    const p = prefixOf(fills.tag.rawName);
    const tones = [...new Set([...this.#tinted.keys()].map((key) => key.split(" ")[1] as Tone))];
    const newFills = tones.map(
      (tone) =>
        `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor rgb="${TONES[tone]}"/><${p}bgColor indexed="64"/></${p}patternFill></${p}fill>`,
    );
    const formats = [...this.#tinted.keys()].map((key) => {
      const [style, tone] = key.split(" ") as [string, Tone];
      const { tag, end } = cellXfs.children[Number(style)]!;
      const open = source.text.slice(tag.start, tag.end);
      const fill = String(fills.children.length + tones.indexOf(tone));
      return withAttribute(withAttribute(open, "fillId", fill), "applyFill", "1") + source.text.slice(tag.end, end);
    });
    const splices: Splice[] = [...append(source.text, fills, newFills), ...append(source.text, cellXfs, formats)];
    return { part: this.#part, content: source.encode(splice(source.text, splices)) };
  }
}

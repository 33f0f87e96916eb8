import { symbolFont } from "./symbolFont.ts";

/**
 * The fonts of the runs of a text that show something, each once: a symbol font's name, "" for any other font,
 * undefined for the cell's own.
 */
export type RunFonts = readonly (string | undefined)[];

/** More kinds of font than this in one cell change nothing any more. */
const MAX_RUN_FONTS = 8;

export function withFont(fonts: RunFonts | undefined, font: string | undefined): RunFonts {
  if (fonts === undefined) return [font];
  return fonts.length >= MAX_RUN_FONTS || fonts.includes(font) ? fonts : [...fonts, font];
}

/**
 * Puts together the text of a `<si>` or `<is>`: plain `<t>`, runs `<r>`, never the phonetic `<rPh>`.
 * Feed it the tags inside; read `text` and `fonts` at the end.
 */
export class RichText {
  text = "";
  /** Undefined for a text without runs. */
  fonts: RunFonts | undefined;
  #capturing = false;
  #phonetic = false;
  #inRun = false;
  #runFont: string | undefined;

  reset(): void {
    this.text = "";
    this.fonts = undefined;
    this.#capturing = this.#phonetic = this.#inRun = false;
    this.#runFont = undefined;
  }

  open(tag: string, font: string | undefined): void {
    if (tag === "t") this.#capturing = !this.#phonetic;
    else if (tag === "r") {
      this.#inRun = true;
      this.#runFont = undefined;
    } else if (tag === "rFont") {
      if (this.#inRun) this.#runFont = symbolFont(font) ?? "";
    } else if (tag === "rPh") this.#phonetic = true;
  }

  close(tag: string): void {
    if (tag === "t") this.#capturing = false;
    else if (tag === "r") this.#inRun = false;
    else if (tag === "rPh") this.#phonetic = false;
  }

  add(text: string): void {
    if (!this.#capturing) return;
    this.text += text;
    if (!this.#inRun || text.trim() === "") return;
    this.fonts = withFont(this.fonts, this.#runFont);
  }
}

/**
 * The symbol font a text is shown in, or undefined; `own` is the cell's, if that is one. A text only partly in one is left as its letters:
 * a person has to look at it anyway.
 */
export function fontOfText(fonts: RunFonts | undefined, own: string | undefined) {
  if (fonts === undefined || fonts.length === 0) return own;
  const shown = fonts.map((font) => (font === undefined ? own : font || undefined));
  return shown.every((font) => font !== undefined) ? shown[0] : undefined;
}

/** `_x000D_` and the like, which Office writes for characters XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

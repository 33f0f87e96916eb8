import { symbolFont } from "./symbolFont.ts";

/**
 * Puts together the text of a `<si>` or `<is>`: plain `<t>`, runs `<r>`, never the phonetic `<rPh>`.
 * Feed it the tags inside; read `text` and `fonts` at the end.
 */
export class RichText {
  text = "";
  /** Fonts of the runs that show something: a name, "" for any font that is not a symbol font, undefined for the cell's own. */
  fonts: (string | undefined)[] | undefined;
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
    this.fonts ??= [];
    if (!this.fonts.includes(this.#runFont)) this.fonts.push(this.#runFont);
  }
}

/**
 * The symbol font a text is shown in, or undefined; `own` is the cell's, if that is one. A text only partly in one is left as its letters:
 * a person has to look at it anyway.
 */
export function fontOfText(fonts: readonly (string | undefined)[] | undefined, own: string | undefined) {
  if (fonts === undefined || fonts.length === 0) return own;
  const shown = fonts.map((font) => (font === undefined ? own : font || undefined));
  return shown.every((font) => font !== undefined) ? shown[0] : undefined;
}

/** `_x000D_` and the like, which Office writes for characters XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

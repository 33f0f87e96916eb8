import { type RunFonts, withFont } from "./richText.ts";
import type { Attributes } from "./xml.ts";

/** Puts together the text of a cell from its paragraphs (ODF 1.3 part 3, 6.1.2). Spaces are not
 * collapsed: LibreOffice Calc writes and reads them as they are. */
export class OdsText {
  text = "";
  fonts: RunFonts | undefined;
  readonly #maxLength: number;
  readonly #fontOf: (span: string | undefined) => string | undefined;
  readonly #spans: (string | undefined)[] = [];
  #paragraphs = 0;
  #inParagraph = false;
  #ruby = false;

  constructor(maxLength: number, fontOf: (span: string | undefined) => string | undefined) {
    this.#maxLength = maxLength;
    this.#fontOf = fontOf;
  }

  reset(): void {
    this.text = "";
    this.fonts = undefined;
    this.#spans.length = 0;
    this.#paragraphs = 0;
    this.#inParagraph = this.#ruby = false;
  }

  open(tag: string, a: Attributes): void {
    if (tag === "p" || tag === "h") {
      if (this.#paragraphs++ > 0) this.text += "\n";
      this.#inParagraph = true;
    } else if (tag === "span") this.#spans.push(this.#fontOf(a["text:style-name"]) ?? this.#spans.at(-1));
    else if (tag === "s") this.text += " ".repeat(Math.min(count(a["text:c"]), this.#maxLength + 1));
    else if (tag === "tab") this.text += "\t";
    else if (tag === "line-break") this.text += "\n";
    else if (tag === "ruby-text") this.#ruby = true;
  }

  close(tag: string): void {
    if (tag === "p" || tag === "h") this.#inParagraph = false;
    else if (tag === "span") this.#spans.pop();
    else if (tag === "ruby-text") this.#ruby = false;
  }

  add(text: string): void {
    if (!this.#inParagraph || this.#ruby) return;
    this.text += text.replace(/[\t\r\n]+/g, " ");
    if (text.trim() === "") return;
    this.fonts = withFont(this.fonts, this.#spans.at(-1));
  }

  get tooLong(): boolean {
    return this.text.length > 2 * this.#maxLength;
  }
}

/** A count written as text: at least 1, whatever is written. */
export function count(text: string | undefined): number {
  const value = Number(text ?? 1);
  return Number.isSafeInteger(value) && value >= 1 ? value : 1;
}

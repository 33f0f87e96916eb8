import type { Parcel } from "../../../../../shared/workbook/read/parcel.ts";
import { type Attributes, readXml } from "../../../../../shared/workbook/read/xml.ts";
import type { CellData } from "../sheet.ts";
import { colorOf, readTheme } from "./colors.ts";

/** A cell's clothes by the index of its style. */
export type Look = Pick<
  CellData,
  "font" | "fill" | "numberFormat" | "unlocked" | "quotePrefix" | "fontColor" | "bold" | "italic"
>;

export interface Looks {
  cells: Look[];
  /** Of conditional formats, by their index. */
  differences: Look[];
  defaultFont: string;
}

interface Font {
  name?: string;
  color?: string;
  bold?: boolean;
  italic?: boolean;
}

/** Number formats every workbook has without saying so (ECMA-376 18.8.30), as far as a report wears them. */
const BUILT_IN: Record<number, string> = {
  ...{ 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 14: "m/d/yyyy" },
  ...{ 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yyyy h:mm", 49: "@" },
};

/** Reads styles.xml as the object model shows it. Parts that are missing give plain looks. */
export function readLooks(parcel: Parcel, part: string | null, themePart: string | null): Looks {
  if (part === null) return { cells: [], differences: [], defaultFont: "Calibri" };
  const reader = new LooksReader(readTheme(parcel, themePart));
  readXml(parcel, part, reader);
  return reader.result();
}

class LooksReader {
  readonly #theme: string[];
  readonly #fonts: Font[] = [];
  readonly #fills: (string | undefined)[] = [];
  readonly #formats = new Map<number, string>();
  readonly #xfs: Attributes[] = [];
  readonly #unlocked = new Set<number>();
  readonly #differences: Look[] = [];
  #list = "";
  #inFont = false;
  #solid = false;

  constructor(theme: string[]) {
    this.#theme = theme;
  }

  open(tag: string, attributes: Attributes): void {
    if (["fonts", "fills", "numFmts", "cellXfs", "cellStyleXfs", "dxfs"].includes(tag)) this.#list ||= tag;
    else if (this.#list === "numFmts" && tag === "numFmt") {
      this.#formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "General");
    } else if (this.#list === "fonts") this.#font(tag, attributes);
    else if (this.#list === "fills") this.#fill(tag, attributes);
    else if (this.#list === "cellXfs") this.#xf(tag, attributes);
    else if (this.#list === "dxfs") this.#difference(tag, attributes);
  }

  close(tag: string): void {
    if (tag === this.#list) this.#list = "";
    if (tag === "font") this.#inFont = false;
  }

  result(): Looks {
    const defaultFont = this.#fonts[0]?.name ?? "Calibri";
    const cells = this.#xfs.map((xf, at) => this.#look(xf, at, defaultFont));
    return { cells, differences: this.#differences, defaultFont };
  }

  #look(xf: Attributes, at: number, defaultFont: string): Look {
    const font = this.#fonts[Number(xf.fontId ?? 0)] ?? {};
    const id = Number(xf.numFmtId ?? 0);
    const look: Look = {
      font: font.name === defaultFont ? undefined : font.name,
      fontColor: font.color,
      bold: font.bold,
      italic: font.italic,
      fill: this.#fills[Number(xf.fillId ?? 0)],
      numberFormat: id === 0 ? undefined : (this.#formats.get(id) ?? BUILT_IN[id]),
      unlocked: this.#unlocked.has(at) ? true : undefined,
      quotePrefix: xf.quotePrefix === "1" ? true : undefined,
    };
    return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
  }

  #font(tag: string, attributes: Attributes): void {
    if (tag === "font") this.#fonts.push({});
    const font = this.#fonts.at(-1);
    if (font === undefined) return;
    if (tag === "name") font.name = attributes.val;
    else if (tag === "color") font.color = colorOf(attributes, this.#theme);
    else if (tag === "b") font.bold = attributes.val !== "0" ? true : undefined;
    else if (tag === "i") font.italic = attributes.val !== "0" ? true : undefined;
  }

  #fill(tag: string, attributes: Attributes): void {
    if (tag === "fill") this.#fills.push(undefined);
    else if (tag === "patternFill") this.#solid = attributes.patternType === "solid";
    else if (tag === "fgColor" && this.#solid) this.#fills[this.#fills.length - 1] = colorOf(attributes, this.#theme);
  }

  #xf(tag: string, attributes: Attributes): void {
    if (tag === "xf") this.#xfs.push({ ...attributes });
    else if (tag === "protection" && attributes.locked === "0") this.#unlocked.add(this.#xfs.length - 1);
  }

  /** A conditional format's fill stands in bgColor. */
  #difference(tag: string, attributes: Attributes): void {
    if (tag === "dxf") this.#differences.push({});
    if (tag === "font") this.#inFont = true;
    const look = this.#differences.at(-1);
    if (look === undefined) return;
    if (tag === "bgColor") look.fill = colorOf(attributes, this.#theme);
    else if (tag === "color" && this.#inFont) look.fontColor = colorOf(attributes, this.#theme);
    else if (tag === "b" && this.#inFont) look.bold = attributes.val !== "0";
    else if (tag === "i" && this.#inFont) look.italic = attributes.val !== "0";
  }
}

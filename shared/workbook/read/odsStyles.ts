import type { CellStyle } from "./cells.ts";
import { symbolFont } from "./symbolFont.ts";
import type { Attributes } from "./xml.ts";

interface RawStyle {
  parent: string | undefined;
  dataStyle: string | undefined;
  font: string | undefined;
  hidden: boolean;
}

/** Date and time styles: element of the format -> its code, short and long. */
const DATE_TOKENS: Readonly<Record<string, readonly [short: string, long: string]>> = {
  day: ["d", "dd"],
  "day-of-week": ["ddd", "dddd"],
  hours: ["h", "hh"],
  minutes: ["m", "mm"],
  seconds: ["s", "ss"],
  "am-pm": ["AM/PM", "AM/PM"],
  era: ["g", "gg"],
};
const MAX_STYLES = 70_000;
const MAX_PARENTS = 16;

/**
 * Gathers styles from an OpenDocument's styles.xml and content.xml (ODF 1.3 part 3, 16 and 20): which cell styles and text spans are in
 * a symbol font, how dates are shown, which tables are hidden. Feed it every tag before the body.
 */
export class OdsStyles {
  /** By family and name, "table-cell:ce1". */
  readonly #styles = new Map<string, RawStyle>();
  readonly #faces = new Map<string, string>();
  readonly #formats = new Map<string, string>();
  readonly #resolved = new Map<string, CellStyle>();
  #style: RawStyle | null = null;
  #format: { name: string; code: string; elapsed: boolean } | null = null;
  #literal = false;

  get tooMany(): boolean {
    return Math.max(this.#styles.size, this.#faces.size, this.#formats.size) > MAX_STYLES;
  }

  open(tag: string, a: Attributes): void {
    if (tag === "font-face") this.#faces.set(a["style:name"] ?? "", unquoted(a["svg:font-family"] ?? ""));
    else if (tag === "style" || tag === "default-style") this.#openStyle(tag, a);
    else if (tag === "text-properties" && this.#style !== null) {
      this.#style.font ??= this.#faces.get(a["style:font-name"] ?? "") ?? family(a["fo:font-family"]);
    } else if (tag === "table-properties" && this.#style !== null) {
      this.#style.hidden = a["table:display"] === "false";
    } else if (tag === "date-style" || tag === "time-style") {
      this.#format = { name: a["style:name"] ?? "", code: "", elapsed: a["number:truncate-on-overflow"] === "false" };
    } else if (this.#format !== null) this.#token(this.#format, tag, a);
  }

  close(tag: string): void {
    if (tag === "style" || tag === "default-style") this.#style = null;
    else if (tag === "text") this.#literal = false;
    else if ((tag === "date-style" || tag === "time-style") && this.#format !== null) {
      this.#formats.set(this.#format.name, this.#format.code);
      this.#format = null;
    }
  }

  text(text: string): void {
    if (this.#literal && this.#format !== null && this.#format.code.length < 1000) {
      this.#format.code += /^[-/:., ]+$/.test(text) ? text : `"${text.replaceAll('"', "")}"`;
    }
  }

  cellStyle(name: string | undefined): CellStyle | undefined {
    const key = name ?? "Default";
    let style = this.#resolved.get(key);
    if (style === undefined) {
      const format = this.#find("table-cell", key, (raw) => raw.dataStyle);
      const dateFormat = format === undefined ? undefined : this.#formats.get(format);
      style = { dateFormat, symbolFont: symbolFont(this.#find("table-cell", key, (raw) => raw.font)) };
      this.#resolved.set(key, style);
    }
    return style;
  }

  /** The font of a span, as in `RichText.fonts`. */
  spanFont(name: string | undefined): string | undefined {
    const font = this.#find("text", name, (raw) => raw.font);
    return font === undefined ? undefined : (symbolFont(font) ?? "");
  }

  isHiddenTable(name: string | undefined): boolean {
    return this.#styles.get(`table:${name}`)?.hidden === true;
  }

  #openStyle(tag: string, a: Attributes): void {
    this.#style = {
      parent: a["style:parent-style-name"],
      dataStyle: a["style:data-style-name"],
      font: undefined,
      hidden: false,
    };
    const name = tag === "default-style" ? "" : a["style:name"];
    this.#styles.set(`${a["style:family"]}:${name}`, this.#style);
  }

  #token(format: { code: string; elapsed: boolean }, tag: string, a: Attributes): void {
    const long = a["number:style"] === "long";
    if (format.code.length > 1000) return;
    if (tag === "text") this.#literal = true;
    else if (tag === "year") {
      const letter = a["number:calendar"] === "buddhist" ? "b" : "y";
      format.code += letter.repeat(long ? 4 : 2);
    } else if (tag === "month") {
      format.code += a["number:textual"] === "true" ? (long ? "mmmm" : "mmm") : long ? "mm" : "m";
    } else {
      const token = DATE_TOKENS[tag]?.[long ? 1 : 0] ?? "";
      const counts = format.elapsed && token !== "" && !format.code.includes("[");
      format.code += counts ? `[${token}]` : token;
    }
  }

  /** Looks a property up in a style, its parents, and the family's default. */
  #find(
    styleFamily: string,
    name: string | undefined,
    pick: (raw: RawStyle) => string | undefined,
  ): string | undefined {
    let raw = this.#styles.get(`${styleFamily}:${name}`);
    for (let step = 0; raw !== undefined && step < MAX_PARENTS; step++) {
      const value = pick(raw);
      if (value !== undefined) return value;
      raw = this.#styles.get(`${styleFamily}:${raw.parent ?? ""}`);
    }
    return undefined;
  }
}

function family(value: string | undefined): string | undefined {
  return value === undefined ? undefined : unquoted(value);
}

function unquoted(name: string): string {
  return name.replace(/^['"]|['"]$/g, "");
}

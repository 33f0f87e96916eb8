import type { Scalar } from "../../sheet/grid.ts";
import type { CellStyle } from "../read/cells.ts";
import { showsDay } from "../read/numberFormat.ts";
import type { Parcel } from "../read/parcel.ts";
import { symbolFont } from "../read/symbolFont.ts";
import { readStyles } from "../read/xlsxStyles.ts";
import { UnreadableFile } from "../unreadable.ts";
import { type PartText, readPartText } from "./partText.ts";
import { type Splice, splice } from "./splice.ts";
import { withAttribute } from "./tagText.ts";
import { type Tag, walkXml } from "./xmlSpans.ts";

/** The font when a workbook has none but fonts of pictures. */
const LAST_RESORT = "TH SarabunPSK";
/** Days between the first days of the two date systems. */
const DAYS_1904 = 1462;

/**
 * The cell formats of a workbook. A value written into a cell whose font is one of pictures gets a copy of the cell's format
 * with the same font but for its name, which becomes the workbook's own; only then the styles part changes.
 */
export class StyleBook {
  readonly #parcel: Parcel;
  readonly #part: string | null;
  readonly #date1904: boolean;
  readonly #styles: CellStyle[];
  /** New format by the one it was copied from. */
  readonly #readable = new Map<number, number>();

  /** Throws UnreadableFile, as reading the styles does. */
  constructor(parcel: Parcel, part: string | null, date1904: boolean) {
    this.#parcel = parcel;
    this.#part = part;
    this.#date1904 = date1904;
    this.#styles = part === null ? [] : readStyles(parcel, part);
  }

  isDate(style: number): boolean {
    return this.#styles[style]?.dateFormat !== undefined;
  }

  /** The format in which a value written into a cell of that format can be read. */
  readable(style: number, value: Scalar): number {
    if (value === null || this.#styles[style]?.symbolFont === undefined) return style;
    const known = this.#readable.get(style);
    if (known !== undefined) return known;
    const added = this.#styles.length + this.#readable.size;
    this.#readable.set(style, added);
    return added;
  }

  /** The reader gives days in the 1900 system whatever the file's; this is the way back. */
  stored(value: Scalar, style: number): Scalar {
    const format = this.#styles[style]?.dateFormat;
    if (!this.#date1904 || typeof value !== "number" || format === undefined || !showsDay(format)) return value;
    return value - DAYS_1904;
  }

  /** The styles part with what was added, or null when nothing was. Throws UnreadableFile: damaged. */
  changedPart(): { part: string; content: Uint8Array } | null {
    if (this.#readable.size === 0 || this.#part === null) return null;
    const text = readPartText(this.#parcel, this.#part);
    const lists = readLists(text);
    // Two ways of counting that must agree, or a cell would get another's format.
    if (lists.cellXfs?.children.length !== this.#styles.length || lists.fonts === undefined) {
      throw new UnreadableFile("damaged", { part: this.#part, what: "styles" });
    }
    const changed = splice(text.text, addReadable(text.text, lists.fonts, lists.cellXfs, [...this.#readable.keys()]));
    return { part: this.#part, content: text.encode(changed) };
  }
}

export interface Element {
  tag: Tag;
  end: number;
  children: Element[];
}

/** The splices that add, in order, a readable copy of each of those cell formats. */
function addReadable(text: string, fonts: Element, cellXfs: Element, formats: readonly number[]): Splice[] {
  const raw = ({ tag, end }: Element) => text.slice(tag.start, end);
  const plain = fonts.children.find((font) => symbolFont(nameOf(font)) === undefined && nameOf(font) !== undefined);
  const newFonts: string[] = [];
  const newFormats: string[] = [];
  for (const format of formats) {
    const xf = cellXfs.children[format]!;
    const font = fonts.children[Number(xf.tag.attributes.fontId ?? 0)]!;
    const own = readableFont(text, font, plain);
    let at = newFonts.indexOf(own);
    if (at < 0) at = newFonts.push(own) - 1;
    const open = text.slice(xf.tag.start, xf.tag.end);
    const changed = withAttribute(withAttribute(open, "fontId", String(fonts.children.length + at)), "applyFont", "1");
    newFormats.push(changed + raw(xf).slice(open.length));
  }
  return [...append(text, fonts, newFonts), ...append(text, cellXfs, newFormats)];
}

/** The font's XML with everything that says which face it is taken from `plain`; size, weight and colour stay. */
function readableFont(text: string, font: Element, plain: Element | undefined): string {
  const isFace = ({ tag }: Element) => ["name", "family", "charset", "scheme"].includes(tag.name);
  const name = font.children.find(({ tag }) => tag.name === "name")!;
  const face =
    plain === undefined
      ? withAttribute(text.slice(name.tag.start, name.tag.end), "val", LAST_RESORT) + text.slice(name.tag.end, name.end)
      : plain.children
          .filter(isFace)
          .map(({ tag, end }) => text.slice(tag.start, end))
          .join("");
  const splices = font.children.filter(isFace).map((child) => ({
    start: child.tag.start - font.tag.start,
    end: child.end - font.tag.start,
    text: child === name ? face : "",
  }));
  return splice(text.slice(font.tag.start, font.end), splices);
}

function nameOf(font: Element): string | undefined {
  return font.children.find(({ tag }) => tag.name === "name")?.tag.attributes.val;
}

export function append(text: string, list: Element, added: readonly string[]): Splice[] {
  const { tag } = list;
  const last = list.children.at(-1)!.end;
  const splices: Splice[] = [{ start: last, end: last, text: added.join("") }];
  if (tag.attributes.count !== undefined) {
    const count = String(list.children.length + added.length);
    splices.push({
      start: tag.start,
      end: tag.end,
      text: withAttribute(text.slice(tag.start, tag.end), "count", count),
    });
  }
  return splices;
}

const ITEMS = { fonts: "font", fills: "fill", cellXfs: "xf" } as const;
type ListName = keyof typeof ITEMS;

/** The elements of the lists of fonts, fills and cell formats, as the reader counts them: the first list of each kind. */
export function readLists({ text, part }: PartText): { [Name in ListName]?: Element } {
  const lists: { [Name in ListName]?: Element } = {};
  const open: Element[] = [];
  walkXml(text, part, {
    open(tag) {
      const element: Element = { tag, end: tag.end, children: [] };
      const parent = open.at(-1);
      const listed = open.length !== 2 || tag.name === (ITEMS[parent!.tag.name as ListName] ?? "xf");
      if (open.length > 1 && listed) parent!.children.push(element);
      if (open.length === 1 && Object.hasOwn(ITEMS, tag.name)) lists[tag.name as ListName] ??= element;
      open.push(element);
    },
    close(_, __, end) {
      open.pop()!.end = end;
    },
  });
  return lists;
}

import { UnreadableFile } from "../unreadable.ts";
import type { CellStyle } from "./cells.ts";
import { dateFormat } from "./numberFormat.ts";
import type { Parcel } from "./parcel.ts";
import { symbolFont } from "./symbolFont.ts";
import { readXml } from "./xml.ts";

/** Excel's own limit is 65,490 cell formats. */
const MAX_STYLES = 70_000;

/** Reads the cell formats in order of their index. Throws what `readXml` throws, and damaged when there are absurdly many. */
export function readStyles(parcel: Parcel, part: string): CellStyle[] {
  const formats = new Map<number, string>();
  const fonts: (string | undefined)[] = [];
  const cells: { format: number; font: number }[] = [];
  // The same tags appear again for conditional formats (dxfs), where they count for nothing.
  let list = "";
  readXml(parcel, part, {
    open(tag, attributes) {
      if (tag === "numFmts" || tag === "fonts" || tag === "cellXfs" || tag === "cellStyleXfs" || tag === "dxfs") {
        if (list === "") list = tag;
      } else if (list === "numFmts" && tag === "numFmt") {
        formats.set(Number(attributes.numFmtId), attributes.formatCode ?? "");
      } else if (list === "fonts" && tag === "font") {
        fonts.push(undefined);
      } else if (list === "fonts" && tag === "name" && fonts.length > 0) {
        fonts[fonts.length - 1] ??= attributes.val;
      } else if (list === "cellXfs" && tag === "xf") {
        cells.push({ format: Number(attributes.numFmtId ?? 0), font: Number(attributes.fontId ?? 0) });
      }
      if (cells.length > MAX_STYLES || fonts.length > MAX_STYLES || formats.size > MAX_STYLES) {
        throw new UnreadableFile("damaged", { part, what: "styles" });
      }
    },
    close(tag) {
      if (tag === list) list = "";
    },
  });
  return cells.map(({ format, font }) => ({
    dateFormat: dateFormat(format, formats),
    symbolFont: symbolFont(fonts[font]),
  }));
}

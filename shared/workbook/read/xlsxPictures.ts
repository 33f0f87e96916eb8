import { UnreadableFile } from "../unreadable.ts";
import { address } from "./a1.ts";
import type { Parcel } from "./parcel.ts";
import { readRelationships } from "./xlsxParts.ts";
import { readXml } from "./xml.ts";

/** More pictures than a report asks for; what goes beyond is not counted. */
const MAX_PICTURES = 1_000;
const MAX_ROW = 1_048_575;
const MAX_COLUMN = 16_383;

/**
 * The cells that pictures on a sheet begin in, as A1 addresses in order of the drawing. Only where they stand is read, never what they
 * show. A drawing that can not be read hides its pictures, not the sheet.
 */
export function readPictures(parcel: Parcel, sheet: string): string[] {
  try {
    const drawing = [...readRelationships(parcel, sheet).values()].find(({ kind }) => kind === "drawing");
    return drawing === undefined ? [] : picturesOf(parcel, drawing.part);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}

function picturesOf(parcel: Parcel, part: string): string[] {
  const pictures: string[] = [];
  let inFrom = false;
  let reading: "row" | "col" | null = null;
  const at = { row: "", col: "" };
  let pictured = false;
  readXml(parcel, part, {
    open(tag) {
      if (tag === "from") {
        inFrom = true;
        at.row = at.col = "";
      } else if (inFrom && (tag === "row" || tag === "col")) reading = tag;
      else if (tag === "pic") pictured = true;
    },
    text(text) {
      if (reading !== null && at[reading].length < 8) at[reading] += text;
    },
    close(tag) {
      if (tag === "from") inFrom = false;
      if (tag === "row" || tag === "col") reading = null;
      if (!tag.endsWith("CellAnchor")) return;
      const [row, column] = [Number(at.row), Number(at.col)];
      const placed = at.row !== "" && Number.isInteger(row) && Number.isInteger(column) && row >= 0 && column >= 0;
      if (pictured && placed && row <= MAX_ROW && column <= MAX_COLUMN && pictures.length < MAX_PICTURES)
        pictures.push(address(row, column));
      pictured = false;
    },
  });
  return pictures;
}

import type { Range } from "../read/gridBuilder.ts";
import type { Parcel } from "../read/parcel.ts";
import { readRelationships } from "../read/xlsxParts.ts";
import { readXml } from "../read/xml.ts";
import { rangeOf } from "./ranges.ts";

/**
 * The heading and total rows of the tables on a sheet: their texts stand in the table's part too, and a spreadsheet that finds
 * the two at odds takes the file for damaged. Throws UnreadableFile.
 */
export function tableEdges(parcel: Parcel, sheetPart: string): Range[] {
  if (!parcel.has(sheetPart.replace(/([^/]*)$/, "_rels/$1.rels"))) return [];
  const edges: Range[] = [];
  for (const { kind, part } of readRelationships(parcel, sheetPart).values()) {
    if (kind !== "table") continue;
    readXml(parcel, part, {
      open(tag, { ref, headerRowCount, totalsRowCount }) {
        const range = tag === "table" ? rangeOf(ref ?? "") : undefined;
        if (range === undefined) return;
        const headings = Number(headerRowCount ?? 1);
        const totals = Number(totalsRowCount ?? 0);
        if (headings > 0) edges.push({ ...range, bottom: range.top + headings - 1 });
        if (totals > 0) edges.push({ ...range, top: range.bottom - totals + 1 });
      },
    });
  }
  return edges;
}

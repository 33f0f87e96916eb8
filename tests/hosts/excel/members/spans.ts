import type { Area } from "../book/area.ts";
import { areaText, sheetText } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import type { Sheet } from "../book/sheet.ts";
import { HostError } from "../errors.ts";
import type { Live } from "./model.ts";

export function rangeAt(sheet: Sheet, area: Area): Live<Span> {
  return { type: "Range", target: { sheet, areas: [area] } };
}

export function areasAt(sheet: Sheet, areas: Area[]): Live<Span> {
  return { type: "RangeAreas", target: { sheet, areas } };
}

/** The one area of a range. Throws HostError InvalidReference when its sheet or all its cells are gone. */
export function areaOfSpan(span: Span): Area {
  const [area] = areasOfSpan(span);
  return area!;
}

export function areasOfSpan(span: Span): Area[] {
  if (span.sheet.removed || span.areas.length === 0) throw new HostError("InvalidReference");
  return span.areas;
}

/** "Report!B2:C3", or several: "Report!B2, Report!D4" (docs: excel-add-ins-multiple-ranges). */
export function addressOf(span: Span): string {
  return areasOfSpan(span)
    .map((area) => `${sheetText(span.sheet.name)}!${areaText(area)}`)
    .join(", ");
}

/** Throws HostError AccessDenied where a protected sheet keeps its locked cells. */
export function mayEdit(sheet: Sheet, area: Area): void {
  if (!sheet.state.protection.on) return;
  for (let row = area.top; row <= area.bottom; row++) {
    for (let col = area.left; col <= area.right; col++) {
      if (!sheet.cell(row, col).unlocked) throw new HostError("AccessDenied");
    }
  }
}

/** Formats, and conditional formats with them, are kept on a protected sheet unless it says otherwise. */
export function mayFormat(sheet: Sheet): void {
  const { on, allowFormatCells } = sheet.state.protection;
  if (on && !allowFormatCells) throw new HostError("AccessDenied");
}

import { type Area, cellsIn, intersect, oneCell } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import { type CellData, placeOf } from "../book/sheet.ts";
import { HostError, notModelled } from "../errors.ts";
import type { Json } from "../wireTypes.ts";
import { type Host, live, type Model } from "./model.ts";
import { areasOfSpan, mayFormat } from "./spans.ts";

/** The look of a cell nobody touched: Excel reports no fill as white. */
export const PLAIN = { fill: "#FFFFFF", fontColor: "#000000" } as const;

export const rangeFormat: Model<Span> = {
  navigation: {
    Fill: (span) => live("RangeFill", span),
    Font: (span) => live("RangeFont", span),
  },
};

export const rangeFill: Model<Span> = {
  scalars: {
    Color: (span) => uniform(span, (cell) => cell.fill ?? PLAIN.fill),
  },
  setters: {
    Color: (span, value, host) => paint(span, { fill: color(value) }, host),
  },
  methods: {
    Clear: (span, _, host) => {
      paint(span, { fill: undefined }, host);
      return null;
    },
  },
};

export const rangeFont: Model<Span> = {
  scalars: {
    Bold: (span) => uniform(span, (cell) => cell.bold ?? false),
    Color: (span) => uniform(span, (cell) => cell.fontColor ?? PLAIN.fontColor),
    Italic: (span) => uniform(span, (cell) => cell.italic ?? false),
    Name: (span, host) => uniform(span, (cell) => cell.font ?? host.book.defaultFont),
  },
  setters: {
    Bold: (span, value, host) => paint(span, { bold: value === true }, host),
    Color: (span, value, host) => paint(span, { fontColor: color(value) }, host),
    Italic: (span, value, host) => paint(span, { italic: value === true }, host),
    Name: (span, value, host) => {
      if (typeof value !== "string") throw new HostError("InvalidArgument");
      paint(span, { font: value }, host);
    },
  },
};

/** "#ffc7ce" or "ffc7ce", kept as Excel gives it back: "#FFC7CE". Names of colours are not modelled. Throws HostError. */
export function color(value: Json): string {
  if (typeof value !== "string") throw new HostError("InvalidArgument");
  const match = /^#?([0-9a-f]{6})$/i.exec(value);
  if (match === null) throw notModelled(`the colour "${value}"`);
  return `#${match[1]!.toUpperCase()}`;
}

function paint(span: Span, change: Partial<CellData>, host: Host): void {
  mayFormat(span.sheet);
  const areas = areasOfSpan(span);
  for (const area of areas) span.sheet.patch(area, change);
  host.book.onEvent({ kind: "formatted", sheet: span.sheet, areas, origin: "addin" });
}

/** What all cells have in common; null when they differ (docs: excel-add-ins-ranges-set-format, "null for mixed"). */
function uniform(span: Span, pick: (cell: CellData) => Json): Json {
  const values = new Set<Json>();
  for (const area of areasOfSpan(span)) {
    let seen = 0;
    for (const cell of cellsOf(span, area)) {
      values.add(pick(cell));
      seen++;
    }
    if (seen < cellsIn(area)) values.add(pick({ value: null }));
  }
  return values.size === 1 ? [...values][0]! : null;
}

function* cellsOf(span: Span, area: Area): Iterable<CellData> {
  const { cells } = span.sheet.state;
  if (cellsIn(area) <= cells.size) {
    for (let row = area.top; row <= area.bottom; row++) {
      for (let col = area.left; col <= area.right; col++) yield span.sheet.cell(row, col);
    }
    return;
  }
  for (const [key, cell] of cells) {
    const { row, col } = placeOf(key);
    if (intersect(area, oneCell(row, col)) !== null) yield cell;
  }
}

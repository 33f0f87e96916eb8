import { type Area, cellsIn, LAST_COLUMN, LAST_ROW } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import { live, type Model } from "./model.ts";
import { addressOf, areasOfSpan, rangeAt } from "./spans.ts";

const entireRow = (area: Area) => area.left === 0 && area.right === LAST_COLUMN;
const entireColumn = (area: Area) => area.top === 0 && area.bottom === LAST_ROW;

export const rangeAreas: Model<Span> = {
  scalars: {
    Address: (span) => addressOf(span),
    AreaCount: (span) => areasOfSpan(span).length,
    CellCount: (span) => areasOfSpan(span).reduce((sum, area) => sum + cellsIn(area), 0),
    IsEntireColumn: (span) => areasOfSpan(span).every(entireColumn),
    IsEntireRow: (span) => areasOfSpan(span).every(entireRow),
  },
  navigation: {
    Areas: (span) => live("RangeCollection", span),
    ConditionalFormats: (span) => live("ConditionalFormatCollection", span),
    Format: (span) => live("RangeFormat", span),
    Worksheet: (span) => live("Worksheet", span.sheet),
  },
};

export const rangeCollection: Model<Span> = {
  methods: {
    GetCount: (span) => areasOfSpan(span).length,
  },
  objects: {
    GetItemAt: (span, args) => {
      const area = areasOfSpan(span)[Number(args[0])];
      return area === undefined ? null : rangeAt(span.sheet, area);
    },
  },
  items: (span) => areasOfSpan(span).map((area) => rangeAt(span.sheet, area)),
};

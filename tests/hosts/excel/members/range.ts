import { columnsOf, rowsOf } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import { HostError } from "../errors.ts";
import { wholeAt } from "./arguments.ts";
import { live, type Model } from "./model.ts";
import { rangeObjects } from "./rangeObjects.ts";
import { cellProperties, rowProperties } from "./rangeProperties.ts";
import { rangeScalars, rangeSetters } from "./rangeScalars.ts";
import { areaOfSpan } from "./spans.ts";

export const range: Model<Span> = {
  scalars: rangeScalars,
  setters: rangeSetters,
  navigation: {
    ConditionalFormats: (span) => live("ConditionalFormatCollection", span),
    DataValidation: (span) => live("DataValidation", span),
    Format: (span) => live("RangeFormat", span),
    Worksheet: (span) => live("Worksheet", span.sheet),
  },
  objects: rangeObjects,
  methods: {
    GetCellProperties: (span, args, host) => cellProperties(span, args[0] ?? null, host),
    GetRowProperties: (span, args, host) => rowProperties(span, args[0] ?? null, host),
    // Selecting brings the range's sheet to the front.
    Select: (span, _, host) => {
      if (span.sheet.state.visibility !== "Visible") throw new HostError("InvalidOperation");
      host.book.select(span.sheet, [areaOfSpan(span)], "addin");
      return null;
    },
    // Sent ahead of a write in pieces (setRangePropertiesInBulk), so that a wrong shape fails before anything is written.
    _ValidateArraySize: (span, args) => {
      const area = areaOfSpan(span);
      if (wholeAt(args, 0) !== rowsOf(area) || wholeAt(args, 1) !== columnsOf(area)) {
        throw new HostError("InvalidArgument");
      }
      return null;
    },
  },
};

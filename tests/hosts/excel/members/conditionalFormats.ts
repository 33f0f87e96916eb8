import { intersect, without } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import type { ConditionalFormat, Sheet } from "../book/sheet.ts";
import { HostError, notModelled } from "../errors.ts";
import { textAt, wholeAt } from "./arguments.ts";
import { type Live, live, type Model } from "./model.ts";
import { areasAt, areasOfSpan, mayFormat, rangeAt } from "./spans.ts";

/** A conditional format where it lives. */
export interface FormatAt {
  sheet: Sheet;
  format: ConditionalFormat;
}

/** The conditional formats that touch a range (docs: Range.conditionalFormats), the first wins. */
export const conditionalFormatCollection: Model<Span> = {
  objects: {
    // A new one goes to the front (docs: ConditionalFormatCollection.add).
    Add: (span, args, host) => {
      const type = textAt(args, 0);
      if (type !== "Custom") throw notModelled(`ConditionalFormatCollection.add("${type}")`);
      mayFormat(span.sheet);
      const areas = areasOfSpan(span).map((area) => ({ ...area }));
      const format: ConditionalFormat = {
        ...{ id: host.book.newId(), type, areas, formula: "", stopIfTrue: false, borders: {} },
      };
      span.sheet.state.conditionalFormats = [format, ...span.sheet.state.conditionalFormats];
      return formatAt(span.sheet, format);
    },
    GetItemAt: (span, args) => {
      const format = touching(span)[wholeAt(args, 0)];
      if (format === undefined) throw new HostError("ItemNotFound");
      return formatAt(span.sheet, format);
    },
    GetItemOrNullObject: (span, args) => {
      const format = touching(span).find(({ id }) => id === textAt(args, 0));
      return format === undefined ? null : formatAt(span.sheet, format);
    },
  },
  methods: {
    // Taken off this range only: a format that reaches further keeps the rest.
    ClearAll: (span) => {
      mayFormat(span.sheet);
      const { state } = span.sheet;
      for (const hole of areasOfSpan(span)) {
        state.conditionalFormats = state.conditionalFormats
          .map((format) => ({ ...format, areas: format.areas.flatMap((area) => without(area, hole)) }))
          .filter(({ areas }) => areas.length > 0);
      }
      return null;
    },
    GetCount: (span) => touching(span).length,
  },
  item: (span, args) => {
    const format = touching(span).find(({ id }) => id === textAt(args, 0));
    if (format === undefined) throw new HostError("ItemNotFound");
    return formatAt(span.sheet, format);
  },
  items: (span) => touching(span).map((format) => formatAt(span.sheet, format)),
};

function touching(span: Span): ConditionalFormat[] {
  const areas = areasOfSpan(span);
  return span.sheet.state.conditionalFormats.filter((format) =>
    format.areas.some((one) => areas.some((area) => intersect(one, area) !== null)),
  );
}

function formatAt(sheet: Sheet, format: ConditionalFormat): Live<FormatAt> {
  return live("ConditionalFormat", { sheet, format });
}

export const conditionalFormat: Model<FormatAt> = {
  identity: ({ format }) => ({ Id: format.id }),
  scalars: {
    Id: ({ format }) => format.id,
    Priority: ({ sheet, format }) => sheet.state.conditionalFormats.indexOf(format),
    StopIfTrue: ({ format }) => format.stopIfTrue,
    Type: ({ format }) => format.type,
  },
  setters: {
    Priority: ({ sheet, format }, value) => {
      mayFormat(sheet);
      const rest = sheet.state.conditionalFormats.filter((other) => other !== format);
      if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > rest.length) {
        throw new HostError("InvalidArgument");
      }
      sheet.state.conditionalFormats = [...rest.slice(0, value), format, ...rest.slice(value)];
    },
    StopIfTrue: ({ sheet, format }, value) => {
      mayFormat(sheet);
      format.stopIfTrue = value === true;
    },
  },
  navigation: {
    Custom: (at) => {
      if (at.format.type !== "Custom") throw new HostError("InvalidOperation");
      return live("CustomConditionalFormat", at);
    },
    CustomOrNullObject: (at) => (at.format.type === "Custom" ? live("CustomConditionalFormat", at) : null),
  },
  objects: {
    // Only for a format that stands on one rectangle (docs: ConditionalFormat.getRange).
    GetRange: (at) => {
      const range = onlyRange(at);
      if (range === null) throw new HostError("InvalidOperation");
      return range;
    },
    GetRangeOrNullObject: (at) => onlyRange(at),
    GetRanges: ({ sheet, format }) => areasAt(sheet, format.areas),
  },
  methods: {
    Delete: ({ sheet, format }) => {
      mayFormat(sheet);
      sheet.state.conditionalFormats = sheet.state.conditionalFormats.filter((other) => other !== format);
      return null;
    },
  },
};

function onlyRange({ sheet, format }: FormatAt): Live | null {
  return format.areas.length === 1 ? rangeAt(sheet, format.areas[0]!) : null;
}

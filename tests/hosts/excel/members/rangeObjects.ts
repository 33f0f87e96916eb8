import {
  type Area,
  bounding,
  columnsOf,
  contains,
  intersect,
  LAST_COLUMN,
  LAST_ROW,
  oneCell,
  rowsOf,
} from "../book/area.ts";
import type { Span } from "../book/book.ts";
import { HostError } from "../errors.ts";
import { areaIn, optionalFlag, spanAt, textAt, wholeAt } from "./arguments.ts";
import type { Argument, Live, Model } from "./model.ts";
import { areaOfSpan, areasAt, rangeAt } from "./spans.ts";

/** getMergedAreasOrNullObject gives up beyond this (docs: Range.getMergedAreasOrNullObject). */
const MOST_MERGES = 512;

export const rangeObjects: Model<Span>["objects"] = {
  GetBoundingRect: (span, args) => at(span, bounding(areaOfSpan(span), other(span, args))),
  // Counted from the range's first cell, and may lie outside of it (docs: Range.getCell).
  GetCell: (span, args) => {
    const { top, left } = areaOfSpan(span);
    const [row, col] = [top + wholeAt(args, 0), left + wholeAt(args, 1)];
    return at(span, oneCell(row, col));
  },
  GetColumn: (span, args) => {
    const area = areaOfSpan(span);
    const col = area.left + wholeAt(args, 0);
    return at(span, { ...area, left: col, right: col });
  },
  GetEntireColumn: (span) => at(span, { ...areaOfSpan(span), top: 0, bottom: LAST_ROW }),
  GetEntireRow: (span) => at(span, { ...areaOfSpan(span), left: 0, right: LAST_COLUMN }),
  GetIntersection: (span, args) => {
    const area = intersect(areaOfSpan(span), other(span, args));
    if (area === null) throw new HostError("ItemNotFound");
    return at(span, area);
  },
  GetIntersectionOrNullObject: (span, args) => {
    const area = intersect(areaOfSpan(span), other(span, args));
    return area === null ? null : at(span, area);
  },
  GetLastCell: (span) => {
    const { bottom, right } = areaOfSpan(span);
    return at(span, oneCell(bottom, right));
  },
  GetMergedAreasOrNullObject: (span) => {
    const area = areaOfSpan(span);
    const merges = span.sheet.state.merges.filter((merge) => intersect(merge, area) !== null);
    if (merges.length > MOST_MERGES) throw new HostError("GeneralException");
    return merges.length === 0 ? null : areasAt(span.sheet, merges);
  },
  GetOffsetRange: (span, args) => {
    const area = areaOfSpan(span);
    const [down, right] = [wholeAt(args, 0), wholeAt(args, 1)];
    return at(span, {
      top: area.top + down,
      bottom: area.bottom + down,
      left: area.left + right,
      right: area.right + right,
    });
  },
  GetResizedRange: (span, args) => {
    const area = areaOfSpan(span);
    return at(span, {
      ...area,
      bottom: area.bottom + wholeAt(args, 0),
      right: area.right + wholeAt(args, 1),
    });
  },
  GetRow: (span, args) => {
    const area = areaOfSpan(span);
    const row = area.top + wholeAt(args, 0);
    return at(span, { ...area, top: row, bottom: row });
  },
  GetUsedRange: (span, args) => {
    const area = areaOfSpan(span);
    const used = span.sheet.used(optionalFlag(args, 0), area);
    return at(span, used ?? oneCell(area.top, area.left));
  },
  GetUsedRangeOrNullObject: (span, args) => {
    const used = span.sheet.used(optionalFlag(args, 0), areaOfSpan(span));
    return used === null ? null : at(span, used);
  },
};

const SHEET = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** Throws HostError InvalidArgument for what would lie outside the sheet or be empty. */
function at(span: Span, area: Area): Live {
  if (rowsOf(area) < 1 || columnsOf(area) < 1 || !contains(SHEET, area)) throw new HostError("InvalidArgument");
  return rangeAt(span.sheet, area);
}

/** The other range of a call: a Range, or an address on the same sheet. */
function other(span: Span, args: Argument[]): Area {
  const given = spanAt(args, 0);
  if (given === null) return areaIn(textAt(args, 0), span.sheet.name);
  if (given.sheet !== span.sheet) throw new HostError("InvalidArgument");
  return areaOfSpan(given);
}

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
import type { Argument, Host, Live, Model } from "./model.ts";
import { areaOfSpan, areasAt, rangeAt } from "./spans.ts";

/** getMergedAreasOrNullObject gives up beyond this (docs: Range.getMergedAreasOrNullObject). */
const MOST_MERGES = 512;

export const rangeObjects: Model<Span>["objects"] = {
  GetBoundingRect: (span, args, host) => at(host, span, bounding(areaOfSpan(span), other(span, args))),
  // Counted from the range's first cell, and may lie outside of it (docs: Range.getCell).
  GetCell: (span, args, host) => {
    const { top, left } = areaOfSpan(span);
    const [row, col] = [top + wholeAt(args, 0), left + wholeAt(args, 1)];
    return at(host, span, oneCell(row, col));
  },
  GetColumn: (span, args, host) => {
    const area = areaOfSpan(span);
    const col = area.left + wholeAt(args, 0);
    return at(host, span, { ...area, left: col, right: col });
  },
  GetEntireColumn: (span, _, host) => at(host, span, { ...areaOfSpan(span), top: 0, bottom: LAST_ROW }),
  GetEntireRow: (span, _, host) => at(host, span, { ...areaOfSpan(span), left: 0, right: LAST_COLUMN }),
  GetIntersection: (span, args, host) => {
    const area = intersect(areaOfSpan(span), other(span, args));
    if (area === null) throw new HostError("ItemNotFound");
    return at(host, span, area);
  },
  GetIntersectionOrNullObject: (span, args, host) => {
    const area = intersect(areaOfSpan(span), other(span, args));
    return area === null ? null : at(host, span, area);
  },
  GetLastCell: (span, _, host) => {
    const { bottom, right } = areaOfSpan(span);
    return at(host, span, oneCell(bottom, right));
  },
  GetMergedAreasOrNullObject: (span, _, host) => {
    const area = areaOfSpan(span);
    const merges = span.sheet.state.merges.filter((merge) => intersect(merge, area) !== null);
    if (merges.length > MOST_MERGES) throw new HostError("GeneralException");
    return merges.length === 0 ? null : areasAt(host, span.sheet, merges);
  },
  GetOffsetRange: (span, args, host) => {
    const area = areaOfSpan(span);
    const [down, right] = [wholeAt(args, 0), wholeAt(args, 1)];
    return at(host, span, {
      top: area.top + down,
      bottom: area.bottom + down,
      left: area.left + right,
      right: area.right + right,
    });
  },
  GetResizedRange: (span, args, host) => {
    const area = areaOfSpan(span);
    return at(host, span, {
      ...area,
      bottom: area.bottom + wholeAt(args, 0),
      right: area.right + wholeAt(args, 1),
    });
  },
  GetRow: (span, args, host) => {
    const area = areaOfSpan(span);
    const row = area.top + wholeAt(args, 0);
    return at(host, span, { ...area, top: row, bottom: row });
  },
  GetUsedRange: (span, args, host) => {
    const area = areaOfSpan(span);
    const used = span.sheet.used(optionalFlag(args, 0), area);
    return at(host, span, used ?? oneCell(area.top, area.left));
  },
  GetUsedRangeOrNullObject: (span, args, host) => {
    const used = span.sheet.used(optionalFlag(args, 0), areaOfSpan(span));
    return used === null ? null : at(host, span, used);
  },
};

const SHEET = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** Throws HostError InvalidArgument for what would lie outside the sheet or be empty. */
function at(host: Host, span: Span, area: Area): Live {
  if (rowsOf(area) < 1 || columnsOf(area) < 1 || !contains(SHEET, area)) throw new HostError("InvalidArgument");
  return rangeAt(host, span.sheet, area);
}

/** The other range of a call: a Range, or an address on the same sheet. */
function other(span: Span, args: Argument[]): Area {
  const given = spanAt(args, 0);
  if (given === null) return areaIn(textAt(args, 0), span.sheet.name);
  if (given.sheet !== span.sheet) throw new HostError("InvalidArgument");
  return areaOfSpan(given);
}

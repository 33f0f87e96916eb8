import { LAST_COLUMN, LAST_ROW, oneCell, parseArea, splitSheet } from "../book/area.ts";
import type { Sheet } from "../book/sheet.ts";
import { HostError, notModelled } from "../errors.ts";
import { EVENT_TYPE } from "../events.ts";
import { areaIn, optionalFlag, textAt, wholeAt } from "./arguments.ts";
import { type Live, live, type Model } from "./model.ts";
import { areasAt, rangeAt } from "./spans.ts";
import { eventMethods } from "./worksheets.ts";

/** Longer texts of addresses are refused; where exactly it ends is not documented (office-js#5198). */
const LONGEST_ADDRESS = 8192;

const WHOLE = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** Sheets come and go at the collection only. */
const ON_A_SHEET = Object.keys(EVENT_TYPE).filter((name) => !/(Added|Deleted)Event$/.test(name));

export const worksheet: Model<Sheet> = {
  identity: (sheet) => ({ Id: sheet.id }),
  scalars: {
    Id: (sheet) => sheet.id,
    Name: (sheet) => sheet.name,
    Position: (sheet, host) => host.book.sheets.indexOf(sheet),
    Visibility: (sheet) => sheet.state.visibility,
  },
  navigation: {
    Comments: (sheet, host) => live("CommentCollection", { book: host.book, sheet }),
    Protection: (sheet) => live("WorksheetProtection", sheet),
  },
  objects: {
    GetCell: (sheet, args) => cellAt(sheet, wholeAt(args, 0), wholeAt(args, 1)),
    GetRange: (sheet, args, host) => {
      const [text = null] = args;
      if (text === null) return rangeAt(sheet, WHOLE);
      if (host.book.named(String(text)) !== null) throw notModelled("Worksheet.getRange by name");
      return rangeAt(sheet, areaIn(textAt(args, 0), sheet.name));
    },
    GetRangeByIndexes: (sheet, args) => {
      const [top, left] = [wholeAt(args, 0), wholeAt(args, 1)];
      const area = { top, left, bottom: top + wholeAt(args, 2) - 1, right: left + wholeAt(args, 3) - 1 };
      const outside = top < 0 || left < 0 || area.bottom > LAST_ROW || area.right > LAST_COLUMN;
      if (outside || area.bottom < top || area.right < left) throw new HostError("InvalidArgument");
      return rangeAt(sheet, area);
    },
    GetRanges: (sheet, args) => {
      if ((args[0] ?? null) === null) return areasAt(sheet, [WHOLE]);
      const text = textAt(args, 0);
      if (text.length > LONGEST_ADDRESS) throw new HostError("InvalidArgument");
      const parts = text.split(/[,;]/);
      const areas = parts.map((part) => areaIn(part.trim(), sheet.name));
      return areasAt(sheet, areas);
    },
    // An empty sheet's used range is its first cell (docs: worksheet.getUsedRange).
    GetUsedRange: (sheet, args) => rangeAt(sheet, sheet.used(optionalFlag(args, 0)) ?? oneCell(0, 0)),
    GetUsedRangeOrNullObject: (sheet, args) => {
      const area = sheet.used(optionalFlag(args, 0));
      return area === null ? null : rangeAt(sheet, area);
    },
  },
  methods: {
    // A hidden sheet cannot be activated (docs: worksheet.activate, visibility).
    Activate: (sheet, _, host) => {
      if (sheet.state.visibility !== "Visible") throw new HostError("InvalidOperation");
      host.book.activate(sheet, "addin");
      return null;
    },
    ...eventMethods<Sheet>((sheet) => sheet.id, ON_A_SHEET),
  },
};

function cellAt(sheet: Sheet, row: number, col: number): Live {
  if (row < 0 || col < 0 || row > LAST_ROW || col > LAST_COLUMN) throw new HostError("InvalidArgument");
  return rangeAt(sheet, oneCell(row, col));
}

export const worksheetProtection: Model<Sheet> = {
  scalars: {
    Protected: (sheet) => sheet.state.protection.on,
  },
};

/** A sheet's address argument given alone, as comments take it: "Report!C6". */
export function cellText(text: string): { sheet: string | null; row: number; col: number } {
  const { sheet, rest } = splitSheet(text);
  const area = parseArea(rest);
  if (area === null || area.top !== area.bottom || area.left !== area.right) throw new HostError("InvalidArgument");
  return { sheet, row: area.top, col: area.left };
}

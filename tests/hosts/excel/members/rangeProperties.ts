import { oneCell } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import type { CellData } from "../book/sheet.ts";
import { HostError, notModelled } from "../errors.ts";
import { plain } from "../paths.ts";
import type { Json } from "../wireTypes.ts";
import type { Argument, Host } from "./model.ts";
import { PLAIN } from "./rangeFormat.ts";
import { addressOf, areaOfSpan } from "./spans.ts";

type Wanted = { [name: string]: Json };
type Readers = { [name: string]: ((at: At) => Json) | Readers };

interface At {
  span: Span;
  row: number;
  col: number;
  cell: CellData;
  host: Host;
}

const CELL: Readers = {
  address: ({ span, row, col }) => addressOf({ sheet: span.sheet, areas: [oneCell(row, col)] }),
  hidden: ({ span, row, col }) => span.sheet.state.hiddenRows.has(row) || span.sheet.state.hiddenColumns.has(col),
  format: {
    fill: { color: ({ cell }) => cell.fill ?? PLAIN.fill },
    font: {
      bold: ({ cell }) => cell.bold ?? false,
      color: ({ cell }) => cell.fontColor ?? PLAIN.fontColor,
      italic: ({ cell }) => cell.italic ?? false,
      name: ({ cell, host }) => cell.font ?? host.book.defaultFont,
    },
    protection: { locked: ({ cell }) => cell.unlocked !== true },
  },
};

const ROW: Readers = {
  address: ({ row }) => `${row + 1}:${row + 1}`,
  rowHidden: ({ span, row }) => span.sheet.state.hiddenRows.has(row),
  rowIndex: ({ row }) => row,
};

/** range.getCellProperties: the asked properties of each cell, as nested as they were asked for. Throws HostError. */
export function cellProperties(span: Span, options: Argument, host: Host): Json {
  const wanted = asked(options);
  const area = areaOfSpan(span);
  const rows: Json[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    const line: Json[] = [];
    for (let col = area.left; col <= area.right; col++) {
      line.push(pick(wanted, CELL, { span, row, col, cell: span.sheet.cell(row, col), host }, "CellProperties"));
    }
    rows.push(line);
  }
  return rows;
}

/** range.getRowProperties: one record for each row. Throws HostError. */
export function rowProperties(span: Span, options: Argument, host: Host): Json {
  const wanted = asked(options);
  const area = areaOfSpan(span);
  const rows: Json[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    rows.push(pick(wanted, ROW, { span, row, col: area.left, cell: { value: null }, host }, "RowProperties"));
  }
  return rows;
}

function asked(options: Argument): Wanted {
  const value = plain(options);
  if (value === null || typeof value !== "object" || Array.isArray(value)) throw new HostError("InvalidArgument");
  return value;
}

function pick(wanted: Wanted, readers: Readers, at: At, path: string): Json {
  const found: Wanted = {};
  for (const [name, want] of Object.entries(wanted)) {
    const reader = readers[name];
    if (reader === undefined) throw notModelled(`${path}.${name}`);
    if (typeof reader === "function") {
      if (want === true) found[name] = reader(at);
    } else if (typeof want === "object" && want !== null && !Array.isArray(want)) {
      found[name] = pick(want, reader, at, `${path}.${name}`);
    } else throw notModelled(`${path}.${name} as a whole`);
  }
  return found;
}

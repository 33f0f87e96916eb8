import { type Area, parseArea, splitSheet } from "../book/area.ts";
import type { Span } from "../book/book.ts";
import { HostError } from "../errors.ts";
import { type Argument, isLive } from "./model.ts";

export function textAt(args: Argument[], at: number): string {
  const value = args[at];
  if (typeof value !== "string") throw new HostError("InvalidArgument");
  return value;
}

export function wholeAt(args: Argument[], at: number): number {
  const value = args[at];
  if (typeof value !== "number" || !Number.isInteger(value)) throw new HostError("InvalidArgument");
  return value;
}

export function optionalFlag(args: Argument[], at: number): boolean {
  const value = args[at] ?? false;
  if (typeof value !== "boolean") throw new HostError("InvalidArgument");
  return value;
}

/** An address on a sheet, with or without the sheet's own name before it. */
export function areaIn(text: string, sheetName: string): Area {
  const { sheet, rest } = splitSheet(text);
  const area = parseArea(rest);
  if (area === null || (sheet !== null && sheet.toLowerCase() !== sheetName.toLowerCase())) {
    throw new HostError("InvalidArgument");
  }
  return area;
}

/** A Range given as an argument; null when it was given as something else. */
export function spanAt(args: Argument[], at: number): Span | null {
  const value = args[at];
  return isLive(value) && value.type === "Range" ? (value.target as Span) : null;
}

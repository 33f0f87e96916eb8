import type { Report, RowAnswer, Suggestion } from "../../../shared/answer.ts";
import { parseAddress } from "../../../shared/sheet/address.ts";
import { type Grid, type Scalar, scalarOf } from "../../../shared/sheet/grid.ts";
import { dayText } from "../../../shared/words/dates.ts";
import type { CellWrite, Place } from "../../host.ts";
import { formOf } from "../knownForms.ts";
import { cellAt, holderOf, isBlank, originOf, placeOf, samePlace, viewOf, writeTo } from "./place.ts";
import type { Point } from "./points.ts";
import { shiftWrites } from "./shift.ts";
import { typedValue } from "./typed.ts";

/** What a choice does, to be said in words. */
export type Say =
  | { do: "use"; value: string }
  | { do: "useIn"; field: string; value: string }
  | { do: "tick" | "untick" | "swap" | "shift" | "clearRow" | "blank" }
  | { do: "tickIn"; field: string }
  | { do: "moveTo"; field: string };

export interface Choice {
  say: Say;
  /** Everything it writes, as one step of undo. Never empty. */
  writes: CellWrite[];
}

/** How a tick is written on the official form. */
export const TICK = "/";

/** What is on offer for a point, best first. Only what can be written: a field without a column is not offered. */
export function choicesFor(point: Point, report: Report, grid: Grid): Choice[] {
  if (point.row === null && point.kind === "cell") return ofBlank(point, grid);
  const row = point.row === null ? undefined : report.rows.find((one) => one.row === point.row);
  if (row === undefined) return [];
  const sheet: Sheet = { report, grid, row };
  switch (point.kind) {
    case "cell":
      return (point.answer?.suggestions ?? []).flatMap((one) => suggested(sheet, point.fields[0]!, one));
    case "pair":
      return point.fields.flatMap((field) => ticked(sheet, point, field));
    case "swap":
      return offer({ do: "swap" }, swapped(sheet, point.fields));
    case "shift":
      return offer({ do: "shift" }, shiftWrites(grid, report.columns, row) ?? []);
    case "duplicate":
      return offer({ do: "clearRow" }, cleared(sheet));
    default:
      return [];
  }
}

/** The choices for a blank of a form without a table, which stands in a cell of its own. */
function ofBlank(point: Point, grid: Grid): Choice[] {
  const place = point.cell === null ? null : parseAddress(point.cell);
  if (place === null || !standsAlone(point, grid, place)) return [];
  return (point.answer?.suggestions ?? []).flatMap((suggestion) => {
    const value = written(suggestion !== null && typeof suggestion === "object" ? suggestion.value : suggestion);
    return offer({ do: "use", value: String(value ?? "") }, [writeTo(grid, holderOf(grid, place), value)]);
  });
}

/** False for a value typed behind its label in one cell: writing there would take the label away. */
function standsAlone(point: Point, grid: Grid, place: Place): boolean {
  const there = scalarOf(cellAt(grid, holderOf(grid, place)));
  return isBlank(there) || String(there).trim() === String(point.raw);
}

/** The write of what a person typed for the point's own cell; null when there is no such cell or nothing changes. */
export function typedWrite(point: Point, report: Report, grid: Grid, text: string): CellWrite | null {
  const field = point.fields[0];
  const blank = point.row === null && point.cell !== null && point.kind === "cell" ? parseAddress(point.cell) : null;
  const own = blank !== null && standsAlone(point, grid, blank) ? blank : null;
  const place = point.row === null || field === undefined ? own : placeOf(report.columns, point.row, field);
  return place === null ? null : writeTo(grid, holderOf(grid, place), typedValue(text.trim()));
}

/** True where a value may be typed for the point: one cell that holds words or numbers. */
export function isTypeable(point: Point, report: Report, grid: Grid | null = null): boolean {
  const field = point.fields[0];
  if (point.kind === "cell" && point.row === null) {
    const place = point.cell === null ? null : parseAddress(point.cell);
    if (place === null || Array.isArray(report.fields[field ?? ""]?.raw)) return false;
    return grid === null || standsAlone(point, grid, place);
  }
  return point.kind === "cell" && field !== undefined && report.columns[field] !== undefined && !isTick(report, field);
}

interface Sheet {
  report: Report;
  grid: Grid;
  row: RowAnswer;
}

function offer(say: Say, writes: (CellWrite | null)[]): Choice[] {
  const real = writes.filter((write) => write !== null);
  return real.length === 0 ? [] : [{ say, writes: real }];
}

function isTick(report: Report, field: string): boolean {
  return formOf(report)?.fields.find((one) => one.id === field)?.kind === "tick";
}

/** A day is written as people read it: the sheet is an official paper. */
function written(value: Scalar): Scalar {
  return value === true ? TICK : value === false || value === "" ? null : (dayText(value, "th") ?? value);
}

function suggested({ report, grid, row }: Sheet, field: string, suggestion: Suggestion): Choice[] {
  const own = placeOf(report.columns, row.row, field);
  if (suggestion === null || typeof suggestion !== "object") {
    if (own === null) return [];
    const say: Say =
      suggestion === true
        ? { do: "tick" }
        : suggestion === false
          ? { do: "untick" }
          : isBlank(suggestion)
            ? { do: "blank" }
            : { do: "use", value: String(written(suggestion)) };
    return offer(say, [writeTo(grid, holderOf(grid, own), written(suggestion))]);
  }
  const other = placeOf(report.columns, row.row, suggestion.cell);
  // A merged cell of other rows too is not this row's to change.
  if (other === null || !samePlace(holderOf(grid, other), other)) return [];
  if (isTick(report, suggestion.cell)) {
    const writes = [writeTo(grid, other, written(suggestion.value))];
    if (own !== null && isTick(report, field)) writes.push(writeTo(grid, holderOf(grid, own), null));
    return offer({ do: "moveTo", field: suggestion.cell }, writes);
  }
  if (own !== null && isTick(report, field)) return movedWords(grid, own, other, suggestion.cell, suggestion.value);
  const value = written(suggestion.value);
  return offer({ do: "useIn", field: suggestion.cell, value: String(value ?? "") }, [writeTo(grid, other, value)]);
}

/** Words that stood in a tick cell go to the remark, behind what is there; the tick they stood for stays. */
function movedWords(grid: Grid, own: Place, other: Place, field: string, value: Scalar): Choice[] {
  const there = scalarOf(cellAt(grid, other));
  const joined = isBlank(there) || there === "-" ? value : `${String(there)} ${String(value)}`;
  const writes = [writeTo(grid, other, joined), writeTo(grid, holderOf(grid, own), TICK)];
  return offer({ do: "useIn", field, value: String(value ?? "") }, writes);
}

/** Of both ticks one is taken away; of none one is made. The other cell is left as it was typed. */
function ticked({ report, grid, row }: Sheet, point: Point, field: string): Choice[] {
  const other = point.fields.find((one) => one !== field)!;
  const conflict = point.code === "TICK_CONFLICT";
  const place = placeOf(report.columns, row.row, conflict ? other : field);
  return place === null
    ? []
    : offer({ do: "tickIn", field }, [writeTo(grid, holderOf(grid, place), conflict ? null : TICK)]);
}

function swapped({ report, grid, row }: Sheet, fields: string[]): (CellWrite | null)[] {
  const [a, b] = fields.map((field) => placeOf(report.columns, row.row, field));
  if (a == null || b == null) return [];
  const value = (place: Place) => scalarOf(cellAt(grid, place));
  return [writeTo(grid, a, value(b)), writeTo(grid, b, value(a))];
}

/** Empties the row's own cells of the form; what it shares with other rows by a merge stays. */
function cleared({ report, grid, row }: Sheet): (CellWrite | null)[] {
  const view = viewOf(grid);
  return Object.keys(report.columns).map((field) => {
    const place = placeOf(report.columns, row.row, field)!;
    const column = place.col - originOf(grid).col;
    const spans = view.rowsCoveredFrom(view.rowIndex(row.row), column).length > 1;
    const shared = spans || !samePlace(holderOf(grid, place), place);
    return shared ? null : writeTo(grid, place, null);
  });
}

import type { Report } from "../../../shared/answer.ts";
import { identityFields } from "../../../shared/forms/definition.ts";
import { findForm } from "../../../shared/forms/index.ts";
import { centreKey } from "../../../shared/rules/centre.ts";
import { type Grid, type Scalar, scalarOf } from "../../../shared/sheet/grid.ts";
import type { BeforeWire } from "../../../shared/wire/before.ts";
import type { CellWrite } from "../../host.ts";
import { cellAt, holderOf, isBlank, placeOf, samePlace, writeTo } from "./place.ts";

/** What is known of before, with the office as it is called today. */
export interface Remembered {
  before: BeforeWire;
  /** Type and name; null where the list does not have the office. */
  name: string | null;
  district: string | null;
}

export interface Prefill {
  writes: CellWrite[];
  /** Centres that found an empty row. */
  rows: number;
  /** Centres for which there is none. */
  left: number;
}

/**
 * The centres of the last report that the sheet does not have yet, into its empty rows: whose and which, never a day, a tick or a
 * number. Cells that hold something stay; a cell of a merge that belongs to another row makes its row none to write in.
 */
export function prefill(report: Report, grid: Grid, remembered: Remembered | null): Prefill {
  const form = findForm(report.form);
  const fields = form === undefined ? [] : identityFields(form);
  const centre = fields.find(({ kind }) => kind === "centre")?.id;
  const wanted = centre === undefined ? [] : centresToAdd(report, centre, remembered);
  if (remembered === null || centre === undefined || report.columns[centre] === undefined)
    return { writes: [], rows: 0, left: 0 };
  const rows = emptyRows(
    report,
    grid,
    fields.map(({ id }) => id),
  ).slice(0, wanted.length);
  const writes = rows.flatMap((row, i) =>
    fields.flatMap(({ id, kind }) => {
      const place = placeOf(report.columns, row, id);
      if (place === null || !isBlank(scalarOf(cellAt(grid, place)))) return [];
      const was = wanted[i]!;
      const value = kind === "office" ? remembered.name : kind === "district" ? remembered.district : was[id];
      const write = writeTo(grid, place, value ?? was[id] ?? null);
      return write === null ? [] : [write];
    }),
  );
  return { writes, rows: rows.length, left: wanted.length - rows.length };
}

function centresToAdd(report: Report, centre: string, remembered: Remembered | null): Record<string, Scalar>[] {
  const here = new Set<string>();
  for (const { cells } of report.rows) {
    const { value = null, raw = null } = cells[centre] ?? {};
    for (const one of [value, raw]) if (typeof one === "string") here.add(centreKey(one));
  }
  return (remembered?.before.last?.rows ?? []).filter((row) => {
    const name = row[centre];
    if (typeof name !== "string" || name === "" || here.has(centreKey(name))) return false;
    here.add(centreKey(name));
    return true;
  });
}

/** Rows of the form in which nobody has written, as printed: those that are numbered; of a sheet without numbers those above the foot. */
function emptyRows(report: Report, grid: Grid, fields: readonly string[]): number[] {
  const foot = report.rows.findIndex((row) => row.codes.includes("ROW_FOOTER"));
  const body = foot < 0 ? report.rows : report.rows.slice(0, foot);
  const blank = body.filter((row) => row.codes.includes("ROW_BLANK") && isFree(report, grid, row.row, fields));
  const hasNumber = (row: number) => {
    const place = placeOf(report.columns, row, "seq");
    return place !== null && !isBlank(scalarOf(cellAt(grid, place)));
  };
  const numbered = blank.map(({ row }) => row).filter(hasNumber);
  if (numbered.length > 0) return numbered;
  if (foot >= 0) return blank.map(({ row }) => row).slice(0, -1);
  const last = body.at(-1)?.row;
  return last === undefined
    ? []
    : [...blank.map(({ row }) => row), ...Array.from({ length: SPARE }, (_, i) => last + 1 + i)];
}

/** Rows below a sheet that ends with its data. */
const SPARE = 200;

function isFree(report: Report, grid: Grid, row: number, fields: readonly string[]): boolean {
  return fields.every((field) => {
    const place = placeOf(report.columns, row, field);
    return place === null || samePlace(holderOf(grid, place), place);
  });
}

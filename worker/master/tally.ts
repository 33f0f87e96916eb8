import type { MasterModel, MasterRow } from "./model.ts";

/** Where each office's rows stand on the official sheet and what they tick; filled while that sheet is written. */
export interface Tally {
  rows: number;
  /** First and last sheet row by index of office; 0 when it has none. */
  first: Int32Array;
  last: Int32Array;
  /** Tick fields in the order of the form, each with a count by index of office. */
  ticks: { field: string; label: string; column: number; counts: Int32Array }[];
  /** Fields that are added up, with their total so far. */
  sums: { field: string; column: number; total: number }[];
}

/** A tick of the form as it counts: only a true is printed and counted. */
export function isTicked(value: unknown): boolean {
  return value === true;
}

export function emptyTally({ form, offices }: MasterModel): Tally {
  return {
    rows: 0,
    first: new Int32Array(offices.length),
    last: new Int32Array(offices.length),
    ticks: form.fields.flatMap((field, column) =>
      field.kind === "tick"
        ? [{ field: field.id, label: field.label, column, counts: new Int32Array(offices.length) }]
        : [],
    ),
    sums: form.fields.flatMap((field, column) =>
      ["count", "money", "measure"].includes(field.kind) ? [{ field: field.id, column, total: 0 }] : [],
    ),
  };
}

export function countRow(tally: Tally, { office, stored }: MasterRow, sheetRow: number): void {
  tally.rows++;
  if (tally.first[office] === 0) tally.first[office] = sheetRow;
  tally.last[office] = sheetRow;
  for (const sum of tally.sums) {
    const value = stored.values[sum.field];
    if (typeof value === "number") sum.total += value;
  }
  for (const tick of tally.ticks) if (isTicked(stored.values[tick.field])) tick.counts[office]!++;
}

export function sum(counts: Int32Array): number {
  return counts.reduce((total, n) => total + n, 0);
}

import type { Scalar } from "../sheet/grid.ts";
import { makeKey } from "../text/key.ts";
import { centreKey } from "./centre.ts";

/** What an office's accepted reports say: an input of the check like the list of offices, the same on every host. */
export interface Before {
  /** Seven digits: whose reports they are. Rows of any other office are not compared. */
  office: string;
  /** Names of its centres, from every accepted report. None: nothing is said of centres. */
  centres: readonly string[];
  /** The rows of its last accepted report of the form, field -> value; null where there is none. */
  last: { period: string; rows: readonly Readonly<Record<string, Scalar>>[] } | null;
}

/** The same, ready to be looked up. */
export interface KnownBefore {
  office: string;
  /** Match key -> name as written. */
  centres: ReadonlyMap<string, string>;
  /** Period of the last report; null where none is compared with. */
  period: string | null;
  rows: readonly Readonly<Record<string, Scalar>>[];
  /** The row about one thing; one that two rows are about is not compared. */
  byKey: ReadonlyMap<string, Readonly<Record<string, Scalar>>>;
  /** The field that says what a row is about; null where rows have none. */
  subject: string | null;
}

/**
 * `subject`: the form's field that says what a row is about, `isCentre` whether that is a centre. A report of the same period
 * or a later one is not compared with: it is no earlier one.
 */
export function knownBefore(
  before: Before | null | undefined,
  period: string | null,
  subject: { id: string; isCentre: boolean } | null,
): KnownBefore | null {
  if (before === null || before === undefined) return null;
  const centres = new Map(before.centres.map((name) => [centreKey(name), name]));
  const last = before.last !== null && (period === null || before.last.period < period) ? before.last : null;
  const byKey = new Map<string, Readonly<Record<string, Scalar>>>();
  const twice = new Set<string>();
  for (const row of last?.rows ?? []) {
    const key = subject === null ? null : keyOfSubject(row[subject.id], subject.isCentre);
    if (key === null) continue;
    if (byKey.has(key)) twice.add(key);
    byKey.set(key, row);
  }
  for (const key of twice) byKey.delete(key);
  return {
    ...{ office: before.office, centres, period: last?.period ?? null, rows: last?.rows ?? [], byKey },
    subject: subject?.id ?? null,
  };
}

export function keyOfSubject(value: Scalar | undefined, isCentre: boolean): string | null {
  if (typeof value !== "string" || value === "") return null;
  return isCentre ? centreKey(value) : makeKey(value);
}

/** What SQLite can hold; nothing else may be bound. */
export type Val = string | number | null | Uint8Array;

/**
 * One SQLite database, synchronous: `all` runs one statement, `tx` runs a function as one transaction (nesting allowed).
 * Both engines (node:sqlite and a Durable Object's storage) sit behind this, so the text of every statement keeps to what
 * both accept: one statement a call, at most 100 binds, no PRAGMA, no LIKE on long Thai text.
 */
export interface Sql {
  all<R = Record<string, Val>>(query: string, ...binds: Val[]): R[];
  tx<T>(run: () => T): T;
}

/** Refuses what the engines would silently turn into something else (true, {}, undefined, NaN). */
export function checkBinds(binds: readonly unknown[]): void {
  for (const value of binds) {
    const plain =
      value === null ||
      typeof value === "string" ||
      (typeof value === "number" && Number.isFinite(value)) ||
      value instanceof Uint8Array;
    if (!plain) throw new TypeError(`bad SQL value: ${typeof value}`);
  }
}

/** A transaction's function must be synchronous: a promise would commit before its work is done. */
export function mustBeSync<T>(result: T): T {
  if (result !== null && typeof result === "object" && typeof (result as { then?: unknown }).then === "function")
    throw new TypeError("a transaction must be synchronous");
  return result;
}

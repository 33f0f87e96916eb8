import { pairRows, type RowValues } from "../diff.ts";

/** Somebody typed a row of a version into a system. */
export interface Tick {
  version: number;
  row: number;
  /** Milliseconds. */
  at: number;
  person: string;
  role: string;
  place: string;
}

/** A version's data rows. */
export interface Sheet {
  version: number;
  rows: RowValues[];
}

export interface RowStanding {
  tick: Tick;
  /** The row as it was typed. */
  was: RowValues;
}

export interface Standings {
  /** Row of the current version -> when it was typed, and how it read then. Rows never typed are not in it. */
  rows: Map<number, RowStanding>;
  /** Typed rows that the report no longer has. */
  gone: RowStanding[];
}

/**
 * Carries the ticks of all versions over to the current one: by the same comparison that tells what changed, so that a row that
 * only moved keeps its tick. Where several ticks reach one row the newest version's counts. `subject` is the field a row is about.
 */
export function standingsOf(now: Sheet, before: readonly Sheet[], ticks: readonly Tick[], subject?: string): Standings {
  const rows: Standings["rows"] = new Map();
  const gone: RowStanding[] = [];
  const sheets = [now, ...before].sort((a, b) => b.version - a.version);
  const later: { rows: RowValues[]; ticked: Set<number> }[] = [];
  for (const sheet of sheets) {
    const own = ticks.filter(({ version }) => version === sheet.version);
    if (own.length === 0) continue;
    const onto = partners(sheet.rows, sheet === now ? null : now.rows, subject);
    for (const tick of own) {
      const was = sheet.rows.find(({ row }) => row === tick.row);
      if (was === undefined) continue;
      const at = onto(tick.row);
      if (at !== null) {
        if (!rows.has(at)) rows.set(at, { tick, was });
      } else if (!later.some((one) => one.ticked.has(partners(sheet.rows, one.rows, subject)(tick.row) ?? -1)))
        gone.push({ tick, was });
    }
    later.push({ rows: sheet.rows, ticked: new Set(own.map(({ row }) => row)) });
  }
  return { rows, gone };
}

/** Which row of another version a row is; null where it has none. Without another version each row is itself. */
function partners(from: RowValues[], to: RowValues[] | null, subject?: string): (row: number) => number | null {
  if (to === null) return (row) => row;
  const { pairs } = pairRows(from, to, subject);
  const of = new Map(pairs.map(([before, after]) => [before.row, after.row]));
  return (row) => of.get(row) ?? null;
}

import type { Finding, RowAnswer } from "../answer.ts";
import { type KnownBefore, keyOfSubject } from "./before.ts";

const NAMED = 5;

/** Centres of the last report that no row of this one is about. Told once for the sheet; nothing for a sheet without a row of the office. */
export function goneCentres(rows: readonly RowAnswer[], known: KnownBefore): Finding[] {
  const { subject, period } = known;
  if (subject === null || period === null || known.centres.size === 0) return [];
  const here = new Set<string | null>();
  for (const row of rows)
    if (row.verdict !== "skip") for (const one of sayings(row, subject)) here.add(keyOfSubject(one, true));
  if (rows.every((row) => row.verdict === "skip")) return [];
  const gone = new Map<string, string>();
  for (const row of known.rows) {
    const name = row[subject];
    const key = keyOfSubject(name, true);
    if (key !== null && !here.has(key) && typeof name === "string") gone.set(key, name);
  }
  if (gone.size === 0) return [];
  const names = [...gone.values()];
  const shown = names.slice(0, NAMED).join(", ") + (names.length > NAMED ? " …" : "");
  return [
    { code: "CDC_GONE", verdict: "warn", cell: null, params: { names: shown, count: gone.size, before: period } },
  ];
}

/** What a row says of its centre: the value, or while a person has to decide, what is typed and what is proposed. */
function sayings(row: RowAnswer, subject: string) {
  const cell = row.cells[subject];
  if (cell === undefined) return [];
  const proposed = cell.suggestions.filter((one) => typeof one === "string");
  return cell.value === null ? [cell.raw, ...proposed] : [cell.value];
}

import type { Actor } from "../actor.ts";
import { watched } from "../desk/watch.ts";
import type { Journal } from "../journal.ts";
import { heldReports, sameTyped, type TypedReport, typedReports } from "./read.ts";
import type { RowStanding, Tick } from "./standing.ts";
import { mayType, type Target, targetOf } from "./target.ts";
import { typedRow } from "./typed.ts";

export interface KeyingQuery {
  form: string;
  system: string;
  period?: string | undefined;
  office?: string | undefined;
  /** What is still to be typed, what was typed, or what was typed and is in no report any more. */
  show: "left" | "keyed" | "gone";
  offset: number;
  limit: number;
}

export interface KeyedBy {
  /** ISO 8601; also says which mark is meant when it is taken off. */
  at: string;
  /** Where the mark stands: it may be of a version before, or of a row that has moved since. */
  version: number;
  row: number;
  role: string;
  place: string;
  mine: boolean;
}

export interface KeyingRow {
  submission: string;
  /** Of the version the row is shown from, and its row there. */
  version: number;
  row: number;
  period: string;
  office: string;
  officeName: string;
  receipt: string;
  /** Text for each column, in order. */
  values: string[];
  /** Typed before, and since then changed: what each changed column said. */
  changed: { column: number; from: string }[];
  /** When it was typed; null: never, or the mark was taken off. */
  keyed: KeyedBy | null;
}

export interface KeyingCounts {
  rows: number;
  keyed: number;
  /** New and changed ones. */
  left: number;
  changed: number;
  gone: number;
  /** Reports that were returned: their rows are typed when they come back. */
  held: number;
}

export interface Keying {
  form: string;
  system: string;
  name: string;
  source: string;
  doubt: string | null;
  mayType: boolean;
  columns: string[];
  counts: KeyingCounts;
  offices: { code: string; name: string }[];
  total: number;
  rows: KeyingRow[];
}

/** What is to be typed into a system, and what was. A look by somebody else than the office leaves its line. Throws as `targetOf`. */
export function keying(journal: Journal, actor: Actor, query: KeyingQuery): Keying {
  const target = targetOf(actor, query.form, query.system);
  const look = () => listed(journal, actor, target, query);
  return watched(journal, actor, look, ({ rows }) => ({
    action: "view.keying",
    subject: `${query.form} ${query.system}`,
    detail: { rows: rows.length, period: query.period ?? null, office: query.office ?? null },
  }));
}

/** All rows still to be typed, to be taken out as a file; leaves its line, whoever asks. */
export function keyingFile(journal: Journal, actor: Actor, query: Omit<KeyingQuery, "show" | "offset" | "limit">) {
  const target = targetOf(actor, query.form, query.system);
  return journal.write<Keying>(actor, () => {
    const all = { ...query, show: "left", offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;
    const found = listed(journal, actor, target, all);
    const detail = { as: `keying ${query.system}`, rows: found.rows.length, office: query.office ?? null };
    return [found, { action: "export", subject: `${query.form} ${query.period ?? "*"}`, detail }];
  });
}

function listed(journal: Journal, actor: Actor, target: Target, query: KeyingQuery): Keying {
  const { form, system } = target;
  const reports = typedReports(journal, actor, target, query);
  const counts: KeyingCounts = { rows: 0, keyed: 0, left: 0, changed: 0, gone: 0, held: 0 };
  const shown: KeyingRow[] = [];
  for (const report of reports) {
    for (const one of rowsOf(report, target, actor)) {
      counts.rows++;
      const left = one.keyed === null || one.changed.length > 0;
      counts[left ? "left" : "keyed"]++;
      if (one.changed.length > 0) counts.changed++;
      if (query.show === (left ? "left" : "keyed")) shown.push(one);
    }
    const gone = report.standings.gone.map((one) => goneRow(report, one, target, actor));
    counts.gone += gone.length;
    if (query.show === "gone") shown.push(...gone);
  }
  counts.held = heldReports(journal, actor, target, query);
  const offices = new Map(reports.map(({ summary }) => [summary.office, summary.officeName]));
  return {
    ...{ form: form.id, system: system.system, name: system.name, source: system.source },
    ...{ doubt: system.doubt ?? null, mayType: mayType(actor, system) },
    columns: system.columns.map(({ label }) => label),
    ...{ counts, offices: [...offices].map(([code, name]) => ({ code, name })), total: shown.length },
    rows: shown.slice(query.offset, query.offset + query.limit),
  };
}

function rowsOf({ summary, rows, standings }: TypedReport, { form, system }: Target, actor: Actor): KeyingRow[] {
  const { submission, version, period, office, officeName, receipt } = summary;
  return rows.map(({ row, values }) => {
    const texts = typedRow(form, system, values);
    const standing = standings.rows.get(row);
    const before = standing === undefined ? texts : typedRow(form, system, standing.was.values);
    const changed = texts.flatMap((text, column) =>
      text === before[column] ? [] : [{ column, from: before[column]! }],
    );
    const keyed = standing === undefined ? null : keyedBy(standing.tick, actor);
    return { submission, version, row, period, office, officeName, receipt, values: texts, changed, keyed };
  });
}

function goneRow({ summary }: TypedReport, { tick, was }: RowStanding, target: Target, actor: Actor): KeyingRow {
  const { submission, period, office, officeName, receipt } = summary;
  const values = typedRow(target.form, target.system, was.values);
  const place = { submission, version: tick.version, row: tick.row, period, office, officeName, receipt };
  return { ...place, values, changed: [], keyed: keyedBy(tick, actor) };
}

export function keyedBy({ at, version, row, role, place, person }: Tick, actor: Actor): KeyedBy {
  return { at: new Date(at).toISOString(), version, row, role, place, mine: person === actor.person };
}

/** The mark under which a row needs no typing; null where it is still to be typed. */
export function settledTick({ rows, standings }: TypedReport, row: number, { form, system }: Target): Tick | null {
  const standing = standings.rows.get(row);
  const now = rows.find((one) => one.row === row);
  if (standing === undefined || now === undefined) return null;
  const same = sameTyped(typedRow(form, system, now.values), typedRow(form, system, standing.was.values));
  return same ? standing.tick : null;
}

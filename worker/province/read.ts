import type { Certifier, Counts, Finding, RowAnswer } from "../../shared/answer.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import type { Actor } from "./actor.ts";
import type { Journal } from "./journal.ts";
import { inView } from "./levels/seen.ts";
import { Refusal } from "./refusal.ts";
import type { Comment } from "./review.ts";
import type { Val } from "./sql.ts";
import { type Summary, summaries, type VersionStatus } from "./summary.ts";

export interface ListQuery {
  form?: string;
  period?: string;
  office?: string;
  status?: VersionStatus;
  /** Id of the last submission of the page before. */
  after?: string;
  limit?: number;
}

export interface Return {
  version: number;
  at: string;
  by: { role: string; place: string };
  note: string;
  comments: Comment[];
}

export interface Detail extends Summary {
  current: boolean;
  certifier: Certifier | null;
  client: string;
  sheet: string;
  counts: Counts;
  columns: Record<string, string>;
  findings: Finding[];
  answers: RowAnswer[];
  returns: Return[];
  grid: Grid | null;
}

/** The current version of every report within reach, by id, a page at a time. */
export function list(journal: Journal, actor: Actor, query: ListQuery): Summary[] {
  const conditions = [inView(actor)];
  const binds: Val[] = [];
  const add = (condition: string, value: string | undefined) => {
    if (value === undefined) return;
    conditions.push(condition);
    binds.push(value);
  };
  add("s.form = ?", query.form);
  add("s.period = ?", query.period);
  add("s.office = ?", query.office);
  add("v.status = ?", query.status);
  add("s.id > ?", query.after);
  return summaries(journal, actor, conditions.join(" AND "), [...binds, query.limit ?? 200], "ORDER BY s.id LIMIT ?");
}

/** All versions of one report, oldest first. Throws `not-found`, also outside the actor's reach. */
export function versions(journal: Journal, actor: Actor, id: string): Summary[] {
  const found = summaries(journal, actor, "s.id = ?", [id], "ORDER BY v.version");
  if (found.length === 0) throw new Refusal("not-found");
  return found;
}

/** One version (the newest unless named) with its rows, its returns, and the raw grid when asked for. Throws `not-found`. */
export function detail(journal: Journal, actor: Actor, id: string, version?: number, withGrid = false): Detail {
  const all = versions(journal, actor, id);
  const found = version === undefined ? all.at(-1) : all.find((one) => one.version === version);
  if (found === undefined) throw new Refusal("not-found");
  const kept = journal.read<Record<"certifier" | "client" | "sheet" | "counts" | "columns" | "findings", string>>(
    "SELECT certifier, client, sheet, counts, columns, findings FROM versions WHERE submission = ? AND version = ?",
    id,
    found.version,
  )[0]!;
  return {
    ...found,
    current: found.version === all.at(-1)!.version,
    certifier: JSON.parse(kept.certifier),
    client: kept.client,
    sheet: kept.sheet,
    counts: JSON.parse(kept.counts),
    columns: JSON.parse(kept.columns),
    findings: JSON.parse(kept.findings),
    answers: answersOf(journal, id, found.version),
    returns: returnsOf(journal, id).filter((one) => all.some(({ version: seen }) => seen === one.version)),
    grid: withGrid ? gridOf(journal, id, found.version) : null,
  };
}

/** For callers that have established the reach. */
export function answersOf(journal: Journal, id: string, version: number): RowAnswer[] {
  return journal
    .read<{ answer: string }>("SELECT answer FROM rows WHERE submission = ? AND version = ? ORDER BY row", id, version)
    .map(({ answer }) => JSON.parse(answer));
}

/** For callers that have established the reach. */
export function returnsOf(journal: Journal, id: string): Return[] {
  return journal
    .read<{ version: number; at: number; role: string; place: string; note: string; comments: string }>(
      "SELECT version, at, role, place, note, comments FROM returns WHERE submission = ? AND undone_at IS NULL ORDER BY id",
      id,
    )
    .map(({ version, at, role, place, note, comments }) => ({
      version,
      at: new Date(at).toISOString(),
      by: { role, place },
      note,
      comments: JSON.parse(comments),
    }));
}

function gridOf(journal: Journal, id: string, version: number): Grid {
  const parts = journal.read<{ text: string }>(
    "SELECT text FROM grids WHERE submission = ? AND version = ? ORDER BY part",
    id,
    version,
  );
  return JSON.parse(parts.map(({ text }) => text).join(""));
}

import { type Actor, scopeOf } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { getMeta, setMeta } from "../schema.ts";
import { forget } from "./receive.ts";

const MONTHS = "files.months";
/** A file that was announced and never came whole is given up after this. */
const ABANDONED_MS = 14 * 86_400_000;
/** Bytes are taken away at once; what could not be is tried again after this. */
const SWEEP_MS = 60_000;
/** Named in a preview; the counts are of all. */
const SHOWN = 50;

/** What a purge would take away at a moment. */
export interface PurgePreview {
  /** How long files are kept; null: until somebody deletes them. */
  months: number | null;
  files: number;
  bytes: number;
  /** Files that never came whole, given up. */
  abandoned: number;
  /** The oldest of them. */
  items: { receipt: string; office: string; label: string; kind: string; name: string; bytes: number; at: string }[];
  /** ISO 8601: when the next file's time is over; null when none will be. */
  next: string | null;
}

/** Throws `forbidden` for anybody but the province and whoever oversees it. `months`: as if it were set so. */
export function purgePreview(journal: Journal, actor: Actor, now: number, months?: number | null): PurgePreview {
  const run = journal.read.bind(journal) as Run;
  requireOverseer(actor);
  const kept = months === undefined ? monthsKept(run) : months;
  const old = kept === null ? [] : due(run, now, kept);
  const items = old.slice(0, SHOWN).map(({ id: _, at, ...item }) => ({ ...item, at: new Date(at).toISOString() }));
  return {
    months: kept,
    files: old.length,
    bytes: old.reduce((sum, { bytes }) => sum + bytes, 0),
    abandoned: abandoned(run, now).length,
    items,
    next: kept === null ? null : nextDue(run, now, kept),
  };
}

function requireOverseer(actor: Actor): void {
  if (!["operator", "province", "department", "auditor"].includes(actor.role)) throw new Refusal("forbidden");
}

/** The province says how many months photos and clips are kept after they came; null: until deleted by hand. Throws `forbidden`. */
export function setRetention(journal: Journal, actor: Actor, months: number | null): void {
  if (actor.role !== "province") throw new Refusal("forbidden");
  journal.write(actor, (run) => {
    const before = monthsKept(run);
    if (before === months) return [undefined, null];
    setMeta({ all: run }, MONTHS, months === null ? "" : String(months));
    const detail = { before, months };
    return [undefined, { action: "file.retention", subject: scopeText(actor), detail }];
  });
}

const scopeText = (actor: Actor) => {
  const scope = scopeOf(actor);
  return scope.kind === "country" ? "TH" : scope.code;
};

export function monthsKept(run: Run): number | null {
  const kept = getMeta({ all: run }, MONTHS) ?? "";
  return kept === "" ? null : Number(kept);
}

/**
 * Deletes what is over its time and gives up what never came whole: one transaction and one line a file. Answers how many of each.
 * The receipt, the manifest and the seal stay. The bytes are put on the list of what is to go; `toDrop` names them.
 */
export function purge(journal: Journal, actor: Actor, now: number): { expired: number; abandoned: number } {
  if (actor.role !== "operator") throw new Refusal("forbidden");
  const run = journal.read.bind(journal) as Run;
  const months = monthsKept(run);
  const old = months === null ? [] : due(run, now, months);
  const left = abandoned(run, now);
  const end = (id: string, receipt: string, state: "expired" | "removed", reason: string) =>
    journal.write(actor, (write, at) => {
      const was = write("SELECT 1 FROM attachments WHERE id = ? AND state IN ('checked', 'receiving')", id);
      if (was.length === 0) return [undefined, null];
      write("UPDATE attachments SET state = ?, reason = ?, ended_at = ? WHERE id = ?", state, reason, at, id);
      forget(write, id, at);
      return [undefined, { action: "file.purge", subject: receipt, detail: { file: id, reason, months } }];
    });
  for (const { id, receipt } of old) end(id, receipt, "expired", "time-over");
  for (const { id, receipt } of left) end(id, receipt, "removed", "abandoned");
  return { expired: old.length, abandoned: left.length };
}

/** When something is to be purged or taken away next, in milliseconds; null when nothing will be. */
export function purgeDue(journal: Journal): number | null {
  const run = journal.read.bind(journal) as Run;
  const left = run<{ at: number | null }>("SELECT min(at) AS at FROM attachment_drops")[0]!.at;
  const months = monthsKept(run);
  const first = run<{ at: number | null }>("SELECT min(settled_at) AS at FROM attachments WHERE state = 'checked'")[0]!
    .at;
  const open = run<{ at: number | null }>(
    "SELECT min(announced_at) AS at FROM attachments WHERE state = 'receiving'",
  )[0]!.at;
  const times = [
    left === null ? null : left + SWEEP_MS,
    months === null || first === null ? null : overAt(first, months),
    open === null ? null : open + ABANDONED_MS,
  ].filter((time) => time !== null);
  return times.length === 0 ? null : Math.min(...times);
}

interface Old {
  id: string;
  receipt: string;
  office: string;
  label: string;
  kind: string;
  name: string;
  bytes: number;
  at: number;
}

const OLD = `SELECT f.id, v.receipt, s.office, f.label, f.kind, f.name, coalesce(f.stored_bytes, f.bytes) AS bytes,
    coalesce(f.settled_at, f.announced_at) AS at
  FROM attachments f JOIN submissions s ON s.id = f.submission JOIN versions v ON v.submission = s.id AND v.version = s.current`;

/** A month has days enough that a day clamped to its end never moves further than this. */
const CLAMP_MS = 4 * 86_400_000;

/** When a file's time is over. Always reckoned forward: a month after 31 January is 28 February, but a month before that is not. */
const overAt = (settledAt: number, months: number) => monthsBefore(settledAt, -months);

function due(run: Run, now: number, months: number): Old[] {
  return run<Old>(
    `${OLD} WHERE f.state = 'checked' AND f.settled_at <= ? ORDER BY f.settled_at, f.id`,
    monthsBefore(now, months) + CLAMP_MS,
  ).filter(({ at }) => overAt(at, months) <= now);
}

function abandoned(run: Run, now: number): Old[] {
  return run<Old>(
    `${OLD} WHERE f.state = 'receiving' AND f.announced_at <= ? ORDER BY f.announced_at, f.id`,
    now - ABANDONED_MS,
  );
}

function nextDue(run: Run, now: number, months: number): string | null {
  const next = run<{ at: number }>(
    "SELECT settled_at AS at FROM attachments WHERE state = 'checked' AND settled_at > ? ORDER BY settled_at",
    monthsBefore(now, months) - CLAMP_MS,
  ).find(({ at }) => overAt(at, months) > now);
  return next === undefined ? null : new Date(overAt(next.at, months)).toISOString();
}

/** The same day and hour so many months earlier (later, when negative); the last of the month where it has no such day. */
export function monthsBefore(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

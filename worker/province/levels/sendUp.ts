import { type Actor, scopeOf } from "../actor.ts";
import { requireOpen, requireProvince } from "../desk/closing.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { acceptedNow, type Totals, totalsOf } from "./snapshot.ts";

/** A form and a period. */
export interface Which {
  form: string;
  period: string;
}

/** One sending up, as it was frozen. */
export interface SentUp {
  /** 1 for the first of the period. */
  number: number;
  /** ISO 8601. */
  at: string;
  by: { role: string; place: string };
  note: string;
  hash: string;
  /** Offices that owed a report then, and reports that went up. */
  offices: number;
  reports: number;
  totals: Totals;
  /** When it was taken back; null while it holds. */
  undone: string | null;
}

/**
 * The province sends a period up: the accepted reports in the versions of now, with their totals and a hash over them. The same
 * again is no new sending. `hash`, when given, must be that of now: nothing goes up unseen. Throws `forbidden`,
 * `nothing-to-send-up`, `changed-meanwhile`.
 */
export function sendUp(journal: Journal, actor: Actor, { form, period }: Which, note: string, hash?: string): SentUp {
  return journal.write<SentUp>(actor, (run, at) => {
    requireProvince(run, actor);
    const now = acceptedNow(journal, actor, form, period);
    if (hash !== undefined && hash !== now.hash) throw new Refusal("changed-meanwhile");
    if (now.refs.length === 0) throw new Refusal("nothing-to-send-up");
    const before = sentUps(run, { form, period });
    const standing = before.findLast(({ undone }) => undone === null);
    if (standing?.hash === now.hash) return [standing, null];
    const number = (before.at(-1)?.number ?? 0) + 1;
    const totals = totalsOf(journal, actor, form, now.refs);
    const offices = run<{ n: number }>("SELECT count(*) AS n FROM offices WHERE active = 1")[0]!.n;
    run(
      `INSERT INTO sent_up (form, period, number, at, person, role, place, note, hash, offices, reports, totals)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[form, period, number, at, actor.person, actor.role, actor.place, note, now.hash, offices, now.refs.length],
      JSON.stringify(totals),
    );
    run(
      `INSERT INTO sent_up_versions (form, period, number, submission, version)
       SELECT ?, ?, ?, value ->> 'submission', CAST(value ->> 'version' AS INTEGER) FROM json_each(?)`,
      ...[form, period, number, JSON.stringify(now.refs)],
    );
    const detail = { number, reports: now.refs.length, offices, hash: now.hash };
    return [sentUps(run, { form, period }).at(-1)!, { action: "sendup", subject: `${form} ${period}`, detail }];
  });
}

/**
 * Takes back the newest sending up that holds: by whoever sent it, with the reason, until the period is closed. The one before, if
 * any, holds again. Throws `forbidden`, `period-closed`, `nothing-to-undo`, `not-yours`.
 */
export function undoSendUp(journal: Journal, actor: Actor, { form, period }: Which, reason: string): SentUp[] {
  return journal.write<SentUp[]>(actor, (run, at) => {
    requireProvince(run, actor);
    requireOpen(run, form, period);
    const last = run<{ number: number; person: string }>(
      `SELECT number, person FROM sent_up WHERE form = ? AND period = ? AND undone_at IS NULL
       ORDER BY number DESC LIMIT 1`,
      ...[form, period],
    )[0];
    if (last === undefined) throw new Refusal("nothing-to-undo");
    if (last.person !== actor.person) throw new Refusal("not-yours");
    const { number } = last;
    run("UPDATE sent_up SET undone_at = ? WHERE form = ? AND period = ? AND number = ?", at, form, period, number);
    const line = { action: "sendup.undo", subject: `${form} ${period}`, detail: { number, reason } } as const;
    return [sentUps(run, { form, period }), line];
  });
}

/** Every sending up of a period, oldest first. For callers that have established the reach. */
export function sentUps(run: Run, { form, period }: Which): SentUp[] {
  type Row = Omit<SentUp, "at" | "by" | "totals" | "undone"> &
    Record<"role" | "place" | "totals", string> & { at: number; undone_at: number | null };
  return run<Row>(
    `SELECT number, at, role, place, note, hash, offices, reports, totals, undone_at FROM sent_up
     WHERE form = ? AND period = ? ORDER BY number`,
    ...[form, period],
  ).map(({ at, role, place, totals, undone_at: undone, ...one }) => ({
    ...one,
    at: new Date(at).toISOString(),
    by: { role, place },
    totals: JSON.parse(totals),
    undone: undone === null ? null : new Date(undone).toISOString(),
  }));
}

/** Whether an actor sees a province's levels as a whole. */
export function requireWhole(journal: Journal, actor: Actor): void {
  const scope = scopeOf(actor);
  const here = (code: string) => journal.read("SELECT 1 FROM offices WHERE province_code = ? LIMIT 1", code).length > 0;
  if (scope.kind !== "country" && !(scope.kind === "province" && here(scope.code))) throw new Refusal("forbidden");
}

import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { type KeyedBy, keyedBy, settledTick } from "./list.ts";
import { typedReports } from "./read.ts";
import type { Tick } from "./standing.ts";
import { mayType, targetOf } from "./target.ts";

export interface KeyedRow {
  system: string;
  submission: string;
  version: number;
  row: number;
}

export interface TickAnswer {
  keyed: KeyedBy | null;
  /** The row stood so already: pressed twice, or somebody else was first. */
  already: boolean;
}

interface Kept {
  form: string;
  office: string;
  receipt: string;
}

/**
 * Notes that a row of a version was typed into a system. Of whoever comes second, the first one's mark is answered and nothing is
 * written. A version that was replaced meanwhile is taken: what was typed was typed. Throws `not-found`, `forbidden`.
 */
export function tickKeyed(journal: Journal, actor: Actor, asked: KeyedRow): TickAnswer {
  return journal.write<TickAnswer>(actor, (run, at) => {
    const { system, submission, version, row } = asked;
    const kept = found(journal, actor, asked);
    const target = targetOf(actor, kept.form, system);
    if (!mayType(actor, target.system)) throw new Refusal("forbidden");
    const standing = run<Tick>(
      "SELECT version, row, at, person, role, place FROM keyed WHERE system = ? AND submission = ? AND version = ? AND row = ?",
      ...[system, submission, version, row],
    )[0];
    const [report] = typedReports(journal, actor, target, { submission });
    const current = report?.summary.version === version ? settledTick(report, row, target) : null;
    const first = standing ?? current;
    if (first !== null) return [{ keyed: keyedBy(first, actor), already: true }, null];
    const { person, role, place } = actor;
    run(
      "INSERT INTO keyed (system, submission, version, row, at, person, role, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      ...[system, submission, version, row, at, person, role, place],
    );
    const tick = { version, row, at, person, role, place };
    const detail = { submission, version, row, system, office: kept.office };
    return [
      { keyed: keyedBy(tick, actor), already: false },
      { action: "export.key", subject: kept.receipt, detail },
    ];
  });
}

/**
 * Takes a mark off: the one that was seen (`at`), so that a late second press takes off nobody else's. Throws `not-found`,
 * `forbidden`.
 */
export function untickKeyed(journal: Journal, actor: Actor, asked: KeyedRow & { at: string }): TickAnswer {
  return journal.write<TickAnswer>(actor, (run) => {
    const { system, submission, version, row } = asked;
    const kept = found(journal, actor, asked);
    const target = targetOf(actor, kept.form, system);
    if (!mayType(actor, target.system)) throw new Refusal("forbidden");
    const which = [system, submission, version, row] as const;
    const standing = run<Tick>(
      "SELECT version, row, at, person, role, place FROM keyed WHERE system = ? AND submission = ? AND version = ? AND row = ?",
      ...which,
    )[0];
    if (standing === undefined) return [{ keyed: null, already: true }, null];
    const seen = keyedBy(standing, actor);
    if (seen.at !== asked.at) return [{ keyed: seen, already: true }, null];
    run("DELETE FROM keyed WHERE system = ? AND submission = ? AND version = ? AND row = ?", ...which);
    const detail = { submission, version, row, system, office: kept.office };
    return [
      { keyed: null, already: false },
      { action: "export.unkey", subject: kept.receipt, detail },
    ];
  });
}

/** The row of the version, in reach and telling of something. */
function found(journal: Journal, actor: Actor, { submission, version, row }: KeyedRow): Kept {
  const scope = within(scopeOf(actor), "s.office");
  const [kept] = journal.read<Kept>(
    `SELECT s.form, s.office, v.receipt FROM submissions s JOIN versions v ON v.submission = s.id
     JOIN rows r ON r.submission = s.id AND r.version = v.version
     WHERE s.id = ? AND v.version = ? AND r.row = ? AND r.verdict <> 'skip' AND coalesce(r.status, '') <> 'nil' AND ${scope.sql}`,
    ...[submission, version, row, ...scope.binds],
  );
  if (kept === undefined) throw new Refusal("not-found");
  return kept;
}

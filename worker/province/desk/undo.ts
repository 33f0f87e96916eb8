import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { noteCentres } from "../registry/centres.ts";
import type { Standing } from "../review.ts";
import type { VersionStatus } from "../summary.ts";
import { requireOpen } from "./closing.ts";
import { requireSeen } from "./decided.ts";

export type Undoable = "return" | "accept" | "withdraw" | "forward" | "take";

/** The last act on a version that still holds. */
export interface LastAct {
  action: Undoable;
  person: string;
  from: VersionStatus;
}

/** Read off the audit: what was done to a version, less what was undone. */
export function lastActOn(run: Run, receipt: string): LastAct | null {
  const stack: LastAct[] = [];
  const lines = run<{ action: Undoable | "undo"; person: string; detail: string }>(
    `SELECT action, person, detail FROM audit
     WHERE subject = ? AND action IN ('return', 'accept', 'withdraw', 'forward', 'take', 'undo') ORDER BY seq`,
    receipt,
  );
  for (const { action, person, detail } of lines) {
    if (action === "undo") stack.pop();
    else stack.push({ action, person, from: JSON.parse(detail).from });
  }
  return stack.at(-1) ?? null;
}

/** The newest version whose last act is the person's own, with that act; null: there is nothing of theirs to undo. */
export function ownLastAct(run: Run, id: string, person: string): { version: number; action: Undoable } | null {
  const versions = run<{ version: number; receipt: string }>(
    "SELECT version, receipt FROM versions WHERE submission = ? ORDER BY version DESC",
    id,
  );
  for (const { version, receipt } of versions) {
    const last = lastActOn(run, receipt);
    if (last?.person === person) return { version, action: last.action };
  }
  return null;
}

/**
 * Takes back the last act on a version (left away: the current one): by whoever did it, with the reason, until the period is
 * closed. A newer version stays what it is; what counts follows from what then stands. A return taken back asks nobody for
 * anything any more. Throws `version-changed` for a version there is not, `not-found`, `version-changed`, `decided-meanwhile`, `period-closed`, `nothing-to-undo`, `not-yours`.
 */
export function undo(
  journal: Journal,
  actor: Actor,
  id: string,
  reason: string,
  version?: number,
  seen?: number,
): Standing {
  if (actor.role !== "office" && actor.role !== "district" && actor.role !== "province") throw new Refusal("forbidden");
  return journal.write<Standing>(actor, (run, at) => {
    const scope = within(scopeOf(actor), "s.office");
    const current = run<Standing & { form: string; period: string }>(
      `SELECT s.id AS submission, s.form, s.period, v.version, v.receipt, v.status FROM submissions s
       JOIN versions v ON v.submission = s.id AND (v.version = ? OR v.version = s.current)
       WHERE s.id = ? AND ${scope.sql} ORDER BY v.version`,
      version ?? null,
      id,
      ...scope.binds,
    )[0];
    if (current === undefined) throw new Refusal("not-found");
    if (version !== undefined && version !== current.version)
      throw new Refusal("version-changed", { version: current.version });
    requireOpen(run, current.form, current.period);
    requireSeen(run, id, seen);
    const act = lastActOn(run, current.receipt);
    if (act === null) throw new Refusal("nothing-to-undo");
    if (act.person !== actor.person) throw new Refusal("not-yours");
    if (act.action === "return") takeBackReturn(run, current, at);
    if (act.action === "forward" || act.action === "take")
      run("DELETE FROM forwards WHERE submission = ? AND version = ?", current.submission, current.version);
    run(
      "UPDATE versions SET status = ? WHERE submission = ? AND version = ?",
      ...[act.from, current.submission, current.version],
    );
    noteCentres(run, current.submission);
    const { submission, receipt } = current;
    return [
      { submission, version: current.version, receipt, status: act.from },
      { action: "undo", subject: receipt, detail: { act: act.action, from: current.status, to: act.from, reason } },
    ];
  });
}

function takeBackReturn(run: Run, { submission, version }: Standing, at: number): void {
  run(
    `UPDATE returns SET undone_at = ? WHERE id =
       (SELECT max(id) FROM returns WHERE submission = ? AND version = ? AND undone_at IS NULL)`,
    ...[at, submission, version],
  );
}

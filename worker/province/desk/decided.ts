import type { Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";

/** Number in the audit of the newest decision about any version of a report, and when; null: nobody decided anything yet. */
export function lastDecision(run: Run, submission: string): { seq: number; at: number } | null {
  const found = run<{ seq: number; at: number }>(
    `SELECT a.seq, a.at FROM versions v JOIN audit a ON a.subject = v.receipt
     WHERE v.submission = ? AND a.action IN ('return', 'accept', 'withdraw', 'forward', 'take', 'undo')
     ORDER BY a.seq DESC LIMIT 1`,
    submission,
  );
  return found[0] ?? null;
}

/**
 * What was decided on an older sight of a report is not done: `seen` is the newest decision that the caller knew of (0: none), left
 * away by callers that do not say. Throws `decided-meanwhile`.
 */
export function requireSeen(run: Run, submission: string, seen: number | undefined): void {
  if (seen === undefined) return;
  const last = lastDecision(run, submission);
  if (last !== null && last.seq !== seen)
    throw new Refusal("decided-meanwhile", { at: new Date(last.at).toISOString() });
}

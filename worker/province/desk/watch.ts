import type { Actor } from "../actor.ts";
import type { Action, Journal, Line } from "../journal.ts";
import { type Counting, current } from "../overview.ts";
import type { Detail } from "../read.ts";

/*
 * Who looks at what somebody else wrote leaves a line in the same transaction as the look. An office that opens its own report
 * leaves none: there is nobody to tell.
 */

/** Runs a look and writes its line; a look that is refused leaves none. */
export function watched<T>(journal: Journal, actor: Actor, look: () => T, lineOf: (found: T) => Line): T {
  if (actor.role === "office") return look();
  return journal.write<T>(actor, () => {
    const found = look();
    return [found, lineOf(found)];
  });
}

/** The same look again within this time writes no second line: a page that is drawn anew is no new look. */
const ONE_LOOK_MS = 3_600_000;

/**
 * A look at a list, or at what stands beside a report: told once an hour for each person and subject, and not at all when one of
 * `told` was written of it within the hour. What the operator's own machinery reads is no look.
 */
export function glanced<T>(
  journal: Journal,
  actor: Actor,
  look: () => T,
  lineOf: (found: T) => Line,
  told: readonly Action[] = [],
): T {
  if (actor.role === "office" || actor.role === "operator") return look();
  return journal.write<T>(actor, (run, at) => {
    const found = look();
    const line = lineOf(found);
    const before = run(
      `SELECT 1 FROM audit WHERE person = ? AND subject = ? AND at > ? AND action IN (SELECT value FROM json_each(?)) LIMIT 1`,
      ...[actor.person, line.subject, at - ONE_LOOK_MS, JSON.stringify([line.action, ...told])],
    );
    return [found, before.length > 0 ? null : line];
  });
}

export function viewLine({ receipt, submission, version, office, grid }: Detail): Line {
  const what = grid === null ? "rows" : "rows and sheet";
  return { action: "view", subject: receipt, detail: { submission, version, office, what } };
}

/** The reports that go into a file leaving the house, with the line that says so. */
export function exported(journal: Journal, actor: Actor, form: string, period: string, as: string): Counting[] {
  return journal.write<Counting[]>(actor, () => {
    const found = current(journal, actor, form, period);
    return [found, { action: "export", subject: `${form} ${period}`, detail: { as, reports: found.length } }];
  });
}

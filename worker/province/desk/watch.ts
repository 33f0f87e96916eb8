import type { Actor } from "../actor.ts";
import type { Journal, Line } from "../journal.ts";
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

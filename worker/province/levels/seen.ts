import type { Actor } from "../actor.ts";

/** The newest sending up that holds, of a form and a period as u has them. */
const NEWEST =
  "(SELECT max(t.number) FROM sent_up t WHERE t.form = u.form AND t.period = u.period AND t.undone_at IS NULL)";

/**
 * Which versions an actor may open, as a condition on columns that name one. The department opens what was sent up to it, in the
 * newest sending up that holds; everybody else whatever is within reach.
 */
export function mayOpen(actor: Actor, submission = "v.submission", version = "v.version"): string {
  if (actor.role !== "department") return "1 = 1";
  return `EXISTS (SELECT 1 FROM sent_up_versions u
    WHERE u.submission = ${submission} AND u.version = ${version} AND u.number = ${NEWEST})`;
}

/** The one version of each report that an actor looks at: the newest, for the department the one sent up. Over s and v. */
export function inView(actor: Actor): string {
  return actor.role === "department" ? "1 = 1" : "v.version = s.current";
}

/**
 * The one version of each report that counts in the master, over s and v: the newest that was accepted, until then the newest.
 * What came in after an acceptance waits beside it. For the department the version sent up.
 */
export function counts(actor: Actor): string {
  if (actor.role === "department") return "1 = 1";
  return `v.version = coalesce((SELECT max(a.version) FROM versions a
    WHERE a.submission = s.id AND a.status = 'accepted'), s.current)`;
}

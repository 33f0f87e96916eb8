import type { VersionStatus } from "../summary.ts";

/** How one office stands for one period, worst first: this is the order in which a person looks. */
export const STANDS = ["missing", "returned", "late", "nil", "onTime"] as const;
export type Stand = (typeof STANDS)[number];

/** What was withdrawn is owed like what was never sent. A late report that says "nothing to report" is late first. */
export function standOf(sent: { status: VersionStatus; late: boolean; nil: boolean } | undefined): Stand {
  if (sent === undefined || sent.status === "withdrawn") return "missing";
  if (sent.status === "returned") return "returned";
  if (sent.late) return "late";
  return sent.nil ? "nil" : "onTime";
}

/** The same in SQL, over versions as v; null columns mean nothing was sent. */
export const STAND_SQL = `CASE WHEN v.status IS NULL OR v.status = 'withdrawn' THEN 'missing'
  WHEN v.status = 'returned' THEN 'returned' WHEN v.late = 1 THEN 'late' WHEN v.nil = 1 THEN 'nil' ELSE 'onTime' END`;

/** The order of `STANDS` in SQL. */
export const STAND_ORDER = `CASE stand ${STANDS.map((stand, i) => `WHEN '${stand}' THEN ${i}`).join(" ")} END`;

import type { Scalar } from "../../../shared/sheet/grid.ts";
import { editDistance, nearLimit } from "../../../shared/text/distance.ts";
import type { RowValues } from "../diff.ts";

export interface NearRows {
  pairs: (readonly [before: RowValues, after: RowValues])[];
  left: RowValues[];
  right: RowValues[];
}

/** Comparing each with each; beyond this many left over the two versions have little in common anyway. */
const MOST = 300;

/**
 * Pairs rows left over whose subject (a centre, a name) is the same but for a letter or two. Only where exactly one fits on either side: this is
 * for reading what changed, and a wrong pair would tell a story that did not happen.
 */
export function pairNear(left: RowValues[], right: RowValues[], subject: string): NearRows {
  const none: NearRows = { pairs: [], left, right };
  if (left.length === 0 || right.length === 0 || left.length > MOST || right.length > MOST) return none;
  const partners = (row: RowValues, others: RowValues[]) =>
    others.filter((other) => isNear(row.values, other.values, subject));
  const pairs: NearRows["pairs"] = [];
  for (const row of left) {
    const fits = partners(row, right);
    if (fits.length === 1 && partners(fits[0]!, left).length === 1) pairs.push([row, fits[0]!]);
  }
  const paired = new Set(pairs.flat());
  return { pairs, left: left.filter((row) => !paired.has(row)), right: right.filter((row) => !paired.has(row)) };
}

function isNear(a: Record<string, Scalar>, b: Record<string, Scalar>, subject: string): boolean {
  const [one, other] = [a[subject], b[subject]];
  if ((a.office ?? null) !== (b.office ?? null) || typeof one !== "string" || typeof other !== "string") return false;
  const limit = nearLimit(Math.min(one.length, other.length));
  return editDistance(one, other, limit) <= limit;
}

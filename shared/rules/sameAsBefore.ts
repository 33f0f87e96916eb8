import type { Finding } from "../answer.ts";
import type { FieldDefinition, FieldKind } from "../forms/definition.ts";
import type { Scalar } from "../sheet/grid.ts";

/** Kinds whose values hardly stay the same for every row from month to month. Ticks and names do. */
const TELLING = new Set<FieldKind>(["date", "count", "money", "duration"]);
/** One or two equal numbers are chance. */
const FEWEST = 3;

/**
 * Every telling value of every row is that of the last report: likely the old sheet sent again. `rows` and `before` are pairs of
 * the same thing, in any order; `complete` says that neither has a row the other lacks.
 */
export function sameAsBefore(
  fields: readonly FieldDefinition[],
  pairs: readonly (readonly [now: Readonly<Record<string, Scalar>>, before: Readonly<Record<string, Scalar>>])[],
  complete: boolean,
  period: string,
): Finding[] {
  const telling = fields.filter(({ kind }) => TELLING.has(kind)).map(({ id }) => id);
  if (!complete || telling.length === 0) return [];
  let equal = 0;
  for (const [now, before] of pairs)
    for (const id of telling) {
      const [a, b] = [now[id] ?? null, before[id] ?? null];
      if (a !== b) return [];
      if (a !== null && a !== "" && a !== 0) equal++;
    }
  return equal < FEWEST ? [] : [{ code: "SAME_BEFORE", verdict: "warn", cell: null, params: { before: period } }];
}

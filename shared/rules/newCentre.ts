import type { CellAnswer } from "../answer.ts";
import { isAccepted, worse } from "../answer.ts";
import { editDistance, foldLookalikes, nearLimit } from "../text/distance.ts";
import type { KnownBefore } from "./before.ts";
import { centreKey } from "./centre.ts";
import { sortCodes } from "./codes.ts";

const MOST = 3;

/**
 * A centre that no accepted report of the office has. A new one may well be right, so it is told and never changed; names that
 * differ by a letter or two are offered. Null where there is nothing to say.
 */
export function newCentre(cell: CellAnswer, known: KnownBefore): CellAnswer | null {
  const { value, verdict } = cell;
  if (known.centres.size === 0 || typeof value !== "string" || value === "" || !isAccepted(verdict)) return null;
  const key = centreKey(value);
  if (known.centres.has(key)) return null;
  return {
    ...cell,
    verdict: worse(verdict, "warn"),
    codes: sortCodes([...cell.codes, "CDC_NEW"]),
    suggestions: [...cell.suggestions, ...near(key, known)],
    params: { ...cell.params, centre: value },
  };
}

/** Known names near to a key, nearest first; of equals in the order of their keys. */
function near(key: string, known: KnownBefore): string[] {
  const folded = foldLookalikes(key);
  const limit = nearLimit(folded.length);
  const found: { name: string; key: string; distance: number }[] = [];
  for (const [other, name] of known.centres) {
    const distance = editDistance(folded, foldLookalikes(other), limit);
    if (distance <= limit) found.push({ name, key: other, distance });
  }
  found.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  return found.slice(0, MOST).map(({ name }) => name);
}

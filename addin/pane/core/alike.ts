import type { Report } from "../../../shared/answer.ts";
import type { Grid } from "../../../shared/sheet/grid.ts";
import type { CellWrite } from "../../host.ts";
import { choicesFor, type Say } from "./choices.ts";
import type { Point } from "./points.ts";

/** What must agree before a choice for one point may be taken for another: the words, the reasons, the choices, the places around. */
function signature(point: Point): string | null {
  const { answer } = point;
  if (point.kind !== "cell" || answer === null) return null;
  const params = { ...(answer.params ?? {}) };
  return JSON.stringify([point.fields, point.raw, answer.codes, answer.suggestions, params, point.context]);
}

/** The points that a choice for this one may be taken for, itself among them, in the order of the sheet. */
export function alike(point: Point, points: readonly Point[]): Point[] {
  const own = signature(point);
  if (own === null || (point.answer?.suggestions.length ?? 0) === 0) return [point];
  return points.filter((other) => other.key === point.key || signature(other) === own);
}

/** The writes of one choice for all of them, each cell once. Points where just that choice is not on offer are left out. */
export function writesForAll(points: readonly Point[], say: Say, report: Report, grid: Grid): CellWrite[] {
  const wanted = JSON.stringify(say);
  const offered = (point: Point) =>
    choicesFor(point, report, grid).find((choice) => JSON.stringify(choice.say) === wanted);
  const writes = new Map<string, CellWrite>();
  for (const point of points)
    for (const write of offered(point)?.writes ?? []) {
      const at = `${write.row}:${write.col}`;
      if (!writes.has(at)) writes.set(at, write);
    }
  return [...writes.values()];
}

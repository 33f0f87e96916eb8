import { parseAddress } from "../../shared/sheet/address.ts";
import type { Language } from "../../shared/words/report.ts";
import type { Mark } from "../host.ts";
import type { Point } from "./core/points.ts";
import { pointSentence } from "./sentences.ts";

/** One mark for every cell that has a point; the first point of a cell speaks. */
export function marksOf(points: readonly Point[], language: Language): Mark[] {
  const marks = new Map<string, Mark>();
  for (const point of points) {
    const at = point.cell === null ? null : parseAddress(point.cell);
    if (at === null || point.cell === null || marks.has(point.cell)) continue;
    marks.set(point.cell, { ...at, verdict: point.verdict, note: pointSentence(point, language) });
  }
  return [...marks.values()];
}

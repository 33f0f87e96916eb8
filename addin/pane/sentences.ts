import { cellMessage, type Language, sentence } from "../../shared/words/report.ts";
import type { Point } from "./core/points.ts";

/** What a point says: what is wrong, why, what to do. The choices are not in it: they stand under it as buttons. */
export function pointSentence(point: Point, language: Language): string {
  if (point.text !== null) return point.text;
  if (point.kind === "cell" && point.answer !== null)
    return cellMessage({ ...point.answer, suggestions: [] }, language) ?? "";
  if (point.code === null) return "";
  return sentence(point.code, { typed: point.raw, ...(point.answer?.params ?? {}), ...point.params }, language);
}

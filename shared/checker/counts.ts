import type { Counts, RowAnswer } from "../answer.ts";

export function emptyCounts(): Counts {
  return { rows: 0, ok: 0, fixed: 0, warn: 0, suggest: 0, error: 0, skip: 0 };
}

/** Adds a row to the counts, or takes it out. */
export function count(counts: Counts, answer: RowAnswer, by: 1 | -1): void {
  counts[answer.verdict] += by;
  if (answer.verdict !== "skip") counts.rows += by;
}

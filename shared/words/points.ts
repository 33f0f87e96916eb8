import type { Report, Verdict } from "../answer.ts";
import { cellMessage, FIELD_WORDS, type Language, rowMessage, sentence } from "./report.ts";

/** One thing a person should look at, with its place and its sentence. */
export interface SpokenPoint {
  /** A1 address, where there is one. */
  cell: string | null;
  row: number | null;
  /** What the column is called; "" for a point about a row or the sheet. */
  column: string;
  verdict: Verdict;
  message: string;
}

const RANK: Record<Verdict, number> = { ok: 0, fixed: 1, warn: 2, suggest: 3, error: 4 };

/** Neighbours of a row that share a sentence, as one: "F7, G7". For lists that people read. */
export function gatherPoints(points: readonly SpokenPoint[]): SpokenPoint[] {
  const gathered: SpokenPoint[] = [];
  for (const point of points) {
    const last = gathered[gathered.length - 1];
    if (last !== undefined && last.row === point.row && last.message === point.message && last.cell && point.cell) {
      last.cell += `, ${point.cell}`;
      last.column = last.column === "" || point.column === "" ? "" : `${last.column}, ${point.column}`;
    } else gathered.push({ ...point });
  }
  return gathered;
}

/** Every point of a report that is at least as bad as `from`, in sheet order, the sheet itself first. */
export function spokenPoints(report: Report, language: Language, from: Verdict = "suggest"): SpokenPoint[] {
  const counts = (verdict: string) => (RANK[verdict as Verdict] ?? -1) >= RANK[from];
  const points: SpokenPoint[] = [];
  for (const { code, verdict, cell, params } of report.findings)
    if (counts(verdict))
      points.push({ cell, row: null, column: "", verdict, message: sentence(code, params, language) });
  const cellPoint = (field: string, row: number | null, answer: Report["fields"][string]) => {
    if (!counts(answer.verdict)) return;
    const message = cellMessage(answer, language);
    const column = FIELD_WORDS[language][field] ?? "";
    if (message !== undefined) points.push({ cell: answer.cell, row, column, verdict: answer.verdict, message });
  };
  for (const [field, answer] of Object.entries(report.fields)) cellPoint(field, null, answer);
  for (const row of report.rows) {
    if (row.verdict === "skip" || !counts(row.verdict)) continue;
    const about = rowMessage(row, language);
    if (about !== undefined)
      points.push({ cell: null, row: row.row, column: "", verdict: row.verdict, message: about });
    for (const [field, answer] of Object.entries(row.cells)) cellPoint(field, row.row, answer);
  }
  return points;
}

import type { Report, RowAnswer } from "../shared/answer.ts";
import type { PlainRow, RowJudge } from "./peers.ts";

/**
 * What a schema of one row, its fields judged one by one, does not say: that an office lies in another district, that free
 * text holds a person's number, that another row reports the same centre.
 */
const BEYOND = new Set(["LAO_NOT_IN_AMPHOE", "PII", "ROW_DUPLICATE"]);

export interface Comparison {
  rows: number;
  /** Rows both refuse. */
  both: number;
  /** Rows only we speak of, all of them for reasons the schema does not know. */
  beyond: number;
  /** Numbers of rows that one refuses and the other should, too. */
  differ: number[];
}

function isBeyond(answer: RowAnswer): boolean {
  const cells = Object.values(answer.cells).filter((cell) => cell.verdict !== "ok");
  return [...answer.codes, ...cells.flatMap((cell) => cell.codes)].every((code) => BEYOND.has(code));
}

/** Compares, row for row, what we speak of (anything but ok) with what a peer refuses. */
export function compare(report: Report, rows: readonly PlainRow[], judge: RowJudge): Comparison {
  const result: Comparison = { rows: rows.length, both: 0, beyond: 0, differ: [] };
  report.rows.forEach((answer, i) => {
    const ours = answer.verdict !== "ok";
    const theirs = judge(rows[i]!) > 0;
    if (ours && theirs) result.both++;
    else if (ours && isBeyond(answer)) result.beyond++;
    else if (ours !== theirs) result.differ.push(answer.row);
  });
  return result;
}

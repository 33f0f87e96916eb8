import { isAccepted, type Report } from "../../shared/answer.ts";
import type { Cell, Scalar } from "../../shared/sheet/grid.ts";
import type { Chapter } from "./make.ts";
import type { TruthRow } from "./truth.ts";

/** What a cell must hold in the master when the row means `row`; undefined where the truth leaves it open. */
function meantValue(row: TruthRow, field: string): Scalar | undefined {
  switch (field) {
    case "province":
      return row.provinceName;
    case "district":
      return row.district;
    case "office":
      return row.office;
    case "centre":
      return row.status === "nil" ? undefined : row.centre;
    case "done":
      return row.status === "done";
    case "notDone":
      return row.status === "notDone";
    case "remark":
      return row.remark;
    default:
      return undefined;
  }
}

/** Cells that the checker accepted with another value than the office meant: there must be none, ever. */
export function wrongFixes(chapter: Chapter, report: Report): string[] {
  const wrong: string[] = [];
  const typedOffices = new Set(report.rows.map((row) => row.cells.office?.raw));
  for (const row of report.rows) {
    const meant = chapter.meant.get(row.row);
    if (meant === undefined || row.verdict === "skip") continue;
    for (const [field, answer] of Object.entries(row.cells)) {
      const value = meantValue(meant, field);
      if (value === undefined || !isAccepted(answer.verdict) || answer.value === value) continue;
      // Another office's name, typed without a flaw (and repeated by ditto marks), is no repair: sending refuses it.
      if (field === "office" && typedOffices.has(answer.value as string)) continue;
      wrong.push(
        `${chapter.office.code} ${answer.cell ?? field} ${JSON.stringify(answer.raw)} -> ${JSON.stringify(answer.value)}, meant ${JSON.stringify(value)} (${answer.codes})`,
      );
    }
  }
  return wrong;
}

/** Rows that were meant and are not in the answer, or are skipped. */
export function lostRows(chapter: Chapter, report: Report): number[] {
  const kept = new Set(report.rows.filter((row) => row.verdict !== "skip").map((row) => row.row));
  return [...chapter.meant.keys()].filter((row) => !kept.has(row));
}

/**
 * Does what a person at the sheet would do with an answer: types the right value where one was asked for,
 * clears a repeated row. Answers how many cells were touched; 0 when nothing was left to do.
 */
export function settle(chapter: Chapter, report: Report): number {
  let touched = 0;
  const type = (row: number, field: string, value: Cell) => {
    const column = chapter.columns.get(field);
    if (column === undefined) return;
    const cells = chapter.grid.rows[row - 1]!;
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
    touched += 1;
  };
  for (const row of report.rows) {
    if (row.verdict === "skip" || isAccepted(row.verdict)) continue;
    const meant = chapter.meant.get(row.row);
    if (meant === undefined) {
      chapter.grid.rows[row.row - 1] = [];
      touched += 1;
      continue;
    }
    const asked = Object.entries(row.cells).filter(([, answer]) => !isAccepted(answer.verdict));
    const fields = asked.length > 0 ? asked.map(([field]) => field) : Object.keys(row.cells);
    for (const field of fields) {
      const value = meantValue(meant, field);
      if (typeof value === "boolean") type(row.row, field, value ? "/" : null);
      else if (value !== undefined) type(row.row, field, value);
    }
  }
  return touched;
}

/** Cells the collector refused because they name another office; the person types the own one. */
export function settleOffices(chapter: Chapter, findings: readonly { row?: number }[]): void {
  for (const { row } of findings) {
    const meant = chapter.meant.get(row!)!;
    chapter.grid.rows[row! - 1]![chapter.columns.get("office")!] = meant.office;
  }
}

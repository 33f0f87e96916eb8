import type { CellAnswer, FieldAnswer, Verdict } from "../../shared/answer.ts";
import { type SpokenReport, VERDICT_WORDS, type WithMessage } from "../../shared/words/report.ts";

/** Everything worth a line, in sheet order: first about the sheet, then row by row. Cells that are right are not named. */
export function reportLines(report: SpokenReport): string[] {
  const lines: string[] = [];
  for (const finding of report.findings) {
    lines.push(line(finding.verdict, finding.cell, finding.message ?? finding.code));
  }
  for (const [field, answer] of Object.entries(report.fields)) {
    if (answer.verdict === "ok") continue;
    lines.push(line(answer.verdict, answer.cell ?? field, cellText(answer)));
  }
  for (const row of report.rows) {
    if (row.verdict === "skip" || row.verdict === "ok") continue;
    if (row.message !== undefined) lines.push(line(row.verdict, `แถว ${row.row}`, row.message));
    for (const [field, answer] of Object.entries(row.cells)) {
      if (answer.verdict === "ok") continue;
      lines.push(line(answer.verdict, answer.cell ?? `${row.row} ${field}`, cellText(answer)));
    }
  }
  return lines;
}

function line(verdict: Verdict, where: string | null, text: string): string {
  return `${VERDICT_WORDS.th[verdict]}  ${where === null ? "" : `${where}  `}${text.replace(/\s*\n\s*/g, " ")}`;
}

function cellText(answer: WithMessage<CellAnswer | FieldAnswer>): string {
  if (answer.verdict !== "fixed") return answer.message ?? answer.codes.join(" ");
  const change = `${quoted(answer.raw)} → ${quoted(answer.value)}`;
  return answer.message === undefined ? `${change} (${answer.codes.join(" ")})` : `${change}  ${answer.message}`;
}

function quoted(value: unknown): string {
  if (value === null || value === "" || value === false) return "(ว่าง)";
  return value === true ? "✓" : `"${String(value)}"`;
}

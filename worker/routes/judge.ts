import type { Report } from "../../shared/answer.ts";
import { type CheckOptions, CheckProblem, checkGrid, checkWorkbook } from "../../shared/check.ts";
import { provinceCodeOf, seatOf } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import type { Grid, Workbook } from "../../shared/sheet/grid.ts";
import type { ProblemFinding } from "../../shared/wire/report.ts";
import { withMessages } from "../../shared/words/report.ts";
import { unreadableSentence } from "../../shared/words/unreadable.ts";
import type { Limits } from "../../shared/workbook/limits.ts";
import { readWorkbook, UnreadableFile } from "../../shared/workbook/read.ts";
import { HttpProblem } from "./problems.ts";
import { districtNamed } from "./reporterIn.ts";
import type { Language } from "./route.ts";

/** A problem names at most so many places; the counts say how many there are. */
const MAX_FINDINGS = 500;

/** Reads an uploaded workbook. Throws `unreadable-file` with the reason and the sentence that says what to do. */
export async function readFile(
  bytes: Uint8Array,
  fileName: string,
  language: Language,
  limits?: Partial<Limits>,
): Promise<Workbook> {
  try {
    return await readWorkbook(bytes, { fileName, limits });
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    throw new HttpProblem("unreadable-file", { reason: error.code }, { detail: unreadableSentence(error, language) });
  }
}

/** Verdicts on a grid. Throws `form-unknown`. */
export function judgeGrid(grid: Grid, options: CheckOptions): Report {
  return begun(() => checkGrid(grid, options));
}

/** Verdicts on the sheet of a workbook that is the report. Throws `form-unknown`, `sheet-missing`. */
export function judgeWorkbook(workbook: Workbook, options: CheckOptions): Report {
  return begun(() => checkWorkbook(workbook, options));
}

function begun(check: () => Report): Report {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof CheckProblem)) throw error;
    throw new HttpProblem(error.code === "no-sheet" ? "sheet-missing" : "form-unknown", error.params);
  }
}

/** Throws `not-submittable` with every place that waits for a person. */
export function requireSubmittable(report: Report, language: Language): void {
  if (report.submittable) return;
  const told = withMessages(report, language);
  const findings: ProblemFinding[] = told.findings
    .filter((finding) => finding.verdict === "error" || finding.verdict === "suggest")
    .map(({ code, verdict, cell, message }) => ({ code, verdict, cell, message }));
  for (const [field, answer] of Object.entries(told.fields)) {
    const { verdict, cell, message } = answer;
    if (verdict !== "error" && verdict !== "suggest") continue;
    findings.push({ code: answer.codes[0] ?? "", verdict, cell, field, suggestions: answer.suggestions, message });
  }
  for (const { row, verdict, codes, cells, message: about } of told.rows) {
    if (verdict !== "error" && verdict !== "suggest") continue;
    const before = findings.length;
    for (const [field, answer] of Object.entries(cells)) {
      if (answer.verdict !== "error" && answer.verdict !== "suggest") continue;
      const { raw, suggestions, message } = answer;
      findings.push({
        code: answer.codes[0] ?? "",
        verdict: answer.verdict,
        cell: answer.cell,
        row,
        field,
        raw,
        suggestions,
        message,
      });
    }
    if (findings.length === before) findings.push({ code: codes[0] ?? "", verdict, cell: null, row, message: about });
  }
  throw new HttpProblem("not-submittable", {}, { findings: findings.slice(0, MAX_FINDINGS), counts: report.counts });
}

/** Throws `office-mismatch` where a district's report names another district than the one that reports. */
export function requireOwnDistrict(report: Report, seat: string, registry: Registry): void {
  const own = registry.districts(provinceCodeOf(seat)).find((one) => seatOf(one.code) === seat);
  const named = districtNamed(report);
  if (own === undefined || named === null || named === own.name) return;
  const [field, answer] = Object.entries(report.fields).find(([, { value }]) => value === named)!;
  const finding: ProblemFinding = { code: "office-mismatch", verdict: "error", cell: answer.cell, field };
  throw new HttpProblem("office-mismatch", { office: seat }, { findings: [finding] });
}

/** Throws `office-mismatch` naming the rows of any other office than the one that reports. */
export function requireOneOffice(report: Report, office: string): void {
  const findings: ProblemFinding[] = [];
  for (const { row, verdict, cells } of report.rows) {
    if (verdict === "skip") continue;
    for (const [field, { officeCode, cell, raw }] of Object.entries(cells))
      if (officeCode !== undefined && officeCode !== office)
        findings.push({ code: "office-mismatch", verdict: "error", cell, row, field, raw });
  }
  if (findings.length > 0)
    throw new HttpProblem("office-mismatch", { office }, { findings: findings.slice(0, MAX_FINDINGS) });
}

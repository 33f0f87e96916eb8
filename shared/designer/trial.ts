import type { Report, Verdict } from "../answer.ts";

/** How well a definition reads a filled sheet. */
export interface Trial {
  sheet: string;
  rows: number;
  /** Filled cells by verdict. */
  cells: Record<Verdict, number>;
  /** Columns of the sheet that no field was found for, and fields without a column. */
  extra: string[];
  missing: string[];
}

/** Counts what the checker made of the filled cells of a sheet: how many are read, how many it asks about. */
export function trialOf(report: Report): Trial {
  const cells: Trial["cells"] = { ok: 0, fixed: 0, warn: 0, suggest: 0, error: 0 };
  for (const row of report.rows)
    for (const { raw, verdict } of Object.values(row.cells)) if (raw !== null && raw !== "") cells[verdict]++;
  const labels = (code: string, slot: string) =>
    report.findings.filter((finding) => finding.code === code).map(({ params }) => String(params[slot] ?? ""));
  return {
    sheet: report.sheet,
    rows: report.counts.rows,
    cells,
    extra: labels("COL_INSERTED", "label"),
    missing: labels("COL_DELETED", "expected"),
  };
}

import { needsOf } from "../../shared/files/needs.ts";
import { officeLabel } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import { withoutStamp } from "../../shared/sheet/stamp.ts";
import type { SubmissionRequest } from "../../shared/wire/report.ts";
import type { Draft } from "./core/state.ts";
import { formOf } from "./knownForms.ts";
import type { About } from "./send/kept.ts";

/** What is posted for a draft: the sheet as it was judged, without our own note of an earlier receipt. */
export function requestOf(
  { report, reading }: Draft,
  period: string,
  office: string,
  client: SubmissionRequest["client"],
): SubmissionRequest {
  const form = formOf(report)!;
  const { certifier } = report;
  return {
    ...{ form: form.id, version: form.version, period, office, certifier, client },
    ...(report.answered === undefined ? {} : { columns: report.answered }),
    grid: withoutStamp(reading.grid),
  };
}

/** What a person recognises the report by while it waits. */
export function aboutOf(
  { report }: Draft,
  { form, period, office }: SubmissionRequest,
  document: string,
  registry: Registry | null,
): About {
  const known = registry?.byCode(office);
  const data = report.rows.filter((row) => row.verdict !== "skip");
  const asked = formOf(report);
  const needs = asked === undefined ? [] : needsOf(asked, report);
  return {
    ...{ document, form, title: formOf({ form })?.title[0] ?? form, period, office },
    officeName: known === undefined ? office : officeLabel(known),
    ...{ rows: data.length, nil: data.length > 0 && data.every((row) => row.status === "nil") },
    files: needs.reduce((sum, { count }) => sum + count, 0),
  };
}

/** The offices of the data rows, with where each first stands. */
export function officesIn(report: Draft["report"]): Draft["offices"] {
  const offices = new Map<string, Draft["offices"][number]>();
  for (const row of report.rows)
    for (const answer of Object.values(row.cells))
      if (answer.officeCode !== undefined && !offices.has(answer.officeCode))
        offices.set(answer.officeCode, { code: answer.officeCode, row: row.row, cell: answer.cell });
  return [...offices.values()];
}

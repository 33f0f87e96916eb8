import type { Report } from "../../shared/answer.ts";
import { findForm } from "../../shared/forms/index.ts";
import { seatOf } from "../../shared/offices/office.ts";
import type { Registry } from "../../shared/offices/registry.ts";

/** Who reports, as the sheet says it: its one office, or the district it names where districts report. Null while that is open. */
export function reporterIn(report: Report, registry: Registry): string | null {
  const form = findForm(report.form);
  if (form?.roster !== "districts") return report.office;
  const name = districtNamed(report);
  const found = registry.districts(report.province ?? "").find((one) => one.name === name);
  return found === undefined ? null : seatOf(found.code);
}

/** The district a form without a table names for itself; null where there is none, or a person has to decide. */
export function districtNamed(report: Report): string | null {
  const field = findForm(report.form)?.fields.find(({ kind }) => kind === "district");
  const value = field === undefined ? null : (report.fields[field.id]?.value ?? null);
  return typeof value === "string" ? value : null;
}

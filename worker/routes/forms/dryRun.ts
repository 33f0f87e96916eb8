import type { Report } from "../../../shared/answer.ts";
import { checkGrid } from "../../../shared/check.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { officeLabel } from "../../../shared/offices/office.ts";
import type { Registry } from "../../../shared/offices/registry.ts";
import type { DryRun } from "../../../shared/wire/forms.ts";
import { withMessages } from "../../../shared/words/report.ts";
import type { AcceptedSheet } from "../../province/forms/accepted.ts";

/** Findings named for one office; the count says how many there are. */
const MOST_NAMED = 20;

type Place = DryRun["offices"][number]["findings"][number];

/**
 * What a draft would newly block on sheets that were accepted: the places that wait for a person under the draft and do not under the
 * version each was sent under, both judged now, so that only the change of the form is told. Offices without any are left out.
 */
export function dryRun(
  sheets: readonly AcceptedSheet[],
  draft: FormDefinition,
  sentUnder: (version: number) => FormDefinition,
  { registry, province, period }: { registry: Registry; province: string; period: string },
): DryRun["offices"] {
  const judge = (sheet: AcceptedSheet, form: FormDefinition) =>
    blockedPlaces(checkGrid(sheet.grid, { registry, province, period, form: form.id, forms: [form] }));
  return sheets.flatMap((sheet) => {
    const before = new Set(judge(sheet, sentUnder(sheet.formVersion)).map(keyOf));
    const fresh = judge(sheet, draft).filter((place) => !before.has(keyOf(place)));
    if (fresh.length === 0) return [];
    const office = registry.byCode(sheet.office);
    return {
      ...{ office: sheet.office, submission: sheet.submission, count: fresh.length },
      name: office === undefined ? sheet.office : officeLabel(office),
      district: office?.district ?? "",
      findings: fresh.slice(0, MOST_NAMED),
    };
  });
}

function keyOf({ code, cell, field, row }: Place): string {
  return JSON.stringify([code, cell, field, row]);
}

const waits = ({ verdict }: { verdict: string }) => verdict === "error" || verdict === "suggest";

/** Everything that keeps a sheet from being sent, each with its place. */
function blockedPlaces(judged: Report): Place[] {
  const { findings, fields, rows } = withMessages(judged, "th");
  const places: Place[] = findings
    .filter(waits)
    .map(({ code, cell, message }) => ({ code, cell, field: null, row: null, message: message ?? code }));
  const add = (
    field: string,
    row: number | null,
    answer: { codes: readonly string[]; cell: string | null; message?: string },
  ) =>
    places.push({ ...{ code: answer.codes[0] ?? "", cell: answer.cell, field, row }, message: answer.message ?? "" });
  for (const [field, answer] of Object.entries(fields)) if (waits(answer)) add(field, null, answer);
  for (const row of rows) {
    if (!waits(row)) continue;
    const before = places.length;
    for (const [field, answer] of Object.entries(row.cells)) if (waits(answer)) add(field, row.row, answer);
    if (places.length === before)
      places.push({ code: row.codes[0] ?? "", cell: null, field: null, row: row.row, message: row.message ?? "" });
  }
  return places;
}

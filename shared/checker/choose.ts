import type { Finding } from "../answer.ts";
import { parsePeriod } from "../calendar/period.ts";
import { type FieldKind, FORMS, type FormDefinition } from "../forms/index.ts";
import type { Registry } from "../offices/registry.ts";
import type { Grid, Workbook } from "../sheet/grid.ts";
import { IDENTITY_NAME, type Identity, parseIdentity } from "../sheet/identity.ts";
import { GridView } from "../sheet/view.ts";
import { normalizeText } from "../text/normalize.ts";
import { documentPeriod } from "./documentChecker.ts";
import { findFit } from "./fit.ts";
import type { Layout } from "./layout.ts";

/** Sheets people keep beside the report: examples, copies, lists. */
const ASIDE = /ตัวอย่าง|สำเนา|copy|ต้นฉบับ|คำอธิบาย|คำชี้แจง|วิธี|example|template|backup|เก่า|\(\d+\)$/i;

export interface Choice {
  grid: Grid;
  form: FormDefinition;
  identity: Identity | null;
  findings: Finding[];
}

/** The identity of a blank we wrote, from the workbook's defined names. */
export function findIdentity(workbook: Workbook): Identity | null {
  for (const { name, value } of workbook.names) {
    if (name.toUpperCase() !== IDENTITY_NAME) continue;
    const identity = parseIdentity(value);
    if (identity !== null) return identity;
  }
  return null;
}

interface Candidate {
  grid: Grid;
  form: FormDefinition;
  period: string | null;
  filled: number;
  aside: boolean;
  place: number;
}

/**
 * Chooses the sheet to read: the one named, else the one of the wanted period, else the latest filled period sheet, with
 * examples, copies and hidden sheets last. When other sheets could have been meant, a finding names them.
 */
export function chooseSheet(
  workbook: Workbook,
  registry: Registry,
  wanted: { form?: string; sheet?: string; period?: string; forms?: readonly FormDefinition[] },
): Choice | null {
  const identity = findIdentity(workbook);
  const only = wanted.form ?? identity?.form;
  const known = wanted.forms ?? FORMS;
  const forms = only === undefined ? known : known.filter((form) => form.id === only);
  const named = wanted.sheet === undefined ? null : normalizeText(wanted.sheet).text;
  const candidates: Candidate[] = [];
  workbook.sheets.forEach((grid, place) => {
    const name = normalizeText(grid.sheet).text;
    if (named !== null && name !== named) return;
    if (named === null && grid.hidden === true) return;
    const view = new GridView(grid);
    const fit = findFit(view, forms, registry);
    if (fit === null) return;
    const { form, layout } = fit;
    const titled = layout === null ? documentPeriod(view) : layout.title.period;
    const period = parsePeriod(grid.sheet) ?? titled;
    candidates.push({
      grid,
      form,
      period,
      filled: layout === null ? 1 : countFilled(view, form, layout),
      aside: ASIDE.test(name),
      place,
    });
  });
  const period = wanted.period ?? identity?.period ?? undefined;
  candidates.sort(
    (a, b) => rank(b, period) - rank(a, period) || comparePeriod(b.period, a.period) || a.place - b.place,
  );
  const best = candidates[0];
  if (best === undefined) return fallback(workbook, named, forms[0], identity);
  const others = candidates.filter((other) => other !== best && other.filled > 0 && !other.aside);
  const asks = named === null && wanted.period === undefined && others.length > 0;
  const findings: Finding[] = asks
    ? [
        {
          code: "SHEET_OTHERS",
          verdict: "warn",
          cell: null,
          params: { sheet: best.grid.sheet, others: others.map((other) => other.grid.sheet).join(", ") },
        },
      ]
    : [];
  return { grid: best.grid, form: best.form, identity: identity?.form === best.form.id ? identity : null, findings };
}

function rank(candidate: Candidate, period: string | undefined): number {
  return (
    (period !== undefined && candidate.period === period ? 8 : 0) +
    (candidate.filled > 0 ? 4 : 0) +
    (candidate.aside ? 0 : 2) +
    (candidate.period !== null ? 1 : 0)
  );
}

function comparePeriod(a: string | null, b: string | null): number {
  const x = a ?? "";
  const y = b ?? "";
  return x < y ? -1 : x > y ? 1 : 0;
}

/** Kinds of which a row in which nobody has written yet may hold something, and remarks, which say little. */
const PREFILLED = new Set<FieldKind>(["seq", "province", "district", "remark"]);

/** Rows under the heading with something in the columns an officer fills. */
function countFilled(view: GridView, form: FormDefinition, layout: Layout): number {
  const columns = form.fields
    .filter(({ kind }) => !PREFILLED.has(kind))
    .map(({ id }) => layout.map.columns.get(id))
    .filter((col): col is number => col !== undefined);
  let filled = 0;
  for (let row = layout.firstDataRow; row < view.height; row++)
    if (columns.some((col) => !view.isBlank(row, col))) filled++;
  return filled;
}

/** No sheet has the heading: the first visible one is named in the answer, and the finding says the form was not found. */
function fallback(
  workbook: Workbook,
  named: string | null,
  form: FormDefinition | undefined,
  identity: Identity | null,
): Choice | null {
  const visible = workbook.sheets.filter((grid) => named === null || normalizeText(grid.sheet).text === named);
  const grid = visible.find((candidate) => candidate.hidden !== true && candidate.rows.length > 0) ?? visible[0];
  return grid === undefined || form === undefined ? null : { grid, form, identity, findings: [] };
}

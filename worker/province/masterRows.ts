import type { RowAnswer, RowStatus } from "../../shared/answer.ts";
import type { Scalar } from "../../shared/sheet/grid.ts";
import { type Actor, scopeOf, within } from "./actor.ts";
import type { Journal } from "./journal.ts";
import { mayOpen } from "./levels/seen.ts";

export interface VersionRef {
  submission: string;
  version: number;
}

/** One data row of a version, as the master takes it. */
export interface MasterRow {
  row: number;
  status: RowStatus;
  values: Record<string, Scalar>;
  /** Field -> the text as typed, only where it differs from the value. */
  typed: Record<string, Scalar>;
}

/** The data rows of some versions, in the order asked; a version outside the actor's reach has none. */
export function masterRows(journal: Journal, actor: Actor, refs: readonly VersionRef[]): MasterRow[][] {
  const scope = within(scopeOf(actor), "s.office");
  const place = new Map(refs.map((ref, i) => [`${ref.submission}/${ref.version}`, i]));
  const result: MasterRow[][] = refs.map(() => []);
  const found = journal.read<VersionRef & { answer: string }>(
    `SELECT r.submission, r.version, r.answer FROM json_each(?) a
     JOIN rows r ON r.submission = a.value ->> 'submission' AND r.version = a.value ->> 'version'
     JOIN submissions s ON s.id = r.submission
     WHERE r.verdict <> 'skip' AND ${scope.sql} AND ${mayOpen(actor, "r.submission", "r.version")} ORDER BY a.key, r.row`,
    JSON.stringify(refs.map(({ submission, version }) => ({ submission, version }))),
    ...scope.binds,
  );
  for (const { submission, version, answer } of found)
    result[place.get(`${submission}/${version}`)!]!.push(toMasterRow(JSON.parse(answer)));
  return result;
}

function toMasterRow(answer: RowAnswer): MasterRow {
  const values: Record<string, Scalar> = {};
  const typed: Record<string, Scalar> = {};
  for (const [field, cell] of Object.entries(answer.cells)) {
    values[field] = cell.value;
    if (cell.raw !== cell.value) typed[field] = cell.raw;
  }
  return { row: answer.row, status: answer.status ?? plainStatus(values), values, typed };
}

/** A row without a status of its own: where ticks are asked for and none is set it was not done; else it tells of what was done. */
function plainStatus(values: Record<string, Scalar>): RowStatus {
  return Object.values(values).some((value) => typeof value === "boolean") ? "notDone" : "done";
}

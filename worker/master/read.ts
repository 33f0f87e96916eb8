import { type FormBook, formVersion, readBy } from "../../shared/forms/book.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import { fill } from "../../shared/words/fill.ts";
import { th } from "../../shared/words/master.ts";
import type { Actor } from "../province/actor.ts";
import type { Counting } from "../province/overview.ts";
import { Refusal } from "../province/refusal.ts";
import type { RosterOf, RosterOffice } from "../province/roster.ts";
import type { VersionRef } from "../province/store.ts";
import { mergeForms } from "./mergeForms.ts";
import { buildMaster, type MasterModel } from "./model.ts";
import type { CurrentSubmission, StoredRow } from "./types.ts";

/** Reports whose rows travel together: few calls, and never a whole province in memory twice. */
const REPORTS_A_CALL = 32;

/** What a master is read from: a province here or afar. */
export interface MasterStore {
  offices(actor: Actor, of?: RosterOf): Promise<RosterOffice[]>;
  current(actor: Actor, form: string, period: string): Promise<Counting[]>;
  masterRows(actor: Actor, refs: readonly VersionRef[]): Promise<StoredRow[][]>;
}

/** A store whose master leaves the house as a file: the audit says who took it out, in the transaction that reads it. */
export function asExport(
  store: MasterStore & { exported(actor: Actor, form: string, period: string, as: string): Promise<Counting[]> },
  as: "xlsx" | "csv" | "print",
): MasterStore {
  return {
    offices: (actor, of) => store.offices(actor, of),
    current: (actor, form, period) => store.exported(actor, form, period, as),
    masterRows: (actor, refs) => store.masterRows(actor, refs),
  };
}

/**
 * The master of a province as far as the actor sees it: received, returned and accepted reports of the period; what was
 * withdrawn counts as not sent. The columns are those of the version that holds in the period, and whatever a report was sent under beside it. Rows are fetched while the master is written, a few offices at a time; versions never change, so the second reading gives the same rows. Throws `form-unknown`.
 */
export async function readMaster(
  store: MasterStore,
  actor: Actor,
  { book, form: id }: { book: FormBook; form: string },
  period: string,
): Promise<MasterModel> {
  const base = readBy(book, id, period);
  if (base === undefined) throw new Refusal("form-unknown", { form: id });
  const offices = await store.offices(actor, { form: id, period });
  const place = new Map(offices.map((office, i) => [office.code, i]));
  const current = (await store.current(actor, id, period))
    .filter((one) => one.status !== "withdrawn")
    .sort((a, b) => (place.get(a.office) ?? offices.length) - (place.get(b.office) ?? offices.length));
  const rows = rowReader(store, actor, current);
  return buildMaster({
    form: formOf(base, book, current),
    province: { code: offices[0]?.provinceCode ?? "", name: offices[0]?.province ?? "" },
    period,
    offices: offices.filter((office) => office.active || current.some((one) => one.office === office.code)),
    submissions: current.map((one, i) => toSubmission(one, { [Symbol.asyncIterator]: () => rows(i) })),
  });
}

function formOf(base: FormDefinition, book: FormBook, sent: readonly Counting[]): FormDefinition {
  const versions = [...new Set(sent.map(({ formVersion: version }) => version))].sort((a, b) => b - a);
  const others = versions.flatMap((version) => formVersion(book, base.id, version) ?? []);
  const label = (heading: string, version: number) => fill(th.ofVersion, { heading, version });
  return mergeForms(base, others, label);
}

/** Reads the rows of the n-th report; those of its neighbours come along and are kept until another group is asked for. */
function rowReader(
  store: MasterStore,
  actor: Actor,
  reports: readonly Counting[],
): (n: number) => AsyncGenerator<StoredRow> {
  let held: { group: number; rows: Promise<StoredRow[][]> } | null = null;
  return async function* read(n) {
    const group = Math.floor(n / REPORTS_A_CALL);
    if (held?.group !== group) {
      const refs = reports.slice(group * REPORTS_A_CALL, (group + 1) * REPORTS_A_CALL);
      held = {
        group,
        rows: store.masterRows(
          actor,
          refs.map(({ submission, version }) => ({ submission, version })),
        ),
      };
    }
    yield* (await held.rows)[n % REPORTS_A_CALL]!;
  };
}

function toSubmission(one: Counting, rows: AsyncIterable<StoredRow>): CurrentSubmission {
  const { office, receipt, version, receivedAt, late, nil } = one;
  const status = one.status === "withdrawn" ? "received" : one.status;
  const { level, newer } = one;
  const sender = one.sender.name || one.sender.place;
  return { office, receipt, version, receivedAt, late, nil, status, sender, level, newer, rows };
}

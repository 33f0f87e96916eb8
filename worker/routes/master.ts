import type { FormDefinition } from "../../shared/forms/index.ts";
import { buildMaster, type MasterModel } from "../master/model.ts";
import type { CurrentSubmission, StoredRow } from "../master/types.ts";
import type { Partition, Remote } from "../people/partition.ts";
import type { Actor } from "../province/actor.ts";
import type { Summary } from "../province/summary.ts";

/** Reports whose rows travel together: few calls, and never a whole province in memory twice. */
const REPORTS_A_CALL = 32;

type Store = Pick<Remote<Partition>, "offices" | "exported" | "masterRows">;

/**
 * The master of a province as far as the actor sees it: received, returned and accepted reports of the period; what was
 * withdrawn counts as not sent. The audit says who took it out (`as`). Rows are fetched while the master is written, a few offices at a time; versions never
 * change, so the second reading gives the same rows. Throws `not-found` where the actor sees no office at all.
 */
export async function readMaster(
  store: Store,
  actor: Actor,
  form: FormDefinition,
  period: string,
  as: "xlsx" | "csv" = "xlsx",
): Promise<MasterModel> {
  const offices = await store.offices(actor);
  const place = new Map(offices.map((office, i) => [office.code, i]));
  const current = (await store.exported(actor, form.id, period, as))
    .filter((one) => one.status !== "withdrawn")
    .sort((a, b) => (place.get(a.office) ?? offices.length) - (place.get(b.office) ?? offices.length));
  const rows = rowReader(store, actor, current);
  return buildMaster({
    form,
    province: { code: offices[0]?.provinceCode ?? "", name: offices[0]?.province ?? "" },
    period,
    offices: offices.filter((office) => office.active || current.some((one) => one.office === office.code)),
    submissions: current.map((one, i) => toSubmission(one, { [Symbol.asyncIterator]: () => rows(i) })),
  });
}

/** Reads the rows of the n-th report; those of its neighbours come along and are kept until another group is asked for. */
function rowReader(store: Store, actor: Actor, reports: readonly Summary[]): (n: number) => AsyncGenerator<StoredRow> {
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

function toSubmission(one: Summary, rows: AsyncIterable<StoredRow>): CurrentSubmission {
  const { office, receipt, version, receivedAt, late, nil } = one;
  const status = one.status === "withdrawn" ? "received" : one.status;
  return { office, receipt, version, receivedAt, late, nil, status, sender: one.sender.name || one.sender.place, rows };
}

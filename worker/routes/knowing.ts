import type { Report } from "../../shared/answer.ts";
import type { Before } from "../../shared/check.ts";
import type { ColumnAnswers } from "../../shared/sheet/columnKeys.ts";
import type { Partition, Remote } from "../people/partition.ts";
import type { Actor } from "../province/actor.ts";

/** What the collector knows of an office that bears on a verdict; an input of it like the sheet itself. */
export interface Known {
  columns?: ColumnAnswers | undefined;
  before?: Before | null;
}

export interface Asking {
  /** What was said of columns with the request: it stands alone, and nothing is recalled. */
  said: ColumnAnswers | undefined;
  /** Whose sheet it is; some know before it is read, some only by what it says. */
  whose(first: Report): string | null;
  store: Remote<Partition>;
  actor: Actor;
}

/**
 * Judges with what the office said of such columns before, and beside what it reported before. Whose it is and for when may only be
 * known once it was judged; what is then known is the input of another look, and the verdict is the one every host gives for it.
 */
export async function judgeKnowing(judge: (known: Known) => Report, asking: Asking): Promise<Report> {
  const first = judge({ columns: asking.said });
  const office = asking.whose(first);
  if (office === null) return first;
  const columns = asking.said ?? (await recalled(asking, first.form, office));
  const again = columns === asking.said ? first : judge({ columns });
  if (again.period === null) return again;
  const before = await asking.store.before(asking.actor, { office, form: again.form, period: again.period });
  return isNothing(before) ? again : judge({ columns, before });
}

/** What was said of columns of an office's sheets before; undefined where nothing was, or it is not for this person. */
export async function recalled(
  { store, actor }: Pick<Asking, "store" | "actor">,
  form: string,
  office: string,
): Promise<ColumnAnswers | undefined> {
  const answers = await store.columnAnswers(actor, { form, office }).catch((error: unknown) => {
    if (error instanceof Error && error.name === "Refusal") return {};
    throw error;
  });
  return Object.keys(answers).length === 0 ? undefined : answers;
}

export function isNothing(before: Before | null): before is null {
  return before === null || (before.centres.length === 0 && before.last === null);
}

import type { Limits } from "../../shared/workbook/limits.ts";
import type { IntakeLimits } from "../intake/limits.ts";
import type { Need } from "../intake/needs.ts";
import { type IncomingFile, unpack } from "../intake/unpack.ts";
import type { Collector } from "../people/partition.ts";
import type { Actor } from "../province/actor.ts";
import { Refusal } from "../province/refusal.ts";
import { booksOf } from "./books.ts";
import { counts, type IntakeContext, type Judged, labelOf } from "./intakeJudge.ts";
import { arrivalOf } from "./intakeWaiting.ts";
import { rostersOf } from "./rosters.ts";
import { toKeep } from "./sending.ts";

/** What became of one file that came in. */
export interface Arrived {
  name: string;
  within: string[];
  id: string | null;
  /** "again": the same content waits already. "left": no file came out, and nobody was told but the caller. */
  outcome: "kept" | "again" | "sent" | "full" | "left";
  receipt: string | null;
  office: string | null;
  label: string | null;
  period: string | null;
  submittable: boolean;
  needs: Need[];
}

export interface MailTo {
  collector: Collector;
  province: string;
  /** Whoever brings the mail: the command line, or the mail handler. */
  actor: Actor;
  limits: IntakeLimits;
  workbook?: Partial<Limits>;
}

/**
 * Puts what came by mail before the province's eye. Only where a province has switched it on, and the sheet is a blank of ours made for
 * the very office its rows are of, has nothing to mend and takes no other version's place, it goes into the master by itself.
 * Throws `province-unknown` for a province that is not here.
 */
export async function receiveMail(files: Iterable<IncomingFile>, to: MailTo): Promise<Arrived[]> {
  const { collector, province, actor } = to;
  const store = await collector.at(province);
  const { registry } = await rostersOf(collector).of(province);
  const book = await booksOf(collector).of(province);
  const context: IntakeContext = { store, actor, registry, book, province, limits: to.workbook };
  const auto = await store.mailGoesByItself();
  const arrived: Arrived[] = [];
  for await (const piece of unpack(files, to.limits)) {
    const { arrival, judged } = await arrivalOf(piece, context);
    const { name, within } = piece;
    const code = judged?.examined?.office ?? null;
    const line: Arrived = {
      ...{ name, within, id: null, outcome: "kept", receipt: null, office: code },
      label: code === null ? null : labelOf(registry, code),
      period: judged?.examined?.period ?? null,
      submittable: judged?.examined?.submittable ?? false,
      needs: "need" in piece ? [piece.need] : (judged?.needs ?? []),
    };
    arrived.push(line);
    const receipt = auto && judged !== null ? await goByItself(name, judged, context) : null;
    if (receipt !== null) {
      Object.assign(line, { outcome: "sent", receipt });
      continue;
    }
    try {
      const { id, created } = await store.keepArrival(actor, arrival);
      Object.assign(line, { id, outcome: created ? "kept" : "again" });
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== "intake-full") throw error;
      line.outcome = "full";
    }
  }
  return arrived;
}

/** The receipt of a file that needs nobody; null for every other. */
async function goByItself(
  name: string,
  judged: Judged,
  { store, book, province }: IntakeContext,
): Promise<string | null> {
  const { examined, form, grid, contentHash, standing, needs } = judged;
  if (examined === null || form === null || grid === null || contentHash === null || examined.report === null)
    return null;
  if (!examined.identified || !examined.submittable || needs.length > 0) return null;
  const { office, period, report } = examined;
  // Returned or withdrawn: what comes now answers somebody, who should see it.
  if (office === null || period === null || (standing?.current != null && !counts(standing.current.status)))
    return null;
  const sent = {
    ...{ form, book, period, office, grid, certifier: report.certifier, key: null },
    client: `mail ${name}`.slice(0, 200),
    report: async () => report,
  };
  const actor: Actor = { person: "mail", role: "province", place: province };
  const kept = toKeep(sent, report, `mail-${standing?.closed ?? 0}-${contentHash}`, contentHash);
  return (await store.submit(actor, kept)).receipt.receipt;
}

import { districtCodeOf } from "../../../shared/offices/office.ts";
import type { Actor } from "../actor.ts";
import type { Journal } from "../journal.ts";
import type { Level } from "../levels/rules.ts";
import { Refusal, type RefusalCode } from "../refusal.ts";
import { accept } from "../review.ts";
import { type Summary, summaries } from "../summary.ts";
import { closedAt } from "./closing.ts";
import { type Risked, risked } from "./risk.ts";

export interface QueueItem extends Summary, Omit<Risked, "receivedAt"> {
  /** What the officers wrote in rows the checker warned of: at most three. */
  reasons: { row: number; text: string }[];
}

/** A district with reports in its hands, and since when the oldest of them. */
export interface HeldBy {
  code: string;
  name: string;
  count: number;
  /** ISO 8601. */
  since: string;
}

export interface Queue {
  form: string;
  period: string;
  closed: string | null;
  /** Reports that wait to be looked at, those without any risk among them. */
  waiting: number;
  clean: number;
  /** Of the clean ones: how many still wait for files. */
  cleanAwaiting: number;
  /** Of all that waits: how many are still with their district. */
  withDistrict: number;
  /** Which districts hold them; who has held one longest first. */
  districts: HeldBy[];
  items: QueueItem[];
}

export interface QueueQuery {
  form: string;
  period: string;
  /** Four digits. */
  district?: string;
  /** Only what has no risk. */
  clean?: boolean;
  /** Only what is in these hands. */
  level?: Level;
  offset: number;
  limit: number;
}

/** What waits to be looked at, the riskiest first; of equals, what came first. */
export function queue(journal: Journal, actor: Actor, query: QueueQuery): Queue {
  const { form, period, district } = query;
  const inDistrict = district === undefined ? "? IS NULL" : "substr(s.office, 2, 4) = ?";
  const where = `s.form = ? AND v.status = 'received' AND ${inDistrict}`;
  const every = risked(journal, actor, period, where, [form, district ?? null]);
  const all = every
    .filter((one) => query.level === undefined || one.level === query.level)
    .sort((a, b) => b.weight - a.weight || a.receivedAt - b.receivedAt);
  const clean = all.filter((one) => one.risks.length === 0);
  const cleanAwaiting = clean.filter(({ awaited }) => awaited > 0).length;
  const page = (query.clean === true ? clean : all).slice(query.offset, query.offset + query.limit);
  const held = every.filter(({ level }) => level === "district");
  return {
    ...{ form, period, closed: closedAt((sql, ...binds) => journal.read(sql, ...binds), form, period) },
    ...{ waiting: all.length, clean: clean.length, cleanAwaiting, items: itemsOf(journal, actor, page) },
    ...{ withDistrict: held.length, districts: heldBy(journal, held) },
  };
}

function heldBy(journal: Journal, held: readonly Risked[]): HeldBy[] {
  const by = new Map<string, { count: number; since: number }>();
  for (const { office, receivedAt } of held) {
    const { count, since } = by.get(districtCodeOf(office)) ?? { count: 0, since: receivedAt };
    by.set(districtCodeOf(office), { count: count + 1, since: Math.min(since, receivedAt) });
  }
  const names = new Map(
    journal
      .read<{ code: string; name: string }>(
        `SELECT substr(code, 2, 4) AS code, district AS name FROM offices
         WHERE substr(code, 2, 4) IN (SELECT value FROM json_each(?)) GROUP BY 1 ORDER BY active`,
        JSON.stringify([...by.keys()]),
      )
      .map(({ code, name }) => [code, name]),
  );
  return [...by]
    .sort(([a, one], [b, other]) => one.since - other.since || (a < b ? -1 : 1))
    .map(([code, { count, since }]) => ({
      ...{ code, name: names.get(code) ?? code, count },
      since: new Date(since).toISOString(),
    }));
}

/** Only what is shown is read whole. */
function itemsOf(journal: Journal, actor: Actor, page: readonly Risked[]): QueueItem[] {
  const ids = JSON.stringify(page.map(({ submission }) => submission));
  const where = "v.version = s.current AND s.id IN (SELECT value FROM json_each(?))";
  const whole = new Map(summaries(journal, actor, where, [ids]).map((one) => [one.submission, one]));
  return page.map(({ receivedAt: _, ...one }) => ({
    ...{ ...whole.get(one.submission)!, ...one },
    reasons: one.warnings > 0 ? reasonsOf(journal, one) : [],
  }));
}

/** What stands in the remarks of rows the checker warned of. */
function reasonsOf(
  journal: Journal,
  { submission, version }: Pick<Risked, "submission" | "version">,
): QueueItem["reasons"] {
  return journal
    .read<{ row: number; text: string | null }>(
      `SELECT row, answer ->> '$.cells.remark.value' AS text FROM rows
       WHERE submission = ? AND version = ? AND verdict = 'warn' ORDER BY row LIMIT 20`,
      submission,
      version,
    )
    .filter((one): one is { row: number; text: string } => typeof one.text === "string" && one.text.trim() !== "")
    .slice(0, 3)
    .map(({ row, text }) => ({ row, text }));
}

export type Accepted = { submission: string; result: "accepted" | "not-clean" | RefusalCode };

/**
 * Accepts several reports, each in a transaction of its own and only in the version that was seen, while it still has no risk and
 * still waits: what somebody returned meanwhile stays returned (`decided-meanwhile`). One that cannot be accepted stops none of the others.
 */
export function acceptClean(
  journal: Journal,
  actor: Actor,
  items: readonly { submission: string; version: number }[],
): Accepted[] {
  if (actor.role !== "province") throw new Refusal("forbidden");
  return items.map(({ submission, version }) => {
    try {
      const found = summaries(journal, actor, "s.id = ? AND v.version = s.current", [submission])[0];
      if (found === undefined) return { submission, result: "not-found" };
      const [report] = risked(journal, actor, found.period, "s.id = ?", [submission]);
      if (report === undefined || report.risks.length > 0) return { submission, result: "not-clean" };
      if (found.version === version && found.status === "returned") return { submission, result: "decided-meanwhile" };
      accept(journal, actor, submission, version);
      return { submission, result: "accepted" };
    } catch (error) {
      if (error instanceof Refusal) return { submission, result: error.code };
      throw error;
    }
  });
}

import type { Due } from "../../../shared/calendar/due.ts";
import { bangkokDate, type PlainDate } from "../../../shared/calendar/plainDate.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { reportersOf } from "../reporters.ts";
import { requireOpen } from "./closing.ts";
import { dueHere } from "./dueHere.ts";
import { isPast, outlasts } from "./lastDay.ts";

/** What is asked of one office: a form and a period. */
export interface Asked {
  form: string;
  period: string;
  office: string;
}

/** The hour until which one office may send, and why. */
export interface Extension {
  /** ISO 8601. */
  until: string;
  reason: string;
}

/** The last day on time for one office, and whether something taken in at an instant (ms) is late. An extension counts when it ends after the day named. */
export function deadlineOf(
  run: Run,
  asked: Asked,
  due: Due | undefined,
  at: number,
): { due: PlainDate | null; late: boolean } {
  const extension = extensionOf(run, asked, due ?? null);
  const until = extension === null ? null : Date.parse(extension.until);
  const last = until === null ? (due?.due ?? null) : bangkokDate(until);
  return { due: last, late: isPast(last, until, at) };
}

/** The hour given to one office. One that ends with or before everybody's last day gives nothing, and is not spoken of. */
export function extensionOf(run: Run, asked: Asked, due: Due | null): Extension | null {
  const kept = keptExtension(run, asked);
  return kept !== null && outlasts(Date.parse(kept.until), due) ? kept : null;
}

function keptExtension(run: Run, { form, period, office }: Asked): Extension | null {
  const found = run<{ until: number; reason: string }>(
    "SELECT until, reason FROM extensions WHERE form = ? AND period = ? AND office = ?",
    ...[form, period, office],
  )[0];
  return found === undefined ? null : { until: new Date(found.until).toISOString(), reason: found.reason };
}

/**
 * Lets one office send until an instant, with the reason. What was received before keeps its mark. Throws `forbidden` for anyone
 * but the province, `not-found` for an office that is not its, `period-closed`, `extension-past`, and `extension-early` (with
 * everybody's last day) where it would end with or before that.
 */
export function giveExtension(journal: Journal, actor: Actor, asked: Asked, until: number, reason: string): Extension {
  return journal.write<Extension>(actor, (run, at) => {
    requireReporter(run, actor, asked);
    requireOpen(run, asked.form, asked.period);
    if (until <= at) throw new Refusal("extension-past");
    const due = dueHere(journal, asked.form, asked.period);
    if (!outlasts(until, due)) throw new Refusal("extension-early", { due: due!.due });
    const given: Extension = { until: new Date(until).toISOString(), reason };
    const before = keptExtension(run, asked);
    if (before?.until === given.until && before.reason === reason) return [given, null];
    run(
      `INSERT INTO extensions (form, period, office, until, reason) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (form, period, office) DO UPDATE SET until = excluded.until, reason = excluded.reason`,
      ...[asked.form, asked.period, asked.office, until, reason],
    );
    return [given, { action: "extension.give", subject: asked.office, detail: { ...lineOf(asked), ...given } }];
  });
}

/** Takes an extension back; there being none, nothing happens. */
export function takeExtension(journal: Journal, actor: Actor, asked: Asked, reason: string): null {
  return journal.write<null>(actor, (run) => {
    requireReporter(run, actor, asked);
    requireOpen(run, asked.form, asked.period);
    if (keptExtension(run, asked) === null) return [null, null];
    run(
      "DELETE FROM extensions WHERE form = ? AND period = ? AND office = ?",
      ...[asked.form, asked.period, asked.office],
    );
    return [null, { action: "extension.take", subject: asked.office, detail: { ...lineOf(asked), reason } }];
  });
}

function lineOf({ form, period }: Asked): Record<string, string> {
  return { form, period };
}

function requireReporter(run: Run, actor: Actor, { form, office }: Asked): void {
  if (actor.role !== "province") throw new Refusal("forbidden");
  const scope = within(scopeOf(actor), "code");
  if (
    run(`SELECT 1 FROM ${reportersOf(run, form).sql} WHERE code = ? AND ${scope.sql}`, office, ...scope.binds)
      .length === 0
  )
    throw new Refusal("not-found");
}

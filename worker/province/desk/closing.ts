import type { Due } from "../../../shared/calendar/due.ts";
import type { Actor } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import type { Asked } from "./deadline.ts";
import { dueHere } from "./dueHere.ts";
import { isPast, outlasts } from "./lastDay.ts";

/** When a period was closed (ISO 8601), or null while it is open. */
export function closedAt(run: Run, form: string, period: string): string | null {
  const found = run<{ at: number }>("SELECT at FROM closings WHERE form = ? AND period = ?", form, period)[0];
  return found === undefined ? null : new Date(found.at).toISOString();
}

export function isClosed(run: Run, form: string, period: string): boolean {
  return closedAt(run, form, period) !== null;
}

/** What was decided in a closed period stands until the province opens it again. */
export function requireOpen(run: Run, form: string, period: string): void {
  if (isClosed(run, form, period)) throw new Refusal("period-closed", { period });
}

/**
 * Closes a period or opens it again, with the reason. What came in while it was closed is then late only by the day and hour it had;
 * the receipts keep what they said. Done already, nothing happens. Throws `forbidden`.
 */
export function setClosed(
  journal: Journal,
  actor: Actor,
  { form, period }: Omit<Asked, "office">,
  close: boolean,
  reason: string,
): string | null {
  return journal.write<string | null>(actor, (run, at) => {
    requireProvince(run, actor);
    const before = closedAt(run, form, period);
    if ((before !== null) === close) return [before, null];
    const subject = `${form} ${period}`;
    if (before === null) {
      run("INSERT INTO closings (form, period, at) VALUES (?, ?, ?)", form, period, at);
      return [new Date(at).toISOString(), { action: "period.close", subject, detail: { reason } }];
    }
    run("DELETE FROM closings WHERE form = ? AND period = ?", form, period);
    const onTime = judgeAgain(run, { form, period }, Date.parse(before), dueHere(journal, form, period));
    return [null, { action: "period.reopen", subject, detail: { reason, onTime } }];
  });
}

/** What came in since an instant (ms) and was late only because the period was closed is so no more. Answers how many versions. */
function judgeAgain(run: Run, { form, period }: Omit<Asked, "office">, since: number, due: Due | null): number {
  const late = run<{ submission: string; version: number; due: string | null; at: number; until: number | null }>(
    `SELECT v.submission, v.version, v.due, v.received_at AS at, e.until FROM versions v
     JOIN submissions s ON s.id = v.submission
     LEFT JOIN extensions e ON e.form = s.form AND e.period = s.period AND e.office = s.office
     WHERE s.form = ? AND s.period = ? AND v.late = 1 AND v.received_at >= ?`,
    ...[form, period, since],
  );
  const held = (until: number | null) => (until !== null && outlasts(until, due) ? until : null);
  const onTime = late.filter((one) => !isPast(one.due, held(one.until), one.at));
  run(
    `UPDATE versions SET late = 0, told_late = 1 WHERE (submission, version) IN
       (SELECT value ->> 'submission', value ->> 'version' FROM json_each(?))`,
    JSON.stringify(onTime),
  );
  return onTime.length;
}

/** The province of this database, and nobody else. */
export function requireProvince(run: Run, actor: Actor): void {
  const own = run("SELECT 1 FROM offices WHERE province_code = ? LIMIT 1", actor.place).length > 0;
  if (actor.role !== "province" || !own) throw new Refusal("forbidden");
}

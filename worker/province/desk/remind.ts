import type { Due } from "../../../shared/calendar/due.ts";
import { type Office, officeLabel, type ReporterType } from "../../../shared/offices/office.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { reportersAt } from "../reporters.ts";
import { dueHere } from "./dueHere.ts";
import { outlasts } from "./lastDay.ts";
import { STAND_ORDER, STAND_SQL, type Stand } from "./stands.ts";

export type Channel = "line" | "email";

export interface ToldOffice {
  office: string;
  name: string;
  district: string;
  /** `missing` or `returned`. */
  stand: Stand;
  /** ISO 8601, where the office has an hour of its own. */
  until: string | null;
}

export interface Reminder {
  form: string;
  period: string;
  due: Due | null;
  at: string;
  /** Who still owes the report: in the order of the list, what was returned last. */
  offices: ToldOffice[];
}

/**
 * Who is to be reminded of a report in a district (or all of the caller's place), noting that they were told. With nobody left to
 * tell nothing is noted. Throws `forbidden` for a role that does not remind.
 */
export function remind(
  journal: Journal,
  actor: Actor,
  { form, period, district, channel }: { form: string; period: string; district: string | null; channel: Channel },
): Reminder {
  if (actor.role !== "district" && actor.role !== "province") throw new Refusal("forbidden");
  const due = dueHere(journal, form, period);
  return journal.write<Reminder>(actor, (run, at) => {
    const scope = within(scopeOf(actor), "o.code");
    const roster = reportersAt(run, form, period);
    const offices = run<
      Pick<Office, "code" | "name" | "district"> & { type: ReporterType; stand: Stand; until: number | null }
    >(
      `SELECT * FROM (
         SELECT o.code, o.type, o.name, o.district, o.place, e.until, ${STAND_SQL} AS stand FROM ${roster.sql} o
         LEFT JOIN submissions s ON s.form = ? AND s.period = ? AND s.office = o.code
         LEFT JOIN versions v ON v.submission = s.id AND v.version = s.current
         LEFT JOIN extensions e ON e.form = ? AND e.period = ? AND e.office = o.code
         WHERE ${scope.sql} AND o.active = 1 AND (? IS NULL OR substr(o.code, 2, 4) = ?)
       ) WHERE stand IN ('missing', 'returned') ORDER BY ${STAND_ORDER}, place, code`,
      ...[...roster.binds, form, period, form, period, ...scope.binds, district, district],
    ).map(({ code, type, name, district: of, stand, until }) => ({
      ...{ office: code, name: officeLabel({ type, name }), district: of, stand },
      until: until === null || !outlasts(until, due) ? null : new Date(until).toISOString(),
    }));
    const answer = { form, period, due, at: new Date(at).toISOString(), offices };
    if (offices.length === 0) return [answer, null];
    const codes = offices.map(({ office }) => office);
    run(
      `INSERT INTO reminders (form, period, office, at, channel) SELECT ?, ?, value, ?, ? FROM json_each(?) WHERE 1
       ON CONFLICT DO NOTHING`,
      ...[form, period, at, channel, JSON.stringify(codes)],
    );
    const detail = { channel, district, offices: codes.join(" ") };
    return [answer, { action: "remind", subject: `${form} ${period}`, detail }];
  });
}

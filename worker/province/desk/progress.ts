import type { Due } from "../../../shared/calendar/due.ts";
import type { PlainDate } from "../../../shared/calendar/plainDate.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { reportersAt } from "../reporters.ts";
import { closedAt } from "./closing.ts";
import { dueHere } from "./dueHere.ts";
import { outlasts } from "./lastDay.ts";
import { STAND_SQL, type Stand } from "./stands.ts";

export type Stands = Record<Stand, number>;

export interface Progress {
  form: string;
  period: string;
  due: Due | null;
  /** When the period was closed; null while it is open. */
  closed: string | null;
  /** Offices with an hour of their own. */
  extended: number;
  offices: number;
  stands: Stands;
  districts: { code: string; name: string; offices: number; stands: Stands }[];
  /** Thai day -> offices whose first report came in that day, in order. */
  arrivals: { date: PlainDate; count: number }[];
}

const BANGKOK_SECONDS = 7 * 3600;

/** How far a period has come: by district, and day by day. Offices that left the list count only for what they sent. */
export function progress(journal: Journal, actor: Actor, form: string, period: string): Progress {
  const scope = within(scopeOf(actor), "o.code");
  const roster = reportersAt(journal.read.bind(journal) as Run, form, period);
  const found = journal.read<{ code: string; name: string; stand: Stand; count: number }>(
    `SELECT substr(code, 2, 4) AS code, district AS name, stand, count(*) AS count FROM (
       SELECT o.code, o.district, ${STAND_SQL} AS stand FROM ${roster.sql} o
       LEFT JOIN submissions s ON s.form = ? AND s.period = ? AND s.office = o.code
       LEFT JOIN versions v ON v.submission = s.id AND v.version = s.current
       WHERE ${scope.sql} AND (o.active = 1 OR v.status IS NOT NULL)
     ) GROUP BY 1, 2, 3 ORDER BY 1`,
    ...[...roster.binds, form, period, ...scope.binds],
  );
  const districts = new Map<string, Progress["districts"][number]>();
  const total = emptyStands();
  let offices = 0;
  for (const { code, name, stand, count } of found) {
    let district = districts.get(name);
    if (district === undefined) districts.set(name, (district = { code, name, offices: 0, stands: emptyStands() }));
    district.offices += count;
    district.stands[stand] += count;
    total[stand] += count;
    offices += count;
  }
  const due = dueHere(journal, form, period);
  return {
    ...{ form, period, due, closed: closedAt((sql, ...binds) => journal.read(sql, ...binds), form, period) },
    ...{ extended: extendedCount(journal, actor, form, period, due), offices, stands: total },
    districts: [...districts.values()],
    arrivals: arrivalsOf(journal, actor, form, period),
  };
}

/** By the first version of each: when an office first answered, whatever it sent later. */
function arrivalsOf(journal: Journal, actor: Actor, form: string, period: string): Progress["arrivals"] {
  const scope = within(scopeOf(actor), "s.office");
  return journal.read<{ date: string; count: number }>(
    `SELECT date(v.received_at / 1000 + ${BANGKOK_SECONDS}, 'unixepoch') AS date, count(*) AS count
     FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = 1
     WHERE s.form = ? AND s.period = ? AND ${scope.sql} GROUP BY 1 ORDER BY 1`,
    ...[form, period, ...scope.binds],
  );
}

function extendedCount(journal: Journal, actor: Actor, form: string, period: string, due: Due | null): number {
  const scope = within(scopeOf(actor), "office");
  return journal
    .read<{ until: number }>(
      `SELECT until FROM extensions WHERE form = ? AND period = ? AND ${scope.sql}`,
      ...[form, period, ...scope.binds],
    )
    .filter(({ until }) => outlasts(until, due)).length;
}

function emptyStands(): Stands {
  return { missing: 0, returned: 0, late: 0, nil: 0, onTime: 0 };
}

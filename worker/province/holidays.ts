import { changeHolidays, HOLIDAYS, type HolidayChanges, type Holidays } from "../../shared/calendar/holidays.ts";
import { isPlainDate, type PlainDate } from "../../shared/calendar/plainDate.ts";
import type { Actor } from "./actor.ts";
import { canonical } from "./canonical.ts";
import type { Journal } from "./journal.ts";
import { Refusal } from "./refusal.ts";
import { readRoster } from "./roster.ts";
import { getMeta, setMeta } from "./schema.ts";

/** A day a province closes for, a day of the table it works, or the table's own word again. */
export type HolidayChange =
  | { change: "add"; date: PlainDate; name: string }
  | { change: "remove" | "reset"; date: PlainDate };

const KEY = "holidays";
const NO_CHANGES: HolidayChanges = { added: [], removed: [] };

/** What this province changed in the holiday table. */
export function holidayChanges(journal: Journal): HolidayChanges {
  const text = getMeta({ all: journal.read.bind(journal) }, KEY);
  return text === undefined ? NO_CHANGES : JSON.parse(text);
}

/** The days off that this province's due dates go by. */
export function holidaysHere(journal: Journal): Holidays {
  return changeHolidays(HOLIDAYS, holidayChanges(journal));
}

/**
 * Changes one day. What was received before keeps its mark, late or not: it was judged by the days off of its time.
 * Throws `forbidden` for anyone but the province and the operator, RangeError for a date that does not exist.
 */
export function changeHoliday(journal: Journal, actor: Actor, change: HolidayChange): HolidayChanges {
  const own = actor.role === "province" && actor.place === readRoster(journal, null)?.pack.code;
  if (actor.role !== "operator" && !own) throw new Refusal("forbidden");
  if (!isPlainDate(change.date)) throw new RangeError(`not a date: ${change.date}`);
  return journal.write(actor, (run) => {
    const before = JSON.parse(getMeta({ all: run }, KEY) ?? canonical(NO_CHANGES)) as HolidayChanges;
    const added = before.added.filter((one) => one.date !== change.date);
    const removed = before.removed.filter((date) => date !== change.date);
    if (change.change === "add") added.push({ date: change.date, name: change.name });
    if (change.change === "remove") removed.push(change.date);
    const after: HolidayChanges = { added, removed };
    setMeta({ all: run }, KEY, canonical(after));
    const name = change.change === "add" ? change.name : null;
    return [after, { action: "holiday.change", subject: change.date, detail: { change: change.change, name } }];
  });
}

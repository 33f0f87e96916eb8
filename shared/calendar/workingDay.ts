import { HOLIDAYS, type Holidays, statusOfDay } from "./holidays.ts";
import { addDays, type PlainDate } from "./plainDate.ts";

/** What happens to a due date on a day off: it stays, moves to the next working day, or to the one before. */
export type Roll = "none" | "next" | "previous";

export const ROLLS: readonly Roll[] = ["none", "next", "previous"];

/** Moves a date off a day off, in the direction of `roll`. In a year without data only weekends are known to be off. */
export function rollDate(date: PlainDate, roll: Roll, holidays: Holidays = HOLIDAYS): PlainDate {
  if (roll === "none") return date;
  let rolled = date;
  while (statusOfDay(rolled, holidays) === "off") rolled = addDays(rolled, roll === "next" ? 1 : -1);
  return rolled;
}

/** The day to remind on: the last working day on or before the date named. */
export function remindOn(nominal: PlainDate, holidays: Holidays = HOLIDAYS): PlainDate {
  return rollDate(nominal, "previous", holidays);
}

/** The last day on time: the first working day on or after the date named. What comes later is late. */
export function lateAfter(nominal: PlainDate, holidays: Holidays = HOLIDAYS): PlainDate {
  return rollDate(nominal, "next", holidays);
}

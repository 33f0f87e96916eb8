import { type Due, isLate } from "../../../shared/calendar/due.ts";
import { bangkokDate, type PlainDate } from "../../../shared/calendar/plainDate.ts";

/** Whether an instant (ms) lies after the last day, or after the hour that was given on it. */
export function isPast(last: PlainDate | null, until: number | null, at: number): boolean {
  return until === null ? last !== null && bangkokDate(at) > last : at > until;
}

/** Whether an instant (ms) lies after everybody's last day; where there is none, any does. */
export function outlasts(until: number, due: Due | null): boolean {
  return due === null || isLate(due, until);
}

import { isSeat, SEAT_TYPE, seatOf } from "../../shared/offices/office.ts";
import type { Actor, Condition } from "./actor.ts";
import { newestDefinition } from "./forms/book.ts";
import type { Run } from "./journal.ts";
import { rosterAt } from "./registry/states.ts";

/** Each district of the roster as one reporter, with the columns of `offices`: active while any office of it is. */
const SEATS: Condition = {
  sql: `(SELECT '9' || substr(code, 2, 4) || '00' AS code, '${SEAT_TYPE}' AS type, district AS name, district,
    province_code, province, min(place) AS place, max(active) AS active FROM offices GROUP BY substr(code, 2, 4))`,
  binds: [],
};
const OFFICES: Condition = { sql: "offices", binds: [] };

/** Whether a form, as it was published last, is owed by districts and not by offices. */
export function owedByDistricts(run: Run, form: string): boolean {
  return newestDefinition(run, form)?.roster === "districts";
}

/** Who owes a form, to stand behind FROM: the districts, or the offices as the roster of the period has them. */
export function reportersAt(run: Run, form: string, period: string): Condition {
  return owedByDistricts(run, form) ? SEATS : rosterAt(form, period);
}

/** Everybody of the kind that owes a form, as they stand today; without a form the offices. */
export function reportersOf(run: Run, form?: string): Condition {
  return form !== undefined && owedByDistricts(run, form) ? SEATS : OFFICES;
}

/** The same by the code of one reporter. */
export function reportersLike(code: string): Condition {
  return isSeat(code) ? SEATS : OFFICES;
}

/** What somebody reports for by themselves: an office for itself, a district's person for the district. */
export function ownReporter({ role, place }: Pick<Actor, "role" | "place">): string | null {
  if (role === "office") return place;
  return role === "district" ? seatOf(place) : null;
}

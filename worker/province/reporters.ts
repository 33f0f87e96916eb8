import { findForm } from "../../shared/forms/index.ts";
import { isSeat, SEAT_TYPE, seatOf } from "../../shared/offices/office.ts";
import type { Actor } from "./actor.ts";

/** Each district of the roster as one reporter, with the columns of `offices`: active while any office of it is. */
const SEATS = `(SELECT '9' || substr(code, 2, 4) || '00' AS code, '${SEAT_TYPE}' AS type, district AS name, district,
  province_code, province, min(place) AS place, max(active) AS active FROM offices GROUP BY substr(code, 2, 4))`;

/** Who owes a form, to stand behind FROM: the offices of the roster, or its districts. */
export function reportersOf(form: string | undefined): string {
  return form !== undefined && findForm(form)?.roster === "districts" ? SEATS : "offices";
}

/** The same by the code of one reporter. */
export function reportersLike(code: string): string {
  return isSeat(code) ? SEATS : "offices";
}

/** What somebody reports for by themselves: an office for itself, a district's person for the district. */
export function ownReporter({ role, place }: Pick<Actor, "role" | "place">): string | null {
  if (role === "office") return place;
  return role === "district" ? seatOf(place) : null;
}

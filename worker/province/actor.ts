import { provinceCodeOf, provinceOfPlace } from "../../shared/offices/office.ts";
import type { Val } from "./sql.ts";

export const ROLES = ["office", "district", "province", "department", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** Who asks: the person's code id, role and place. `operator` is whoever sits at the machine (the command line). */
export interface Actor {
  person: string;
  role: Role | "operator";
  place: string;
}

export const OPERATOR: Actor = { person: "operator", role: "operator", place: "TH" };

/** The part of the country an actor may see or touch. */
export type Scope =
  | { kind: "office"; code: string }
  | { kind: "district"; code: string }
  | { kind: "province"; code: string }
  | { kind: "country" };

export function scopeOf(actor: Actor): Scope {
  if (actor.role === "office") return { kind: "office", code: actor.place };
  if (actor.role === "district") return { kind: "district", code: actor.place };
  if (actor.role === "province") return { kind: "province", code: actor.place };
  return actor.place === "TH" ? { kind: "country" } : { kind: "province", code: actor.place };
}

/** A condition on a column of office codes (type 1 + province 2 + district 2 + running 2), with its binds. */
export interface Condition {
  sql: string;
  binds: Val[];
}

export function within(scope: Scope, column: string): Condition {
  switch (scope.kind) {
    case "office":
      return { sql: `${column} = ?`, binds: [scope.code] };
    case "district":
      return { sql: `substr(${column}, 2, 4) = ?`, binds: [scope.code] };
    case "province":
      return { sql: `substr(${column}, 2, 2) = ?`, binds: [scope.code] };
    case "country":
      return { sql: "1 = 1", binds: [] };
  }
}

/** The partition (one database) a place lives in: its province's two digits, or "TH". Null: not a place of that role. */
export function partitionOf(role: Role, place: string): string | null {
  if (role === "office") return /^[1-9][1-9][0-9]{5}$/.test(place) ? provinceCodeOf(place) : null;
  if (role === "district") return /^[1-9][0-9]{3}$/.test(place) ? provinceOfPlace(place) : null;
  if (role === "province") return /^[1-9][0-9]$/.test(place) ? place : null;
  if (role === "department") return place === "TH" ? place : null;
  return place === "TH" || /^[1-9][0-9]$/.test(place) ? place : null;
}

/** The partition a report, a file or a person is kept in: its id begins with it, as in "54-S7K3M9Q". */
export function partitionOfId(id: string): string {
  return id.slice(0, 2);
}

import * as z from "zod";
import { provinceOfPlace } from "../../../shared/offices/office.ts";
import { ProvinceCode } from "../../../shared/wire/report.ts";
import { type Actor, scopeOf } from "../../province/actor.ts";
import { HttpProblem } from "../problems.ts";

export const Code = z.object({ code: ProvinceCode });
export const OVERSEERS = ["district", "province", "department", "auditor"] as const;

/** The queries would answer an empty province; a plain no is kinder. */
export function requireReach(actor: Actor, province: string): void {
  const scope = scopeOf(actor);
  if (scope.kind !== "country" && provinceOfPlace(scope.code) !== province) throw new HttpProblem("forbidden");
}

/** Where people reach this collector, as they wrote it: behind a proxy of https, https. */
export function originOf(request: Request): string {
  const url = new URL(request.url);
  const forwarded = request.headers.get("x-forwarded-proto")?.split(",").at(-1)?.trim();
  return `${forwarded === "https" ? "https:" : url.protocol}//${url.host}`;
}

import { readToken } from "../people/tokens.ts";
import { type Actor, partitionOf, type Role } from "../province/actor.ts";
import { HttpProblem } from "./problems.ts";
import type { Deps, Route } from "./route.ts";
import { secretOf } from "./session.ts";

/**
 * Lets a request in, or throws: `unauthenticated` without a token that holds, `forbidden` for a role the call is not for,
 * `rate-limited`. Whether a code was revoked is asked at every request. Null where no sign-in is needed.
 */
export async function admit(
  deps: Deps,
  route: Route,
  request: Request,
  address: string,
): Promise<(Actor & { role: Role }) | null> {
  const cost = route.cost ?? 1;
  if (route.who === "anyone") {
    slow(deps.limits.address.take(address, cost));
    return null;
  }
  const actor = await actorOf(deps, request);
  if (actor === null) {
    slow(deps.limits.address.take(address));
    throw new HttpProblem("unauthenticated");
  }
  slow(deps.limits.person.take(actor.person, cost));
  if (!route.who.includes(actor.role)) throw new HttpProblem("forbidden");
  return actor;
}

async function actorOf(deps: Deps, request: Request): Promise<(Actor & { role: Role }) | null> {
  const token = /^Bearer +([\w.-]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (token === undefined) return null;
  const claims = readToken(token, await secretOf(deps), deps.now());
  const partition = claims === null ? null : partitionOf(claims.role, claims.place);
  if (claims === null || partition === null) return null;
  const person = await (await deps.collector.at(partition)).person(claims.person);
  return person === null ? null : { person: person.id, role: person.role, place: person.place };
}

function slow(seconds: number): void {
  if (seconds > 0) throw new HttpProblem("rate-limited", { seconds });
}

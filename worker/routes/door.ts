import { isApiToken, partitionOfToken } from "../people/apiTokens.ts";
import { readToken } from "../people/tokens.ts";
import { type Actor, partitionOf, type Role } from "../province/actor.ts";
import { Refusal } from "../province/refusal.ts";
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
  const bearer = bearerOf(request);
  const actor =
    bearer !== undefined && isApiToken(bearer)
      ? await systemOf(deps, route, bearer, address)
      : await actorOf(deps, bearer);
  if (actor === null) {
    slow(deps.limits.address.take(address));
    throw new HttpProblem("unauthenticated");
  }
  slow(deps.limits.person.take(actor.person, cost));
  if (!route.who.includes(actor.role)) throw new HttpProblem("forbidden");
  return actor;
}

function bearerOf(request: Request): string | undefined {
  return /^Bearer +([\w.-]+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
}

/** Another system by its token: only on the calls that are made for one, and only within what this one was made for. */
async function systemOf(
  deps: Deps,
  route: Route,
  bearer: string,
  address: string,
): Promise<(Actor & { role: Role }) | null> {
  // Before the store is asked: guessing must cost.
  slow(deps.limits.address.wait(address));
  const partition = partitionOfToken(bearer);
  const found = partition === null ? null : await heldAt(deps, partition, bearer);
  if (found === null) return null;
  slow(deps.limits.token.take(found.person, route.cost ?? 1));
  if (route.token === undefined || !found.scopes.includes(route.token)) throw new HttpProblem("token-scope");
  const { person, role, place } = found;
  return { person, role, place };
}

async function heldAt(deps: Deps, partition: string, bearer: string) {
  try {
    return await (await deps.collector.at(partition)).useApiToken(bearer);
  } catch (error) {
    if (error instanceof Refusal && error.code === "province-unknown") return null;
    throw error;
  }
}

async function actorOf(deps: Deps, token: string | undefined): Promise<(Actor & { role: Role }) | null> {
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

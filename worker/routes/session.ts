import { SessionRequest, SessionSchema } from "../../shared/wire.ts";
import { parseCode } from "../people/codes.ts";
import type { Person } from "../people/people.ts";
import { signToken, TOKEN_LIFE_MS } from "../people/tokens.ts";
import { OPERATOR } from "../province/actor.ts";
import { Refusal } from "../province/refusal.ts";
import { readJson } from "./body.ts";
import { HttpProblem } from "./problems.ts";
import { type Deps, route } from "./route.ts";

export const sessionRoutes = [
  route({
    method: "post",
    path: "/session",
    summary: "An access code becomes a short token",
    who: "anyone",
    body: { json: SessionRequest },
    answers: { 200: SessionSchema },
    problems: ["malformed-json", "media-type", "too-large", "invalid-request", "code-wrong", "rate-limited"],
    async handle({ deps, request, address }) {
      // A bucket for failures alone: an office that signs in rightly all day is never slowed.
      const wait = deps.limits.signIn.wait(address);
      if (wait > 0) throw new HttpProblem("rate-limited", { seconds: wait });
      const { code } = await readJson(request, SessionRequest);
      const person = await personByCode(deps, code);
      if (person === null) {
        deps.limits.signIn.take(address);
        throw new HttpProblem("code-wrong");
      }
      const expiresAt = deps.now() + TOKEN_LIFE_MS;
      const { id, role, place } = person;
      const token = signToken({ person: id, role, place, expiresAt }, await secretOf(deps));
      return { status: 200, json: { token, expiresAt: new Date(expiresAt).toISOString(), role, place } };
    },
  }),
];

async function personByCode(deps: Deps, code: string): Promise<Person | null> {
  const parsed = parseCode(code);
  if (parsed === null) return null;
  try {
    return await (await deps.collector.at(parsed.partition)).personByCode(parsed.code);
  } catch (error) {
    // A province that is not here answers as a wrong code does.
    if (error instanceof Refusal && error.code === "province-unknown") return null;
    throw error;
  }
}

const secrets = new WeakMap<Deps, string>();

/** The deployment's signing secret; it never changes, so it is asked for once. */
export async function secretOf(deps: Deps): Promise<string> {
  let secret = secrets.get(deps);
  if (secret === undefined) {
    secret = await (await deps.collector.at("TH")).secret(OPERATOR);
    secrets.set(deps, secret);
  }
  return secret;
}

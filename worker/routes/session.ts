import { SessionRequest, SessionSchema } from "../../shared/wire/report.ts";
import { parseCode } from "../people/codes.ts";
import type { GoogleAccount } from "../people/google.ts";
import type { Person } from "../people/people.ts";
import { signToken, TOKEN_LIFE_MS } from "../people/tokens.ts";
import { OPERATOR, partitionOf } from "../province/actor.ts";
import { Refusal } from "../province/refusal.ts";
import { readJson } from "./body.ts";
import { HttpProblem } from "./problems.ts";
import { type Deps, route } from "./route.ts";

export const sessionRoutes = [
  route({
    method: "post",
    path: "/session",
    summary: "An access code, or a Google account that was bound to an office, becomes a short token",
    who: "anyone",
    body: { json: SessionRequest },
    answers: { 200: SessionSchema },
    problems: [
      ...(["malformed-json", "media-type", "too-large", "invalid-request", "code-wrong", "rate-limited"] as const),
      ...(["google-off", "google-token", "google-unbound", "google-unreachable"] as const),
    ],
    async handle({ deps, request, address }) {
      // A bucket for failures alone: an office that signs in rightly all day is never slowed.
      const wait = deps.limits.signIn.wait(address);
      if (wait > 0) throw new HttpProblem("rate-limited", { seconds: wait });
      const asked = await readJson(request, SessionRequest);
      const found = "googleToken" in asked ? await personByGoogle(deps, asked) : await personByCode(deps, asked.code);
      if (found === null || typeof found === "string") {
        // A sidebar asks by itself when it is opened: an account that is only not bound is no guess.
        if (found === null || found === "google-token") deps.limits.signIn.take(address);
        throw new HttpProblem(found ?? "code-wrong");
      }
      const person = found;
      await noteSignIn(deps, person, "googleToken" in asked ? "google" : "code");
      const expiresAt = deps.now() + TOKEN_LIFE_MS;
      const { id, role, place } = person;
      const token = signToken({ person: id, role, place, expiresAt }, await secretOf(deps));
      return { status: 200, json: { token, expiresAt: new Date(expiresAt).toISOString(), role, place, person: id } };
    },
  }),
];

async function noteSignIn(deps: Deps, { id, role, place }: Person, by: "code" | "google"): Promise<void> {
  const partition = partitionOf(role, place);
  if (partition !== null) await (await deps.collector.at(partition)).noteSignIn({ person: id, role, place }, by);
}

async function personByCode(deps: Deps, code: string): Promise<Person | null> {
  const parsed = parseCode(code);
  if (parsed === null) return null;
  return here(async () => (await deps.collector.at(parsed.partition)).personByCode(parsed.code));
}

/** A province that is not here answers as a wrong code does. */
async function here<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof Refusal && error.code === "province-unknown") return null;
    throw error;
  }
}

/**
 * A Google account with a code: the code binds the account, once; an access code opens without binding. Without one: the
 * account must have been bound before. A refusal is answered by its code.
 */
async function personByGoogle(
  deps: Deps,
  { googleToken, code }: { googleToken: string; code?: string | undefined },
): Promise<Person | null | "google-off" | "google-token" | "google-unbound" | "google-unreachable"> {
  const account = deps.googleSignIn === undefined ? ("off" as const) : await deps.googleSignIn(googleToken);
  if (typeof account === "string")
    return (code === undefined ? null : await personByCode(deps, code)) ?? `google-${account}`;
  const th = await deps.collector.at("TH");
  if (code === undefined) {
    const bound = await th.googleAccount(account.key);
    return (
      (bound === null ? null : await (await deps.collector.at(bound.partition)).person(bound.person)) ??
      "google-unbound"
    );
  }
  const partition = parseCode(code)?.partition;
  const enrolled = partition === undefined ? null : await enrol(deps, partition, code, account);
  if (enrolled === null) return personByCode(deps, code);
  await th.bindGoogle({ person: enrolled.id, role: enrolled.role, place: enrolled.place }, account.key, partition!);
  return enrolled;
}

async function enrol(deps: Deps, partition: string, code: string, account: GoogleAccount): Promise<Person | null> {
  return here(async () => (await deps.collector.at(partition)).useEnrolment(code, account.key, account.email));
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

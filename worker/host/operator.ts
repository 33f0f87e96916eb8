import type { Hono } from "hono";
import { sameText } from "../people/codes.ts";
import type { Collector } from "../people/partition.ts";
import { OPERATOR } from "../province/actor.ts";
import { Refusal } from "../province/refusal.ts";

/** What the command line does on a data folder, for a deployment that has none. */
const CALLS = ["importRoster", "addPerson", "revokePerson", "issueEnrolment"] as const;
const SHORTEST_TOKEN = 32;

/**
 * `POST /operator/54/addPerson` with a JSON list of arguments, for whoever holds the deployment's secret. Not there at all
 * without a secret of some length. Everything done this way stands in the audit as the operator's.
 */
export function mountOperator(app: Hono, collector: Collector, secret: string | undefined): void {
  if (secret === undefined || secret.length < SHORTEST_TOKEN) return;
  app.post("/operator/:partition/:call", async (c) => {
    if (!sameText(c.req.header("authorization") ?? "", `Bearer ${secret}`))
      return c.json({ code: "unauthenticated" }, 401);
    const call = CALLS.find((one) => one === c.req.param("call"));
    if (call === undefined) return c.json({ code: "no-such-address" }, 404);
    try {
      const partition = await collector.at(c.req.param("partition"));
      const args = (await c.req.json()) as unknown[];
      const run = partition[call] as (...all: unknown[]) => Promise<unknown>;
      return c.json({ value: (await run(OPERATOR, ...args)) ?? null });
    } catch (error) {
      if (error instanceof Refusal) return c.json({ code: error.code, params: error.detail }, 422);
      if (error instanceof SyntaxError) return c.json({ code: "malformed-json" }, 400);
      throw error;
    }
  });
}

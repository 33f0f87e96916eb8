import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, it } from "vitest";
import { doSql } from "../../worker/host/doSql.ts";
import { STORE_PROMISES } from "../province/contract.ts";
import { OUTBOX_PROMISES } from "../province/outboxContract.ts";

interface Namespace {
  getByName(name: string): unknown;
}

describe("the store on a Durable Object's SQLite, in workerd", () => {
  it.each([...STORE_PROMISES, ...OUTBOX_PROMISES].map((one, i) => [one.name, one, i] as const))(
    "%s",
    async (_, { run }, i) => {
      const stub = (env as { PROVINCE: Namespace }).PROVINCE.getByName(`promise ${i}`);
      await runInDurableObject(stub, (_instance, state) => run(doSql(state.storage)));
    },
  );
});

import { createApp } from "../../worker/app.ts";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { type Collector, openPartition, type Partition } from "../../worker/people/partition.ts";
import { remote, reply } from "../../worker/people/remote.ts";
import { Refusal } from "../../worker/province/refusal.ts";
import { memoryLimits } from "../../worker/routes/limits.ts";
import { type Caller, type CallOptions, type Stage, setStage } from "../http/stage.ts";

const FREE = { burst: 1e9, perSecond: 1e9 };

/** What came back, before a test says what it must be. */
// biome-ignore lint/suspicious/noExplicitAny: each expectation states the shape it needs
export type Json = any;

export interface House {
  stage: Stage;
  clock: { now: number };
  partition(code: string): Partition;
  /** Every table of province 99 but the audit and people, as text. */
  contents(): string;
  ask(
    caller: Caller | null,
    method: string,
    path: string,
    body?: CallOptions["body"],
  ): Promise<{ status: number; json: Json }>;
}

/** The whole collector in this process over databases in memory, at a time of the test's own. */
export async function openHouse(now: string): Promise<House> {
  const clock = { now: Date.parse(now) };
  const held = new Map(
    ["98", "99", "TH"].map((code) => {
      const sql = nodeSql(":memory:");
      return [code, { sql, partition: openPartition(sql, () => clock.now) }] as const;
    }),
  );
  const partition = (code: string) => {
    const found = held.get(code);
    if (found === undefined) throw new Refusal("province-unknown", { province: code });
    return found.partition;
  };
  const collector: Collector = {
    async at(code) {
      const here = partition(code);
      // What crosses a thread or a network is a copy.
      return remote(async (method, args) => structuredClone(reply(here, method, structuredClone(args))));
    },
  };
  const app = createApp({
    ...{ collector, now: () => clock.now, corsOrigins: [], isHttps: () => false, addressOf: () => "test" },
    limits: memoryLimits({ signIn: FREE, address: FREE, person: FREE }, () => clock.now),
    onFault: (error) => {
      throw error;
    },
  });
  const stage = await setStage({ collector, fetch: async (path, init) => app.request(path, init) });
  const { sql } = held.get("99")!;
  const contents = () => {
    const tables = sql
      .all<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
      .map(({ name }) => name)
      .filter((name) => !["audit", "audit_marks", "people", "meta"].includes(name));
    return JSON.stringify(tables.map((name) => [name, sql.all(`SELECT * FROM ${name}`)]));
  };
  return {
    ...{ stage, clock, partition, contents },
    async ask(caller, method, path, body) {
      const answer = await stage.as(caller, method, `/api/v1${path}`, body === undefined ? {} : { body });
      return { status: answer.status, json: await answer.json() };
    },
  };
}

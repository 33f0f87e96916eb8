import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { HERE, sheet, submission } from "../tests/http/stage.ts";
import { type Account, takeAccount } from "../tests/load/account.ts";
import { startChild } from "../tests/load/child.ts";
import { prepare, type Sending, send, sendingOf, signIn } from "../tests/load/sendings.ts";
import { type Floor, measureFloor } from "./floor.ts";
import { begin, count, record, round, rounded, type Spread, spreadOf, table } from "./measure.ts";
import { seeded } from "./random.ts";

// B3, small: durable submissions a second over HTTP, beside what the disk itself can do in the same run.

const CENTRES = 55;
const RETRIES = 0.2;

/** The n-th report, as large as a busy office's: about 12 KB. */
function reportOf(n: number): Sending {
  const { key, office, period } = sendingOf(n);
  const at = HERE.find(({ code }) => code === office)!;
  const centres = Array.from({ length: CENTRES }, (_, i) => `ศพด.ตัวอย่างที่ ${n} แห่งที่ ${i}`);
  const body = JSON.stringify(submission(period, sheet(period, centres, at), office));
  return { key, office, period, body, receipt: null };
}

interface Load {
  clients: number;
  perSecond: number;
  acknowledged: number;
  requests: number;
  ms: Spread;
}

/** Clients that send one report after another for `ms`; each fifth is sent twice, and must get the same receipt. */
async function load(port: number, token: string, clients: number, ms: number, next: () => Sending): Promise<Load> {
  const times: number[] = [];
  let acknowledged = 0;
  const startedAt = performance.now();
  const once = async (sending: Sending) => {
    const at = performance.now();
    const receipt = await send(port, token, sending);
    times.push(performance.now() - at);
    if (sending.receipt !== null && sending.receipt.receipt !== receipt.receipt) throw new Error("another receipt");
    sending.receipt = receipt;
  };
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      const random = seeded(client + 1);
      while (performance.now() - startedAt < ms) {
        const sending = next();
        await once(sending);
        acknowledged++;
        if (random.chance(RETRIES)) await once(sending);
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    clients,
    perSecond: round(acknowledged / seconds),
    acknowledged,
    requests: times.length,
    ms: spreadOf(times),
  };
}

/** Throws when the store does not hold exactly what was acknowledged. */
export function mustHold(account: Account): void {
  const { lost, doubled, partial, integrity, audit, kept, acknowledged } = account;
  const good = lost.length + doubled.length + partial.length === 0 && integrity === "ok" && audit.broken === null;
  if (!good || kept !== acknowledged)
    throw new Error(`the store does not hold what was acknowledged: ${JSON.stringify(account)}`);
}

export interface Run {
  bodyBytes: number;
  loads: Load[];
  floors: Floor[];
  account: Account;
}

/** Starts a collector on an empty folder, measures the floor before and after, loads it, then holds the store to account. */
export async function run(clients: readonly number[], ms: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "ruam-bench-"));
  try {
    const code = prepare(folder);
    const sendings: Sending[] = [];
    const next = () => {
      const sending = reportOf(sendings.length);
      sendings.push(sending);
      return sending;
    };
    const body = new TextEncoder().encode(reportOf(0).body);
    const floors = [measureFloor(folder, body, ms / 4)];
    const child = await startChild(folder);
    const token = await signIn(child.port, code);
    await load(child.port, token, 4, ms / 4, next);
    const loads: Load[] = [];
    for (const howMany of clients) loads.push(await load(child.port, token, howMany, ms, next));
    await child.kill("SIGTERM");
    floors.push(measureFloor(folder, body, ms / 4));
    const account = takeAccount(folder, sendings);
    mustHold(account);
    return { bodyBytes: body.length, loads, floors, account };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const options = begin("submit");
  const { bodyBytes, loads, floors, account } = await run([1, 16, 50], options.quick ? 400 : 12_000);
  console.log(
    `reports of ${count(bodyBytes)} bytes, ${CENTRES} rows; one in five sent twice; server and clients share the machine`,
  );
  table(
    ["clients", "durable/s", "requests", "p50 ms", "p99 ms", "max ms"],
    loads.map(({ clients, perSecond, requests, ms }) => [
      clients,
      perSecond,
      count(requests),
      round(ms.p50),
      round(ms.p99),
      round(ms.max),
    ]),
  );
  table(
    ["the disk alone", "a second", "p50 ms", "p99 ms"],
    floors.flatMap(({ fdatasync, sqliteCommit }, i) => {
      const when = i === 0 ? "before" : "after";
      return [
        [`append + fdatasync, ${when}`, count(fdatasync.perSecond), round(fdatasync.ms.p50), round(fdatasync.ms.p99)],
        [
          `SQLite commit, ${when}`,
          count(sqliteCommit.perSecond),
          round(sqliteCommit.ms.p50),
          round(sqliteCommit.ms.p99),
        ],
      ];
    }),
  );
  const { acknowledged, kept, lost, doubled } = account;
  console.log(
    `${count(acknowledged)} acknowledged, ${count(kept)} kept, ${lost.length} lost, ${doubled.length} doubled`,
  );
  record("submit", options, {
    bodyBytes,
    rows: CENTRES,
    retries: RETRIES,
    loads: loads.map((one) => ({ ...one, ms: rounded(one.ms) })),
    floors: floors.map(({ fdatasync, sqliteCommit }) => ({
      fdatasync: { perSecond: fdatasync.perSecond, ms: rounded(fdatasync.ms) },
      sqliteCommit: { perSecond: sqliteCommit.perSecond, ms: rounded(sqliteCommit.ms) },
    })),
    account: { acknowledged, kept, lost: lost.length, doubled: doubled.length, partial: account.partial.length },
  });
}

if (import.meta.main) await main();

import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { sheet, submission } from "../tests/http/stage.ts";
import { type Child, startChild } from "../tests/load/child.ts";
import { signIn } from "../tests/load/sendings.ts";
import type { Rollup } from "../worker/master/rollup.ts";
import { begin, count, record, round, rounded, type Spread, spreadOf, table, versionOf } from "./measure.ts";
import { type Filled, fill, sizes, WHICH } from "./rollupStage.ts";

// The department's roll-up over 76 filled stores, one of them broken; beside it what is done today: opening 76 masters and adding up.

const ASK = new URLSearchParams(WHICH).toString();
const PEER = new URL("./rollupPeer.ts", import.meta.url).pathname;

interface Peer {
  ms: number;
  rows: number;
  done: number;
  idleMb: number;
  peakMb: number;
}

export interface Run {
  offices: number;
  reports: number;
  rows: number;
  bytes: number;
  cold: Spread;
  warm: Spread;
  idleMb: number;
  afterMb: number;
  /** What an office waits for its receipt. */
  wait: { alone: Spread; whileWarm: Spread; whileCold: Spread };
  peer: Peer;
}

interface Seat {
  child: Child;
  department: string;
  office: string;
}

const rssMb = (pid: number) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) * (1024 / 1e6);

async function seated(folder: string, filled: Filled): Promise<Seat> {
  // The broken store is told of at every roll-up: not here.
  const child = await startChild(folder, "ignore");
  const [department, office] = await Promise.all([
    signIn(child.port, filled.department),
    signIn(child.port, filled.office.code),
  ]);
  return { child, department, office };
}

async function ask({ child, department }: Seat, path: string): Promise<{ ms: number; body: Buffer }> {
  const at = performance.now();
  const answer = await fetch(`http://127.0.0.1:${child.port}/api/v1${path}`, {
    headers: { authorization: `Bearer ${department}` },
  });
  const body = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${body}`);
  return { ms: performance.now() - at, body };
}

const rollup = (seat: Seat) => ask(seat, `/department/rollup?${ASK}`);

let sent = 0;
/** An office sends a report of another month than the one in view; answers how long it waited for the receipt. */
async function submit({ child, office }: Seat, { office: { place } }: Filled): Promise<number> {
  const period = `${2010 + Math.floor(sent / 12)}-${String((sent++ % 12) + 1).padStart(2, "0")}`;
  const body = JSON.stringify(submission(period, sheet(period, ["ศพด.ตัวอย่างพัฒนา"], place), place.code));
  const at = performance.now();
  const answer = await fetch(`http://127.0.0.1:${child.port}/api/v1/submissions`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      authorization: `Bearer ${office}`,
      "idempotency-key": `wait-${sent}`,
    },
    body,
  });
  if (!answer.ok) throw new Error(`refused: ${answer.status} ${await answer.text()}`);
  await answer.arrayBuffer();
  return performance.now() - at;
}

/** Each pair begins at the same time: the roll-up first, the report a few milliseconds into it. */
async function waitBeside(seat: Seat, filled: Filled): Promise<number> {
  const asked = rollup(seat);
  await new Promise((resolve) => setTimeout(resolve, 5));
  const ms = await submit(seat, filled);
  await asked;
  return ms;
}

async function several(times: number, once: () => Promise<number>): Promise<Spread> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await once());
  return spreadOf(all);
}

/** Throws when the roll-up says anything else than what was filled in. */
export function mustSay(body: Uint8Array, { expected, silent }: Filled): void {
  const { total, provinces } = JSON.parse(Buffer.from(body).toString()) as Rollup;
  const quiet = provinces.filter(({ state }) => state === "silent").map(({ code }) => code);
  if (!isDeepStrictEqual(total, expected) || !isDeepStrictEqual(quiet, [silent]))
    throw new Error(`the roll-up says ${JSON.stringify(total)}, filled was ${JSON.stringify(expected)}`);
}

async function peerOf(seat: Seat, folder: string, { codes, expected }: Filled): Promise<Peer> {
  mkdirSync(folder);
  for (const code of codes)
    writeFileSync(join(folder, `${code}.xlsx`), (await ask(seat, `/provinces/${code}/master.xlsx?${ASK}`)).body);
  const peer = JSON.parse(String(execFileSync(process.execPath, [PEER, folder]))) as Peer;
  if (peer.rows !== expected.totals.rows || peer.done !== expected.totals.fields.done)
    throw new Error(`the masters add up to ${peer.rows} rows, the roll-up to ${expected.totals.rows}`);
  return peer;
}

export async function run(many: readonly number[], rows: number, rounds: number): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), "ruam-bench-"));
  try {
    const data = join(folder, "data");
    const filled = fill(data, many, rows);
    const colds: number[] = [];
    const coldWaits: number[] = [];
    for (let i = 0; i < rounds; i++)
      for (const beside of [false, true]) {
        const seat = await seated(data, filled);
        await submit(seat, filled);
        if (beside) coldWaits.push(await waitBeside(seat, filled));
        else colds.push((await rollup(seat)).ms);
        await seat.child.kill("SIGTERM");
      }
    const seat = await seated(data, filled);
    await submit(seat, filled);
    const idleMb = rssMb(seat.child.pid);
    const { body } = await rollup(seat);
    mustSay(body, filled);
    const warm = await several(rounds * 6, async () => (await rollup(seat)).ms);
    const afterMb = rssMb(seat.child.pid);
    const alone = await several(rounds * 6, () => submit(seat, filled));
    const whileWarm = await several(rounds * 6, () => waitBeside(seat, filled));
    const peer = await peerOf(seat, join(folder, "masters"), filled);
    await seat.child.kill("SIGTERM");
    const { stands, offices } = filled.expected;
    return {
      ...{ offices, reports: offices - stands.missing, rows: filled.expected.totals.rows, bytes: body.length },
      ...{ cold: spreadOf(colds), warm, idleMb, afterMb, peer },
      wait: { alone, whileWarm, whileCold: spreadOf(coldWaits) },
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const options = begin("rollup");
  const all = sizes();
  const result = await run(options.quick ? all.slice(-8) : all, options.quick ? 3 : 30, options.quick ? 2 : 5);
  const { offices, reports, rows, bytes, cold, warm, idleMb, afterMb, wait, peer } = result;
  console.log(
    `${count(offices)} offices, ${count(reports)} reports, ${count(rows)} rows sent up; answer ${count(bytes)} bytes`,
  );
  const line = (name: string, { p50, max }: Spread) => [name, round(p50), round(max)];
  table(
    ["", "p50 ms", "worst ms"],
    [
      line("cold: no store open", cold),
      line("warm", warm),
      ["exceljs over the masters", round(peer.ms), round(peer.ms)],
      line("a report alone", wait.alone),
      line("a report beside a warm roll-up", wait.whileWarm),
      line("a report beside a cold roll-up", wait.whileCold),
    ],
  );
  console.log(
    `memory ${round(idleMb)} MB idle, ${round(afterMb)} MB after; exceljs ${round(peer.peakMb)} MB at its peak`,
  );
  record("rollup", options, {
    versions: { exceljs: versionOf("exceljs") },
    ...{ offices, reports, rows, bytes, cold: rounded(cold), warm: rounded(warm) },
    ...{ idleMb: round(idleMb), afterMb: round(afterMb) },
    wait: {
      ...{ alone: rounded(wait.alone), whileWarm: rounded(wait.whileWarm), whileCold: rounded(wait.whileCold) },
    },
    peer: { ms: round(peer.ms), peakMb: round(peer.peakMb), idleMb: round(peer.idleMb) },
  });
}

if (import.meta.main) await main();

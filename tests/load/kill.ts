import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as after } from "node:timers/promises";
import { type Account, takeAccount } from "./account.ts";
import { type Child, startChild } from "./child.ts";
import { prepare, type Sending, send, sendingOf, signIn } from "./sendings.ts";

export interface KillOptions {
  kills: number;
  clients?: number;
  dataDir: string;
  /** Milliseconds of life between the first request and the kill. */
  life: () => number;
}

/**
 * Kills the collector with SIGKILL while clients send, again and again on the same data. What was cut off is sent again with its
 * key after the restart, as the pane does. Then everything outstanding is sent to the end, and the store is held to account.
 */
export async function killWhileSending({ kills, clients = 20, dataDir, life }: KillOptions): Promise<Account> {
  const code = prepare(dataDir);
  const sendings: Sending[] = [];
  let outstanding: Sending[] = [];
  const next = (): Sending => {
    const sending = outstanding.shift() ?? sendingOf(sendings.length);
    if (sendings[Number(sending.key.slice(8))] === undefined) sendings.push(sending);
    return sending;
  };
  const sendOne = async (child: Child, token: string, sending: Sending): Promise<void> => {
    const receipt = await send(child.port, token, sending);
    if (sending.receipt !== null && sending.receipt.receipt !== receipt.receipt) throw new Error("another receipt");
    sending.receipt = receipt;
  };
  for (let round = 0; round < kills; round++) {
    const child = await startChild(dataDir);
    const token = await signIn(child.port, code);
    let alive = true;
    const cut: Sending[] = [];
    const work = Array.from({ length: clients }, async () => {
      while (alive) {
        const sending = next();
        try {
          await sendOne(child, token, sending);
        } catch (error) {
          if (alive || String(error).includes("refused")) throw error;
          cut.push(sending);
        }
      }
    });
    await after(life());
    alive = false;
    await child.kill();
    await Promise.all(work);
    outstanding = cut;
  }
  const child = await startChild(dataDir);
  const token = await signIn(child.port, code);
  for (const sending of outstanding) await sendOne(child, token, sending);
  // and once more, all that the last round was about: the same receipts
  for (const sending of sendings.slice(-clients)) await sendOne(child, token, sending);
  await child.kill("SIGTERM");
  return takeAccount(dataDir, sendings);
}

if (import.meta.main) {
  const kills = Number(process.argv[2] ?? 50);
  const dataDir = mkdtempSync(join(tmpdir(), "ruam-kill-"));
  const startedAt = performance.now();
  const account = await killWhileSending({ kills, dataDir, life: () => 5 + Math.random() * 495 });
  rmSync(dataDir, { recursive: true, force: true });
  const { lost, doubled, partial, ...rest } = account;
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  console.log(
    JSON.stringify({ kills, seconds, ...rest, lost: lost.length, doubled: doubled.length, partial: partial.length }),
  );
  const good =
    lost.length + doubled.length + partial.length === 0 && rest.integrity === "ok" && rest.audit.broken === null;
  process.exitCode = good ? 0 : 1;
}

import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Running, startNode } from "../../worker/host/node.ts";
import { takeAccount } from "../load/account.ts";
import { prepare, type Sending, send, sendingOf, signIn } from "../load/sendings.ts";
import { Chance } from "../story/random.ts";

const dataDir = mkdtempSync(join(tmpdir(), "ruam-lost-"));
const FREE = { burst: 1e9, perSecond: 1e9 };
let running: Running;
let token = "";

beforeAll(async () => {
  const code = prepare(dataDir);
  running = await startNode({ port: 0, dataDir, rates: { signIn: FREE, address: FREE, person: FREE } });
  token = await signIn(running.port, code);
});
afterAll(async () => {
  await running.close();
  rmSync(dataDir, { recursive: true, force: true });
});

function requestText({ key, body }: Sending): Buffer {
  const bytes = Buffer.from(body);
  const head = [
    "POST /api/v1/submissions HTTP/1.1",
    "Host: localhost",
    "Content-Type: application/json",
    `Authorization: Bearer ${token}`,
    `Idempotency-Key: ${key}`,
    `Content-Length: ${bytes.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), bytes]);
}

/** Sends the first `length` bytes, hangs up, and never looks at the answer. */
function sendAndHangUp(request: Buffer, length: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(running.port, "127.0.0.1", () =>
      socket.write(request.subarray(0, length), () => socket.destroy()),
    );
    socket.on("close", () => resolve());
    socket.on("error", () => {});
  });
}

describe("a line that fails", () => {
  it("each report delivered one to five times, in parallel, cut mid-body or its reply lost, is kept once with one receipt", async () => {
    const chance = new Chance(20_231_105);
    const sendings = Array.from({ length: 120 }, (_, n) => sendingOf(n));
    for (let from = 0; from < sendings.length; from += 20) {
      const deliveries = sendings.slice(from, from + 20).flatMap((sending) => {
        const request = requestText(sending);
        const lost = Array.from({ length: chance.whole(0, 4) }, () => async () => {
          const whole = chance.hits(60);
          await sendAndHangUp(request, whole ? request.length : chance.whole(0, request.length - 1));
        });
        const seen = Array.from({ length: chance.whole(1, 2) }, () => async () => {
          const receipt = await send(running.port, token, sending);
          expect(sending.receipt ?? receipt).toEqual(receipt);
          sending.receipt = receipt;
        });
        return [...lost, ...seen];
      });
      deliveries.sort(() => chance.whole(-1, 1));
      await Promise.all(deliveries.map((deliver) => deliver()));
    }
    await running.close();
    const account = takeAccount(dataDir, sendings);
    expect(account).toMatchObject({ lost: [], doubled: [], partial: [], integrity: "ok", audit: { broken: null } });
    expect([account.kept, account.acknowledged]).toEqual([120, 120]);
  });
});

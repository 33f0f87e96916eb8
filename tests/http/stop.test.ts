import { mkdtempSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, describe, expect, it } from "vitest";
import { startNode } from "../../worker/host/node.ts";
import { prepare, sendingOf, signIn } from "../load/sendings.ts";

const dataDir = mkdtempSync(join(tmpdir(), "ruam-stop-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("stopping", () => {
  it("takes nothing new, finishes what is under way with its receipt, and leaves the data closed and whole", async () => {
    const code = prepare(dataDir);
    const running = await startNode({ port: 0, dataDir });
    const token = await signIn(running.port, code);
    const { key, body } = sendingOf(0);
    const bytes = Buffer.from(body);
    const socket = connect(running.port, "127.0.0.1");
    const head = [
      "POST /api/v1/submissions HTTP/1.1",
      "Host: localhost",
      "Connection: close",
      "Expect: 100-continue",
      "Content-Type: application/json",
      `Authorization: Bearer ${token}`,
      `Idempotency-Key: ${key}`,
      `Content-Length: ${bytes.length}`,
    ];
    socket.write(`${head.join("\r\n")}\r\n\r\n`);
    // "100 Continue": the request is in the server's hands
    await new Promise((resolve) => socket.once("data", resolve));
    const reply = text(socket);
    socket.write(bytes.subarray(0, 1000));
    const closed = running.close();
    await expect(fetch(`http://127.0.0.1:${running.port}/healthz`)).rejects.toThrow();
    socket.write(bytes.subarray(1000));
    expect((await reply).split("\r\n")[0]).toBe("HTTP/1.1 201 Created");
    await closed;
    await running.close();

    const again = await startNode({ port: 0, dataDir });
    // the roster, the code, the coming in, the report
    expect(again.data.partition("99").verifyAudit()).toEqual({ lines: 4, broken: null });
    expect(again.data.provinces()).toEqual(["99"]);
    await again.close();
  });

  it("a port that is taken is told, and nothing is left open", async () => {
    const first = await startNode({ port: 0, dataDir });
    await expect(startNode({ port: first.port, dataDir })).rejects.toMatchObject({ code: "EADDRINUSE" });
    await first.close();
  });
});

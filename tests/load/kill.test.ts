import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { killWhileSending } from "./kill.ts";

const dataDir = mkdtempSync(join(tmpdir(), "ruam-kill-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

describe("kill -9 while clients send", () => {
  it("every acknowledged receipt is there, none twice, none partial (many kills: `node tests/load/kill.ts 1000`)", async () => {
    const lives = [30, 400, 120, 250];
    const account = await killWhileSending({ kills: lives.length, dataDir, life: () => lives.shift()! });
    expect(account).toMatchObject({ lost: [], doubled: [], partial: [], integrity: "ok", audit: { broken: null } });
    expect(account.acknowledged).toBe(account.sendings);
    expect(account.kept).toBe(account.sendings);
    expect(account.sendings).toBeGreaterThan(20);
  });
});

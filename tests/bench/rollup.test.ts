import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { mustSay } from "../../bench/rollup.ts";
import { fill, sizes, WHICH } from "../../bench/rollupStage.ts";
import { startNode } from "../../worker/host/node.ts";
import { signIn } from "../load/sendings.ts";

it("the country of the benchmark is as large as the real one, and unlike in its provinces", () => {
  const all = sizes();
  expect([all.length, all.reduce((sum, one) => sum + one), Math.max(...all), Math.min(...all)]).toEqual([
    76, 7_850, 334, 39,
  ]);
});

it("the roll-up says what was filled in, names the broken store, and anything else is refused", async () => {
  const folder = mkdtempSync(join(tmpdir(), "ruam-bench-"));
  const filled = fill(folder, [21, 12, 10, 20], 2);
  const running = await startNode({ port: 0, dataDir: folder, onFault: () => {} });
  try {
    const authorization = `Bearer ${await signIn(running.port, filled.department)}`;
    const url = `http://127.0.0.1:${running.port}/api/v1/department/rollup?${new URLSearchParams(WHICH)}`;
    const body = await (await fetch(url, { headers: { authorization } })).bytes();
    mustSay(body, filled);
    expect(() => mustSay(body, { ...filled, silent: "11" })).toThrow("the roll-up says");
    const fewer = { ...filled.expected, accepted: filled.expected.accepted - 1 };
    expect(() => mustSay(body, { ...filled, expected: fewer })).toThrow("the roll-up says");
  } finally {
    await running.close(100);
    rmSync(folder, { recursive: true, force: true });
  }
});

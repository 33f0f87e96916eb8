import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const CHILD = fileURLToPath(new URL("./memoryChild.ts", import.meta.url));

/** In a process of its own. V8's young generation is held at 8 MB, or its growth with the running time would be measured. */
function write(rows: number): { rows: number; bytes: number; peakMb: number } {
  return JSON.parse(
    execFileSync(process.execPath, ["--max-semi-space-size=8", CHILD, String(rows)], { encoding: "utf8" }),
  );
}

describe("memory", () => {
  it("of a master of 235,000 rows is that of one of 20,000: flat, within 24 MB", { timeout: 180_000 }, () => {
    const small = write(20_000);
    const large = write(235_000);
    expect([small.rows, large.rows]).toEqual([20_000, 235_000]);
    expect(large.bytes).toBeGreaterThan(small.bytes * 9);
    expect(large.peakMb - small.peakMb).toBeLessThan(24);
  });
});

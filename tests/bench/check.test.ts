import { describe, expect, it } from "vitest";
import { checkSheet } from "../../bench/check.ts";
import { compare } from "../../bench/equality.ts";
import { ajvJudge, plainRow, zodJudge } from "../../bench/peers.ts";
import { gridOf, makeRows } from "../../bench/rows.ts";

describe("the rows of the benchmarks", () => {
  it("are the same on every run", () => {
    expect(makeRows(300, 0.5)).toEqual(makeRows(300, 0.5));
  });

  it("are all ok when none is dirty, and nearly all spoken of when every one is", () => {
    expect(checkSheet(gridOf(makeRows(500, 0))).counts).toMatchObject({ rows: 500, ok: 500 });
    expect(checkSheet(gridOf(makeRows(500, 1))).counts.ok).toBeLessThan(10);
  });
});

describe.each([
  ["ajv", ajvJudge()],
  ["zod", zodJudge()],
])("%s", (_, judge) => {
  it.each([0, 0.05, 1])("refuses the rows we speak of, at a share of %d dirty", (share) => {
    const rows = makeRows(1_000, share);
    const { both, beyond, differ } = compare(checkSheet(gridOf(rows)), rows.map(plainRow), judge);
    expect(differ).toEqual([]);
    expect(both).toBeGreaterThanOrEqual(share * 800);
    // What only we say stays the exception, or the peers would not be peers.
    expect(beyond).toBeLessThan(1_000 * 0.05);
  });

  it("is told apart when it judges otherwise", () => {
    const rows = makeRows(50, 1);
    const lenient = () => 0;
    expect(compare(checkSheet(gridOf(rows)), rows.map(plainRow), lenient).differ.length).toBeGreaterThan(40);
  });
});

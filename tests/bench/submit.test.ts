import { expect, it } from "vitest";
import { mustHold, run } from "../../bench/submit.ts";

it("every acknowledged report of a load is kept once", async () => {
  const { loads, account, bodyBytes } = await run([1, 8], 300);
  expect(loads.map(({ clients }) => clients)).toEqual([1, 8]);
  expect(account).toMatchObject({ lost: [], doubled: [], partial: [], integrity: "ok" });
  expect(account.kept).toBe(account.acknowledged);
  expect(bodyBytes).toBeGreaterThan(10_000);
  expect(() => mustHold({ ...account, kept: account.kept - 1 })).toThrow("does not hold");
  expect(() => mustHold({ ...account, lost: ["sending-1"] })).toThrow("does not hold");
});

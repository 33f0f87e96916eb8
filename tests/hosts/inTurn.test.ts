import { expect, it } from "vitest";
import { inTurn } from "../../worker/host/data.ts";

it("whoever asks many stores lets others in between any two of them", async () => {
  const breathe = inTurn();
  const seen: string[] = [];
  const stores = Array.from({ length: 4 }, async (_, i) => {
    await breathe();
    seen.push(`store ${i}`);
  });
  const other = (left: number): void => {
    seen.push("other");
    if (left > 1) setImmediate(other, left - 1);
  };
  setImmediate(other, 4);
  await Promise.all(stores);
  expect(seen.filter((one) => one !== "other")).toEqual(["store 0", "store 1", "store 2", "store 3"]);
  expect(seen.join().includes("store 0,store 1") || seen.join().includes("store 1,store 2")).toBe(false);
});

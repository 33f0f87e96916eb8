import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { FILE_PROMISES } from "./contract.ts";
import { type Here, openHere } from "./stage.ts";

let here: Here;
beforeAll(async () => {
  here = await openHere();
});
afterAll(() => here.close());

describe("photos and clips, over the real app on disk", () => {
  it.each(FILE_PROMISES.map((one, i) => [one.name, one, i] as const))("%s", async (_, { hold }, i) => {
    await hold(here.stage, `${2023 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);
    expect(here.faults).toEqual([]);
  });
});

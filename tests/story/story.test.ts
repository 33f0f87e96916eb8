import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SAMPLE_OFFICES } from "../../worker/cli/sample/offices.ts";
import { type Outcome, playStory } from "./play.ts";

/** A whole month of a small province, through HTTP, on the host that a province runs. */
describe.each([11, 2566, 9])("a province of messy sheets, seed %i", (seed) => {
  let folder: string;
  let outcome: Outcome;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "ruam-story-"));
    const options = { province: "99", period: "2023-10", seed, messy: 30 };
    outcome = await playStory(SAMPLE_OFFICES, { ...options, dataDir: folder, silent: 2 });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("no accepted cell says anything else than its office meant", () => {
    expect(outcome.figures.wrongFixes).toEqual([]);
  });

  it("no row is skipped or lost, and every sheet can be settled by a person", () => {
    expect({ lost: outcome.figures.lost, unsettled: outcome.figures.unsettled }).toEqual({ lost: [], unsettled: [] });
  });

  it("a second press gives the same receipt, a changed sheet the next version", () => {
    expect(outcome.figures.wrongReceipts).toEqual([]);
    expect(outcome.figures.sent).toBe(10 + outcome.figures.newVersions);
  });

  it("every row is in the master once, in order, counted, with the receipt that counts", () => {
    expect(outcome.differences).toEqual([]);
  });

  it("the province knows who has not sent", () => {
    expect(outcome.completeness).toEqual({ offices: 12, sent: 10, missing: 2 });
  });
});

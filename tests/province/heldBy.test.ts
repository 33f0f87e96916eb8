import { describe, expect, it } from "vitest";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { openPartition } from "../../worker/people/partition.ts";
import { district, OPERATOR, office, PACK, province, report } from "./sample.ts";

const WHICH = { form: "volunteer-activities", period: "2023-11" };
const DAY_MS = 86_400_000;

/** Offices send on days of their own; then some districts hand on. */
function stage(days: Record<string, number>) {
  const start = Date.parse("2023-11-01T03:00:00Z");
  let now = start;
  const store = openPartition(nodeSql(":memory:"), () => now);
  store.importRoster(OPERATOR, PACK, "sample");
  const ids = new Map<string, string>();
  for (const [place, day] of Object.entries(days)) {
    now = start + day * DAY_MS;
    ids.set(place, store.submit(office(place), report({ ...WHICH, office: place, key: place })).receipt.submission);
  }
  const ask = (more: object = {}, who = province()) => store.queue(who, { ...WHICH, offset: 0, limit: 50, ...more });
  return { store, ids, ask };
}

const DAYS = { "5540101": 3, "5540102": 5, "6540103": 4, "6540202": 1, "6540301": 3, "4540201": 0 };

describe("what is still with the districts", () => {
  it("names each district with how many it holds and since when, who has held one longest first", () => {
    const { ask } = stage(DAYS);
    expect(ask().districts).toEqual([
      { code: "5402", name: "สูงเม่น", count: 1, since: "2023-11-02T03:00:00.000Z" },
      { code: "5401", name: "เมืองแพร่", count: 3, since: "2023-11-04T03:00:00.000Z" },
      { code: "5403", name: "เด่นชัย", count: 1, since: "2023-11-04T03:00:00.000Z" },
    ]);
    expect(ask().withDistrict).toBe(5);
  });

  it("is told page by page, of all districts or of one: every report once", () => {
    const { ask, ids } = stage(DAYS);
    const held = { level: "district" as const, limit: 2 };
    const all = [0, 2, 4].flatMap((offset) => ask({ ...held, offset }).items.map(({ submission }) => submission));
    const direct = ids.get("4540201")!;
    expect(all.sort()).toEqual([...ids.values()].filter((id) => id !== direct).sort());
    const one = [0, 2].flatMap((offset) => ask({ ...held, offset, district: "5401" }).items.map((item) => item.office));
    expect(one.sort()).toEqual(["5540101", "5540102", "6540103"]);
  });

  it("what was handed on is held no more; a district is told of itself alone", () => {
    const { store, ask, ids } = stage(DAYS);
    store.forward(district("5402"), ids.get("6540202")!);
    store.forward(district("5401"), ids.get("5540101")!);
    expect(ask().districts.map(({ code, count }) => [code, count])).toEqual([
      ["5403", 1],
      ["5401", 2],
    ]);
    expect(ask({}, district("5401")).districts.map(({ code, count }) => [code, count])).toEqual([["5401", 2]]);
    for (const place of ["5540102", "6540103"]) store.forward(district("5401"), ids.get(place)!);
    store.forward(district("5403"), ids.get("6540301")!);
    expect([ask().withDistrict, ask().districts]).toEqual([0, []]);
  });
});

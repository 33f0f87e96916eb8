import { expect, it } from "vitest";
import { inputs, outcomeOf, score } from "../../bench/readings.ts";

it("of a thousand inputs none is taken for something else, and none is asked about without need", () => {
  const all = inputs();
  expect(all).toHaveLength(1000);
  const ours = score(all).filter((one) => one.name === "ruam");
  const doubtful = (kind: string) => all.filter((one) => one.kind === kind && one.meant === null).length;
  expect(ours.map((one) => [one.kind, one["silently wrong"], one.asked - doubtful(one.kind)])).toEqual([
    ["dates", 0, 0],
    ["numbers", 0, 0],
    ["places", 0, 0],
    ["phones", 0, 0],
  ]);
});

it("the count knows a wrong reading when it sees one", () => {
  expect([
    outcomeOf("2024-06-01", "2024-06-01"),
    outcomeOf(null, "2024-06-01"),
    outcomeOf("2067-06-01", "2024-06-01"),
    outcomeOf(30, null),
  ]).toEqual(["right", "asked", "silently wrong", "silently wrong"]);
  const libraries = score(inputs()).filter((one) => one.name !== "ruam");
  expect(libraries.map((one) => [one.name, one["silently wrong"] > 0])).toEqual([
    ["chrono-node", true],
    ["dayjs", true],
    ["luxon", true],
  ]);
});

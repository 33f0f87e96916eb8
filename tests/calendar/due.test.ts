import { describe, expect, it } from "vitest";
import { bangkokDate, dueOf, isLate, rollDate } from "../../shared/calendar/due.ts";

const RULE = "phrae-cdc-clip";
// Holidays of the table that comes with the calendar; here the ones these cases need.
const holidays = (date: string) => ["2023-12-05", "2024-05-06", "2024-12-05"].includes(date);

describe("when the clip report is due", () => {
  it.each([
    // period, nominal, due, day off
    ["2023-10", "2023-10-09", "2023-10-09", false], // named in the letter
    ["2023-11", "2023-11-05", "2023-11-06", true], // a Sunday
    ["2023-12", "2023-12-05", "2023-12-06", true], // a holiday
    ["2024-01", "2024-01-05", "2024-01-05", false],
    ["2024-05", "2024-05-05", "2024-05-07", true], // a Sunday, and the Monday is its substitution day
    ["2024-10", "2024-10-05", "2024-10-07", true], // a Saturday
  ])("%s is named for %s and late after %s", (period, nominal, due, holiday) => {
    expect(dueOf(RULE, period, { holidays })).toEqual({ rule: RULE, period, nominal, due, holiday });
  });

  it.each([
    ["2023-11", "none", "2023-11-05"],
    ["2023-11", "previous", "2023-11-03"],
    ["2023-11", "next", "2023-11-06"],
  ] as const)("%s rolled %s is %s", (period, roll, due) => {
    expect(dueOf(RULE, period, { roll })?.due).toBe(due);
  });

  it.each(["constructor", "__proto__", "phrae", ""])("knows no rule called %j", (rule) => {
    expect(dueOf(rule, "2023-10")).toBeUndefined();
  });

  it.each(["2023-13", "2566", "", "2023-10-01"])("takes no %j for a period", (period) => {
    expect(dueOf(RULE, period)).toBeUndefined();
  });
});

describe("lateness", () => {
  it.each([
    ["2023-11-06T16:59:59.999Z", false], // 23:59:59.999 in Thailand
    ["2023-11-06T17:00:00.000Z", true], // midnight in Thailand
    ["2023-11-05T17:00:00.000Z", false],
    ["2023-12-31T23:59:59.000Z", true],
  ])("a report for 2023-11 taken in at %s is late: %s", (at, late) => {
    expect(isLate(dueOf(RULE, "2023-11")!, Date.parse(at))).toBe(late);
  });

  it("counts days as Thailand does", () => {
    expect(bangkokDate(Date.parse("2024-02-28T17:00:00Z"))).toBe("2024-02-29");
    expect(rollDate("2024-03-02", "previous")).toBe("2024-03-01");
  });
});

import { describe, expect, it } from "vitest";
import { findRule } from "../../shared/calendar/dueRules.ts";
import { periodOfStart, startPeriod } from "../../shared/calendar/startPeriod.ts";

const first = (rule: string, instant: string) => startPeriod(findRule(rule), Date.parse(instant));

describe("the first period a change may begin with", () => {
  it.each<[string, string, string, string]>([
    // day 5 of the same month
    ["phrae-cdc-clip", "before its day", "2026-11-03T03:00:00Z", "2026-11"],
    ["phrae-cdc-clip", "after its day: reports of this month still come, late", "2026-11-20T03:00:00Z", "2026-11"],
    // day 1 of the month after
    ["chaiyaphum-temple-province", "while the month before is due", "2026-12-01T03:00:00Z", "2026-11"],
    ["chaiyaphum-temple-province", "once it is past", "2026-12-02T03:00:00Z", "2026-12"],
    ["sakaeo-province", "once, long ago", "2026-12-02T03:00:00Z", "2024-07"],
    ["krabi-info", "no day", "2026-12-02T03:00:00Z", "2026-12"],
    ["no-such-rule", "no rule", "2026-12-31T18:00:00Z", "2027-01"],
  ])("%s: %s", (rule, _, instant, expected) => expect(first(rule, instant)).toBe(expected));

  it.each([
    ["now", "2026-12"],
    ["next", "2027-01"],
    ["2027-05", "2027-05"],
  ])("%s from 2026-12", (start, expected) => expect(periodOfStart(start, "2026-12")).toBe(expected));
});

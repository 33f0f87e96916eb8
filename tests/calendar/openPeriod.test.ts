import { describe, expect, it } from "vitest";
import { openPeriod } from "../../shared/calendar/openPeriod.ts";

const at = (instant: string) => openPeriod("phrae-cdc-clip", Date.parse(instant));

describe("the month that is collected now", () => {
  it.each([
    ["the day before", "2024-02-04T10:00:00+07:00", "2024-02"],
    ["the last minute of the due day, Thai time", "2024-02-05T23:59:00+07:00", "2024-02"],
    ["the first minute after it", "2024-02-06T00:00:00+07:00", "2024-03"],
    ["a due day on a Sunday: Monday still counts", "2023-11-06T12:00:00+07:00", "2023-11"],
    ["the year's end", "2023-12-31T12:00:00+07:00", "2024-01"],
  ])("%s", (_, instant, period) => {
    expect(at(instant)).toBe(period);
  });

  it("is the month itself for a rule nobody knows", () => {
    expect(openPeriod("no-such-rule", Date.parse("2024-02-20T00:00:00Z"))).toBe("2024-02");
  });
});

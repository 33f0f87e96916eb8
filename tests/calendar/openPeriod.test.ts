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

  it.each([
    [
      "a due day the month after: its last minute",
      "chaiyaphum-temple-province",
      "2022-08-01T23:59:00+07:00",
      "2022-07",
    ],
    ["and the minute after", "chaiyaphum-temple-province", "2022-08-02T00:00:00+07:00", "2022-08"],
    ["a holiday and its substitution day still count", "phrae-cdc-clip", "2026-12-08T12:00:00+07:00", "2026-12"],
    ["asked for once", "sakaeo-province", "2026-11-21T12:00:00+07:00", "2024-07"],
    ["no date given", "krabi-info", "2026-11-21T12:00:00+07:00", "2026-11"],
    ["before the start", "phrae-cdc-clip", "2023-08-21T12:00:00+07:00", "2023-10"],
    ["long before it", "phrae-cdc-clip", "2022-08-21T12:00:00+07:00", "2022-08"],
  ])("%s: %s", (_, rule, instant, period) => {
    expect(openPeriod(rule, Date.parse(instant))).toBe(period);
  });

  it("is the month itself for a rule nobody knows", () => {
    expect(openPeriod("no-such-rule", Date.parse("2024-02-20T00:00:00Z"))).toBe("2024-02");
  });
});

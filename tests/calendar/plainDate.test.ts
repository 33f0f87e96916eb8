import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  bangkokDate,
  dateOfDay,
  dayNumber,
  isPlainDate,
  weekdayOf,
} from "../../shared/calendar/plainDate.ts";

const DAY_MS = 86_400_000;

describe("plain dates", () => {
  it("agree with the calendar of the machine, from 1600 to 2600", () => {
    const days = fc.integer({ min: -135_140, max: 230_000 });
    fc.assert(
      fc.property(days, (day) => {
        const machine = new Date(day * DAY_MS);
        const date = dateOfDay(day);
        expect(date).toBe(machine.toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(day);
        expect(weekdayOf(date) % 7).toBe(machine.getUTCDay());
        expect(isPlainDate(date)).toBe(true);
      }),
    );
  });

  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2022-12-31", 1, "2023-01-01"],
    ["2023-01-01", -1, "2022-12-31"],
    ["2000-02-28", 2, "2000-03-01"],
    ["1900-02-28", 1, "1900-03-01"],
  ])("%s and %i days is %s", (date, days, then) => {
    expect(addDays(date, days)).toBe(then);
  });

  it.each([
    ["2023-12", 1, "2024-01"],
    ["2023-01", -1, "2022-12"],
    ["2023-06", 0, "2023-06"],
    ["2023-06", -18, "2021-12"],
  ])("%s and %i months is %s", (month, months, then) => {
    expect(addMonths(month, months)).toBe(then);
  });

  it.each(["2023-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-1-1", "", "๒๕๖๖-๐๑-๐๑", "2023-01-01 "])(
    "%j is no date",
    (text) => {
      expect(isPlainDate(text)).toBe(false);
    },
  );

  it("the day changes when it is midnight in Thailand", () => {
    expect(bangkokDate(Date.parse("2024-02-28T16:59:59.999Z"))).toBe("2024-02-28");
    expect(bangkokDate(Date.parse("2024-02-28T17:00:00Z"))).toBe("2024-02-29");
  });
});

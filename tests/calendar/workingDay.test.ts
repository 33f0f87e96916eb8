import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeHolidays, HOLIDAYS, statusOfDay } from "../../shared/calendar/holidays.ts";
import { addDays, dateOfDay, dayNumber } from "../../shared/calendar/plainDate.ts";
import { lateAfter, remindOn, rollDate } from "../../shared/calendar/workingDay.ts";

/** Days of the table and of the years around it. */
const day = fc.integer({ min: dayNumber("2021-06-01"), max: dayNumber("2028-06-30") }).map(dateOfDay);
/** A province with days off of its own, and days of the table it works. */
const holidays = fc
  .record({ added: fc.array(day, { maxLength: 40 }), removed: fc.array(day, { maxLength: 40 }) })
  .map(({ added, removed }) =>
    changeHolidays(HOLIDAYS, { added: added.map((date) => ({ date, name: "วันหยุดสมมติ" })), removed }),
  );

describe("rolling off a day off", () => {
  it("ends on a day that is worked, on the side asked for, with only days off between", () => {
    fc.assert(
      fc.property(day, holidays, (date, table) => {
        const later = rollDate(date, "next", table);
        const earlier = rollDate(date, "previous", table);
        expect(later >= date && earlier <= date).toBe(true);
        for (const end of [later, earlier]) expect(statusOfDay(end, table)).not.toBe("off");
        for (let at = date; at < later; at = addDays(at, 1)) expect(statusOfDay(at, table)).toBe("off");
        for (let at = date; at > earlier; at = addDays(at, -1)) expect(statusOfDay(at, table)).toBe("off");
      }),
    );
  });

  it("leaves a working day and its own result alone; none leaves everything alone", () => {
    fc.assert(
      fc.property(day, fc.constantFrom("next", "previous", "none"), holidays, (date, roll, table) => {
        const rolled = rollDate(date, roll, table);
        expect(rollDate(rolled, roll, table)).toBe(rolled);
        if (roll === "none" || statusOfDay(date, table) !== "off") expect(rolled).toBe(date);
      }),
    );
  });

  it("keeps the order of days", () => {
    fc.assert(
      fc.property(day, day, fc.constantFrom("next", "previous"), (a, b, roll) => {
        const [first, second] = a < b ? [a, b] : [b, a];
        expect(rollDate(first, roll) <= rollDate(second, roll)).toBe(true);
      }),
    );
  });

  it("reminds on or before the date named, and calls nothing late on or before it", () => {
    fc.assert(fc.property(day, (date) => remindOn(date) <= date && date <= lateAfter(date)));
    expect([remindOn("2024-05-05"), lateAfter("2024-05-05")]).toEqual(["2024-05-03", "2024-05-07"]);
    expect([remindOn("2024-01-05"), lateAfter("2024-01-05")]).toEqual(["2024-01-05", "2024-01-05"]);
  });

  it("never moves the Friday meeting out of its week in the years of the table", () => {
    for (let friday = "2022-01-07"; friday < "2028-01-01"; friday = addDays(friday, 7))
      expect(dayNumber(friday) - dayNumber(rollDate(friday, "previous"))).toBeLessThan(5);
  });
});

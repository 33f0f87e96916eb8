import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { changeHolidays, HOLIDAYS, holidaysOf, isWeekend, statusOfDay } from "../../shared/calendar/holidays.ts";
import { HOLIDAY_YEARS } from "../../shared/calendar/holidayTable.ts";
import { addDays, isPlainDate } from "../../shared/calendar/plainDate.ts";

const LIST = "../shared/data/holidays.csv";
const all = HOLIDAY_YEARS.flatMap(({ year }) => holidaysOf(year));

describe("the holiday table", () => {
  it("covers พ.ศ. 2565–2570, with dates that exist", () => {
    expect(HOLIDAY_YEARS.map((one) => one.year + 543)).toEqual([2565, 2566, 2567, 2568, 2569, 2570]);
    expect(all.filter(({ date }) => !isPlainDate(date))).toEqual([]);
  });

  it("has every moving day in its season", () => {
    const within = (day: string | null, from: string, to: string) => day === null || (day >= from && day <= to);
    const wrong = HOLIDAY_YEARS.filter(
      (one) =>
        !within(one.makha, "02-01", "03-31") ||
        !within(one.ploughing, "05-01", "05-31") ||
        !within(one.visakha, "05-01", "06-15") ||
        !within(one.asalha, "07-01", "08-15"),
    );
    expect(wrong).toEqual([]);
  });

  it("every substitution day is the first day worked after a holiday on a weekend, or after another holiday there", () => {
    for (const { year, instead } of HOLIDAY_YEARS) {
      for (const [day, of] of Object.entries(instead)) {
        const date = `${year}-${day}`;
        expect([date, isWeekend(date), isWeekend(of), HOLIDAYS.nameOf(of) !== null]).toEqual([date, false, true, true]);
        for (let between = addDays(of, 1); between < date; between = addDays(between, 1))
          expect([between, statusOfDay(between)]).toEqual([between, "off"]);
      }
    }
  });

  it("every day added once is a weekday that was none before", () => {
    const fixedOrMoved = (date: string) => all.filter((one) => one.date === date && one.name.includes(","));
    for (const { year, added } of HOLIDAY_YEARS)
      for (const day of added)
        expect([isWeekend(`${year}-${day}`), fixedOrMoved(`${year}-${day}`)]).toEqual([false, []]);
  });

  it.each([
    ["2022-05-13", "วันพืชมงคล"],
    ["2023-08-02", "วันเข้าพรรษา"],
    ["2024-05-06", "ชดเชยวันฉัตรมงคล"],
    ["2026-12-07", "ชดเชยวันชาติและวันพ่อแห่งชาติ"],
    ["2023-01-03", "ชดเชยวันสิ้นปี"], // of the year before
    ["2024-05-07", null],
    ["2028-01-01", null], // no data, though anyone would guess
  ])("%s is %s", (date, name) => {
    expect(HOLIDAYS.nameOf(date)).toBe(name);
  });

  it.each([
    ["2024-05-07", "working"],
    ["2024-05-06", "off"],
    ["2024-05-05", "off"],
    ["2028-01-03", "no-data"],
    ["2028-01-01", "off"], // a Saturday of any year
    ["2021-12-31", "no-data"],
  ])("%s is %s", (date, status) => {
    expect(statusOfDay(date)).toBe(status);
  });

  it.skipIf(!existsSync(LIST))("names the same days as the public list (needs ../shared/data)", () => {
    const public_ = readFileSync(LIST, "utf8")
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.slice(0, 10))
      .filter((date) => date !== "");
    expect(all.map((one) => one.date)).toEqual(public_);
    expect(public_.length).toBeGreaterThan(100);
  });
});

describe("what a province changes", () => {
  const changed = changeHolidays(HOLIDAYS, {
    added: [
      { date: "2024-05-07", name: "วันหยุดสมมติ" },
      { date: "2028-01-03", name: "วันหยุดสมมติ" },
    ],
    removed: ["2024-05-06", "2024-05-05"],
  });

  it.each([
    ["2024-05-07", "off"],
    ["2024-05-06", "working"],
    ["2024-05-05", "off"], // a Sunday stays one
    ["2024-05-04", "off"],
    ["2028-01-03", "off"],
    ["2028-01-04", "no-data"],
  ])("%s is %s then", (date, status) => {
    expect(statusOfDay(date, changed)).toBe(status);
  });

  it("leaves the table itself as it was", () => {
    expect(HOLIDAYS.nameOf("2024-05-07")).toBeNull();
    expect(HOLIDAYS.nameOf("2024-05-06")).not.toBeNull();
  });

  it.each(["2024-02-30", "2567-05-06x", ""])("refuses %j for a date", (date) => {
    expect(() => changeHolidays(HOLIDAYS, { added: [{ date, name: "x" }], removed: [] })).toThrow(RangeError);
    expect(() => changeHolidays(HOLIDAYS, { added: [], removed: [date] })).toThrow(RangeError);
  });
});

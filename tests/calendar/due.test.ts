import { describe, expect, it } from "vitest";
import { dueByRule, dueOf, isLate, nextDues, yearsWithoutData } from "../../shared/calendar/due.ts";
import { DUE_RULES } from "../../shared/calendar/dueRules.ts";
import { changeHolidays, HOLIDAYS } from "../../shared/calendar/holidays.ts";
import { isAskedFor, nominalOf } from "../../shared/calendar/nominal.ts";

const RULE = "phrae-cdc-clip";

describe("the dates of the letters", () => {
  it.each([
    // rule, period, date named, day off, next working day, the one before
    ["phrae-cdc-clip", "2023-10", "2023-10-09", false, "2023-10-09", "2023-10-09"], // named in the letter: จันทร์ที่ ๙
    ["phrae-cdc-clip", "2023-11", "2023-11-05", true, "2023-11-06", "2023-11-03"], // a Sunday
    ["phrae-cdc-clip", "2023-12", "2023-12-05", true, "2023-12-06", "2023-12-04"], // วันชาติ, a Tuesday
    ["phrae-cdc-clip", "2024-01", "2024-01-05", false, "2024-01-05", "2024-01-05"],
    ["phrae-cdc-clip", "2024-05", "2024-05-05", true, "2024-05-07", "2024-05-03"], // Sunday; Monday is a substitution day
    ["phrae-cdc-clip", "2024-10", "2024-10-05", true, "2024-10-07", "2024-10-04"], // a Saturday
    ["phrae-cdc-clip", "2024-12", "2024-12-05", true, "2024-12-06", "2024-12-04"], // วันชาติ, a Thursday
    ["phrae-cdc-clip", "2026-12", "2026-12-05", true, "2026-12-08", "2026-12-04"], // Saturday; Monday is a substitution day
    ["chaiyaphum-temple-province", "2022-06", "2022-07-01", false, "2022-07-01", "2022-07-01"], // the first
    ["chaiyaphum-temple-province", "2022-09", "2022-10-01", true, "2022-10-03", "2022-09-30"], // a Saturday
    ["chaiyaphum-temple-province", "2022-12", "2023-01-01", true, "2023-01-04", "2022-12-29"], // New Year, three days
    ["chaiyaphum-temple-dla", "2022-06", "2022-07-05", false, "2022-07-05", "2022-07-05"],
    ["chaiyaphum-temple-dla", "2022-11", "2022-12-05", true, "2022-12-06", "2022-12-02"],
    ["chaiyaphum-temple-dla", "2022-12", "2023-01-05", false, "2023-01-05", "2023-01-05"],
    ["ereport-weekly", "2022-05-02", "2022-05-04", true, "2022-05-05", "2022-05-03"], // ฉัตรมงคล
    ["ereport-weekly", "2022-05-09", "2022-05-11", false, "2022-05-11", "2022-05-11"],
    ["ereport-weekly", "2022-12-26", "2022-12-28", false, "2022-12-28", "2022-12-28"],
    ["ereport-monthly", "2022-04", "2022-05-04", true, "2022-05-05", "2022-05-03"],
    ["ereport-monthly", "2022-05", "2022-06-01", false, "2022-06-01", "2022-06-01"], // Wednesday the 1st
    ["ereport-monthly", "2022-08", "2022-09-07", false, "2022-09-07", "2022-09-07"], // and the 7th
    ["ereport-monthly", "2023-07", "2023-08-02", true, "2023-08-03", "2023-07-27"], // six days off in a row
    ["ereport-monthly", "2022-12", "2023-01-04", false, "2023-01-04", "2023-01-04"],
    ["sakaeo-province", "2024-07", "2024-08-09", false, "2024-08-09", "2024-08-09"],
    ["sakaeo-province", "2024-08", "2024-08-09", false, "2024-08-09", "2024-08-09"], // asked by the month it is due in
    ["sakaeo-department", "2024-07", "2024-08-15", false, "2024-08-15", "2024-08-15"],
  ] as const)("%s for %s is named for %s, a day off: %s", (rule, period, nominal, holiday, next, previous) => {
    const at = (due: string) => ({ due: { rule, period, nominal, due, holiday } });
    expect(dueByRule(rule, period)).toEqual(at(nominal));
    expect(dueByRule(rule, period, { roll: "none" })).toEqual(at(nominal));
    expect(dueByRule(rule, period, { roll: "next" })).toEqual(at(next));
    expect(dueByRule(rule, period, { roll: "previous" })).toEqual(at(previous));
    expect(dueOf(rule, period)).toEqual(at(next).due); // on time until then, since these letters say nothing of days off
  });

  it.each([
    // week, Friday, the meeting
    ["2022-05-09", "2022-05-13", true, "2022-05-12"], // พืชมงคล: the letter cites the meeting of Thursday 12 พ.ค. 2565
    ["2023-09-25", "2023-09-29", false, "2023-09-29"], // the follow-up meeting the Phrae letter cites, a Friday
    ["2023-10-09", "2023-10-13", true, "2023-10-12"],
    ["2022-07-11", "2022-07-15", true, "2022-07-12"], // three days off before the weekend
    ["2024-04-08", "2024-04-12", true, "2024-04-11"],
    ["2022-12-26", "2022-12-30", true, "2022-12-29"],
  ])(
    "the meeting of the week of %s (Friday %s) is the last working day before the weekend",
    (week, nominal, holiday, due) => {
      const meeting = { rule: "weekly-meeting", period: week, nominal, due, holiday };
      expect(dueByRule("weekly-meeting", week)).toEqual({ due: meeting });
      expect(dueOf("weekly-meeting", week)).toEqual(meeting);
      expect(dueByRule("weekly-meeting", week, { roll: "none" })).toEqual({ due: { ...meeting, due: nominal } });
    },
  );

  it.each([
    ["no-date", "phrae-cdc-form", "2023-10"],
    ["no-date", "krabi-info", "2022-12"],
    ["no-date", "tak-lao", "2022-06"],
    ["no-date", "tak-lao", "2022-06-13"],
    ["before-start", "phrae-cdc-clip", "2023-09"],
    ["before-start", "chaiyaphum-temple-province", "2022-05"],
    ["other-period", "sakaeo-province", "2024-09"],
    ["other-period", "sakaeo-province", "2024-06"],
    ["not-a-month", "phrae-cdc-clip", "2023-13"],
    ["not-a-month", "phrae-cdc-clip", "2023-10-02"],
    ["not-a-month", "phrae-cdc-clip", "2566"],
    ["not-a-month", "phrae-cdc-clip", "2023-10\n"],
    ["not-a-month", "krabi-info", ""],
    ["buddhist-year", "phrae-cdc-clip", "2566-10"],
    ["buddhist-year", "weekly-meeting", "2565-05-09"],
    ["not-a-week", "weekly-meeting", "2022-05"],
    ["not-a-week", "weekly-meeting", "2022-05-10"], // a Tuesday
    ["not-a-week", "ereport-weekly", "2022-02-30"],
    ["no-rule", "phrae", "2023-10"],
    ["no-rule", "constructor", "2023-10"],
    ["no-rule", "__proto__", "2023-10"],
    ["no-rule", "", "2023-10"],
  ])("says %s of %s for %j, and makes no date up", (none, rule, period) => {
    expect(dueByRule(rule, period)).toEqual({ none });
    expect(dueOf(rule, period)).toBeUndefined();
  });
});

describe("the rules", () => {
  it("are the eleven of the letters, each with its source", () => {
    expect(DUE_RULES.map((rule) => rule.id)).toEqual([
      "phrae-cdc-clip",
      "phrae-cdc-form",
      "krabi-info",
      "tak-lao",
      "ereport-weekly",
      "ereport-monthly",
      "weekly-meeting",
      "sakaeo-province",
      "sakaeo-department",
      "chaiyaphum-temple-province",
      "chaiyaphum-temple-dla",
    ]);
    expect(DUE_RULES.filter((rule) => rule.source.asPrinted === "")).toEqual([]);
  });

  it.each([
    ["phrae-cdc-clip", "2023-09", false],
    ["phrae-cdc-clip", "2023-10", true],
    ["krabi-info", "2022-12", true], // asked for every month, though no day is given
    ["sakaeo-province", "2024-07", true],
    ["sakaeo-province", "2024-08", false], // once, for July
    ["weekly-meeting", "2022-05", false],
  ])("%s asks for %s: %s", (rule, month, asked) => {
    expect(isAskedFor(DUE_RULES.find((one) => one.id === rule)!, month)).toBe(asked);
  });
});

describe("a rule for the end of the month", () => {
  const rule = {
    ...DUE_RULES[0]!,
    kind: "dayOfMonth",
    day: 31,
    monthOffset: 0,
    startsAt: null,
    overrides: {},
  } as const;
  it.each([
    ["2024-02", "2024-02-29"],
    ["2023-02", "2023-02-28"],
    ["2023-04", "2023-04-30"],
    ["2023-12", "2023-12-31"],
  ])("falls on the last day of %s: %s", (period, date) => {
    expect(nominalOf(rule, period)).toEqual({ date });
  });
});

describe("the next dates of a rule", () => {
  const next = (rule: string, period: string, count = 12) => nextDues(rule, period, count).map((due) => due.nominal);

  it("go on from the period, or from the rule's start", () => {
    expect(next("phrae-cdc-clip", "2023-11", 3)).toEqual(["2023-11-05", "2023-12-05", "2024-01-05"]);
    expect(next("phrae-cdc-clip", "2020-01", 2)).toEqual(["2023-10-09", "2023-11-05"]);
    expect(next("weekly-meeting", "2022-12-26", 2)).toEqual(["2022-12-30", "2023-01-06"]);
    expect(next("ereport-monthly", "2026-11").length).toBe(12);
  });

  it.each([
    ["sakaeo-province", "2024-01", ["2024-08-09"]],
    ["sakaeo-province", "2024-08", ["2024-08-09"]],
    ["sakaeo-province", "2024-09", []],
    ["krabi-info", "2022-12", []],
    ["weekly-meeting", "2022-05", []],
    ["no-such", "2022-05", []],
  ])("%s from %s: %j", (rule, period, dates) => {
    expect(next(rule, period)).toEqual(dates);
  });
});

describe("a year without holiday data", () => {
  const dueIn = (period: string, roll: "none" | "next" | "previous") => dueOf(RULE, period, { roll })!;

  it("is said: a weekday may be a holiday, a weekend is one", () => {
    expect(dueIn("2028-01", "next")).toMatchObject({ nominal: "2028-01-05", due: "2028-01-05", holiday: null });
    expect(dueIn("2028-02", "next")).toMatchObject({ nominal: "2028-02-05", due: "2028-02-07", holiday: true });
    expect(yearsWithoutData(dueIn("2028-01", "none"))).toEqual([2028]);
    expect(yearsWithoutData(dueIn("2027-12", "next"))).toEqual([]);
  });

  it("is said when the date only moves into it", () => {
    const due = dueOf("weekly-meeting", "2027-12-27", { roll: "next" })!; // Friday 31 December 2027
    expect(due).toMatchObject({ nominal: "2027-12-31", due: "2028-01-03", holiday: true });
    expect(yearsWithoutData(due)).toEqual([2028]);
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

  it("waits for the first day worked after a holiday", () => {
    const due = dueOf(RULE, "2026-12")!;
    expect(isLate(due, Date.parse("2026-12-08T23:59:00+07:00"))).toBe(false);
    expect(isLate(due, Date.parse("2026-12-09T00:00:00+07:00"))).toBe(true);
  });

  it("goes by a province's own days off", () => {
    const holidays = changeHolidays(HOLIDAYS, { added: [{ date: "2024-01-05", name: "วันหยุดสมมติ" }], removed: [] });
    expect(dueOf(RULE, "2024-01", { holidays })).toMatchObject({ due: "2024-01-08", holiday: true });
  });
});

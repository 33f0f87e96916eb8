import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, dayNumber, type PlainDate } from "../../shared/calendar/plainDate.ts";
import { type DateContext, readDate } from "../../shared/rules/date.ts";
import type { Cell } from "../../shared/sheet/grid.ts";

type Expected = [verdict: string, value: unknown, codes: string[], suggestions?: unknown[]];

const JUNE: DateContext = { period: "2024-06", today: "2024-07-05", outside: "warn" };
const NO_PERIOD: DateContext = { period: null, today: null, outside: "warn" };
const STRICT: DateContext = { ...JUNE, outside: "error" };
const LOOSE: DateContext = { ...JUNE, outside: null };
const serial = (v: number): Exclude<Cell, null> => ({ v, t: "d", fmt: "d/m/yyyy" });
/** The serial of a Gregorian day, as a spreadsheet counts. */
const serialOf = (date: PlainDate): Exclude<Cell, null> => serial(dayNumber(date) + 25_569);

/** Everything the checking notes name in 2.6, and more; a report for June 2567, checked on 5 July. */
const DATES: [typed: Exclude<Cell, null>, expected: Expected, context?: DateContext][] = [
  // refused
  ["31 เม.ย. 67", ["error", null, ["DATE_INVALID"], ["2024-04-30", "2024-05-01"]]],
  ["29/2/2568", ["error", null, ["DATE_INVALID"], ["2025-02-28", "2025-03-01"]]],
  ["32 มิ.ย. 67", ["error", null, ["DATE_INVALID"]]],
  ["6/25/2567", ["error", null, ["DATE_INVALID"], ["2024-06-25"]]],
  ["3 มิ.ย. 256", ["error", null, ["DATE_INVALID"]]],
  ["ต้นเดือน", ["error", null, ["DATE_INVALID"]]],
  ["มิ.ย. 67", ["error", null, ["DATE_INCOMPLETE"]]],
  ["มิถุนายน 2567", ["error", null, ["DATE_INCOMPLETE"]]],
  ["5 มิ.ย.", ["error", null, ["DATE_INCOMPLETE"], ["2024-06-05"]]],
  ["5 พ.ค.", ["error", null, ["DATE_INCOMPLETE"]]],
  [5, ["error", null, ["DATE_INCOMPLETE"], ["2024-06-05"]]],
  ["2567", ["error", null, ["DATE_INCOMPLETE"]]],
  [serial(25), ["error", null, ["DATE_INVALID"]]],
  [true, ["error", null, ["DATE_INVALID"]]],
  ["15 ก.ค. 67", ["error", null, ["DATE_TEXT", "DATE_2DIGIT", "DATE_FUTURE"]]],
  [serialOf("2024-07-06"), ["error", null, ["DATE_FUTURE"]]],
  ["1 พ.ค. 67", ["error", null, ["DATE_TEXT", "DATE_2DIGIT", "DATE_WINDOW"]], STRICT],
  // asked
  ["ระหว่างวันที่ 5-7 มิถุนายน 2567", ["suggest", null, ["DATE_RANGE"], ["2024-06-05", "2024-06-07"]]],
  ["5, 6 และ 7 มิ.ย. 67", ["suggest", null, ["DATE_RANGE"], ["2024-06-05", "2024-06-07"]]],
  ["5~7 มิ.ย. 67", ["suggest", null, ["DATE_RANGE"], ["2024-06-05", "2024-06-07"]]],
  ["5 มิ.ย. 67 วันจันทร์", ["warn", "2024-06-05", ["DATE_TEXT", "DATE_2DIGIT", "DATE_WEEKDAY"]]],
  ["5 มิ.ย. 67 วันพุธ", ["fixed", "2024-06-05", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["5 มิ.ย. '67", ["fixed", "2024-06-05", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["5 มิ.ย. 2567 (ช่วงเช้า)", ["fixed", "2024-06-05", ["DATE_TEXT"]]],
  ["5 มิ.ย. 2567.", ["fixed", "2024-06-05", ["DATE_TEXT"]]],
  ["5-7 มิ.ย. 67", ["suggest", null, ["DATE_RANGE"], ["2024-06-05", "2024-06-07"]]],
  ["๕ – ๗ มิถุนายน ๒๕๖๗", ["suggest", null, ["TXT_THAI_DIGIT", "DATE_RANGE"], ["2024-06-05", "2024-06-07"]]],
  ["30 พ.ค. - 2 มิ.ย. 67", ["suggest", null, ["DATE_RANGE"], ["2024-05-30", "2024-06-02"]]],
  ["5,6 มิ.ย. 67", ["suggest", null, ["DATE_RANGE"], ["2024-06-05", "2024-06-06"]]],
  ["1/6/67-3/6/67", ["suggest", null, ["DATE_RANGE"], ["2024-06-01", "2024-06-03"]]],
  ["1 มิ.ย. 3110", ["suggest", null, ["DATE_TEXT", "DATE_DOUBLE_BE"], ["2024-06-01"]]],
  [serialOf("3110-06-01"), ["suggest", null, ["DATE_DOUBLE_BE"], ["2024-06-01"]]],
  ["1 มิ.ย. 1967", ["suggest", null, ["DATE_TEXT", "DATE_2DIGIT_19XX"], ["2024-06-01"]]],
  [serial(24_624), ["suggest", null, ["DATE_2DIGIT_19XX"], ["2024-06-01"]]],
  [serial(61_149), ["suggest", null, ["DATE_2DIGIT"], ["2024-06-01"]]],
  ["1/6/24", ["suggest", null, ["DATE_TEXT", "DATE_2DIGIT"], ["2024-06-01", "1981-06-01"]]],
  ["1/6/24", ["suggest", null, ["DATE_TEXT", "DATE_2DIGIT"], ["2024-06-01", "1981-06-01"]], NO_PERIOD],
  ["1 มิ.ย. ค.ศ. 2567", ["suggest", null, ["DATE_TEXT", "DATE_BE_AS_CE"], ["2024-06-01"]]],
  ["1 มิ.ย. พ.ศ. 2024", ["suggest", null, ["DATE_TEXT", "DATE_CE_TEXT"], ["2024-06-01"]]],
  [45_444, ["suggest", null, ["DATE_TEXT"], ["2024-06-01"]]],
  // 6 January read by an American machine from 1 June
  [serialOf("2024-01-06"), ["suggest", null, ["DATE_WINDOW"], ["2024-06-01", "2024-01-06"]]],
  [
    "วันพุธที่ 1 มิถุนายน 2566",
    ["suggest", null, ["DATE_TEXT", "DATE_WEEKDAY", "DATE_WINDOW"], ["2022-06-01", "2023-06-01"]],
    { period: "2022-06", today: null, outside: "warn" },
  ],
  // told
  ["วันพุธที่ 1 มิถุนายน 2567", ["warn", "2024-06-01", ["DATE_TEXT", "DATE_WEEKDAY"]]],
  ["1 พ.ย. 66", ["warn", "2023-11-01", ["DATE_TEXT", "DATE_2DIGIT", "DATE_WINDOW"]]],
  [serialOf("2024-05-20"), ["warn", "2024-05-20", ["DATE_WINDOW"]]],
  // taken
  [serial(243_770), ["fixed", "2024-06-01", ["DATE_BE_AS_CE"]]],
  ["๑ มิ.ย. ๖๗", ["fixed", "2024-06-01", ["TXT_THAI_DIGIT", "DATE_TEXT", "DATE_2DIGIT"]]],
  ["1 มิย 67", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["1มิ.ย.67", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["1 มิ. ย. 67", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["1 มิถุนายน พ.ศ. 2567", ["fixed", "2024-06-01", ["DATE_TEXT"]]],
  ["วันที่ 1 เดือน มิถุนายน พ.ศ. 2567", ["fixed", "2024-06-01", ["DATE_TEXT"]]],
  ["วันเสาร์ที่ ๑ มิถุนายน ๒๕๖๗", ["fixed", "2024-06-01", ["TXT_THAI_DIGIT", "DATE_TEXT"]]],
  ["3 มิ.ย. 67 (จันทร์)", ["fixed", "2024-06-03", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["1/6/67", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["1/6/67", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_2DIGIT"]], NO_PERIOD],
  ["๑/๖/๒๕๖๗", ["fixed", "2024-06-01", ["TXT_THAI_DIGIT", "DATE_TEXT"]]],
  ["1.6.67", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["2567-06-01", ["fixed", "2024-06-01", ["DATE_TEXT"]]],
  ["2024-06-01", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_CE_TEXT"]]],
  ["1 Jun 2024", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_CE_TEXT"]]],
  ["1 มิ.ย. 67 เวลา 09.00 น.", ["fixed", "2024-06-01", ["DATE_TEXT", "DATE_2DIGIT"]]],
  ["29/2/2567", ["fixed", "2024-02-29", ["DATE_TEXT"]], LOOSE],
  [serialOf("2024-06-01"), ["ok", "2024-06-01", []]],
  ["-", ["ok", null, []]],
];

describe("a date, in a report for June 2567", () => {
  it.each(DATES)("%j", (typed, [verdict, value, codes, suggestions = []], context = JUNE) => {
    const read = readDate(typed, context);
    expect([read.verdict, read.value, read.codes, read.suggestions]).toEqual([verdict, value, codes, suggestions]);
  });
});

const MONTHS = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];
const thai = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x0e50 + Number(digit)));

describe("no day is ever changed by itself", () => {
  const day = fc.integer({ min: 0, max: 3650 }).map((n) => addDays("2018-01-01", n));

  it("every way of writing a day gives that day, or asks", () => {
    const ways: ((y: number, m: number, d: number) => Exclude<Cell, null>)[] = [
      (y, m, d) => `${d} ${MONTHS[m - 1]} ${y + 543}`,
      (y, m, d) => `${d} ${MONTHS[m - 1]} ${(y + 543) % 100}`,
      (y, m, d) => thai(`${d}/${m}/${y + 543}`),
      (y, m, d) => `${d}/${m}/${(y + 543) % 100}`,
      (y, m, d) => `${d} ${MONTHS[m - 1]!.replaceAll(".", "")} ${y + 543}`,
      (y, m, d) => `${d}/${m}/${y}`,
      (y, m, d) => serialOf(`${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`),
      (y, m, d) => serialOf(`${y + 543}-${String(m).padStart(2, "0")}-${String(Math.min(d, 28)).padStart(2, "0")}`),
    ];
    fc.assert(
      fc.property(day, fc.nat(ways.length - 1), fc.constantFrom(null, "2024-06", "2020-01"), (date, way, period) => {
        const [y, m, d] = date.split("-").map(Number) as [number, number, number];
        if (way === 7 && d > 28) return;
        const read = readDate(ways[way]!(y, m, d), { period, today: null, outside: "warn" });
        if (read.value !== null) expect(read.value).toBe(date);
        else expect(read.suggestions).toContain(date);
      }),
      { numRuns: 3000 },
    );
  });

  it("years typed as พ.ศ. into a date cell keep day and month, whatever the leap years of the other calendar", () => {
    expect(readDate(serialOf("2567-02-28"), LOOSE).value).toBe("2024-02-28");
    expect(readDate(serialOf("2567-03-01"), LOOSE).value).toBe("2024-03-01");
    expect(readDate(serialOf("2568-02-29"), LOOSE)).toMatchObject({ verdict: "error", codes: ["DATE_INVALID"] });
  });
});

import { type Due, dueByRule, dueOf, nextDues, yearsWithoutData } from "../../shared/calendar/due.ts";
import { DUE_RULES, findRule } from "../../shared/calendar/dueRules.ts";
import { HOLIDAYS, type Holidays } from "../../shared/calendar/holidays.ts";
import type { NoDue } from "../../shared/calendar/nominal.ts";
import { weekdayOf } from "../../shared/calendar/plainDate.ts";
import { ROLLS, type Roll, remindOn } from "../../shared/calendar/workingDay.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { type Console, type ExitCode, UsageError } from "./command.ts";
import { provinceOption, readArguments } from "./options.ts";

const NAMES = ["roll", "next", "province", "data"] as const;
const MAX_NEXT = 60;

/** Questions that cannot be answered as put; the rest of `NoDue` is an answer: there is no date. */
const WRONG_QUESTION: Partial<Record<NoDue | "no-rule", string>> = {
  "no-rule": CLI_WORDS.dueNoRule,
  "buddhist-year": CLI_WORDS.dueBuddhist,
  "not-a-month": CLI_WORDS.dueNotMonth,
  "not-a-week": CLI_WORDS.dueNotWeek,
};

/** `ruam due RULE PERIOD`: the date a letter names, after the rule's own way with days off or the one asked for. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, NAMES, { words: ["RULE", "PERIOD"], flags: ["json"] });
  const [rule, period] = words as [string, string];
  const roll = rollOption(options.roll);
  const count = countOption(options.next);
  const province = provinceOption(options.province);
  const holidays = province === undefined ? HOLIDAYS : await daysOffOf(options.data, province);
  const answer = dueByRule(rule, period, { roll, holidays });
  if ("none" in answer) {
    const wrong = WRONG_QUESTION[answer.none];
    const known = DUE_RULES.map((one) => one.id).join(" ");
    if (wrong !== undefined) throw new UsageError(fill(wrong, { rule, period, known }));
  }
  if (count !== undefined) {
    const dues = nextDues(rule, period, count, { roll, holidays });
    if (options.json) console.answer(JSON.stringify(dues));
    else for (const due of dues) console.answer(lineOf(due, holidays));
    if (dues.length === 0) console.tell(whyNone(rule, period, "none" in answer ? answer.none : "other-period"));
    tellNoData(dues, holidays, console);
  } else if ("none" in answer) {
    const nothing = { rule, period, nominal: null, due: null, holiday: false };
    console.answer(options.json ? JSON.stringify(nothing) : CLI_WORDS.dueNone);
    console.tell(whyNone(rule, period, answer.none));
  } else {
    const { due } = answer;
    console.answer(options.json ? JSON.stringify(due) : due.due);
    if (due.holiday && !options.json) {
      const days = { remind: remindOn(due.nominal, holidays), late: dueOf(rule, period, { holidays })!.due };
      console.tell(fill(CLI_WORDS.dueHoliday, { nominal: due.nominal, name: reasonOf(due, holidays), ...days }));
    }
    tellNoData([due], holidays, console);
  }
  return 0;
}

/** Only a question about a province opens a store. */
async function daysOffOf(data: string | undefined, province: string): Promise<Holidays> {
  const { DATA_DIR, holidaysOfProvince } = await import("./store.ts");
  return holidaysOfProvince(data ?? DATA_DIR, province);
}

function rollOption(value: string | undefined): Roll | undefined {
  const roll = ROLLS.find((one) => one === value);
  if (value !== undefined && roll === undefined) throw new UsageError(fill(CLI_WORDS.badRoll, { value }));
  return roll;
}

function countOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9][0-9]?$/.test(value) || Number(value) > MAX_NEXT)
    throw new UsageError(fill(CLI_WORDS.badNext, { value, max: MAX_NEXT }));
  return Number(value);
}

function whyNone(rule: string, period: string, none: NoDue | "no-rule"): string {
  const start = findRule(rule)?.startsAt ?? "";
  if (none === "before-start") return fill(CLI_WORDS.dueBeforeStart, { rule, period, start });
  return fill(none === "other-period" ? CLI_WORDS.dueOtherPeriod : CLI_WORDS.dueNoDate, { rule, period });
}

/** Period, date named, date after rolling, and why it is a day off. */
function lineOf(due: Due, holidays: Holidays): string {
  return [due.period, due.nominal, due.due, due.holiday ? reasonOf(due, holidays) : ""].join("  ").trimEnd();
}

function reasonOf({ nominal }: Due, holidays: Holidays): string {
  return holidays.nameOf(nominal) ?? (weekdayOf(nominal) === 6 ? CLI_WORDS.saturday : CLI_WORDS.sunday);
}

function tellNoData(dues: readonly Due[], holidays: Holidays, console: Console): void {
  const years = [...new Set(dues.flatMap((due) => yearsWithoutData(due, holidays)))];
  if (years.length > 0)
    console.tell(fill(CLI_WORDS.dueNoData, { years: years.map((year) => `${year} (${year + 543})`).join(", ") }));
}

import { HOLIDAYS, type Holidays, holidaysOf } from "../../shared/calendar/holidays.ts";
import { isPlainDate } from "../../shared/calendar/plainDate.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { OPERATOR } from "../province/actor.ts";
import type { HolidayChange } from "../province/holidays.ts";
import { type Console, type ExitCode, UsageError } from "./command.ts";
import { provinceOption, readArguments, required } from "./options.ts";
import { DATA_DIR, holidaysOfProvince, withData } from "./store.ts";

/** `ruam holidays YEAR`: the days off of a year, as everyone has them or as one province does; and one change to a province's. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const names = ["province", "add", "name", "remove", "reset", "data"] as const;
  const { words, options } = readArguments(args, names, { words: ["YEAR"], flags: ["json"] });
  const year = words[0]!;
  if (/^2[45][0-9]{2}$/.test(year)) throw new UsageError(fill(CLI_WORDS.dueBuddhist, { period: year }));
  if (!/^20[0-9]{2}$/.test(year)) throw new UsageError(fill(CLI_WORDS.badYear, { value: year }));
  const province = provinceOption(options.province);
  const change = changeOf(options);
  const data = options.data ?? DATA_DIR;
  if (change !== undefined) {
    const code = required(province, "--province");
    withData(data, (opened) => opened.partition(code).changeHoliday(OPERATOR, change));
  }
  answer(Number(year), province === undefined ? HOLIDAYS : holidaysOfProvince(data, province), options.json, console);
  return 0;
}

function answer(year: number, holidays: Holidays, json: boolean, console: Console): void {
  const days = holidaysOf(year, holidays);
  if (json) console.answer(JSON.stringify({ year, data: holidays.knows(year), days }));
  else for (const { date, name } of days) console.answer(`${date}  ${name}`);
  if (!holidays.knows(year)) console.tell(fill(CLI_WORDS.dueNoData, { years: `${year} (${year + 543})` }));
}

function changeOf(options: Partial<Record<"add" | "name" | "remove" | "reset", string>>): HolidayChange | undefined {
  const asked = (["add", "remove", "reset"] as const).filter((one) => options[one] !== undefined);
  const change = asked[0];
  if (change === undefined && options.name === undefined) return undefined;
  if (change === undefined || asked.length > 1) throw new UsageError(CLI_WORDS.holidayOneChange);
  const date = options[change]!;
  if (!isPlainDate(date)) throw new UsageError(fill(CLI_WORDS.badDate, { value: date }));
  return change === "add" ? { change, date, name: required(options.name, "--name") } : { change, date };
}

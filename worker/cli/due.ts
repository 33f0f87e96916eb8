import { dueOf, type Roll } from "../../shared/calendar/due.ts";
import { CLI_WORDS, fillWords } from "../../shared/words/cli.ts";
import { type Console, type ExitCode, UsageError } from "./command.ts";
import { readArguments } from "./options.ts";

const ROLLS: readonly string[] = ["none", "next", "previous"];

/** `ruam due RULE PERIOD`: the date a circular names, and the last day on time. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, ["roll"], { words: ["RULE", "PERIOD"], flags: ["json"] });
  const [rule, period] = words as [string, string];
  if (options.roll !== undefined && !ROLLS.includes(options.roll)) {
    throw new UsageError(fillWords(CLI_WORDS.badRoll, { value: options.roll }));
  }
  const due = dueOf(rule, period, options.roll === undefined ? {} : { roll: options.roll as Roll });
  if (due === undefined) throw new UsageError(fillWords(CLI_WORDS.badRule, { value: rule, period }));
  console.answer(options.json ? JSON.stringify(due) : due.due);
  return 0;
}

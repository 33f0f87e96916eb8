import { basename } from "node:path";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import type { Console, ExitCode } from "./command.ts";
import { readOfficeList } from "./officeList.ts";
import { readArguments } from "./options.ts";
import { DATA_DIR, importOffices, withData } from "./store.ts";

/** `ruam offices import FILE`: the official list into the data folder. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, ["data"], { words: ["FILE"], flags: ["json", "keep"] });
  const file = words[0]!;
  const list = await readOfficeList(file, console);
  const seen = { problems: list.problems, keep: options.keep };
  const provinces = withData(options.data ?? DATA_DIR, (data) =>
    importOffices(data, list.offices, basename(file), seen),
  );
  const answer = { offices: list.offices.length, provinces, rows: list.rows, problems: list.problems.length };
  console.answer(options.json ? JSON.stringify(answer) : fill(CLI_WORDS.officesRead, answer));
  return 0;
}

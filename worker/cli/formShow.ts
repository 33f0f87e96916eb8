import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import type { Console, ExitCode } from "./command.ts";
import { formNamed, outOption, writeFormFile } from "./formFile.ts";
import { formLines } from "./formText.ts";
import { readArguments } from "./options.ts";

/** `ruam form show ID|FORM`: a form as sentences, or as a file to be changed. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, ["out"], { words: ["ID|FORM"], flags: ["json"] });
  const out = outOption(options.out);
  const form = await formNamed(words[0]!);
  if (options.json) console.answer(JSON.stringify(form));
  else if (out === undefined) for (const line of formLines(form)) console.answer(line);
  if (out !== undefined) console.tell(fill(CLI_WORDS.wrote, { file: out, bytes: await writeFormFile(out, form) }));
  return 0;
}

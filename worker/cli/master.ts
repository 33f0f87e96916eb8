import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import { latestForm } from "../../shared/forms/book.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { nodeDeflater } from "../host/deflate.ts";
import { asExport, readMaster } from "../master/read.ts";
import { streamMaster } from "../master/xlsx.ts";
import { OPERATOR } from "../province/actor.ts";
import { type Console, type ExitCode, Failure } from "./command.ts";
import { writeWhole } from "./files.ts";
import { badForm, periodOption, provinceOption, readArguments, required } from "./options.ts";
import { DATA_DIR, withData } from "./store.ts";

/** `ruam master`: the master workbook from a data folder; a running collector may go on meanwhile. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { options } = readArguments(args, ["province", "form", "period", "out", "data"], { words: [] });
  const code = provinceOption(required(options.province, "--province"))!;
  const form = required(options.form, "--form");
  const period = periodOption(required(options.period, "--period"))!;
  const out = required(options.out, "--out");
  const dataDir = options.data ?? DATA_DIR;
  if (!existsSync(dataDir)) throw new Failure(fill(CLI_WORDS.storeNoProvince, { value: code }));
  await withData(dataDir, async (data) => {
    const book = data.partition(code).formBook(null)!;
    if (latestForm(book, form) === undefined) throw badForm(form, book);
    const store = asExport(await data.collector.at(code), "xlsx");
    const model = await readMaster(store, OPERATOR, { book, form }, period);
    await writeWhole(out, streamMaster(model, { deflater: nodeDeflater }));
  });
  console.tell(fill(CLI_WORDS.wrote, { file: out, bytes: (await stat(out)).size }));
  return 0;
}

import type { Report } from "../../shared/answer.ts";
import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { type CheckOptions, CheckProblem, checkWorkbook, findIdentity } from "../../shared/check.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Workbook } from "../../shared/sheet/grid.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { FORM_CLI_WORDS } from "../../shared/words/formCli.ts";
import { withMessages } from "../../shared/words/report.ts";
import { type Console, type ExitCode, UsageError } from "./command.ts";
import { openWorkbook, readBytes } from "./files.ts";
import { formOption, periodOption, provinceOption, readArguments } from "./options.ts";
import { findRegistry } from "./registry.ts";
import { reportLines } from "./reportText.ts";
import { bookOfProvince, DATA_DIR, onlyProvince } from "./store.ts";

const OPTIONS = ["form", "form-file", "province", "period", "sheet", "columns", "offices", "data"] as const;

/** `ruam check FILE`: 0 when the workbook may be sent, 1 when something waits for a person. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, OPTIONS, { words: ["FILE"], flags: ["json"] });
  const province = provinceOption(options.province);
  const period = periodOption(options.period);
  const own = await ownForm(options.form, options["form-file"]);
  const dataDir = options.data ?? DATA_DIR;
  const usual = province ?? onlyProvince(dataDir);
  const form = options.form === undefined ? own?.id : formOption(options.form, bookOfProvince(dataDir, usual)).id;
  const workbook = await openWorkbook(words[0]!);
  const home = province ?? findIdentity(workbook)?.province ?? usual;
  const book = bookOfProvince(dataDir, form === undefined ? home : usual);
  const registry = await findRegistry({ file: options.offices, data: options.data }, console);
  const report = checked(workbook, {
    registry,
    book,
    form,
    ...(own === undefined ? {} : { forms: [own] }),
    province,
    period,
    sheet: options.sheet,
    columns: options.columns === undefined ? undefined : await readColumns(options.columns),
    today: bangkokDate(Date.now()),
  });
  const told = withMessages(report, "th");
  if (options.json) {
    console.answer(JSON.stringify(told));
  } else {
    for (const line of reportLines(told)) console.answer(line);
    console.answer(fill(CLI_WORDS.counted, { ...report.counts }));
    console.answer(report.submittable ? CLI_WORDS.submittable : CLI_WORDS.notSubmittable);
  }
  return report.submittable ? 0 : 1;
}

/** What a person said of columns: `{"heading's key": "field" or null}`, the keys as `questions` of `--json` gives them. */
async function readColumns(file: string): Promise<Record<string, string | null>> {
  const bytes = await readBytes(file);
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    const entries = Object.entries(value as object);
    if (Array.isArray(value) || typeof value !== "object" || value === null) throw new TypeError("no object");
    if (entries.some(([, field]) => field !== null && typeof field !== "string")) throw new TypeError("no field");
    return Object.fromEntries(entries);
  } catch {
    throw new UsageError(fill(CLI_WORDS.badColumns, { value: file }));
  }
}

/** The form of a file, for a form the program does not know. */
async function ownForm(id: string | undefined, file: string | undefined): Promise<FormDefinition | undefined> {
  if (file === undefined) return undefined;
  if (id !== undefined) throw new UsageError(FORM_CLI_WORDS.formTwice);
  // Loaded when asked for: the schema of definitions is a third of the time a check takes to start.
  const { formOfFile } = await import("./formFile.ts");
  return formOfFile(file);
}

function checked(workbook: Workbook, options: CheckOptions): Report {
  try {
    return checkWorkbook(workbook, options);
  } catch (error) {
    if (!(error instanceof CheckProblem)) throw error;
    throw new UsageError(fill(CLI_WORDS.sheetMissing, { value: options.sheet ?? "" }));
  }
}

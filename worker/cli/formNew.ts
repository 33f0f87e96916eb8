import { basename } from "node:path";
import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { checkWorkbook } from "../../shared/check.ts";
import { propose, type Trial, trialOf } from "../../shared/designer/index.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import type { Registry } from "../../shared/offices/registry.ts";
import type { Workbook } from "../../shared/sheet/grid.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { designProblemText, reasonText } from "../../shared/words/designer.ts";
import { fill } from "../../shared/words/fill.ts";
import { FORM_CLI_WORDS } from "../../shared/words/formCli.ts";
import { type Console, type ExitCode, Failure, UsageError } from "./command.ts";
import { openWorkbook } from "./files.ts";
import { outOption, writeFormFile } from "./formFile.ts";
import { proposalLines, trialLine } from "./formText.ts";
import { provinceOption, readArguments } from "./options.ts";
import { findRegistry } from "./registry.ts";

const MOST_EXAMPLES = 3;

/** `ruam form new OFFICIAL [EXAMPLE…]`: a proposal with its reasons, tried on the examples. Exit 2 when no form is found in the file. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, ["out", "province", "offices", "data"], {
    ...{ words: ["OFFICIAL"], more: true, flags: ["json"] },
  });
  const [official, ...files] = words as [string, ...string[]];
  const out = outOption(options.out);
  const province = provinceOption(options.province);
  if (files.length > MOST_EXAMPLES) throw new UsageError(fill(FORM_CLI_WORDS.tooManyExamples, { most: MOST_EXAMPLES }));
  const printed = await openWorkbook(official, { choices: true });
  const examples: { file: string; workbook: Workbook }[] = [];
  for (const file of files) examples.push({ file: basename(file), workbook: await openWorkbook(file) });
  const proposal = propose(
    printed.sheets,
    examples.map(({ workbook }) => workbook.sheets),
  );
  if (!proposal.found) throw new Failure(designProblemText(proposal.problem));
  const registry =
    examples.length === 0 ? null : await findRegistry({ file: options.offices, data: options.data }, console);
  const trials = examples.map(({ file, workbook }) => ({
    file,
    trial: registry === null ? null : tried(workbook, proposal.form, registry, province),
  }));
  if (options.json) {
    const points = proposal.points.map((point) => ({ ...point, message: reasonText(point) }));
    console.answer(JSON.stringify({ ...proposal, points, trials }));
  } else {
    for (const line of proposalLines(proposal)) console.answer(line);
    if (trials.length > 0) console.answer("");
    for (const { file, trial } of trials) console.answer(trialLine(file, trial));
  }
  if (out !== undefined)
    console.tell(fill(CLI_WORDS.wrote, { file: out, bytes: await writeFormFile(out, proposal.form) }));
  return 0;
}

function tried(
  workbook: Workbook,
  form: FormDefinition,
  registry: Registry,
  province: string | undefined,
): Trial | null {
  const today = bangkokDate(Date.now());
  const report = checkWorkbook(workbook, { registry, forms: [form], form: form.id, province, today });
  return report.findings.some(({ code }) => code === "FORM_NOT_FOUND") ? null : trialOf(report);
}

import { type Due, nextDues } from "../../shared/calendar/due.ts";
import { ruleFor } from "../../shared/calendar/formRules.ts";
import { monthName } from "../../shared/calendar/months.ts";
import { periodText } from "../../shared/calendar/period.ts";
import { addDays, bangkokDate, type PlainDate, weekdayOf } from "../../shared/calendar/plainDate.ts";
import type { FormDefinition } from "../../shared/forms/index.ts";
import { DESIGN_NEXT, designProblemText } from "../../shared/words/designer.ts";
import { fill } from "../../shared/words/fill.ts";
import { FORM_CLI_WORDS } from "../../shared/words/formCli.ts";
import type { Console, ExitCode } from "./command.ts";
import { problemLine, readFormFile } from "./formFile.ts";
import { formLines } from "./formText.ts";
import { readArguments } from "./options.ts";

const SHOWN = 12;

/** `ruam form verify FORM`: 0 when the form may be used, 1 when something must be mended first. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, [], { words: ["FORM"], flags: ["json"] });
  const read = await readFormFile(words[0]!);
  const problems = "problems" in read ? read.problems : [];
  const dues = "form" in read ? duesOf(read.form, bangkokDate(Date.now())) : [];
  if (options.json) {
    const told = problems.map((problem) => ({ ...problem, message: designProblemText(problem) }));
    console.answer(JSON.stringify({ usable: problems.length === 0, problems: told, dues }));
  } else if ("form" in read) {
    for (const line of formLines(read.form)) console.answer(line);
    console.answer("");
    console.answer(FORM_CLI_WORDS.nextDues);
    for (const due of dues) console.answer(dueLine(due));
    if (dues.length === 0) console.answer(FORM_CLI_WORDS.noDates);
    console.answer(FORM_CLI_WORDS.usable);
  } else {
    for (const problem of problems) console.answer(problemLine(problem));
    console.answer(fill(FORM_CLI_WORDS.unusable, { count: problems.length }));
    console.answer(DESIGN_NEXT.th);
  }
  return problems.length === 0 ? 0 : 1;
}

/** The dates from today's month, or from today's week, on. */
function duesOf(form: FormDefinition, today: PlainDate): Due[] {
  const rule = ruleFor(form, form.calendarRule)!;
  const monday = addDays(today, 1 - weekdayOf(today));
  return nextDues(rule, rule.kind === "weekday" ? monday : today.slice(0, 7), SHOWN);
}

function dueLine({ period, nominal, due }: Due): string {
  const named = period.length === 7 ? periodText(period) : dayText(period);
  const why = nominal === due ? "" : fill(FORM_CLI_WORDS.rolled, { nominal: dayText(nominal) });
  return fill(FORM_CLI_WORDS.dueLine, { period: named, due: dayText(due), why });
}

function dayText(date: PlainDate): string {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number];
  return `${day} ${monthName(month)} ${year + 543}`;
}

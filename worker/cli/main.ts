import { enableCompileCache } from "node:module";
import { CLI_WORDS, COMMAND_HELP, commandHelp, generalHelp } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { type Console, type ExitCode, Failure, type Run, UsageError } from "./command.ts";

/** Loaded when called: `check` must not wait for the collector to load. */
const COMMANDS: Record<string, () => Promise<{ run: Run }>> = {
  check: () => import("./check.ts"),
  blank: () => import("./blank.ts"),
  "form new": () => import("./formNew.ts"),
  "form show": () => import("./formShow.ts"),
  "form verify": () => import("./formVerify.ts"),
  master: () => import("./master.ts"),
  "offices import": () => import("./officesImport.ts"),
  "people add": () => import("./peopleAdd.ts"),
  submit: () => import("./submit.ts"),
  mail: () => import("./mail.ts"),
  due: () => import("./due.ts"),
  holidays: () => import("./holidays.ts"),
  "audit verify": () => import("./auditVerify.ts"),
  "attachments purge": () => import("./attachmentsPurge.ts"),
  serve: () => import("./serve.ts"),
};

/** Runs one command line. Never throws for what a person did; a fault of the program itself is thrown on. */
export async function ruam(args: string[], console: Console): Promise<ExitCode> {
  const first = args[0] ?? "";
  if (first === "" || first === "help" || first === "--help" || first === "-h") {
    (first === "" ? console.tell : console.answer)(generalHelp());
    return first === "" ? 2 : 0;
  }
  const name = [`${first} ${args[1] ?? ""}`, first].find((candidate) => Object.hasOwn(COMMANDS, candidate));
  if (name === undefined) {
    console.tell(fill(CLI_WORDS.unknownCommand, { name: first }));
    console.tell(generalHelp());
    return 2;
  }
  const rest = args.slice(name.split(" ").length);
  if (rest.includes("--help") || rest.includes("-h")) {
    console.answer(commandHelp(name));
    return 0;
  }
  try {
    const { run } = await COMMANDS[name]!();
    return await run(rest, console);
  } catch (error) {
    if (error instanceof UsageError) {
      console.tell(error.message);
      console.tell(`ruam ${COMMAND_HELP[name]!.usage}`);
      return 2;
    }
    if (error instanceof Failure) {
      console.tell(error.message);
      return 2;
    }
    throw error;
  }
}

if (import.meta.main) {
  // Stripped types and compiled code are kept in the machine's folder for such things: `check` takes half the time from the second run on.
  enableCompileCache();
  const console: Console = {
    answer: (text) => process.stdout.write(`${text}\n`),
    tell: (text) => process.stderr.write(`${text}\n`),
  };
  try {
    process.exitCode = await ruam(process.argv.slice(2), console);
  } catch (error) {
    // A fault of ours is no verdict: 1 would say "not submittable".
    console.tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 2;
  }
}

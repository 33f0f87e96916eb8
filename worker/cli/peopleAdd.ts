import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { OPERATOR, partitionOf, ROLES, type Role } from "../province/actor.ts";
import { type Console, type ExitCode, UsageError } from "./command.ts";
import { readArguments, required } from "./options.ts";
import { DATA_DIR, withData } from "./store.ts";

/** `ruam people add`: an access code, or one that binds a Google account; shown once. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { options } = readArguments(args, ["role", "place", "name", "data"], { words: [], flags: ["json", "google"] });
  const role = required(options.role, "--role") as Role;
  const place = required(options.place, "--place");
  if (!ROLES.includes(role)) throw new UsageError(fill(CLI_WORDS.badRole, { value: role }));
  const partition = partitionOf(role, place);
  if (partition === null) throw new UsageError(fill(CLI_WORDS.badPlace, { role, value: place }));
  const { code } = withData(options.data ?? DATA_DIR, (data) => {
    const people = data.partition(partition);
    if (options.google) return people.issueEnrolment(OPERATOR, role, place);
    return people.addPerson(OPERATOR, role, place, options.name ?? "");
  });
  if (options.json) {
    console.answer(JSON.stringify({ code, role, place }));
  } else {
    console.tell(options.google ? CLI_WORDS.enrolmentOnce : CLI_WORDS.codeOnce);
    console.answer(code);
  }
  return 0;
}

import { basename } from "node:path";
import type { IntakeAnswer } from "../../shared/wire/intake.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import { INTAKE_CLI_WORDS, needSentence } from "../../shared/words/intake.ts";
import { INTAKE_LIMITS } from "../intake/limits.ts";
import type { Need } from "../intake/needs.ts";
import { type IncomingFile, unpack } from "../intake/unpack.ts";
import { OPERATOR } from "../province/actor.ts";
import { type Arrived, receiveMail } from "../routes/mailIn.ts";
import { type Console, type ExitCode, Failure, UsageError } from "./command.ts";
import { readBytes } from "./files.ts";
import { CollectorClient, Refused } from "./http.ts";
import { provinceOption, readArguments, required } from "./options.ts";
import { DATA_DIR, withData } from "./store.ts";

/**
 * `ruam mail FILE.eml…`: puts what was mailed before the province's eye. 0 when every file is fit to be sent, 1 when one needs a person
 * or did not fit in, 2 when nothing could be done. Nothing is sent that the province has not said may go by itself.
 */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, ["data", "to", "code", "province"], {
    words: ["FILE"],
    more: true,
    flags: ["json"],
  });
  const files: IncomingFile[] = [];
  for (const file of words) files.push({ name: basename(file), bytes: await readBytes(file) });
  if (options.to !== undefined && options.data !== undefined) throw new UsageError(INTAKE_CLI_WORDS.oneWay);
  const arrived =
    options.to === undefined
      ? await intoData(files, options.data ?? DATA_DIR, provinceOption(options.province))
      : await intoCollector(files, options.to, required(options.code, "--code"));
  if (options.json) console.answer(JSON.stringify({ files: arrived }));
  else for (const line of arrived) console.answer(told(line));
  return arrived.every((one) => one.outcome !== "full" && one.submittable && one.needs.length === 0) ? 0 : 1;
}

function told(one: Arrived): string {
  const path = [...one.within, one.name].join(" > ");
  const what = [one.label, one.period].filter((part) => part !== null).join(" ");
  const outcome = fill(INTAKE_CLI_WORDS[one.outcome], { receipt: one.receipt ?? "" });
  const needs = one.needs.map((need) => `\n    ${needSentence(need, "th")}`).join("");
  return `${path}${what === "" ? "" : `  ${what}`}  ${outcome}${needs}`;
}

function intoData(files: IncomingFile[], dir: string, province: string | undefined): Promise<Arrived[]> {
  return withData(dir, async (data) => {
    const there = data.provinces();
    const code = province ?? (there.length === 1 ? there[0]! : null);
    if (code === null) throw new UsageError(fill(INTAKE_CLI_WORDS.whichProvince, { known: there.join(" ") }));
    return receiveMail(files, { collector: data.collector, province: code, actor: OPERATOR, limits: INTAKE_LIMITS });
  });
}

/** File by file over HTTP, so that no request is large; what is not a file gets no further than the answer here. */
async function intoCollector(files: IncomingFile[], address: string, code: string): Promise<Arrived[]> {
  const client = new CollectorClient(address);
  const arrived: Arrived[] = [];
  try {
    const { role } = await client.signIn(code);
    if (role !== "province" && role !== "district") throw new Failure(INTAKE_CLI_WORDS.notKeeper);
    for await (const piece of unpack(files)) {
      const { name, within, mail } = piece;
      const line: Arrived = {
        ...{ name, within, id: null, outcome: "kept", receipt: null },
        ...{ office: null, label: null, period: null, submittable: false, needs: "need" in piece ? [piece.need] : [] },
      };
      arrived.push(line);
      if ("need" in piece) {
        line.outcome = "left";
        continue;
      }
      const about: Record<string, string> = mail === null ? {} : { subject: mail.subject, sender: mail.fromName };
      const answer = (await client.postFile("/intake/check", piece.bytes, name, about)) as IntakeAnswer;
      const { office, period, submittable, needs } = answer;
      Object.assign(line, { office: office?.code ?? null, label: office?.label ?? null, period, submittable });
      line.needs = needs as Need[];
      const lay: Record<string, string> = within.length === 0 ? {} : { within: within.join("\n").slice(0, 3000) };
      const from: Record<string, string> =
        mail === null ? {} : { subject: mail.subject, sender: mail.from, senderName: mail.fromName, date: mail.date };
      try {
        line.id = ((await client.postFile("/intake", piece.bytes, name, { ...lay, ...from })) as { id: string }).id;
      } catch (error) {
        if (!(error instanceof Refused) || error.problem.code !== "intake-full") throw error;
        line.outcome = "full";
      }
    }
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const { status, problem } = error;
    throw new Failure(
      fill(CLI_WORDS.serverRefused, { title: problem.detail ?? problem.title, status, code: problem.code }),
    );
  }
  return arrived;
}

import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { ReceiptWire } from "../../shared/wire/report.ts";
import { CLI_WORDS } from "../../shared/words/cli.ts";
import { fill } from "../../shared/words/fill.ts";
import type { SpokenReport } from "../../shared/words/report.ts";
import { type Console, type ExitCode, Failure } from "./command.ts";
import { readBytes } from "./files.ts";
import { CollectorClient, Refused } from "./http.ts";
import { periodOption, readArguments, required } from "./options.ts";
import { reportLines } from "./reportText.ts";

/** `ruam submit FILE`: 0 with a receipt, 1 with the list of what waits for a person, 2 when it could not be sent. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { words, options } = readArguments(args, ["to", "code", "period"], { words: ["FILE"], flags: ["json"] });
  const client = new CollectorClient(required(options.to, "--to"));
  const code = required(options.code, "--code");
  const period = periodOption(options.period);
  const file = words[0]!;
  const bytes = await readBytes(file);
  try {
    const { place } = await client.signIn(code);
    const fields: Record<string, string> = period === undefined ? {} : { period };
    const report = (await client.postFile("/check", bytes, basename(file), fields)) as SpokenReport;
    if (!report.submittable) {
      tellReport(report, console, options.json);
      return 1;
    }
    const key = await keyFor(client, bytes, report, place);
    const receipt = (await client.postFile("/submissions/file", bytes, basename(file), fields, key)) as ReceiptWire;
    console.answer(options.json ? JSON.stringify(receipt) : receiptText(receipt));
    return 0;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return tellRefusal(error, console);
  }
}

/**
 * The same file for the same period has the same key, so that a retried command is never received twice.
 * After a version came back or was withdrawn, sending the same file is a new statement: that version then goes into the key.
 */
async function keyFor(
  client: CollectorClient,
  bytes: Uint8Array,
  report: SpokenReport,
  place: string,
): Promise<string> {
  const closed = await lastClosedVersion(client, report);
  const content = [place, report.form, report.period ?? "", closed, ""].join("\n");
  return `cli-${createHash("sha256").update(content).update(bytes).digest("hex")}`;
}

/** The newest version of this report that was returned or withdrawn; 0 when none was. */
async function lastClosedVersion(client: CollectorClient, { form, period, office }: SpokenReport): Promise<number> {
  if (period === null || office === null) return 0;
  const { submissions } = (await client.get("/submissions", { form, period, office })) as { submissions: Version[] };
  if (submissions[0] === undefined) return 0;
  const answer = await client.get(`/submissions/${submissions[0].submission}/versions`);
  const closed = (answer as { versions: Version[] }).versions.filter(
    ({ status }) => status === "returned" || status === "withdrawn",
  );
  return Math.max(0, ...closed.map(({ version }) => version));
}

interface Version {
  submission: string;
  version: number;
  status: string;
}

function tellReport(report: SpokenReport, console: Console, json: boolean): void {
  if (json) {
    console.answer(JSON.stringify(report));
    return;
  }
  for (const line of reportLines(report)) console.answer(line);
  console.answer(CLI_WORDS.notSubmittable);
}

function receiptText(receipt: ReceiptWire): string {
  const late = receipt.late ? CLI_WORDS.receivedLate : "";
  return fill(CLI_WORDS.received, { ...receipt, late, time: receipt.receivedAt });
}

/** A report the collector will not take as it is: 1 and the places. Anything else is no answer about the report: 2. */
function tellRefusal({ status, problem }: Refused, console: Console): ExitCode {
  const aboutReport = problem.code === "not-submittable" || problem.code === "office-mismatch";
  const title = problem.detail ?? problem.title;
  if (!aboutReport) throw new Failure(fill(CLI_WORDS.serverRefused, { title, status, code: problem.code }));
  for (const finding of problem.findings ?? []) {
    console.answer(`${finding.cell ?? finding.row ?? ""}  ${finding.message ?? finding.code}`);
  }
  console.tell(fill(CLI_WORDS.serverRefused, { title, status, code: problem.code }));
  return 1;
}

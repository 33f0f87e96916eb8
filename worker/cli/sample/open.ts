import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openPeriod } from "../../../shared/calendar/openPeriod.ts";
import { periodText } from "../../../shared/calendar/period.ts";
import { childcareClips } from "../../../shared/forms/childcareClips.ts";
import { type Grid, scalarOf } from "../../../shared/sheet/grid.ts";
import { CLI_WORDS } from "../../../shared/words/cli.ts";
import { fill } from "../../../shared/words/fill.ts";
import type { Running } from "../../host/node.ts";
import { OPERATOR } from "../../province/actor.ts";
import { type Console, Failure } from "../command.ts";
import { importOffices } from "../store.ts";
import { SAMPLE_OFFICES, SAMPLE_PROVINCE } from "./offices.ts";
import { SAMPLE_SHEETS, TRY_OFFICE, TRY_SHEET } from "./sheets.ts";

/**
 * Makes the sample province in an empty data folder and prints how to get in. In a folder that has it already, only the
 * links are made anew: codes are kept as hashes and cannot be shown again. A folder with real provinces is left alone.
 */
export async function openSample(running: Running, dataDir: string, console: Console): Promise<void> {
  const there = running.data.provinces();
  if (there.length > 0 && !there.includes(SAMPLE_PROVINCE)) {
    console.answer(CLI_WORDS.codesElsewhere);
    return;
  }
  const tryFile = join(dataDir, "sample-to-try.csv");
  if (there.length === 0) {
    importOffices(running.data, SAMPLE_OFFICES, "sample");
    const period = openPeriod(childcareClips.calendarRule, Date.now());
    await sendSamples(running, period);
    await writeFile(tryFile, csvOf(TRY_SHEET));
    console.answer(fill(CLI_WORDS.sampleMade, { period: periodText(period) }));
  }
  const province = issue(running, "province", SAMPLE_PROVINCE, "จังหวัดตัวอย่าง");
  const office = issue(running, "office", TRY_OFFICE, "อบต.สมมติใต้");
  const slots = { province: linkTo(running, province), office: linkTo(running, office), file: tryFile };
  console.answer(fill(CLI_WORDS.sampleLinks, slots));
  if (there.length > 0) console.tell(CLI_WORDS.sampleReissued);
  console.answer(CLI_WORDS.addinWhere);
}

/** The code stands behind "#": that part of an address is never sent, so it is in no log. */
function linkTo(running: Running, code: string): string {
  return `${running.url}/#code=${code}`;
}

function issue(running: Running, role: "office" | "province", place: string, name: string): string {
  return running.data.partition(SAMPLE_PROVINCE).addPerson(OPERATOR, role, place, name).code;
}

/** Sends the sample sheets the way an add-in does: signed in, over HTTP, each with its key. */
async function sendSamples(running: Running, period: string): Promise<void> {
  for (const [i, { office, grid }] of SAMPLE_SHEETS.entries()) {
    const token = await signIn(running, issue(running, "office", office, ""));
    const body = {
      form: childcareClips.id,
      version: childcareClips.version,
      period,
      office,
      grid,
      client: "ruam sample",
    };
    const headers = {
      "content-type": "application/json",
      authorization: `Bearer ${token}`,
      "idempotency-key": `sample-${i}`,
    };
    const response = await fetch(`${running.url}/api/v1/submissions`, {
      method: "POST",
      headers,
      body: JSON.stringify(body),
    });
    if (response.status !== 201) throw new Failure(`sample ${office}: ${response.status} ${await response.text()}`);
    await response.body?.cancel();
  }
}

async function signIn(running: Running, code: string): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${running.url}/api/v1/session`, {
    method: "POST",
    headers,
    body: JSON.stringify({ code }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** A sheet as Excel saves it as CSV UTF-8: with a byte order mark, else Thai turns to mojibake there. */
function csvOf(grid: Grid): string {
  const field = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = grid.rows.map((row) => row.map((cell) => field(String(scalarOf(cell) ?? ""))).join(","));
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

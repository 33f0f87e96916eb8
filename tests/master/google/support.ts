import { PROGRAM_BOOK } from "../../../shared/forms/book.ts";
import { nodeSql } from "../../../worker/host/nodeSql.ts";
import { GATHER_MS, runOutbox } from "../../../worker/host/outbox.ts";
import { streamMasterCsv } from "../../../worker/master/csv.ts";
import { sheetsOf } from "../../../worker/master/google/door.ts";
import type { Writer } from "../../../worker/master/google/flush.ts";
import { openPace } from "../../../worker/master/google/pace.ts";
import { probe } from "../../../worker/master/google/probe.ts";
import { readMaster } from "../../../worker/master/read.ts";
import { openPartition, type Partition, type Remote } from "../../../worker/people/partition.ts";
import { remote, reply } from "../../../worker/people/remote.ts";
import type { Submitted } from "../../../worker/province/submit.ts";
import { type Book, contentOf, type Sheet } from "../../hosts/google/book.ts";
import { type Loopback, startLoopback } from "../../hosts/google/loopback.ts";
import { OPERATOR, office, PACK, province, report, row } from "../../province/sample.ts";

export const NOW = Date.parse("2023-11-03T03:00:00Z");
export const ID = "sample-spreadsheet-0123456789-abcdefghijklmn";
export const FORM = "childcare-clips";
export const PERIOD = "2023-11";

export interface Stage {
  clock: { now: number };
  loopback: Loopback;
  store: Partition;
  afar: Remote<Partition>;
  writer: Writer;
  faults: unknown[];
  /** A program that starts anew on the same database, knowing nothing else; its bucket is full again. */
  restart(): void;
  book(): Book;
  /** Goes on to the next moment something is due, and writes it. False: nothing is due. */
  step(): Promise<boolean>;
  /** The same until nothing is due; answers how many times. */
  settle(): Promise<number>;
  close(): Promise<void>;
}

interface StageOptions {
  timeoutMs?: number;
  /** A Google of before, emptied, where starting one each time would take longer than the test. */
  shared?: { clock: { now: number }; loopback: Loopback };
}

/** A province's store and a spreadsheet shared with its collector, on a clock the test turns. Nothing is connected yet. */
export async function setStage({ timeoutMs = 10_000, shared }: StageOptions = {}): Promise<Stage> {
  const clock = shared?.clock ?? { now: NOW };
  clock.now = NOW;
  const now = () => clock.now;
  const loopback = shared?.loopback ?? (await startLoopback(now));
  loopback.google.calls.length = loopback.google.faults.length = 0;
  const sql = nodeSql(":memory:");
  const faults: unknown[] = [];
  const open = () => {
    const store = openPartition(sql, now);
    const pace = openPace(now);
    const sheets = sheetsOf(loopback.settings, { now, timeoutMs })!;
    const writer: Writer = { sheets, take: async (requests) => pace.take(requests), now, random: () => 0.5 };
    return { store, writer, afar: remote(async (method, args) => reply(store, method, args)) };
  };
  const stage = { ...open(), clock, loopback, faults } as Stage;
  stage.store.importRoster(OPERATOR, PACK, "sample");
  loopback.google.newBook(ID).shared.set(loopback.account.email, "writer");
  const step = async () => {
    const due = stage.store.googleDue(GATHER_MS);
    if (due === null) return false;
    clock.now = Math.max(clock.now, due);
    await runOutbox(stage.afar, stage.writer, (error) => faults.push(error));
    return true;
  };
  return Object.assign(stage, {
    step,
    restart: () => void Object.assign(stage, open()),
    book: () => loopback.google.books.get(ID)!,
    async settle() {
      let steps = 0;
      while (await step()) if (++steps > 200) throw new Error("it never comes to rest");
      return steps;
    },
    async close() {
      if (shared === undefined) await loopback.close();
      sql.close();
    },
  });
}

/** The province connects the spreadsheet as the route does. */
export async function connect({ writer, store }: Stage): Promise<void> {
  const probed = await probe(writer.sheets, ID, "54");
  if ("trouble" in probed) throw new Error(probed.trouble);
  store.connectGoogle(province(), ID, probed.title);
}

let keys = 0;

/** An office sends centres, one row each. */
export function send(store: Partition, code: string, centres: string[], more: Partial<Submitted> = {}) {
  const rows = centres.map((centre, i) => row(6 + i, centre));
  return store.submit(office(code), report({ office: code, key: `key ${keys++}`, rows, ...more })).receipt;
}

export function sheetTitled(stage: Stage, title: string): Sheet {
  const found = stage.book().sheets.find((sheet) => sheet.title === title);
  if (found === undefined)
    throw new Error(`no sheet ${title} among ${stage.book().sheets.map((sheet) => sheet.title)}`);
  return found;
}

/** A tab without its banner. */
export const rowsOf = (sheet: Sheet) => contentOf(sheet).slice(1);

/** The values of some columns, by heading, of the rows below it. */
export function columnsOf(sheet: Sheet, headings: readonly string[]): unknown[][] {
  const [head, ...rows] = rowsOf(sheet);
  const at = headings.map((heading) => {
    const index = head!.indexOf(heading);
    if (index < 0) throw new Error(`no heading ${heading} in ${head}`);
    return index;
  });
  return rows.map((line) => at.map((index) => line[index] ?? ""));
}

/** The master by another way: the CSV that a province downloads, as texts. */
export async function masterCsv(stage: Stage, period: string): Promise<string[][]> {
  const model = await readMaster(stage.afar, OPERATOR, { book: PROGRAM_BOOK, form: FORM }, period);
  const text = await new Response(streamMasterCsv(model) as ReadableStream<Uint8Array<ArrayBuffer>>).text();
  return text
    .replace("\ufeff", "")
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));
}

import type { sheets_v4 } from "@googleapis/sheets";
import { type FormBook, latestForm, PROGRAM_BOOK, withProgram } from "../../../shared/forms/book.ts";
import { googleTh } from "../../../shared/words/google.ts";
import { th } from "../../../shared/words/master.ts";
import { OPERATOR } from "../../province/actor.ts";
import type { Trouble } from "../../province/googleLink.ts";
import type { OutboxTab, OutboxWork, TabReport } from "../../province/googleOutbox.ts";
import type { Roster } from "../../province/roster.ts";
import { type MasterStore, readMaster } from "../read.ts";
import { backoffMs } from "./backoff.ts";
import type { Block, Book, SheetSeen, Sheets } from "./client.ts";
import type { Digest } from "./digest.ts";
import { SheetsFault } from "./faults.ts";
import { formTab, type Words } from "./formTab.ts";
import { overviewTabs } from "./overviewTabs.ts";
import { findSheet, markOf } from "./place.ts";
import { shapeTab } from "./structure.ts";
import { HEADING_ROW, headingsOf, type Tab, type Value } from "./tab.ts";

/** A province's store, as far as the outbox needs it. */
export interface OutboxStore extends MasterStore {
  roster(known: string | null): Promise<Roster | null>;
  formBook(known: number | null): Promise<FormBook | null>;
  googleWork(): Promise<OutboxWork | null>;
  googleWritten(link: string, reports: readonly TabReport[], whole: boolean): Promise<void>;
  googleFailed(link: string, trouble: Trouble, nextAt: number | null): Promise<void>;
  googlePutOff(link: string, nextAt: number): Promise<void>;
}

export interface Writer {
  sheets: Sheets;
  /** Takes so many requests from what the whole worker may ask of Google. 0: go on. Else milliseconds to wait. */
  take(requests: number): Promise<number>;
  now(): number;
  /** From 0 to 1. */
  random(): number;
}

/** Requests of one kind that a group of tabs costs at most: two of reading, two of writing; Google counts the kinds apart. */
const REQUESTS_A_GROUP = 2;
/** Google recommends 2 MB; a Thai letter takes three bytes. A tab that is larger goes alone. */
const GROUP_CHARS = 900_000;
/** A request that Google calls wrong may have met somebody changing tabs that moment; after so many it is our fault. */
const REFUSALS = 3;
const WORDS: Words = { master: th, google: googleTh };

/**
 * Brings a province's spreadsheet up to its master: every tab with changes is written whole, in one request for all of them
 * unless they are too large together, so the overviews never speak of rows that are not there. Writing the same twice changes
 * nothing, so a request of which no answer came is simply sent again. Never throws for what Google or its users do: that is noted
 * in the store.
 */
export async function flush(store: OutboxStore, writer: Writer): Promise<void> {
  const work = await store.googleWork();
  if (work === null) return;
  try {
    await writeAll(store, writer, work);
  } catch (error) {
    if (error instanceof PutOff) return store.googlePutOff(work.link, writer.now() + error.ms);
    if (!(error instanceof SheetsFault)) throw error;
    await fail(store, writer, work, error);
  }
}

class PutOff extends Error {
  readonly ms: number;
  constructor(ms: number) {
    super("put off");
    this.ms = ms;
  }
}

async function fail(store: OutboxStore, writer: Writer, work: OutboxWork, fault: SheetsFault): Promise<void> {
  const failures = work.attempts + 1;
  const wait = () => writer.now() + backoffMs(failures, fault.retryAfterMs, writer.random());
  if (fault.trouble === "busy" || fault.trouble === "unreachable")
    await store.googleFailed(work.link, fault.trouble, wait());
  else if (fault.trouble === "refused" && work.refusals + 1 < REFUSALS)
    await store.googleFailed(work.link, "changed", wait());
  else await store.googleFailed(work.link, fault.trouble, null);
}

async function take(writer: Writer): Promise<void> {
  const ms = await writer.take(REQUESTS_A_GROUP);
  if (ms > 0) throw new PutOff(ms);
}

async function writeAll(store: OutboxStore, writer: Writer, work: OutboxWork): Promise<void> {
  const province = (await store.roster(null))?.pack.code ?? "";
  const published = withProgram((await store.formBook(null)) ?? PROGRAM_BOOK);
  await take(writer);
  const book = await writer.sheets.look(work.spreadsheet);
  const placed = new Map(
    work.tabs.map((tab) => [tab, findSheet(book, markOf(province, tab.form, tab.period, tab.made))] as const),
  );
  // An edited tab is looked at each time: people may have put its headings right again.
  const open = (tab: OutboxTab) => tab.changed > tab.written || tab.edited || placed.get(tab) === undefined;
  const forms = work.tabs.filter((tab) => tab.period !== "" && open(tab));
  const overviews = work.tabs.filter((tab) => tab.period === "");
  const headings = await headingsThere(writer.sheets, work, [...forms, ...overviews], placed);

  const digests = new Map<OutboxTab, Digest>();
  const group = newGroup(store, writer, work, { book, province, headings, placed });
  for (const line of forms) {
    if (latestForm(published, line.form) === undefined) {
      group.leave(line);
      continue;
    }
    const { tab, digest } = await formTab(
      await readMaster(store, OPERATOR, { book: published, form: line.form }, line.period),
      WORDS,
    );
    digests.set(line, digest);
    await group.add(line, tab, JSON.stringify(digest));
  }
  const digested = work.tabs.flatMap((line) => {
    if (line.period === "") return [];
    const digest = digests.get(line) ?? (line.digest === null ? null : (JSON.parse(line.digest) as Digest));
    return digest === null ? [] : [{ form: line.form, period: line.period, digest }];
  });
  for (const tab of overviewTabs(digested, WORDS))
    await group.add(overviews.find((line) => line.form === tab.form)!, tab, null);
  await group.send(true);
}

type Placed = ReadonlyMap<OutboxTab, SheetSeen | undefined>;

/** The headings that stand in the sheets now, in one reading. */
async function headingsThere(sheets: Sheets, work: OutboxWork, lines: OutboxTab[], placed: Placed) {
  const there = lines.filter((line) => placed.get(line) !== undefined);
  if (there.length === 0) return new Map<OutboxTab, string[]>();
  const titles = there.map((line) => placed.get(line)!.title);
  const rows = await sheets.row(work.spreadsheet, titles, HEADING_ROW);
  return new Map(there.map((line, i) => [line, rows[i]!]));
}

/**
 * A person's headings are not guessed at. Ours are those written last and, when an answer was lost, those meant to be; and an
 * empty row of a tab whose first writing did not arrive.
 */
function isOurs(there: string[], written: string[] | null, wanted: string[]): boolean {
  const same = (ours: string[]) => ours.every((text, i) => (there[i] ?? "") === text);
  return (
    (written !== null && same(written)) || same(wanted) || (written === null && there.every((text) => text === ""))
  );
}

interface Ground {
  book: Book;
  province: string;
  headings: ReadonlyMap<OutboxTab, string[]>;
  placed: Placed;
}

/** Gathers tabs and sends them together, one group before the next is made. */
function newGroup(store: OutboxStore, writer: Writer, work: OutboxWork, ground: Ground) {
  let requests: sheets_v4.Schema$Request[] = [];
  let blocks: Block[] = [];
  let reports: TabReport[] = [];
  let chars = 0;
  let sent = 0;

  const send = async (whole: boolean) => {
    if (sent++ > 0) await take(writer);
    if (requests.length > 0) await writer.sheets.shape(work.spreadsheet, requests);
    if (blocks.length > 0) await writer.sheets.write(work.spreadsheet, blocks);
    await store.googleWritten(work.link, reports, whole);
    [requests, blocks, reports, chars] = [[], [], [], 0];
  };

  const add = async (line: OutboxTab, tab: Tab, digest: string | null) => {
    const { form, period } = line;
    const seen = ground.placed.get(line);
    const wanted = headingsOf(tab);
    if (seen !== undefined && !isOurs(ground.headings.get(line) ?? [], line.headings, wanted)) {
      const { changed: written, headings } = line;
      reports.push({ form, period, written, edited: true, headings, title: seen.title, digest });
      return;
    }
    const mark = markOf(ground.province, form, period, line.made);
    const size = sizeOf(tab);
    if (chars > 0 && chars + size > GROUP_CHARS) await send(false);
    const shaped = shapeTab(ground.book, seen, tab, mark, writer.sheets.email);
    requests.push(...shaped.requests);
    const before = Math.min(line.headings?.length ?? 0, shaped.sheet.columns);
    blocks.push({ sheet: shaped.sheet.title, values: valuesOf(tab, shaped.sheet.rows, before) });
    const report = { form, period, written: line.changed, edited: false, headings: wanted };
    reports.push({ ...report, title: shaped.sheet.title, digest });
    chars += size;
  };
  /** A form this program no longer knows: its tab stays as it is. */
  const leave = ({ form, period, changed, edited, headings, digest }: OutboxTab) => {
    reports.push({ form, period, written: changed, edited, headings, title: null, digest });
  };
  return { add, leave, send };
}

/**
 * The tab from its first row to the last of the sheet, as wide as it was before where a form has lost columns: what has gone from
 * the master is emptied in the same request.
 */
function valuesOf({ banner, columns, rows }: Tab, sheetRows: number, widthBefore: number): Value[][] {
  const gone = Array<Value>(Math.max(0, widthBefore - columns.length)).fill("");
  const empty: Value[] = [...columns.map(() => ""), ...gone];
  const filled = gone.length === 0 ? rows : rows.map((row) => [...row, ...gone]);
  const values = [[banner, ...empty.slice(1)], [...columns.map(({ heading }) => heading), ...gone], ...filled];
  while (values.length < sheetRows) values.push(empty);
  return values;
}

/** Characters of the values as they travel, without what JSON puts between them. */
function sizeOf({ rows }: Tab): number {
  let size = 0;
  for (const row of rows) for (const value of row) size += typeof value === "string" ? value.length + 3 : 6;
  return size;
}

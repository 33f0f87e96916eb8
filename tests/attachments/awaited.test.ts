import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import type { Actor } from "../../worker/province/actor.ts";
import type { AwaitedQuery } from "../../worker/province/attachments/awaited.ts";
import { sha256 } from "../../worker/province/canonical.ts";
import { Refusal } from "../../worker/province/refusal.ts";
import type { Sql } from "../../worker/province/sql.ts";
import { openJournal, type Province, provinceOf } from "../../worker/province/store.ts";
import {
  auditor,
  department,
  district,
  OFFICES,
  OPERATOR,
  office,
  PACK,
  province,
  report,
  row,
} from "../province/sample.ts";

const FORM = "childcare-clips";
const ALL: AwaitedQuery = { offset: 0, limit: 200 };
const codes = OFFICES.map(({ code }) => code);

interface Here {
  sql: Sql;
  store: Province;
  clock: { now: number };
  asked: string[];
}

/** The province in memory; what it asks of the database is written down. */
function open(sql: Sql = nodeSql(":memory:")): Here {
  const clock = { now: Date.parse("2023-11-03T03:00:00Z") };
  const asked: string[] = [];
  const heard: Sql = {
    all: (query, ...binds) => {
      asked.push(query);
      return sql.all(query, ...binds);
    },
    tx: (run) => sql.tx(run),
  };
  const journal = openJournal(heard, () => clock.now);
  return { sql, store: provinceOf(journal, () => clock.now), clock, asked };
}

function opened(): Here {
  const here = open();
  here.store.importRoster(OPERATOR, PACK, "sample");
  return here;
}

let key = 0;
const centres = (count: number) =>
  Array.from({ length: count }, (_, i) => row(6 + i, `ศพด.ตัวอย่างที่ ${i + 1}`, { status: "done" }));

/** A report that asks for a clip of each of so many centres. */
function sent({ store }: Here, of: string, count: number, period = "2023-11"): string {
  const rows = count === 0 ? [row(6, "ศพด.ตัวอย่าง", { status: "notDone" })] : centres(count);
  return store.submit(office(of), report({ office: of, period, rows, key: `k${++key}` })).receipt.submission;
}

/** A checked clip of the n-th centre, as far as the store knows of it. */
function filed({ store }: Here, of: string, submission: string, n: number): string {
  const target = store.files(office(of), submission).needs[n]!.target;
  const hash = sha256(`${submission} ${n} ${++key}`);
  const told = { target, kind: "clip" as const, name: "a.mp4", bytes: 10, hash, look: null };
  const { file } = store.announceFile(office(of), submission, told);
  const piece = { part: 0, blob: `54/${file.id}/0-${hash.slice(0, 32)}`, bytes: 10 };
  store.keepPiece(file.id, piece);
  const checked = {
    is: "checked" as const,
    type: "video/mp4",
    storedHash: hash,
    seconds: 1,
    notes: [],
    pieces: [piece],
  };
  store.settleFile(office(of), file.id, checked);
  return file.id;
}

const short = ({ items, ...rest }: ReturnType<Province["awaitedFiles"]>) => ({
  ...rest,
  items: items.map(({ office: of, period, asked, awaited, status }) => [of, period, awaited, asked, status]),
});

describe("the list of what is still awaited", () => {
  it("names each report that waits, what was due first first, with how many files; complete and withdrawn ones not", () => {
    const here = opened();
    const [one, two, three, four, five] = codes as [string, string, string, string, string];
    sent(here, one, 2);
    const whole = sent(here, two, 1);
    filed(here, two, whole, 0);
    sent(here, three, 0);
    here.clock.now += 1;
    const begun = sent(here, four, 3, "2023-10");
    filed(here, four, begun, 1);
    here.store.withdraw(office(five), sent(here, five, 2));
    const found = here.store.awaitedFiles(province(), ALL);
    expect(short(found)).toEqual({
      ...{ reports: 2, files: 4 },
      items: [
        [four, "2023-10", 2, 3, "received"],
        [one, "2023-11", 2, 2, "received"],
      ],
    });
    // On 3 November what was due for October is over, what is due for November is not.
    expect(found.items.map(({ overdue }) => overdue)).toEqual([true, false]);
    expect(found.items[1]).toMatchObject({ officeName: "ทต.ตัวอย่างหนึ่ง", district: "เมืองแพร่", form: FORM });
  });

  it("a report that was accepted or returned keeps its place until its files are in; one taken out waits again", () => {
    const here = opened();
    const [of] = codes as [string];
    const id = sent(here, of, 1);
    const waits = () => short(here.store.awaitedFiles(province(), ALL)).items.map((item) => item.slice(2));
    here.store.accept(province(), id);
    expect(waits()).toEqual([[1, 1, "accepted"]]);
    here.store.returnToSender(province(), id, { note: "โปรดตรวจ", comments: [] });
    expect(waits()).toEqual([[1, 1, "returned"]]);
    const file = filed(here, of, id, 0);
    expect(waits()).toEqual([]);
    here.store.removeFile(office(of), file);
    expect(waits()).toEqual([[1, 1, "returned"]]);
  });

  it("an office sees its own, a district its own offices', a province its own; the department what was sent up", () => {
    const here = opened();
    const ids = codes.map((of) => sent(here, of, 1));
    const sees = (actor: Actor, query: Partial<AwaitedQuery> = {}) =>
      here.store
        .awaitedFiles(actor, { ...ALL, ...query })
        .items.map(({ office: of }) => of)
        .sort();
    const among = (place: string) => codes.filter((code) => code.slice(1, 5) === place).sort();
    expect(sees(office(codes[0]!))).toEqual([codes[0]]);
    expect(sees(office(codes[0]!), { district: "5402" })).toEqual([]);
    expect(sees(district("5402"))).toEqual(among("5402"));
    // Asking for another district by name opens nothing.
    expect(sees(district("5402"), { district: "5401" })).toEqual([]);
    expect(sees(province(), { district: "5401" })).toEqual(among("5401"));
    expect(sees(province())).toEqual([...codes].sort());
    expect([sees(province("55")), sees(auditor("55")), sees(department)]).toEqual([[], [], []]);
    expect(sees(auditor())).toEqual([...codes].sort());
    here.store.accept(province(), ids[2]!);
    here.store.sendUp(province(), { form: FORM, period: "2023-11" }, "");
    expect(sees(department)).toEqual([codes[2]]);
  });

  it("form and period choose, a page at a time, each report on one page", () => {
    const here = opened();
    for (const period of ["2023-09", "2023-10", "2023-11"]) for (const of of codes) sent(here, of, 2, period);
    const page = (query: Partial<AwaitedQuery>) => here.store.awaitedFiles(province(), { ...ALL, ...query });
    const { reports, files } = page({ period: "2023-10", form: FORM });
    expect([reports, files, page({ form: "volunteer-activities" }).reports]).toEqual([7, 14, 0]);
    const pages = [0, 5, 10, 15, 20].map((offset) => page({ offset, limit: 5 }));
    expect(pages.map((one) => [one.reports, one.items.length])).toEqual([
      [21, 5],
      [21, 5],
      [21, 5],
      [21, 5],
      [21, 1],
    ]);
    const all = pages.flatMap(({ items }) => items.map(({ submission }) => submission));
    expect(all).toEqual(page({}).items.map(({ submission }) => submission));
    expect(new Set(all).size).toBe(21);
    expect(page({ offset: 50 })).toEqual({ reports: 0, files: 0, items: [] });
  });

  it("is a look at the list of reports: told once an hour for each who looks, for an office never", () => {
    const here = opened();
    sent(here, codes[0]!, 1);
    const look = (actor: Actor, query: Partial<AwaitedQuery> = {}) =>
      here.store.awaitedFiles(actor, { ...ALL, ...query });
    for (const actor of [office(codes[0]!), province(), province(), district()]) look(actor);
    look(province(), { form: FORM, period: "2023-11", offset: 5 });
    here.clock.now += 3_600_001;
    look(province());
    const lines = here.store.auditLines(0, 1000).filter(({ action }) => action === "look.list");
    expect(lines.map(({ role, subject }) => [role, subject])).toEqual([
      ["province", "every form every period"],
      ["district", "every form every period"],
      ["province", `${FORM} 2023-11`],
      ["province", "every form every period"],
    ]);
  });

  it("asks the database the same number of questions for one report and for many; so does the queue", () => {
    const questions = (reports: number) => {
      const here = opened();
      for (const of of codes.slice(0, reports)) sent(here, of, 2);
      const count = (run: () => unknown) => {
        here.asked.length = 0;
        run();
        return here.asked.length;
      };
      const queue = { form: FORM, period: "2023-11", offset: 0, limit: 50 };
      return [count(() => here.store.awaitedFiles(province(), ALL)), count(() => here.store.queue(province(), queue))];
    };
    expect(questions(7)).toEqual(questions(1));
  });

  it("says of each report what its own page and the queue say, whatever comes, goes and is sent again", () => {
    const step = fc.record({
      of: fc.nat(2),
      does: fc.constantFrom("send", "file", "remove", "accept", "return"),
      count: fc.nat(3),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
        const here = opened();
        const ids = new Map<string, string>();
        for (const { of, does, count } of steps) {
          const code = codes[of]!;
          const id = ids.get(code);
          try {
            if (does === "send") ids.set(code, sent(here, code, count));
            else if (id === undefined) continue;
            else if (does === "file") {
              const { needs } = here.store.files(office(code), id);
              if (needs.length > 0) filed(here, code, id, count % needs.length);
            } else if (does === "accept") here.store.accept(province(), id);
            else if (does === "return") here.store.returnToSender(province(), id, { note: "โปรดตรวจ", comments: [] });
            else
              for (const one of here.store.files(office(code), id).files)
                if (one.state === "checked") here.store.removeFile(office(code), one.id);
          } catch (error) {
            // What the store does not allow changes nothing; here only the counting is asked.
            if (!(error instanceof Refusal)) throw error;
          }
        }
        const { items } = here.store.awaitedFiles(province(), ALL);
        const listed = new Map(items.map(({ submission, awaited }) => [submission, awaited]));
        for (const [code, id] of ids) expect(listed.get(id) ?? 0).toBe(here.store.files(office(code), id).waiting);
        const queue = here.store.queue(province(), { form: FORM, period: "2023-11", offset: 0, limit: 50 });
        for (const { submission, awaited } of queue.items) expect(awaited).toBe(listed.get(submission) ?? 0);
      }),
      { numRuns: 60, seed: 41 },
    );
  });

  it("a database from before the list knows of every report after it was opened once more", () => {
    const here = opened();
    const begun = sent(here, codes[0]!, 3);
    filed(here, codes[0]!, begun, 0);
    sent(here, codes[1]!, 0);
    const before = here.store.awaitedFiles(province(), ALL);
    here.sql.all("DELETE FROM attachment_needs");
    here.sql.all("DELETE FROM meta WHERE key = 'attachments.needs'");
    expect(here.store.awaitedFiles(province(), ALL).reports).toBe(0);
    const again = open(here.sql);
    expect(again.store.awaitedFiles(province(), ALL).items).toEqual(before.items);
  });
});

describe("the review queue", () => {
  it("says how many files each report waits for; it holds up neither the clean ones nor their acceptance", () => {
    const here = opened();
    const [one, two] = codes as [string, string];
    const waits = sent(here, one, 2);
    filed(here, two, sent(here, two, 1), 0);
    const queue = here.store.queue(province(), { form: FORM, period: "2023-11", offset: 0, limit: 50 });
    expect([queue.waiting, queue.clean, queue.cleanAwaiting]).toEqual([2, 2, 1]);
    expect(queue.items.map(({ office: of, awaited, risks }) => [of, awaited, risks])).toEqual([
      [one, 2, []],
      [two, 0, []],
    ]);
    expect(here.store.acceptClean(province(), [{ submission: waits, version: 1 }])).toEqual([
      { submission: waits, result: "accepted" },
    ]);
    expect(short(here.store.awaitedFiles(province(), ALL)).items).toEqual([[one, "2023-11", 2, 2, "accepted"]]);
  });
});

import { expect } from "vitest";
import type { Partition } from "../../worker/people/partition.ts";
import { Journal } from "../../worker/province/journal.ts";
import { openJournal } from "../../worker/province/store.ts";
import { type Promised, promise, refused } from "./contract.ts";
import { auditor, department, district, OPERATOR, office, PACK, province, report } from "./sample.ts";

const SHEET = "sample-spreadsheet-0123456789-abcdefghijklmn";
const GATHER = 15_000;

/** What the outbox owes, tab by tab. */
const owed = (store: Partition) =>
  store
    .googleWork()!
    .tabs.filter(({ changed, written }) => changed > written)
    .map(({ form, period }) => `${form} ${period}`.trim())
    .sort();

/** Everything owed is written. */
function write(store: Partition): void {
  const { link, tabs } = store.googleWork()!;
  const reports = tabs.map(({ form, period, changed }) => ({
    ...{ form, period, written: changed, edited: false, headings: ["ลำดับที่"], title: form, digest: null },
  }));
  store.googleWritten(link, reports, true);
}

const TAB = "childcare-clips 2023-11";
const TAB_OF = { form: "childcare-clips", period: "2023-11" };

/** The outbox, held on every engine: its marks are triggers, and those are the engine's. */
export const OUTBOX_PROMISES: Promised[] = [
  promise("nothing is owed to Google by a province that connected nothing", ({ store }) => {
    store.submit(office(), report());
    expect([store.googleDue(GATHER), store.googleWork()]).toEqual([null, null]);
    expect(store.googleState(province())).toEqual({
      ...{ spreadsheet: null, title: null, connectedAt: null, lastWrittenAt: null },
      ...{ waiting: 0, trouble: null, edited: [] },
    });
  }),

  promise("what was sent before the spreadsheet was connected is owed from then on", ({ store }) => {
    store.submit(office(), report());
    store.submit(office(), report({ period: "2023-12", key: "key-2" }));
    store.connectGoogle(province(), SHEET, "แฟ้มตัวอย่าง");
    expect(owed(store)).toEqual([TAB, "childcare-clips 2023-12", "missing", "summary"]);
  }),

  promise("every act that changes the master marks its tab, and nothing else does", ({ store }) => {
    store.connectGoogle(province(), SHEET, "แฟ้มตัวอย่าง");
    write(store);
    const id = store.submit(office(), report()).receipt.submission;
    const acts: [string, () => unknown, boolean][] = [
      ["the same again", () => store.submit(office(), report()), false],
      ["a second press", () => store.submit(office(), report({ key: "key-2" })), false],
      ["return", () => store.returnToSender(province(), id, { note: "ตรวจ", comments: [] }), true],
      ["the same return", () => store.returnToSender(province(), id, { note: "ตรวจ", comments: [] }), false],
      ["withdraw", () => store.withdraw(office(), id), true],
      ["a refused act", () => refused(() => store.accept(province(), id)), false],
      ["another version", () => store.submit(office(), report({ key: "key-3", contentHash: "other" })), true],
      ["accept", () => store.accept(province(), id), true],
      ["a version beside", () => store.submit(office(), report({ key: "key-4", contentHash: "beside" })), true],
      ["closing", () => store.setClosed(province(), TAB_OF, true, "กดผิด"), false],
      [
        "a version late by the closing",
        () => store.submit(office(), report({ key: "key-5", contentHash: "late" })),
        true,
      ],
      ["opening again, which makes it on time", () => store.setClosed(province(), TAB_OF, false, "เปิด"), true],
      ["its withdrawal, refused", () => refused(() => store.withdraw(office(), id)), false],
      ["a holiday", () => store.changeHoliday(province(), { change: "add", date: "2023-11-06", name: "x" }), false],
      ["a person", () => store.addPerson(OPERATOR, "office", "5540101", ""), false],
      ["the same roster", () => store.importRoster(OPERATOR, PACK, "again"), false],
      ["another roster", () => store.importRoster(OPERATOR, { ...PACK, districts: {} }, "none"), true],
    ];
    expect(owed(store)).toEqual([TAB]);
    for (const [name, act, marks] of acts) {
      write(store);
      act();
      expect([name, owed(store).includes(TAB)]).toEqual([name, marks]);
    }
  }),

  promise("changes gather, and a change that comes while one is written stays owed", ({ store, clock }) => {
    store.connectGoogle(province(), SHEET, "แฟ้มตัวอย่าง");
    const first = clock.now + GATHER;
    expect(store.googleDue(GATHER)).toBe(first);
    clock.now += 5_000;
    store.submit(office(), report());
    expect(store.googleDue(GATHER)).toBe(first);
    const { link, tabs } = store.googleWork()!;
    const [tab] = tabs;
    store.submit(office(), report({ key: "key-2", contentHash: "other" }));
    const { form, period, changed } = tab!;
    const done = { form, period, written: changed, edited: false, headings: [], title: "", digest: null };
    store.googleWritten(link, [done], true);
    expect(owed(store)).toContain(TAB);
    write(store);
    expect([owed(store), store.googleDue(GATHER)]).toEqual([[], null]);
  }),

  promise("a failure puts off, a lasting one stops, and connecting anew goes on", ({ store, clock }) => {
    store.connectGoogle(province(), SHEET, "แฟ้มตัวอย่าง");
    const { link } = store.googleWork()!;
    store.googleFailed(link, "unreachable", clock.now + 4_000);
    expect([store.googleDue(GATHER), store.googleWork()!.attempts]).toEqual([clock.now + 4_000, 1]);
    store.googleFailed(link, "storage", null);
    expect(store.googleDue(GATHER)).toBeNull();
    expect(store.googleState(province()).trouble).toEqual({
      ...{ code: "storage", lasting: true, at: new Date(clock.now).toISOString() },
    });
    store.connectGoogle(province(), SHEET, "แฟ้มตัวอย่าง");
    expect([store.googleDue(GATHER), store.googleWork()!.attempts]).toEqual([clock.now + GATHER, 0]);
    // what the run before still had to say is of another connection
    store.googleFailed(link, "storage", null);
    store.googleWritten(link, [], true);
    expect(store.googleState(province())).toMatchObject({ trouble: null, lastWrittenAt: null });
  }),

  promise("only the province itself connects, sees, lets go and has a tab made anew", ({ store }) => {
    const others = [office(), district(), department, auditor(), auditor("54"), province("52")];
    for (const actor of others)
      expect([
        refused(() => store.googleState(actor)),
        refused(() => store.connectGoogle(actor, SHEET, "")),
        refused(() => store.disconnectGoogle(actor)),
        refused(() => store.newGoogleTab(actor, "summary", "")),
      ]).toEqual(Array(4).fill("forbidden"));
    expect(store.googleWork()).toBeNull();
  }),

  promise("each act of a person leaves its line, the outbox's own notes leave none", ({ store }) => {
    store.connectGoogle(province(), SHEET, "แฟ้มตัวอย่าง");
    const { link, tabs } = store.googleWork()!;
    const { form, period, changed } = tabs[0]!;
    const edited = { form, period, written: changed, edited: true, headings: null, title: "สรุป", digest: null };
    store.googleWritten(link, [edited], true);
    store.newGoogleTab(province(), form, period);
    write(store);
    store.disconnectGoogle(province());
    store.disconnectGoogle(province());
    const lines = store.auditLines(0, 100).filter(({ action }) => action.startsWith("google"));
    expect(lines.map(({ action, subject, person }) => [action, subject, person])).toEqual([
      ["google.connect", SHEET, "54-P"],
      ["google.newTab", `${form} ${period}`, "54-P"],
      ["google.disconnect", SHEET, "54-P"],
    ]);
    expect(store.verifyAudit().broken).toBeNull();
  }),

  promise("without a line nothing can be written but the outbox's own tables", ({ sql }) => {
    const journal = new Journal(sql, () => 0);
    for (const text of ["UPDATE versions SET nil = 1", "DELETE FROM audit", "INSERT INTO meta VALUES ('a', 'b')"])
      expect(() => journal.keepBooks((run) => run(text))).toThrow(/only the program's own notes/);
  }),

  promise("a database from before there was an outbox is brought up to it with what it holds", ({ store, sql }) => {
    const before = store.submit(office(), report()).receipt;
    for (const name of ["google_version", "google_status", "google_roster"]) sql.all(`DROP TRIGGER ${name}`);
    // Everything that came after the first schema, the last first.
    for (const name of ["intake_parts", "intake", "google_sheet", "google_tabs", "google_accounts", "enrolments"])
      sql.all(`DROP TABLE ${name}`);
    sql.all("UPDATE meta SET value = '1' WHERE key = 'schema'");
    openJournal(sql);
    store.connectGoogle(province(), SHEET, "แฟ้มตัวอย่าง");
    expect(owed(store)).toContain(TAB);
    expect(store.detail(province(), before.submission).receipt).toBe(before.receipt);
  }),
];

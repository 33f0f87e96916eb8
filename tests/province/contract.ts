import { expect } from "vitest";
import { openPartition, type Partition } from "../../worker/people/partition.ts";
import { Refusal } from "../../worker/province/refusal.ts";
import type { Sql } from "../../worker/province/sql.ts";
import { auditor, department, district, OFFICES, OPERATOR, office, PACK, province, report, row } from "./sample.ts";

/** A promise of the store, held on every engine. Each gets a database of its own and a clock it may turn. */
export interface Promised {
  name: string;
  run(sql: Sql): void;
}

const NOW = Date.parse("2023-11-03T03:00:00Z");

interface Given {
  store: Partition;
  sql: Sql;
  clock: { now: number };
}

export function promise(name: string, run: (given: Given) => void): Promised {
  return {
    name,
    run(sql) {
      const clock = { now: NOW };
      const store = openPartition(sql, () => clock.now);
      store.importRoster(OPERATOR, PACK, "sample");
      run({ store, sql, clock });
    },
  };
}

export function refused(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "done";
}

const count = (sql: Sql, table: string) => sql.all<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)[0]!.n;
const everything = (sql: Sql) =>
  ["submissions", "versions", "keys", "grids", "rows", "returns", "audit"].map((table) => count(sql, table));

export const STORE_PROMISES: Promised[] = [
  promise("a report is kept whole: receipt, version, rows, grid, one audit line", ({ store, sql }) => {
    const sent = report();
    const { receipt, created } = store.submit(office(), sent);
    expect(created).toBe(true);
    expect(receipt).toEqual({
      receipt: expect.stringMatching(/^54-6611-[0-9A-HJKMNP-TV-Z]{6}$/),
      submission: expect.stringMatching(/^54-[0-9A-HJKMNP-TV-Z]{10}$/),
      version: 1,
      receivedAt: "2023-11-03T03:00:00.000Z",
      late: false,
      contentHash: sent.contentHash,
    });
    const detail = store.detail(office(), receipt.submission, 1, true);
    expect(detail.grid).toEqual(JSON.parse(sent.grid));
    expect(detail.answers).toEqual(sent.rows);
    expect(detail.certifier).toEqual(sent.certifier);
    expect([detail.officeName, detail.district, detail.status]).toEqual(["ทต.ตัวอย่างหนึ่ง", "เมืองแพร่", "received"]);
    expect(everything(sql)).toEqual([1, 1, 1, 1, 2, 0, 2]);
  }),

  promise("the same key and content again is the same receipt, and nothing more is kept", ({ store, sql, clock }) => {
    const first = store.submit(office(), report());
    const before = everything(sql);
    clock.now += 90 * 86_400_000;
    expect(store.submit(office(), report())).toEqual({ receipt: first.receipt, created: false });
    expect(store.recallKey(office(), "key-1", report().contentHash)).toEqual(first.receipt);
    expect(everything(sql)).toEqual(before);
  }),

  promise("a key that stands for other content is refused and leaves no trace", ({ store, sql }) => {
    store.submit(office(), report());
    const before = everything(sql);
    const other = report({ rows: [row(6, "ศพด.อื่น")] });
    expect(refused(() => store.submit(office(), other))).toBe("idempotency-mismatch");
    expect(refused(() => store.recallKey(office(), "key-1", other.contentHash))).toBe("idempotency-mismatch");
    expect(everything(sql)).toEqual(before);
  }),

  promise("two senders may use the same key", ({ store }) => {
    store.submit(office("5540101"), report());
    const second = store.submit(office("5540102"), report({ office: "5540102" }));
    expect(second.created).toBe(true);
  }),

  promise(
    "a second press with a new key gives the receipt already given, and that key is bound to it",
    ({ store, sql }) => {
      const first = store.submit(office(), report());
      const again = store.submit(office(), report({ key: "key-2" }));
      expect(again).toEqual({ receipt: first.receipt, created: false });
      expect(count(sql, "versions")).toBe(1);
      const other = report({ key: "key-2", rows: [row(6, "ศพด.อื่น")] });
      expect(refused(() => store.submit(office(), other))).toBe("idempotency-mismatch");
    },
  ),

  promise("after a return the same content is a new version", ({ store }) => {
    const first = store.submit(office(), report()).receipt;
    store.returnToSender(province(), first.submission, { note: "ตรวจแถว 6", comments: [] });
    const again = store.submit(office(), report({ key: "key-2" }));
    expect([again.created, again.receipt.version, again.receipt.submission]).toEqual([true, 2, first.submission]);
    expect(again.receipt.receipt).not.toBe(first.receipt);
  }),

  promise(
    "other content is the next version and replaces the former in the master; the former stays readable",
    ({ store }) => {
      const first = store.submit(office(), report()).receipt;
      const second = store.submit(office(), report({ key: "key-2", rows: [row(6, "ศพด.ใหม่")] })).receipt;
      expect([second.submission, second.version]).toEqual([first.submission, 2]);
      const current = store.current(province(), "childcare-clips", "2023-11");
      expect(current.map((one) => [one.office, one.version, one.receipt])).toEqual([["5540101", 2, second.receipt]]);
      expect(store.versions(office(), first.submission).map((one) => one.receipt)).toEqual([
        first.receipt,
        second.receipt,
      ]);
      expect(store.detail(office(), first.submission, 1).answers).toEqual(report().rows);
      // a late retry of the first sending still answers the first receipt
      expect(store.submit(office(), report()).receipt).toEqual(first);
    },
  ),

  promise("uniqueness stands in the schema, not in a check before it", ({ store, sql }) => {
    const { submission } = store.submit(office(), report()).receipt;
    const clone = (table: string, change: string) =>
      sql.all(`INSERT INTO ${table} SELECT ${change} FROM ${table} LIMIT 1`);
    const unique = /UNIQUE constraint failed/;
    expect(() => clone("submissions", "'54-OTHER', form, period, office, current")).toThrow(unique);
    expect(() => clone("keys", "sender, key, 'x', submission, version")).toThrow(unique);
    expect(() => sql.all("INSERT INTO versions SELECT * FROM versions WHERE submission = ?", submission)).toThrow(
      unique,
    );
  }),

  promise("a late report is received and marked late, by server time and Thai midnight", ({ store, clock }) => {
    clock.now = Date.parse("2023-11-06T16:59:59.999Z");
    expect(store.submit(office("5540101"), report()).receipt.late).toBe(false);
    clock.now += 1;
    expect(store.submit(office("5540102"), report({ office: "5540102" })).receipt.late).toBe(true);
  }),

  promise(
    "a province's own days off decide what is late from then on, each change with its audit line",
    ({ store, clock }) => {
      const due = () => store.completeness(province(), "childcare-clips", "2023-11").due?.due;
      clock.now = Date.parse("2023-11-07T03:00:00Z");
      expect(store.submit(office("5540101"), report()).receipt.late).toBe(true);

      const added = { date: "2023-11-06", name: "วันหยุดสมมติ" };
      expect(store.changeHoliday(province(), { change: "add", ...added })).toEqual({ added: [added], removed: [] });
      expect(store.submit(office("5540102"), report({ office: "5540102" })).receipt.late).toBe(false);
      expect(due()).toBe("2023-11-07");
      expect(store.todo(office("6540103"), "6540103").items[0]).toMatchObject({
        overdue: false,
        due: { due: "2023-11-07" },
      });
      const line = store.auditLines(0, 100).find((one) => one.action === "holiday.change")!;
      expect([line.subject, line.detail]).toEqual(["2023-11-06", { change: "add", name: "วันหยุดสมมติ" }]);

      // what was received keeps the mark it was given
      expect(
        store
          .list(province(), {})
          .map((one) => [one.office, one.late])
          .sort(),
      ).toEqual([
        ["5540101", true],
        ["5540102", false],
      ]);
      store.changeHoliday(OPERATOR, { change: "reset", date: "2023-11-06" });
      expect([due(), store.holidayChanges()]).toEqual(["2023-11-06", { added: [], removed: [] }]);
      store.changeHoliday(province(), { change: "remove", date: "2023-12-05" });
      expect(store.completeness(province(), "childcare-clips", "2023-12").due).toMatchObject({
        due: "2023-12-05",
        holiday: false,
      });
    },
  ),

  promise("nobody below or beside the province changes its days off", ({ store }) => {
    const change = { change: "add", date: "2023-11-06", name: "x" } as const;
    for (const actor of [office(), district(), department, auditor(), auditor("54"), province("52")])
      expect(refused(() => store.changeHoliday(actor, change))).toBe("forbidden");
    expect(() => store.changeHoliday(province(), { ...change, date: "2023-02-29" })).toThrow(RangeError);
    expect(store.holidayChanges()).toEqual({ added: [], removed: [] });
  }),

  promise("an office sends for itself only, a province for its offices, nobody else sends", ({ store, sql }) => {
    const before = everything(sql);
    expect(refused(() => store.submit(office("5540102"), report()))).toBe("office-unknown");
    expect(refused(() => store.submit(office("5540109"), report({ office: "5540109" })))).toBe("office-unknown");
    expect(refused(() => store.submit(province("52"), report()))).toBe("office-unknown");
    for (const actor of [district(), department, auditor(), auditor("54")])
      expect(refused(() => store.submit(actor, report()))).toBe("forbidden");
    expect(everything(sql)).toEqual(before);

    const { receipt } = store.submit(province(), report()).receipt;
    const line = store.auditLines(0, 100).at(-1)!;
    expect([line.action, line.subject, line.role, line.place, line.detail.onBehalf]).toEqual([
      "submit",
      receipt,
      "province",
      "54",
      "yes",
    ]);
  }),

  promise("who is outside sees nothing: reads, writes and master rows keep to the place", ({ store }) => {
    const { submission, version } = store.submit(office(), report()).receipt;
    const inside = [office(), district("5401"), province(), auditor(), auditor("54"), OPERATOR];
    const outside = [office("5540102"), district("5402"), province("52"), auditor("52")];
    const seen = (actor: Parameters<typeof store.list>[0]) => [
      store.list(actor, {}).length,
      store.current(actor, "childcare-clips", "2023-11").length,
      store.masterRows(actor, [{ submission, version }])[0]!.length,
      store.completeness(actor, "childcare-clips", "2023-11").total.sent,
      refused(() => store.versions(actor, submission)),
      refused(() => store.detail(actor, submission, 1, true)),
      refused(() => store.diff(actor, submission, 1, 1)),
      refused(() => store.todo(actor, "5540101")),
    ];
    const yes = [1, 1, 2, 1, "done", "done", "done", "done"];
    const no = [0, 0, 0, 0, "not-found", "not-found", "not-found", "not-found"];
    // the department sees who has sent, and opens only what was sent up
    const above = [0, 0, 0, 1, "not-found", "not-found", "not-found", "done"];
    expect(seen(department)).toEqual(above);
    for (const actor of inside) expect([actor, seen(actor)]).toEqual([actor, yes]);
    for (const actor of outside) expect([actor, seen(actor)]).toEqual([actor, no]);
    for (const actor of outside) {
      const act = actor.role === "office" ? store.withdraw : store.returnToSender;
      const reply = refused(() => act(actor, submission, { note: "x", comments: [] } as never));
      expect([actor, reply]).toEqual([actor, actor.role === "auditor" ? "forbidden" : "not-found"]);
    }
  }),

  promise("return, accept and withdraw follow the state machine; what is refused leaves no trace", ({ store, sql }) => {
    const acts = {
      return: (id: string) => store.returnToSender(province(), id, { note: "โปรดแก้", comments: [] }).status,
      accept: (id: string) => store.accept(province(), id).status,
      withdraw: (id: string) => store.withdraw(office("6540103"), id).status,
    };
    type Act = keyof typeof acts;
    const table: [Act[], Act, string][] = [
      [[], "return", "returned"],
      [[], "accept", "accepted"],
      [[], "withdraw", "withdrawn"],
      [["return"], "return", "returned"],
      [["return"], "accept", "accepted"],
      [["return"], "withdraw", "withdrawn"],
      [["accept"], "accept", "accepted"],
      [["accept"], "return", "returned"],
      [["accept"], "withdraw", "state"],
      [["withdraw"], "withdraw", "withdrawn"],
      [["withdraw"], "accept", "state"],
      [["withdraw"], "return", "state"],
    ];
    for (const [i, [before, act, expected]] of table.entries()) {
      const period = `2024-${String(i + 1).padStart(2, "0")}`;
      const sent = report({ office: "6540103", period, key: period });
      const id = store.submit(office("6540103"), sent).receipt.submission;
      for (const one of before) acts[one](id);
      const trace = everything(sql);
      let got = "";
      const outcome = refused(() => (got = acts[act](id)));
      const answer = outcome === "done" ? got : outcome;
      expect([before, act, answer]).toEqual([before, act, expected]);
      const idle = outcome !== "done" || before.at(-1) === act;
      if (idle) expect([before, act, everything(sql)]).toEqual([before, act, trace]);
      else expect(everything(sql).at(-1)).toBe(trace.at(-1)! + 1);
    }
  }),

  promise("who may not act is refused", ({ store }) => {
    const id = store.submit(office(), report()).receipt.submission;
    const note = { note: "x", comments: [] };
    const answers = [office(), district(), province(), department, auditor(), auditor("54")].map((actor) => [
      refused(() => store.returnToSender(actor, id, note)),
      refused(() => store.accept(actor, id)),
      refused(() => store.withdraw(actor, id)),
    ]);
    expect(answers).toEqual([
      ["forbidden", "forbidden", "done"],
      ["state", "forbidden", "forbidden"],
      ["state", "state", "done"],
      ["forbidden", "forbidden", "forbidden"],
      ["forbidden", "forbidden", "forbidden"],
      ["forbidden", "forbidden", "forbidden"],
    ]);
  }),

  promise(
    "a comment must point at a row and a field of the report, an act at the version that was seen",
    ({ store }) => {
      const id = store.submit(office(), report()).receipt.submission;
      const comment = (row: number | null, field: string | null) => () =>
        store.returnToSender(province(), id, { note: "", comments: [{ row, field, text: "โปรดระบุ" }] }, 1);
      expect(refused(comment(99, "centre"))).toBe("comment-target");
      expect(refused(comment(6, "constructor"))).toBe("comment-target");
      expect(refused(comment(6, "centre"))).toBe("done");
      store.submit(office(), report({ key: "key-2", rows: [row(6, "ศพด.ใหม่")] }));
      expect(refused(comment(6, "centre"))).toBe("version-changed");
      expect(refused(() => store.accept(province(), id, 1))).toBe("version-changed");
      expect(store.detail(office(), id).returns).toEqual([
        {
          version: 1,
          at: "2023-11-03T03:00:00.000Z",
          by: { role: "province", place: "54" },
          note: "",
          comments: [{ row: 6, field: "centre", text: "โปรดระบุ" }],
        },
      ]);
    },
  ),

  promise("a big report is cut to the engine's row limit and comes back equal", ({ store }) => {
    const rows = Array.from({ length: 3000 }, (_, i) => row(i + 6, `ศพด.บ้านตัวอย่างที่ ${i} 👩‍🏫${"ก".repeat(300)}`));
    const sent = report({ rows });
    expect(sent.grid.length).toBeGreaterThan(900_000);
    const { submission } = store.submit(office(), sent).receipt;
    const detail = store.detail(office(), submission, 1, true);
    expect(detail.answers).toEqual(rows);
    expect(detail.grid).toEqual(JSON.parse(sent.grid));
    expect(refused(() => store.submit(office(), report({ key: "k", rows: [row(6, "ก".repeat(600_000))] })))).toBe(
      "row-too-large",
    );
    expect(store.versions(office(), submission)).toHaveLength(1);
  }),

  promise("lone surrogates, NUL and names of prototypes are kept as they came", ({ store }) => {
    const odd = ["\ud800", "a\u0000b", "__proto__", "constructor", "=1+1", "\u202eกลับ", "'"];
    const rows = odd.map((text, i) => row(i + 6, text));
    const { submission } = store.submit(office(), report({ rows })).receipt;
    expect(store.detail(office(), submission).answers).toEqual(rows);
    expect(store.detail(office(), submission, 1, true).grid!.rows).toEqual(odd.map((text, i) => [i + 6, text]));
  }),

  promise("completeness counts every office of the roster once, in official order", ({ store, clock }) => {
    const send = (code: string, given = {}) =>
      store.submit(province(), report({ office: code, key: code, ...given })).receipt.submission;
    send("5540101");
    store.returnToSender(province(), send("5540102"), { note: "โปรดแก้", comments: [] });
    store.accept(province(), send("4540201", { nil: true }));
    store.withdraw(province(), send("6540301"));
    clock.now = Date.parse("2023-11-07T00:00:00Z");
    send("6540302");
    const answer = store.completeness(province(), "childcare-clips", "2023-11");
    expect(answer.total).toEqual({ offices: 7, sent: 3, late: 1, returned: 1, accepted: 1, nil: 1, missing: 3 });
    expect(answer.districts.map((one) => [one.name, one.offices, one.sent])).toEqual([
      ["เมืองแพร่", 3, 1],
      ["สูงเม่น", 2, 1],
      ["เด่นชัย", 2, 1],
    ]);
    expect(answer.offices.map((one) => one.status)).toEqual([
      "received",
      "returned",
      "missing",
      "accepted",
      "missing",
      "withdrawn",
      "received",
    ]);
    expect(answer.due).toEqual({
      rule: "phrae-cdc-clip",
      period: "2023-11",
      nominal: "2023-11-05",
      due: "2023-11-06",
      holiday: true,
    });
    expect(store.completeness(district("5402"), "childcare-clips", "2023-11").total.offices).toBe(2);
  }),

  promise("an office sees what it owes, by when, and what came back", ({ store, clock }) => {
    const id = store.submit(office(), report()).receipt.submission;
    store.returnToSender(province(), id, { note: "โปรดแก้แถว 6", comments: [] });
    clock.now = Date.parse("2024-01-10T03:00:00Z");
    const { items, today } = store.todo(office(), "5540101");
    expect(today).toBe("2024-01-10");
    expect(items.map((item) => [item.period, item.status, item.overdue, item.due?.due, item.returns.length])).toEqual([
      ["2024-01", "missing", true, "2024-01-05", 0],
      ["2023-12", "missing", true, "2023-12-06", 0], // the 5th is a holiday
      ["2023-11", "returned", true, "2023-11-06", 1],
    ]);
  }),

  promise(
    "what falls due within two weeks is asked for, the month after it not yet; sent early, it is seen",
    ({ store, clock }) => {
      const seen = () => store.todo(office(), "5540101").items.map((item) => [item.period, item.status, item.due?.due]);
      const before = [
        ["2023-11", "missing", "2023-11-06"],
        ["2023-10", "missing", "2023-10-09"],
      ];
      clock.now = Date.parse("2023-11-21T03:00:00Z");
      expect(seen()).toEqual(before);
      clock.now = Date.parse("2023-11-22T03:00:00Z");
      expect(seen()).toEqual([["2023-12", "missing", "2023-12-06"], ...before]);
      store.submit(office(), report({ period: "2024-01", key: "early" }));
      expect(seen()[0]).toEqual(["2024-01", "received", "2024-01-05"]);
    },
  ),

  promise("versions differ by what their rows say, not by where they stand", ({ store }) => {
    const id = store.submit(office(), report({ rows: [row(6, "ก"), row(7, "ข"), row(8, "ค")] })).receipt.submission;
    const rows = [
      row(6, "ง"),
      row(7, "ก"),
      row(8, "ข", { cells: { ...row(8, "ข").cells, district: row(8, "ข").cells.seq! } }),
    ];
    store.submit(office(), report({ key: "key-2", rows }));
    const answer = store.diff(office(), id, 1, 2);
    expect(answer.added.map((one) => one.values.centre)).toEqual(["ง"]);
    expect(answer.removed.map((one) => one.values.centre)).toEqual(["ค"]);
    expect(answer.changed).toEqual([{ from: 7, to: 8, fields: [{ field: "district", from: "เมืองแพร่", to: 3 }] }]);
    expect(refused(() => store.diff(office(), id, 1, 3))).toBe("not-found");
  }),

  promise("the master's rows carry the value, and the text as typed only where it differed", ({ store }) => {
    const { submission, version } = store.submit(office(), report()).receipt;
    expect(
      store.masterRows(province(), [
        { submission, version },
        { submission: "54-NONE", version: 1 },
      ]),
    ).toEqual([
      [
        {
          row: 6,
          status: "done",
          values: { seq: 1, district: "เมืองแพร่", centre: "ศพด.ตัวอย่างหนึ่ง", done: "✓" },
          typed: { district: "อ.เมือง", done: "/" },
        },
        {
          row: 7,
          status: "notDone",
          values: { seq: 2, district: "เมืองแพร่", centre: "ศพด.ตัวอย่างสอง", done: "✓" },
          typed: { district: "อ.เมือง", done: "/" },
        },
      ],
      [],
    ]);
  }),

  promise("listing keeps to its filters and pages without gap or repeat", ({ store }) => {
    for (const { code } of OFFICES) store.submit(province(), report({ office: code, key: code }));
    const all = store.list(province(), {}).map((one) => one.submission);
    const paged: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = store.list(province(), { limit: 3, after });
      if (page.length === 0) break;
      paged.push(...page.map((one) => one.submission));
      after = paged.at(-1);
    }
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(7);
    expect(store.list(province(), { office: "4540201" }).map((one) => one.office)).toEqual(["4540201"]);
    expect(store.list(province(), { status: "returned" })).toEqual([]);
    expect(store.list(province(), { period: "2023-12" })).toEqual([]);
  }),

  promise("an office that leaves the official list owes nothing and keeps what it sent", ({ store }) => {
    store.submit(office(), report());
    const fewer = { ...PACK, districts: { ...PACK.districts, เมืองแพร่: PACK.districts.เมืองแพร่!.slice(2) } };
    const version = store.roster(null)!.version;
    expect(store.importRoster(OPERATOR, fewer, "newer list")).toBe(5);
    expect(store.roster(version)!.pack).toEqual(fewer);
    expect(store.roster(store.roster(null)!.version)).toBeNull();
    const { total } = store.completeness(province(), "childcare-clips", "2023-11");
    expect(total).toEqual({ offices: 6, sent: 1, late: 0, returned: 0, accepted: 0, nil: 0, missing: 5 });
    expect(refused(() => store.submit(office(), report({ key: "k", period: "2023-12" })))).toBe("office-unknown");
    expect(refused(() => store.importRoster(OPERATOR, { ...PACK, code: "52" }, "other"))).toBe("roster-foreign");
  }),

  promise("the audit is a chain that nobody changes unseen", ({ store, sql }) => {
    const id = store.submit(office(), report()).receipt.submission;
    store.accept(province(), id);
    expect(store.verifyAudit()).toEqual({ lines: 3, broken: null });
    expect(() => sql.all("UPDATE audit SET place = '52' WHERE seq = 2")).toThrow(/never changed/);
    expect(() => sql.all("DELETE FROM audit WHERE seq = 2")).toThrow(/never deleted/);
    sql.all("DROP TRIGGER audit_stays");
    sql.all("UPDATE audit SET place = '52' WHERE seq = 2");
    expect(store.verifyAudit()).toEqual({ lines: 1, broken: 2 });
  }),

  promise("opening again changes nothing; a database newer than the program is not touched", ({ store, sql }) => {
    store.submit(office(), report());
    const before = everything(sql);
    openPartition(sql);
    expect(everything(sql)).toEqual(before);
    sql.all("UPDATE meta SET value = '999' WHERE key = 'schema'");
    expect(() => openPartition(sql)).toThrow(/schema 999/);
  }),

  promise("codes open what they were given for, until revoked", ({ store, sql }) => {
    const made = store.addPerson(OPERATOR, "office", "5540101", "นางสาวสมมติ ตัวอย่าง");
    const { code, ...person } = made;
    expect(code).toMatch(/^54(-[0-9A-HJKMNP-TV-Z]{4}){4}$/);
    expect(store.personByCode(code)).toEqual(person);
    expect(store.personByCode(` ${code.toLowerCase().replaceAll("-", " – ")} `)).toEqual(person);
    expect(store.person(person.id)).toEqual(person);
    const stored = JSON.stringify(sql.all("SELECT * FROM people")) + JSON.stringify(sql.all("SELECT * FROM audit"));
    expect(stored).not.toContain(code);
    for (const wrong of ["", "54", code.slice(0, -1), `${code}0`, `52${code.slice(2)}`, "x".repeat(10_000)])
      expect(store.personByCode(wrong)).toBeNull();
    store.revokePerson(OPERATOR, person.id);
    expect([store.personByCode(code), store.person(person.id)]).toEqual([null, null]);
    expect(refused(() => store.revokePerson(OPERATOR, "54-PNONE"))).toBe("code-unknown");
  }),

  promise("no code is issued for a place that is none", ({ store }) => {
    const tries = [
      ["office", "5540999"],
      ["office", "54"],
      ["district", "5409"],
      ["province", "5"],
      ["department", "54"],
      ["auditor", "bkk"],
    ] as const;
    for (const [role, place] of tries)
      expect([place, refused(() => store.addPerson(OPERATOR, role, place, ""))]).toEqual([place, "place-unknown"]);
  }),

  promise("the signing secret is made once", ({ store }) => {
    const secret = store.secret(OPERATOR);
    expect(secret).toHaveLength(52);
    expect(store.secret(OPERATOR)).toBe(secret);
  }),
];

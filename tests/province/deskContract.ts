import { expect } from "vitest";
import type { RowAnswer } from "../../shared/answer.ts";
import { openPartition, type Partition } from "../../worker/people/partition.ts";
import type { Sql } from "../../worker/province/sql.ts";
import type { Promised } from "./contract.ts";
import { refused } from "./contract.ts";
import { auditor, department, district, OPERATOR, office, PACK, province, report, row } from "./sample.ts";

const FORM = "childcare-clips";
const NOVEMBER = { form: FORM, period: "2023-11" };
const NOW = Date.parse("2023-11-03T03:00:00Z");
const DAY_MS = 86_400_000;

interface Given {
  store: Partition;
  sql: Sql;
  clock: { now: number };
  /** Sends a report of an office; answers the submission's id. */
  sends(code: string, given?: Parameters<typeof report>[0]): string;
}

function promise(name: string, run: (given: Given) => void): Promised {
  return {
    name,
    run(sql) {
      const clock = { now: NOW };
      const store = openPartition(sql, () => clock.now);
      store.importRoster(OPERATOR, PACK, "sample");
      let keys = 0;
      const sends: Given["sends"] = (code, given = {}) =>
        store.submit(office(code), report({ office: code, key: `k${++keys}`, ...given })).receipt.submission;
      run({ store, sql, clock, sends });
    },
  };
}

const rows = (...centres: string[]) => centres.map((centre, i) => row(i + 6, centre));
const comment = { row: 6, field: "centre", text: "โปรดระบุชื่อเต็ม" };

function warned(text: string): RowAnswer {
  const plain = row(6, "ศพด.ตัวอย่าง");
  const remark = { cell: "H6", raw: text, verdict: "warn", value: text, codes: [], suggestions: [] } as const;
  return { ...plain, verdict: "warn", cells: { ...plain.cells, remark: { ...remark, codes: [], suggestions: [] } } };
}

export const DESK_PROMISES: Promised[] = [
  promise("an office with an hour of its own is on time until that hour, and only that office", ({ store, clock }) => {
    const until = Date.parse("2023-11-10T09:30:00Z");
    const asked = { ...NOVEMBER, office: "5540101" };
    store.giveExtension(province(), asked, until, "น้ำท่วมสำนักงาน");
    const sent = (code: string, at: number, content: string) => {
      clock.now = at;
      return store.submit(office(code), report({ office: code, key: content, rows: rows(content) })).receipt.late;
    };
    expect([
      sent("5540101", until, "ก"),
      sent("5540101", until + 1, "ข"),
      sent("5540102", until, "ค"),
      sent("5540102", Date.parse("2023-11-06T16:59:59Z"), "ง"),
    ]).toEqual([false, true, true, false]);
    clock.now = until - 1;
    const item = (code: string) => store.todo(office(code), code).items.find((one) => one.period === "2023-11")!;
    expect([item("5540101").due?.due, item("6540103").due?.due]).toEqual(["2023-11-10", "2023-11-06"]);
    expect([item("5540101").overdue, item("6540103").overdue]).toEqual([false, true]);
    expect(store.takeExtension(province(), asked, "พอแล้ว")).toBeNull();
    expect(item("5540101").due?.due).toBe("2023-11-06");
  }),

  promise("an hour that has passed, another province's office, and a district's word extend nothing", ({ store }) => {
    const give = (actor = province(), code = "5540101", until = NOW + DAY_MS) =>
      refused(() => store.giveExtension(actor, { ...NOVEMBER, office: code }, until, "เหตุ"));
    expect([
      give(province(), "5540101", NOW),
      give(province(), "5529901"),
      give(province("52")),
      give(district()),
      give(office()),
      give(department),
    ]).toEqual(["extension-past", "not-found", "not-found", "forbidden", "forbidden", "forbidden"]);
    expect(store.verifyAudit().lines).toBe(1);
  }),

  promise(
    "more time that ends with or before everybody's last day is refused, and where it was kept once it changes nothing",
    ({ store, sql }) => {
      const asked = { ...NOVEMBER, office: "5540101" };
      const give = (until: string) => refused(() => store.giveExtension(province(), asked, Date.parse(until), "เหตุ"));
      // everybody's last day is 6 November
      expect([give("2023-11-05T09:30:00Z"), give("2023-11-06T16:59:59Z"), give("2023-11-06T17:00:00Z")]).toEqual([
        "extension-early",
        "extension-early",
        "done",
      ]);
      sql.all("UPDATE extensions SET until = ?", Date.parse("2023-11-05T09:30:00Z"));
      const told = store.remind(province(), { ...NOVEMBER, district: null, channel: "line" });
      const item = store.work(office(), "5540101").items.find((one) => one.period === "2023-11")!;
      const cell = store
        .matrix(province(), { ...NOVEMBER, months: 1, offset: 0, limit: 50 })
        .rows.find((one) => one.office === "5540101")!.cells[0]!;
      expect([
        told.offices.find((one) => one.office === "5540101")!.until,
        [item.due?.due, item.extension],
        cell.until,
        store.progress(province(), FORM, "2023-11").extended,
      ]).toEqual([null, ["2023-11-06", null], null, 0]);
    },
  ),

  promise(
    "a closed period takes reports in, late; nothing decided in it changes until it is opened",
    ({ store, sends }) => {
      const id = sends("5540101");
      store.accept(province(), id);
      expect(store.setClosed(province(), NOVEMBER, true, "ส่งกรมแล้ว")).toBe("2023-11-03T03:00:00.000Z");
      const acts = [
        () => store.undo(province(), id, "กดผิด"),
        () => store.returnToSender(province(), id, { note: "", comments: [] }),
        () => store.giveExtension(province(), { ...NOVEMBER, office: "5540102" }, NOW + 1, "เหตุ"),
      ];
      expect(acts.map(refused)).toEqual(["period-closed", "period-closed", "period-closed"]);
      const late = store.submit(office("5540102"), report({ office: "5540102" })).receipt;
      expect(late.late).toBe(true);
      expect(store.progress(province(), FORM, "2023-11").closed).toBe("2023-11-03T03:00:00.000Z");
      expect(refused(() => store.setClosed(province("52"), NOVEMBER, false, "ไม่ใช่ของเรา"))).toBe("forbidden");
      expect(store.setClosed(province(), NOVEMBER, false, "แก้หนึ่งแห่ง")).toBeNull();
      expect(store.undo(province(), id, "กดผิด").status).toBe("received");
    },
  ),

  promise(
    "a period closed too early and opened again: what came meanwhile is judged by the due date and more time; receipts keep what they said",
    ({ store, clock, sends, sql }) => {
      const at = (iso: string) => {
        clock.now = Date.parse(iso);
      };
      const extended = { ...NOVEMBER, office: "4540201" };
      store.giveExtension(province(), extended, Date.parse("2023-11-08T09:30:00Z"), "น้ำท่วม");
      store.setClosed(province(), NOVEMBER, true, "กดผิด");
      sends("5540101");
      // everybody's last day is 6 November
      at("2023-11-06T17:00:00Z");
      sends("5540102");
      at("2023-11-08T09:30:00Z");
      sends("4540201");
      clock.now++;
      sends("4540201", { rows: rows("ศพด.สอง") });
      const marks = () =>
        sql.all<{ office: string; late: number }>(
          `SELECT s.office, v.version, v.late FROM versions v JOIN submissions s ON s.id = v.submission ORDER BY 1, 2`,
        );
      const late = () => marks().map(({ office, late }) => [office, late]);
      const late4 = [
        ["4540201", 1],
        ["4540201", 1],
        ["5540101", 1],
        ["5540102", 1],
      ];
      expect(late()).toEqual(late4);
      store.setClosed(province(), NOVEMBER, false, "ยังไม่ถึงกำหนด");
      expect(late()).toEqual([
        ["4540201", 0],
        ["4540201", 1],
        ["5540101", 0],
        ["5540102", 1],
      ]);
      const { stands } = store.progress(province(), FORM, "2023-11");
      expect([stands.late, stands.onTime]).toEqual([2, 1]);
      // the same key again: the receipt as it was given
      expect(store.submit(office(), report({ key: "k1" })).receipt.late).toBe(true);
      expect(sql.all("SELECT detail FROM audit ORDER BY seq DESC LIMIT 1")).toEqual([
        { detail: '{"onTime":2,"reason":"ยังไม่ถึงกำหนด"}' },
      ]);
      expect(store.verifyChain().broken).toBeNull();
    },
  ),

  promise("an act is undone by whoever did it; a return taken back asks nobody for anything", ({ store, sends }) => {
    const id = sends("5540101");
    store.returnToSender(district(), id, { note: "ตรวจอีกครั้ง", comments: [comment] });
    store.accept(province(), id);
    expect(refused(() => store.undo(district(), id, "กดผิด"))).toBe("not-yours");
    expect(store.undo(province(), id, "กดผิด").status).toBe("returned");
    expect(store.review(district(), id)).toMatchObject({ undo: "return", returns: [{ comments: [{ done: null }] }] });
    expect(store.undo(district(), id, "ดูผิดแผ่น").status).toBe("received");
    expect(refused(() => store.undo(district(), id, "อีกครั้ง"))).toBe("nothing-to-undo");
    expect(store.detail(office(), id).returns).toEqual([]);
    expect(store.work(office(), "5540101").items.find((one) => one.submission === id)?.returns).toEqual([]);
    const told = store.review(office(), id).history.map((one) => [one.action, one.role, one.reason]);
    expect(told).toEqual([
      ["submit", "office", null],
      ["return", "district", null],
      ["accept", "province", null],
      ["undo", "province", "กดผิด"],
      ["undo", "district", "ดูผิดแผ่น"],
    ]);
    // returned again with the very same words: it is a new act
    store.returnToSender(district(), id, { note: "ตรวจอีกครั้ง", comments: [comment] });
    expect(store.detail(office(), id).returns).toHaveLength(1);
  }),

  promise(
    "an acceptance is undone on the version it was done on, also after a newer one came; only by whoever did it",
    ({ store, sends }) => {
      const id = sends("5540101", { rows: rows("ศพด.หนึ่ง") });
      store.accept(province(), id);
      sends("5540101", { rows: rows("ศพด.สอง") });
      const counting = () => store.current(province(), FORM, "2023-11").map((one) => [one.version, one.status]);
      expect(counting()).toEqual([[1, "accepted"]]);
      const review = store.review(province(), id);
      expect([review.version, review.undo, review.undoOf]).toEqual([2, "accept", 1]);
      const two = { ...province(), person: "54-P2" };
      expect([store.review(two, id).undo, store.review(two, id).undoOf]).toEqual([null, null]);
      expect(refused(() => store.undo(two, id, "กดผิด", 1))).toBe("not-yours");
      expect(refused(() => store.undo(province(), id, "กดผิด"))).toBe("nothing-to-undo");
      expect(refused(() => store.undo(province(), id, "กดผิด", 3))).toBe("version-changed");
      expect(store.undo(province(), id, "ดูผิดแผ่น", 1, review.seen)).toMatchObject({ version: 1, status: "received" });
      expect(store.versions(province(), id).map((one) => one.status)).toEqual(["received", "received"]);
      expect(counting()).toEqual([[2, "received"]]);
      expect([store.review(province(), id).undo, store.review(province(), id).acceptedBeside]).toEqual([null, null]);
    },
  ),

  promise(
    "what a second reviewer decided meanwhile is not overturned unseen; with both in sight it may be",
    ({ store, sends }) => {
      const two = { ...province(), person: "54-P2" };
      const id = sends("5540101");
      const seen = () => store.review(province(), id).seen;
      const returned = { note: "ชื่อไม่ครบ", comments: [comment] };
      const opened = seen();
      expect(opened).toBe(0);
      store.accept(two, id, 1, opened);
      expect(refused(() => store.returnToSender(province(), id, returned, 1, opened))).toBe("decided-meanwhile");
      expect([store.versions(province(), id)[0]!.status, store.detail(province(), id).returns]).toEqual([
        "accepted",
        [],
      ]);
      // The same decision twice is no conflict.
      expect(refused(() => store.accept(province(), id, 1, opened))).toBe("done");
      const accepted = seen();
      expect(store.returnToSender(province(), id, returned, 1, accepted).status).toBe("returned");
      // Its answer was lost, and it was asked again.
      expect(store.returnToSender(province(), id, returned, 1, accepted).status).toBe("returned");
      expect(store.detail(province(), id).returns).toHaveLength(1);
      expect(refused(() => store.accept(two, id, 1, accepted))).toBe("decided-meanwhile");
      expect(refused(() => store.withdraw(office(), id, 1, accepted))).toBe("decided-meanwhile");
      expect(refused(() => store.undo(province(), id, "กดผิด", 1, accepted))).toBe("decided-meanwhile");
      // Two returns with other words from one sight: the second is not sent unseen either.
      const other = { note: "อีกเรื่อง", comments: [] };
      expect(refused(() => store.returnToSender(district(), id, other, 1, accepted))).toBe("decided-meanwhile");
      expect(store.acceptClean(two, [{ submission: id, version: 1 }])[0]!.result).toBe("decided-meanwhile");
      expect(store.accept(two, id, 1, seen()).status).toBe("accepted");
    },
  ),

  promise(
    "each comment is ticked with an answer, and stays answered beside the version that follows",
    ({ store, sends }) => {
      const id = sends("5540101");
      store.returnToSender(province(), id, { note: "สองจุด", comments: [comment, { ...comment, row: 7 }] });
      const returned = store.review(office(), id).returns[0]!.id;
      const tick = (number: number, answer: string | null) =>
        store.tickComment(office(), id, { returned, number }, answer);
      expect(tick(1, "แก้ชื่อแล้ว")[0]!.comments.map((one) => one.done?.answer ?? null)).toEqual([null, "แก้ชื่อแล้ว"]);
      expect(refused(() => tick(2, "x"))).toBe("comment-target");
      expect(refused(() => store.tickComment(office("5540102"), id, { returned, number: 0 }, "x"))).toBe("not-found");
      tick(0, "");
      expect(tick(0, null)[0]!.comments[0]!.done).toBeNull();
      sends("5540101", { rows: rows("ศพด.ชื่อเต็ม") });
      const review = store.review(province(), id);
      expect([review.previous, review.risks, review.returns[0]!.comments[1]!.done?.answer]).toEqual([
        1,
        ["again"],
        "แก้ชื่อแล้ว",
      ]);
    },
  ),

  promise(
    "the queue shows the riskiest first; bulk acceptance takes the clean ones and leaves the rest",
    ({ store, clock, sends }) => {
      const october = { period: "2023-10" };
      clock.now = Date.parse("2023-10-05T03:00:00Z");
      for (const code of ["5540101", "5540102", "6540103"])
        sends(code, { ...october, rows: rows("ก", "ข", "ค", "ง", "จ") });
      clock.now = NOW;
      const ids = {
        clean: sends("5540101", { rows: rows("ก", "ข", "ค", "ง", "จ") }),
        fewer: sends("5540102", { rows: rows("ก", "ข") }),
        nil: sends("6540103", { rows: rows("ไม่มี"), nil: true }),
        warned: sends("4540201", {
          rows: [warned("รออนุมัติงบ")],
          counts: { rows: 1, ok: 0, fixed: 0, warn: 1, suggest: 0, error: 0, skip: 0 },
        }),
      };
      clock.now = Date.parse("2023-11-20T03:00:00Z");
      const late = sends("6540301", { rows: rows("ก") });
      const all = store.queue(province(), { ...NOVEMBER, offset: 0, limit: 50 });
      expect(all.items.map((one) => [one.submission, one.risks, one.rowsBefore])).toEqual([
        [late, ["late"], null],
        [ids.fewer, ["changed"], 5],
        [ids.nil, ["nilNow"], 5],
        [ids.warned, ["warned"], null],
        [ids.clean, [], 5],
      ]);
      expect(all.items[3]!.reasons).toEqual([{ row: 6, text: "รออนุมัติงบ" }]);
      expect([all.waiting, all.clean]).toEqual([5, 1]);
      expect(store.queue(district("5403"), { ...NOVEMBER, offset: 0, limit: 50 }).items).toHaveLength(1);
      expect(store.queue(province("52"), { ...NOVEMBER, offset: 0, limit: 50 }).waiting).toBe(0);

      const ask = [...Object.values(ids), late, "54-0000000000"].map((submission) => ({ submission, version: 1 }));
      expect(
        store.acceptClean(province(), [...ask, { submission: ids.clean, version: 2 }]).map((one) => one.result),
      ).toEqual([...["accepted", "not-clean", "not-clean", "not-clean", "not-clean", "not-found"], "version-changed"]);
      expect(refused(() => store.acceptClean(district(), ask))).toBe("forbidden");
      expect(store.current(province(), FORM, "2023-11").filter((one) => one.status === "accepted")).toHaveLength(1);
    },
  ),

  promise(
    "progress, matrix and completeness tell one truth, each within the caller's place",
    ({ store, clock, sends }) => {
      const returned = sends("5540101");
      store.returnToSender(province(), returned, { note: "x", comments: [] });
      sends("5540102", { nil: true });
      store.withdraw(office("6540103"), sends("6540103"));
      clock.now += DAY_MS;
      store.accept(province(), sends("6540301"));
      clock.now += 10 * DAY_MS;
      sends("6540302");
      const progress = store.progress(province(), FORM, "2023-11");
      expect(progress.stands).toEqual({ missing: 3, returned: 1, late: 1, nil: 1, onTime: 1 });
      expect(progress.arrivals).toEqual([
        { date: "2023-11-03", count: 3 },
        { date: "2023-11-04", count: 1 },
        { date: "2023-11-14", count: 1 },
      ]);
      const { total, districts } = store.completeness(province(), FORM, "2023-11");
      expect([progress.offices, progress.stands.missing, progress.stands.returned, progress.stands.late]).toEqual([
        ...[total.offices, total.missing, total.returned, total.late],
      ]);
      expect(progress.districts.map((one) => [one.name, one.offices])).toEqual(
        districts.map((one) => [one.name, one.offices]),
      );

      const page = (query = {}, actor = province()) =>
        store.matrix(actor, { ...NOVEMBER, months: 3, offset: 0, limit: 50, ...query });
      const all = page();
      expect(all.periods).toEqual(["2023-09", "2023-10", "2023-11"]);
      expect(all.rows.map((one) => [one.office, one.cells.map((cell) => cell.stand)])).toEqual([
        ["6540103", [null, "missing", "missing"]],
        ["4540201", [null, "missing", "missing"]],
        ["6540202", [null, "missing", "missing"]],
        ["5540101", [null, "missing", "returned"]],
        ["6540302", [null, "missing", "late"]],
        ["5540102", [null, "missing", "nil"]],
        ["6540301", [null, "missing", "onTime"]],
      ]);
      expect(all.rows[6]!.cells[2]!.accepted).toBe(true);
      expect(page({ offset: 2, limit: 2 }).rows.map((one) => one.office)).toEqual(["6540202", "5540101"]);
      expect(page({ stand: "missing" }).total).toBe(3);
      expect(page({ find: "อบต. ตัวอย่างสาม" }).rows.map((one) => one.office)).toEqual(["6540103"]);
      expect(page({ district: "5403" }, district("5401")).total).toBe(0);
      expect(page({}, district("5403")).rows.map((one) => one.office)).toEqual(["6540302", "6540301"]);
      expect([page({}, province("52")).total, page({}, department).total, page({}, auditor("54")).total]).toEqual([
        0, 7, 7,
      ]);
    },
  ),

  promise("reminding names exactly who owes, and notes that they were told", ({ store, sends }) => {
    sends("5540101");
    store.returnToSender(province(), sends("5540102"), { note: "x", comments: [] });
    store.giveExtension(province(), { ...NOVEMBER, office: "6540103" }, NOW + 9 * DAY_MS, "น้ำท่วม");
    const told = store.remind(district(), { ...NOVEMBER, district: null, channel: "line" });
    expect(told.offices.map((one) => [one.office, one.stand, one.until])).toEqual([
      ["6540103", "missing", "2023-11-12T03:00:00.000Z"],
      ["5540102", "returned", null],
    ]);
    expect(store.auditLines(0, 100).at(-1)).toMatchObject({
      ...{ action: "remind", role: "district", place: "5401" },
      detail: { channel: "line", offices: "6540103 5540102" },
    });
    const rows = store.matrix(province(), { ...NOVEMBER, months: 1, offset: 0, limit: 50 }).rows;
    expect(rows.filter((one) => one.remindedAt !== null).map((one) => one.office)).toEqual(["6540103", "5540102"]);
    expect(store.remind(district("5401"), { ...NOVEMBER, district: "5402", channel: "email" }).offices).toEqual([]);
    expect(store.remind(province(), { ...NOVEMBER, district: "5402", channel: "email" }).offices).toHaveLength(2);
    for (const actor of [office(), department, auditor("54")])
      expect(refused(() => store.remind(actor, { ...NOVEMBER, district: null, channel: "line" }))).toBe("forbidden");
  }),

  promise(
    "every look and every export by somebody else leaves its line; an office sees who looked",
    ({ store, sends }) => {
      const id = sends("5540101");
      const receipt = store.versions(office(), id)[0]!.receipt;
      store.detail(office(), id);
      expect(store.verifyAudit().lines).toBe(2);
      store.detail(district(), id, 1, true);
      store.diff(auditor("54"), id, 1, 1);
      store.exported(province(), FORM, "2023-11", "csv");
      const lines = () => store.auditLines(2, 100).map((one) => [one.action, one.role, one.subject]);
      const told = [
        ["view", "district", receipt],
        ["view.diff", "auditor", id],
        ["export", "province", "childcare-clips 2023-11"],
      ];
      expect(lines()).toEqual(told);
      expect(refused(() => store.detail(district("5402"), id))).toBe("not-found");
      expect(lines()).toEqual(told);

      const mine = store.trail(office(), { mine: true, limit: 50 });
      expect(mine.map((one) => [one.action, one.role, one.place, one.mine])).toEqual([
        ["view.diff", "auditor", "54", false],
        ["view", "district", "5401", false],
        ["submit", "office", "5540101", true],
      ]);
      expect(JSON.stringify(mine)).not.toContain("54-P5401");
      expect(store.trail(office("5540102"), { mine: true, limit: 50 })).toEqual([]);
      expect(store.trail(district(), { mine: true, limit: 50 }).map((one) => one.action)).toEqual(["view"]);
      expect(store.trail(province(), { mine: false, limit: 2 }).map((one) => one.seq)).toEqual([5, 4]);
      expect(store.trail(province(), { mine: false, before: 4, limit: 2 }).map((one) => one.seq)).toEqual([3, 2]);
      for (const actor of [office(), district(), province("52"), auditor("52")])
        expect(refused(() => store.trail(actor, { mine: false, limit: 50 }))).toBe("forbidden");
    },
  ),

  promise(
    "a row that moved is told as moved, a name put right as changed, a row put in moves no other",
    ({ store, sends }) => {
      const id = sends("5540101", { rows: rows("ศพด.บ้านหนองน้ำ", "ศพด.วัดกลาง", "ศพด.ทุ่งนา", "ศพด.ริมคลอง") });
      sends("5540101", { rows: rows("ศพด.ใหม่เอี่ยม", "ศพด.วัดกลาง", "ศพด.ทุ่งนา", "ศพด.ริมคลอง", "ศพด.บ้านหนองน้ำใส") });
      const diff = store.diff(office(), id, 1, 2);
      expect(diff.added.map((one) => one.values.centre)).toEqual(["ศพด.ใหม่เอี่ยม"]);
      expect([diff.removed, diff.moved]).toEqual([[], [{ from: 6, to: 10 }]]);
      expect(diff.changed).toEqual([
        { from: 6, to: 10, fields: [{ field: "centre", from: "ศพด.บ้านหนองน้ำ", to: "ศพด.บ้านหนองน้ำใส" }] },
      ]);
    },
  ),
];

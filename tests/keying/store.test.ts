import { describe, expect, it } from "vitest";
import { refused } from "../province/contract.ts";
import { auditor, department, district, office, province } from "../province/sample.ts";
import { activity, E_REPORT, FORM, INFO, openStage } from "./sample.ts";

type Stage = ReturnType<typeof openStage>;

const NAMES = ["ปลูกป่าชายน้ำ", "เก็บขยะตลาด", "ลอกคลองสายใหญ่", "ทาสีรั้วโรงเรียน"];
const names = ({ store }: Stage, show: "left" | "keyed" | "gone" = "left", actor = district()) =>
  store.keying(actor, { ...E_REPORT, show }).rows.map(({ values }) => values[1]);
const key = (
  { store }: Stage,
  row: { submission: string; version: number },
  at: number,
  actor = district(),
  system = "e-report",
) => store.tickKeyed(actor, { system, submission: row.submission, version: row.version, row: at });

describe("rows to be typed into another system", () => {
  it("come in the order one types, as texts one types, without who reported and their telephone", () => {
    const { store, sends } = openStage();
    sends([
      activity(6, NAMES[0]!, { occasion: "วันแม่", reporter: "นางสาวสมมติ ตัวอย่าง", phone: "0810000000", photos: 0 }),
      activity(7, "ไม่มีกิจกรรม", {}, "nil"),
    ]);
    const found = store.keying(district(), E_REPORT);
    expect(found.columns.slice(0, 6)).toEqual([
      "ประเภทกิจกรรม",
      "ชื่อกิจกรรม",
      "วันที่จัดกิจกรรม",
      "เนื่องในโอกาส",
      "หน่วยงานผู้จัด",
      "ร่วมกับหน่วยงาน",
    ]);
    expect(found.rows.map(({ values }) => values.join("|"))).toEqual([
      "จิตอาสาพัฒนา|ปลูกป่าชายน้ำ|09/11/2566|วันแม่|ทต.ตัวอย่างหนึ่ง||วัดตัวอย่าง|3|ตัวอย่าง|เมืองแพร่|แพร่||40||||||0||",
    ]);
    expect(found.counts).toEqual({ rows: 1, keyed: 0, left: 1, changed: 0, gone: 0, held: 0 });
    const info = store.keying(office(), INFO);
    expect([info.columns[0], info.rows[0]!.values.slice(0, 4)]).toEqual([
      "ชื่อโครงการ/กิจกรรม",
      ["ปลูกป่าชายน้ำ", "จิตอาสาพัฒนา", "วันแม่", "09/11/2566"],
    ]);
    expect(JSON.stringify([found, info])).not.toMatch(/0810000000|นางสาวสมมติ/);
  });

  it("a mark in one system says nothing of the other; what was typed is not offered again", () => {
    const stage = openStage();
    const sent = stage.sends([activity(6, NAMES[0]!), activity(7, NAMES[1]!)]);
    expect(key(stage, sent, 6).already).toBe(false);
    expect([names(stage), names(stage, "keyed")]).toEqual([[NAMES[1]], [NAMES[0]]]);
    expect(stage.store.keying(office(), INFO).counts).toMatchObject({ rows: 2, left: 2, keyed: 0 });
  });

  it("pressed twice, or by two people, it is one mark and one line; the second is told of the first", () => {
    const stage = openStage();
    const sent = stage.sends([activity(6, NAMES[0]!)]);
    const other = { ...district(), person: "54-P-other" };
    const first = key(stage, sent, 6);
    stage.clock.now += 5_000;
    expect([key(stage, sent, 6), key(stage, sent, 6, other)]).toEqual([
      { keyed: first.keyed, already: true },
      { keyed: { ...first.keyed, mine: false }, already: true },
    ]);
    const lines = stage.store.auditLines(0, 100).filter(({ action }) => action === "export.key");
    expect(lines.map(({ person, subject, detail }) => [person, subject, detail])).toEqual([
      [
        "54-P5401",
        sent.receipt,
        { submission: sent.submission, version: 1, row: 6, system: "e-report", office: "5540101" },
      ],
    ]);
    expect(stage.store.verifyAudit().broken).toBeNull();
  });

  it("a mark is taken off as it was seen; a late second press takes off nobody else's", () => {
    const stage = openStage();
    const { submission, version } = stage.sends([activity(6, NAMES[0]!)]);
    const row = { system: "e-report", submission, version, row: 6 };
    const at = key(stage, { submission, version }, 6).keyed!.at;
    const off = () => stage.store.untickKeyed(district(), { ...row, at });
    expect(off()).toEqual({ keyed: null, already: false });
    expect(names(stage)).toEqual([NAMES[0]]);
    stage.clock.now += 1_000;
    const again = stage.store.tickKeyed({ ...district(), person: "54-P-other" }, row).keyed!;
    expect(off()).toEqual({ keyed: { ...again, mine: false }, already: true });
    expect(names(stage)).toEqual([]);
  });

  it("sent again: a moved row stays typed, a changed one comes back with what changed, a dropped one is told", () => {
    const stage = openStage();
    const sent = stage.sends(NAMES.map((name, i) => activity(6 + i, name)));
    for (const row of [6, 7, 8]) key(stage, sent, row);
    const [a, b, , d] = NAMES as [string, string, string, string];
    const again = stage.sends([
      activity(6, "กวาดลานวัด"),
      activity(7, d),
      activity(8, b, { participants: 55, phone: "0810000000" }),
      activity(9, a, { remark: "แก้หมายเหตุเท่านั้น" }),
    ]);
    expect(again.version).toBe(2);
    expect([names(stage), names(stage, "keyed"), names(stage, "gone")]).toEqual([
      ["กวาดลานวัด", d, b],
      [a],
      ["ลอกคลองสายใหญ่"],
    ]);
    const changed = stage.store.keying(district(), E_REPORT).rows.find(({ values }) => values[1] === b)!;
    expect([changed.row, changed.changed, changed.keyed?.version]).toEqual([8, [{ column: 12, from: "40" }], 1]);
    key(stage, again, 8);
    expect(names(stage)).toEqual(["กวาดลานวัด", d]);
    expect(stage.store.keying(district(), E_REPORT).counts).toEqual({
      ...{ rows: 4, keyed: 2, left: 2, changed: 0, gone: 1, held: 0 },
    });
    // A third version, back as it was first: the number typed last is another, so it is offered again.
    stage.sends([activity(6, b), activity(7, a)]);
    expect([names(stage), names(stage, "keyed")]).toEqual([[b], [a]]);
  });

  it("typed while a new version came in: the mark is taken and follows the row", () => {
    const stage = openStage();
    const sent = stage.sends([activity(6, NAMES[0]!), activity(7, NAMES[1]!)]);
    const again = stage.sends([activity(6, NAMES[1]!), activity(7, NAMES[0]!)]);
    expect(key(stage, sent, 6).already).toBe(false);
    expect(names(stage)).toEqual([NAMES[1]]);
    expect(key(stage, again, 7)).toMatchObject({ already: true, keyed: { version: 1, row: 6 } });
  });

  it("two rows alike are two: one typed leaves one", () => {
    const stage = openStage();
    const sent = stage.sends([activity(6, NAMES[0]!), activity(7, NAMES[0]!)]);
    key(stage, sent, 7);
    const row = () => stage.store.keying(district(), E_REPORT).rows.map((one) => one.row);
    expect(row()).toEqual([6]);
    stage.sends([activity(6, "ใหม่ทั้งหมด"), activity(7, NAMES[0]!), activity(8, NAMES[0]!)]);
    expect(names(stage)).toEqual(["ใหม่ทั้งหมด", NAMES[0]]);
  });

  it("what was returned waits, what was withdrawn is told as gone", () => {
    const stage = openStage();
    const sent = stage.sends([activity(6, NAMES[0]!), activity(7, NAMES[1]!)]);
    key(stage, sent, 6);
    stage.store.returnToSender(district(), sent.submission, { note: "โปรดแก้", comments: [] });
    expect(stage.store.keying(district(), E_REPORT)).toMatchObject({ rows: [], counts: { rows: 0, gone: 0, held: 1 } });
    stage.sends([activity(6, NAMES[0]!)]);
    expect([names(stage), names(stage, "keyed")]).toEqual([[], [NAMES[0]]]);
    stage.store.withdraw(office(), sent.submission);
    expect([names(stage), names(stage, "keyed"), names(stage, "gone")]).toEqual([[], [], [NAMES[0]]]);
  });

  it("each sees and marks only what it types itself; a refusal leaves no trace", () => {
    const stage = openStage();
    const { store } = stage;
    const { submission, version } = stage.sends([activity(6, NAMES[0]!)]);
    stage.sends([activity(6, NAMES[1]!)], "4540201");
    const row = { submission, version, row: 6 };
    const before = store.auditLines(0, 100).length;
    const sees = (actor: ReturnType<typeof office>, system: string) => {
      try {
        return store.keying(actor, { ...E_REPORT, system }).rows.length;
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    const people = [
      office(),
      office("5540102"),
      district(),
      district("5402"),
      province(),
      province("52"),
      department,
      auditor(),
    ];
    const seen = people.map((actor) => ["e-report", "info", "moon"].map((system) => sees(actor, system)).join(" "));
    expect(seen).toEqual([
      "forbidden 1 not-found",
      "forbidden 0 not-found",
      "1 forbidden not-found",
      "1 forbidden not-found",
      "2 2 not-found",
      "0 0 not-found",
      "forbidden forbidden not-found",
      "forbidden forbidden not-found",
    ]);
    // Six looks were answered, and an office's own needs no line.
    expect(
      store
        .auditLines(0, 100)
        .slice(before)
        .map(({ action, role }) => `${action} ${role}`),
    ).toEqual([
      ...["view.keying district", "view.keying district"],
      ...["view.keying province", "view.keying province", "view.keying province", "view.keying province"],
    ]);
    const after = store.auditLines(0, 100).length;
    const marks = people.map((actor) =>
      ["e-report", "info"].map((system) => refused(() => store.tickKeyed(actor, { ...row, system }))).join(" "),
    );
    expect(marks).toEqual([
      "forbidden done",
      "not-found not-found",
      "done forbidden",
      "not-found not-found",
      "forbidden forbidden",
      "not-found not-found",
      "forbidden forbidden",
      "forbidden forbidden",
    ]);
    expect(store.auditLines(0, 100).length).toBe(after + 2);
    expect(refused(() => store.tickKeyed(district(), { ...row, row: 99, system: "e-report" }))).toBe("not-found");
    expect(store.auditLines(0, 100).length).toBe(after + 2);
  });

  it("one month or one office alone; the file holds all that is left and leaves its line", () => {
    const stage = openStage();
    stage.sends([activity(6, NAMES[0]!)]);
    stage.sends([activity(6, NAMES[1]!)], "5540102");
    stage.sends([activity(6, NAMES[2]!)], "5540101", "2023-10");
    const of = (query: object) =>
      stage.store.keying(district(), { ...E_REPORT, ...query }).rows.map((one) => one.values[1]);
    expect([of({}), of({ period: "2023-11" }), of({ office: "5540101" }), of({ limit: 1, offset: 1 })]).toEqual([
      [NAMES[2], NAMES[0], NAMES[1]],
      [NAMES[0], NAMES[1]],
      [NAMES[2], NAMES[0]],
      [NAMES[0]],
    ]);
    const { form, system } = E_REPORT;
    expect(stage.store.keyingFile(district(), { form, system, period: "2023-11" }).rows).toHaveLength(2);
    expect(stage.store.auditLines(0, 100).at(-1)).toMatchObject({
      ...{ action: "export", subject: `${FORM} 2023-11`, detail: { as: "keying e-report", rows: 2, office: null } },
    });
  });
});

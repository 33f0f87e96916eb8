import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { openPartition } from "../../worker/people/partition.ts";
import { canonical, sha256 } from "../../worker/province/canonical.ts";
import { openJournal } from "../../worker/province/store.ts";
import { OPERATOR, office, PACK, province, report, row } from "./sample.ts";

const NOW = Date.parse("2023-11-03T03:00:00Z");
const LINES = 9;

/** A province with nine lines of audit, its guards against change taken off: whoever holds the file can do that. */
function unguarded() {
  const sql = nodeSql(":memory:");
  let now = NOW;
  const store = openPartition(sql, () => ++now);
  store.importRoster(OPERATOR, PACK, "sample");
  let id = "";
  for (const n of [1, 2, 3, 4]) {
    const rows = [row(6, `ศพด.ที่ ${n}`)];
    id = store.submit(office(), report({ key: `k${n}`, rows })).receipt.submission;
    if (n < 4) store.returnToSender(province(), id, { note: `ครั้งที่ ${n}`, comments: [] });
  }
  store.accept(province(), id);
  expect(store.verifyChain()).toMatchObject({ lines: LINES, broken: null });
  sql.all("DROP TRIGGER audit_stays");
  sql.all("DROP TRIGGER audit_remains");
  return { sql, store };
}

const COLUMNS = ["at", "person", "role", "place", "action", "subject", "detail", "prev", "hash"] as const;
const line = fc.integer({ min: 1, max: LINES });

/** Every way of tampering with the table; `reseal` makes the line's own hash right again, as somebody who knows how would. */
type Tamper =
  | { how: "edit"; seq: number; column: (typeof COLUMNS)[number]; value: string; reseal: boolean }
  | { how: "delete"; seq: number; count: number }
  | { how: "swap"; a: number; b: number; reseal: boolean }
  | { how: "insert"; seq: number; shift: boolean; reseal: boolean };

const tamper: fc.Arbitrary<Tamper> = fc.oneof(
  fc.record({
    how: fc.constant("edit" as const),
    seq: line,
    column: fc.constantFrom(...COLUMNS),
    value: fc.string({ minLength: 1, maxLength: 8 }),
    reseal: fc.boolean(),
  }),
  fc.record({ how: fc.constant("delete" as const), seq: line, count: fc.integer({ min: 1, max: 3 }) }),
  fc
    .record({ how: fc.constant("swap" as const), a: line, b: line, reseal: fc.boolean() })
    .filter(({ a, b }) => a !== b),
  fc.record({
    how: fc.constant("insert" as const),
    seq: fc.integer({ min: -2, max: LINES + 3 }),
    shift: fc.boolean(),
    reseal: fc.boolean(),
  }),
);

type Sql = ReturnType<typeof nodeSql>;
type Line = Record<string, string | number> & { seq: number };

function read(sql: Sql): Line[] {
  return sql.all<Line>("SELECT * FROM audit ORDER BY seq").map((one) => ({ ...one }));
}

function put(sql: Sql, lines: Line[]): void {
  sql.all("DELETE FROM audit");
  for (const one of lines)
    sql.all(
      `INSERT INTO audit (seq, ${COLUMNS.join(", ")}) VALUES (?, ${COLUMNS.map(() => "?").join(", ")})`,
      ...[one.seq, ...COLUMNS.map((column) => one[column]!)],
    );
}

function sealed({ hash: _, ...entry }: Line): Line {
  return { ...entry, hash: sha256(canonical(entry)) } as Line;
}

function apply(lines: Line[], act: Tamper): Line[] {
  const seal = (one: Line) => ("reseal" in act && act.reseal ? sealed(one) : one);
  if (act.how === "delete") return lines.filter(({ seq }) => seq < act.seq || seq >= act.seq + act.count);
  if (act.how === "edit") {
    const value = act.column === "at" ? act.value.length + NOW + 1000 : act.value;
    return lines.map((one) => (one.seq === act.seq ? seal({ ...one, [act.column]: value }) : one));
  }
  if (act.how === "swap") {
    const [first, second] = [lines[act.a - 1]!, lines[act.b - 1]!];
    return lines.map((one) => {
      if (one === first) return seal({ ...second, seq: act.a });
      return one === second ? seal({ ...first, seq: act.b }) : one;
    });
  }
  const before = lines.find(({ seq }) => seq === act.seq - 1);
  const made = sealed({ ...lines[0]!, seq: act.seq, subject: "made up", prev: before?.hash ?? "" });
  const new_ = act.reseal ? made : { ...made, hash: "0".repeat(64) };
  if (act.shift)
    return [
      ...lines.filter(({ seq }) => seq < act.seq),
      new_,
      ...lines.filter(({ seq }) => seq >= act.seq).map((one) => seal({ ...one, seq: one.seq + 1 })),
    ];
  return [...lines.filter(({ seq }) => seq !== act.seq), new_];
}

describe("the audit", () => {
  const { sql, store } = unguarded();
  const whole = read(sql);

  it("shows every edit, deletion, swap and insertion, also of one who makes the line's own hash right again", () => {
    fc.assert(
      fc.property(tamper, (act) => {
        const changed = apply(whole, act);
        fc.pre(canonical(changed) !== canonical(whole));
        fc.pre(new Set(changed.map(({ hash }) => hash)).size === changed.length);
        put(sql, changed);
        const { broken } = store.verifyChain();
        expect(broken).not.toBeNull();
        expect(store.verifyAudit().broken).toBe(broken!.seq);
      }),
      { seed: 7, numRuns: 250 },
    );
    put(sql, whole);
    expect(store.verifyChain()).toMatchObject({ lines: LINES, broken: null });
  });

  it.each([
    ["a line in the middle is taken out", whole.filter(({ seq }) => seq !== 4), { seq: 4, why: "missing" }],
    ["the last line is cut off", whole.slice(0, -1), { seq: LINES, why: "missing" }],
    ["everything is taken out", [], { seq: 1, why: "missing" }],
    ["a word is changed", whole.map((l) => (l.seq === 3 ? { ...l, place: "52" } : l)), { seq: 3, why: "changed" }],
    ["a line stands before the first", [sealed({ ...whole[0]!, seq: 0 }), ...whole], { seq: 0, why: "stray" }],
    [
      "a line is put behind the last, rightly chained",
      [...whole, sealed({ ...whole[8]!, seq: 10, prev: String(whole[8]!.hash) })],
      { seq: 10, why: "stray" },
    ],
    [
      "the last line is written anew, rightly chained",
      [...whole.slice(0, -1), sealed({ ...whole[8]!, subject: "other" })],
      { seq: LINES, why: "replaced" },
    ],
  ] as [string, Line[], object][])("names the first broken line when %s", (_, lines, broken) => {
    put(sql, lines);
    expect(store.verifyChain().broken).toEqual(broken);
    put(sql, whole);
  });

  it("a line numbered beyond all counting is found too", () => {
    put(sql, whole);
    sql.all(
      `INSERT INTO audit SELECT 9223372036854775807, ${COLUMNS.slice(0, -1).join(", ")}, 'x' FROM audit WHERE seq = 1`,
    );
    expect(store.verifyChain().broken).toEqual({ seq: LINES + 1, why: "stray" });
    sql.all("DELETE FROM audit WHERE hash = 'x'");
  });

  it("knows a hash noted earlier, and misses it when the whole chain was written anew with its mark", () => {
    const noted = String(whole[4]!.hash);
    expect(store.verifyChain(noted).seen).toBe(true);
    let prev = "";
    const anew = whole.map((one) => {
      const made = sealed({ ...one, place: "52", prev });
      prev = String(made.hash);
      return made;
    });
    put(sql, anew);
    const marks = sql.all("SELECT * FROM audit_marks WHERE name = 'head'")[0]!;
    sql.all("UPDATE audit_marks SET hash = ? WHERE name = 'head'", prev);
    expect(store.verifyChain(noted)).toMatchObject({ broken: null, seen: false });
    sql.all("UPDATE audit_marks SET hash = ? WHERE name = 'head'", marks.hash!);
    put(sql, whole);
  });
});

describe("a database from before the marks", () => {
  /** As the program left it before: lines, and no mark. */
  function old() {
    const sql = nodeSql(":memory:");
    const store = openPartition(sql, () => NOW);
    store.importRoster(OPERATOR, PACK, "sample");
    store.submit(office(), report());
    sql.all("DROP TABLE audit_marks");
    for (const table of ["comment_ticks", "extensions", "closings", "reminders"]) sql.all(`DROP TABLE ${table}`);
    for (const index of ["audit_subject", "audit_person"]) sql.all(`DROP INDEX ${index}`);
    sql.all("DROP TRIGGER google_late");
    sql.all("ALTER TABLE versions DROP COLUMN told_late");
    sql.all("ALTER TABLE returns DROP COLUMN undone_at");
    sql.all("DELETE FROM meta WHERE key = 'schema.desk'");
    return sql;
  }

  it("keeps its lines, and its chain goes on behind a marked genesis", () => {
    const sql = old();
    const before = sql.all("SELECT * FROM audit");
    const store = openPartition(sql, () => NOW + 1);
    expect(store.verifyChain()).toMatchObject({ lines: 2, genesis: { lines: 2 }, broken: null });
    store.submit(office(), report({ key: "k2", rows: [row(6, "ศพด.ใหม่")] }));
    expect(store.verifyChain()).toMatchObject({ lines: 3, genesis: { lines: 2 }, broken: null });
    expect(sql.all("SELECT * FROM audit WHERE seq <= 2")).toEqual(before);
    expect(openJournal(sql).read("SELECT name, seq FROM audit_marks ORDER BY name")).toEqual([
      { name: "genesis", seq: 2 },
      { name: "head", seq: 3 },
    ]);
  });

  it("a chain written anew up to the genesis shows, though every link fits", () => {
    const sql = old();
    openPartition(sql, () => NOW);
    sql.all("UPDATE audit_marks SET hash = ? WHERE name = 'genesis'", "0".repeat(64));
    expect(openPartition(sql, () => NOW).verifyChain().broken).toEqual({ seq: 1, why: "replaced" });
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { STORE_PROMISES } from "./contract.ts";
import { OUTBOX_PROMISES } from "./outboxContract.ts";

const dir = mkdtempSync(join(tmpdir(), "ruam-store-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("the store on node:sqlite, on disk", () => {
  it.each([...STORE_PROMISES, ...OUTBOX_PROMISES].map((one, i) => [one.name, one, i] as const))(
    "%s",
    (_, { run }, i) => {
      const sql = nodeSql(join(dir, `${i}.db`));
      try {
        run(sql);
      } finally {
        sql.close();
      }
    },
  );

  it("keeps a commit on the disk before it answers: WAL, synchronous=FULL, foreign keys on", () => {
    const sql = nodeSql(join(dir, "pragmas.db"));
    const [mode, sync, keys] = ["journal_mode", "synchronous", "foreign_keys"].map(
      (name) => sql.all(`PRAGMA ${name}`)[0],
    );
    expect([mode, sync, keys]).toEqual([{ journal_mode: "wal" }, { synchronous: 2 }, { foreign_keys: 1 }]);
    sql.close();
  });

  it("refuses binds that engines would turn into something else, and asynchronous transactions", () => {
    const sql = nodeSql(":memory:");
    for (const bad of [true, undefined, {}, 1n, Number.NaN, new Date(0)])
      expect(() => sql.all("SELECT ?", bad as never)).toThrow(/bad SQL value/);
    expect(() => sql.tx(async () => 1)).toThrow(/synchronous/);
    expect(sql.tx(() => sql.tx(() => 7))).toBe(7);
    sql.close();
  });
});

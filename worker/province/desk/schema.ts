import { migrateSteps } from "../schema.ts";
import type { Sql } from "../sql.ts";

/** The tables of the desk, oldest step first; never edited, only added to. They count their steps apart from the collector's own. */
const STEPS: readonly (readonly string[])[] = [
  [
    // Where the chain was when marking began, and where it ends. A database from before is taken as it stands.
    `CREATE TABLE audit_marks (
      name TEXT PRIMARY KEY CHECK (name IN ('genesis', 'head')), seq INTEGER NOT NULL, hash TEXT NOT NULL, at INTEGER NOT NULL
    ) STRICT`,
    `INSERT INTO audit_marks (name, seq, hash, at)
     SELECT value, coalesce((SELECT max(seq) FROM audit), 0),
            coalesce((SELECT hash FROM audit ORDER BY seq DESC LIMIT 1), ''), unixepoch() * 1000
     FROM json_each('["genesis", "head"]')`,
    "CREATE INDEX audit_subject ON audit (subject)",
    "CREATE INDEX audit_person ON audit (person)",
    // A return taken back stays, but nobody is asked for anything by it any more.
    "ALTER TABLE returns ADD COLUMN undone_at INTEGER",
    // What the sender did about one comment of a return.
    `CREATE TABLE comment_ticks (
      return_id INTEGER NOT NULL REFERENCES returns (id), number INTEGER NOT NULL, at INTEGER NOT NULL,
      role TEXT NOT NULL, place TEXT NOT NULL, answer TEXT NOT NULL,
      PRIMARY KEY (return_id, number)
    ) STRICT`,
    // One office may send until an instant of its own.
    `CREATE TABLE extensions (
      form TEXT NOT NULL, period TEXT NOT NULL, office TEXT NOT NULL, until INTEGER NOT NULL, reason TEXT NOT NULL,
      PRIMARY KEY (form, period, office)
    ) STRICT`,
    // A period that is closed: what was decided in it stands.
    `CREATE TABLE closings (form TEXT NOT NULL, period TEXT NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (form, period)) STRICT`,
    `CREATE TABLE reminders (
      form TEXT NOT NULL, period TEXT NOT NULL, office TEXT NOT NULL, at INTEGER NOT NULL, channel TEXT NOT NULL,
      PRIMARY KEY (form, period, office, at)
    ) STRICT`,
  ],
  [
    // What a receipt said, where a period that was opened again made it otherwise; null: `late` is what it said.
    "ALTER TABLE versions ADD COLUMN told_late INTEGER",
    `CREATE TRIGGER google_late AFTER UPDATE OF late ON versions WHEN EXISTS (SELECT 1 FROM google_sheet) BEGIN
      INSERT INTO google_tabs (form, period) SELECT form, period FROM submissions WHERE id = NEW.submission
      ON CONFLICT (form, period) DO UPDATE SET changed = changed + 1; END`,
  ],
];

/** Brings the desk's part of a database up to date. After the collector's own: it builds on those tables. */
export function migrateDesk(sql: Sql): void {
  migrateSteps(sql, "schema.desk", STEPS);
}

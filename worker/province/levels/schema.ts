import { migrateSteps } from "../schema.ts";
import type { Sql } from "../sql.ts";

/** The tables of the levels, oldest step first; never edited, only added to. They count their steps apart from the others. */
const STEPS: readonly (readonly string[])[] = [
  [
    // A version that left its district: forwarded by it, or taken up by the province. Taken back, the line is gone; the audit tells.
    `CREATE TABLE forwards (
      submission TEXT NOT NULL, version INTEGER NOT NULL, how TEXT NOT NULL CHECK (how IN ('forward', 'take')),
      at INTEGER NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
      PRIMARY KEY (submission, version), FOREIGN KEY (submission, version) REFERENCES versions (submission, version)
    ) STRICT`,
    // Who of a form reports to the province directly, where the province said so: types of office and single offices, as JSON lists.
    "CREATE TABLE direct_reporters (form TEXT PRIMARY KEY, types TEXT NOT NULL, offices TEXT NOT NULL) STRICT",
    // What the province sent up for a period: whole, again after changes. One that was taken back stays, but counts no more.
    `CREATE TABLE sent_up (
      form TEXT NOT NULL, period TEXT NOT NULL, number INTEGER NOT NULL CHECK (number >= 1), at INTEGER NOT NULL,
      person TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL, note TEXT NOT NULL, hash TEXT NOT NULL,
      offices INTEGER NOT NULL, reports INTEGER NOT NULL, totals TEXT NOT NULL, undone_at INTEGER,
      PRIMARY KEY (form, period, number)
    ) STRICT`,
    `CREATE TABLE sent_up_versions (
      form TEXT NOT NULL, period TEXT NOT NULL, number INTEGER NOT NULL, submission TEXT NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (form, period, number, submission),
      FOREIGN KEY (form, period, number) REFERENCES sent_up (form, period, number),
      FOREIGN KEY (submission, version) REFERENCES versions (submission, version)
    ) STRICT`,
    "CREATE INDEX sent_up_of ON sent_up_versions (submission, version)",
    `CREATE TRIGGER sent_up_stays BEFORE UPDATE ON sent_up_versions
     BEGIN SELECT RAISE(ABORT, 'what was sent up is never changed'); END`,
    `CREATE TRIGGER sent_up_remains BEFORE DELETE ON sent_up_versions
     BEGIN SELECT RAISE(ABORT, 'what was sent up is never deleted'); END`,
    // The master tells in whose hands a report is: the copy in Google Sheets follows.
    ...["INSERT", "DELETE"].map(
      (event) => `CREATE TRIGGER google_forward_${event.toLowerCase()} AFTER ${event} ON forwards
        WHEN EXISTS (SELECT 1 FROM google_sheet) BEGIN
        UPDATE google_tabs SET changed = changed + 1 WHERE (form, period) =
          (SELECT form, period FROM submissions WHERE id = ${event === "INSERT" ? "NEW" : "OLD"}.submission); END`,
    ),
    ...["INSERT", "DELETE"].map(
      (event) => `CREATE TRIGGER google_direct_${event.toLowerCase()} AFTER ${event} ON direct_reporters BEGIN
        UPDATE google_tabs SET changed = changed + 1 WHERE form = ${event === "INSERT" ? "NEW" : "OLD"}.form; END`,
    ),
    "CREATE INDEX versions_accepted ON versions (submission, version) WHERE status = 'accepted'",
  ],
];

/** Brings the levels' part of a database up to date. After the collector's own: it builds on those tables. */
export function migrateLevels(sql: Sql): void {
  migrateSteps(sql, "schema.levels", STEPS);
}

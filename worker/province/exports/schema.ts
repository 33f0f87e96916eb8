import { migrateSteps } from "../schema.ts";
import type { Sql } from "../sql.ts";

/** The tables of what is typed into other systems; never edited, only added to. */
const STEPS: readonly (readonly string[])[] = [
  [
    // Somebody typed this row of this version into this system. Later versions find their rows by comparison.
    `CREATE TABLE keyed (
      system TEXT NOT NULL, submission TEXT NOT NULL, version INTEGER NOT NULL, row INTEGER NOT NULL,
      at INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
      PRIMARY KEY (system, submission, version, row),
      FOREIGN KEY (submission, version) REFERENCES versions (submission, version)
    ) STRICT`,
  ],
];

/** Brings this part of a database up to date. After the collector's own: it builds on those tables. */
export function migrateExports(sql: Sql): void {
  migrateSteps(sql, "schema.exports", STEPS);
}

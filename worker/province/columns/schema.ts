import { migrateSteps } from "../schema.ts";
import type { Sql } from "../sql.ts";

const STEPS: readonly (readonly string[])[] = [
  [
    // Which field a heading means in this office's sheets; a null field: none of the form's.
    `CREATE TABLE column_answers (
      office TEXT NOT NULL, form TEXT NOT NULL, key TEXT NOT NULL, field TEXT, at INTEGER NOT NULL,
      person TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
      PRIMARY KEY (office, form, key)
    ) STRICT`,
  ],
];

/** Brings this part of a database up to date. */
export function migrateColumns(sql: Sql): void {
  migrateSteps(sql, "schema.columns", STEPS);
}

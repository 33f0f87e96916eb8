import { getMeta, migrateSteps } from "../schema.ts";
import type { Sql } from "../sql.ts";
import { rebuildCentres } from "./centres.ts";

const KEY = "schema.registry";

/** The tables of the registry, oldest step first; never edited, only added to. */
const STEPS: readonly (readonly string[])[] = [
  [
    // How an office stands from a period (YYYY-MM) on; '' is since ever. The table `offices` holds how they stand this month.
    `CREATE TABLE office_states (
      code TEXT NOT NULL REFERENCES offices (code), from_period TEXT NOT NULL,
      type TEXT NOT NULL, name TEXT NOT NULL, district TEXT NOT NULL,
      listed INTEGER NOT NULL CHECK (listed IN (0, 1)), successor TEXT REFERENCES offices (code),
      PRIMARY KEY (code, from_period)
    ) STRICT`,
    "CREATE INDEX office_successor ON office_states (successor)",
    `INSERT INTO office_states (code, from_period, type, name, district, listed)
     SELECT code, '', type, name, district, active FROM offices`,
    // What one office does not owe, both periods included; without an end until further notice.
    `CREATE TABLE exemptions (
      id INTEGER PRIMARY KEY, office TEXT NOT NULL REFERENCES offices (code), form TEXT NOT NULL,
      from_period TEXT NOT NULL, to_period TEXT, reason TEXT NOT NULL
    ) STRICT`,
    "CREATE INDEX exemptions_of ON exemptions (office, form)",
    // Every change of the registry with how what it touched stood before: enough to take the last one back.
    `CREATE TABLE registry_acts (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, kind TEXT NOT NULL, office TEXT NOT NULL, detail TEXT NOT NULL,
      before TEXT NOT NULL, undone_at INTEGER
    ) STRICT`,
    // A centre in an accepted report. What is known of centres is read off these.
    `CREATE TABLE centre_sightings (
      submission TEXT NOT NULL REFERENCES submissions (id), key TEXT NOT NULL, name TEXT NOT NULL,
      office TEXT NOT NULL, form TEXT NOT NULL, period TEXT NOT NULL,
      PRIMARY KEY (submission, key)
    ) STRICT`,
    "CREATE INDEX centres_of ON centre_sightings (office, key)",
    // The last day (in Thailand) on which a code was used to sign in.
    "CREATE TABLE people_uses (person TEXT PRIMARY KEY REFERENCES people (id), day TEXT NOT NULL) STRICT",
  ],
];

/** Brings the registry's part of a database up to date; the first time, the centres of what was accepted before are noted. */
export function migrateRegistry(sql: Sql): void {
  const fresh = getMeta(sql, KEY) === undefined;
  sql.tx(() => {
    migrateSteps(sql, KEY, STEPS);
    if (fresh) rebuildCentres((query, ...binds) => sql.all(query, ...binds));
  });
}

import { GOOGLE_TABLES } from "./googleTables.ts";
import { INTAKE_SCHEMA } from "./intakeSchema.ts";
import type { Sql } from "./sql.ts";

/**
 * Every change of the schema, oldest first; never edited, only added to. One statement an entry, since both engines run one at a time.
 * What must be unique is unique here, not in a check before the insert.
 */
const MIGRATIONS: readonly (readonly string[])[] = [
  [
    // `place` is the order of the official list; an office that left the list stays, not active, for what it sent.
    `CREATE TABLE offices (
      code TEXT PRIMARY KEY, type TEXT NOT NULL, name TEXT NOT NULL, district TEXT NOT NULL,
      province_code TEXT NOT NULL, province TEXT NOT NULL,
      place INTEGER NOT NULL, active INTEGER NOT NULL CHECK (active IN (0, 1))
    ) STRICT`,
    // What an office reports for a form and a period. Its content stands in the versions.
    `CREATE TABLE submissions (
      id TEXT PRIMARY KEY, form TEXT NOT NULL, period TEXT NOT NULL, office TEXT NOT NULL, current INTEGER NOT NULL,
      UNIQUE (form, period, office)
    ) STRICT`,
    `CREATE TABLE versions (
      submission TEXT NOT NULL REFERENCES submissions (id), version INTEGER NOT NULL CHECK (version >= 1),
      receipt TEXT NOT NULL UNIQUE, form_version INTEGER NOT NULL, content_hash TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('received', 'returned', 'accepted', 'withdrawn')),
      nil INTEGER NOT NULL CHECK (nil IN (0, 1)), late INTEGER NOT NULL CHECK (late IN (0, 1)),
      due TEXT, received_at INTEGER NOT NULL,
      sender TEXT NOT NULL, sender_role TEXT NOT NULL, sender_place TEXT NOT NULL,
      certifier TEXT NOT NULL, client TEXT NOT NULL, sheet TEXT NOT NULL,
      counts TEXT NOT NULL, columns TEXT NOT NULL, findings TEXT NOT NULL, fields TEXT NOT NULL,
      PRIMARY KEY (submission, version)
    ) STRICT`,
    // A sender's key stands for one content for ever.
    `CREATE TABLE keys (
      sender TEXT NOT NULL, key TEXT NOT NULL, content_hash TEXT NOT NULL, submission TEXT NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (sender, key), FOREIGN KEY (submission, version) REFERENCES versions (submission, version)
    ) STRICT`,
    // The raw grid as sent, as JSON text in parts: a Durable Object's row holds 2 MB.
    `CREATE TABLE grids (
      submission TEXT NOT NULL, version INTEGER NOT NULL, part INTEGER NOT NULL, text TEXT NOT NULL,
      PRIMARY KEY (submission, version, part), FOREIGN KEY (submission, version) REFERENCES versions (submission, version)
    ) STRICT`,
    // The checker's answer for each row, as it was when the version came in.
    `CREATE TABLE rows (
      submission TEXT NOT NULL, version INTEGER NOT NULL, row INTEGER NOT NULL, verdict TEXT NOT NULL, status TEXT,
      answer TEXT NOT NULL,
      PRIMARY KEY (submission, version, row), FOREIGN KEY (submission, version) REFERENCES versions (submission, version)
    ) STRICT`,
    `CREATE TABLE returns (
      id INTEGER PRIMARY KEY, submission TEXT NOT NULL, version INTEGER NOT NULL, at INTEGER NOT NULL,
      person TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL, note TEXT NOT NULL, comments TEXT NOT NULL,
      FOREIGN KEY (submission, version) REFERENCES versions (submission, version)
    ) STRICT`,
    "CREATE INDEX returns_of ON returns (submission, version)",
    `CREATE TABLE people (
      id TEXT PRIMARY KEY, role TEXT NOT NULL, place TEXT NOT NULL, name TEXT NOT NULL, code_hash TEXT NOT NULL UNIQUE,
      issued_at INTEGER NOT NULL, revoked_at INTEGER
    ) STRICT`,
    // Each line holds the hash of the one before: a line taken out or changed afterwards shows.
    `CREATE TABLE audit (
      seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
      action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, prev TEXT NOT NULL, hash TEXT NOT NULL UNIQUE
    ) STRICT`,
    `CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit lines are never changed'); END`,
    `CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit lines are never deleted'); END`,
  ],
  [
    // A code that binds one Google account, once. `account` is a hash: Google's own numbers for people are not kept.
    `CREATE TABLE enrolments (
      code_hash TEXT PRIMARY KEY, role TEXT NOT NULL, place TEXT NOT NULL, issued_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL, used_at INTEGER, account TEXT, person TEXT REFERENCES people (id)
    ) STRICT`,
    // In "TH" only: where the person of an account is kept.
    `CREATE TABLE google_accounts (
      account TEXT PRIMARY KEY, kept_in TEXT NOT NULL, person TEXT NOT NULL, bound_at INTEGER NOT NULL
    ) STRICT`,
  ],
  GOOGLE_TABLES,
  INTAKE_SCHEMA,
];

/** Brings a database, new or old, to the schema of this program. Throws when the database is newer than the program. */
export function migrate(sql: Sql): void {
  sql.all("CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT");
  migrateSteps(sql, "schema", MIGRATIONS);
}

/** The same for one part of the schema that counts its steps by itself, under a key of its own in `meta`. */
export function migrateSteps(sql: Sql, key: string, steps: readonly (readonly string[])[]): void {
  const version = () => Number(getMeta(sql, key) ?? 0);
  if (version() === steps.length) return;
  sql.tx(() => {
    const from = version();
    if (from > steps.length) throw new Error(`this database has ${key} ${from}; the program knows ${steps.length}`);
    for (const statements of steps.slice(from)) for (const statement of statements) sql.all(statement);
    setMeta(sql, key, String(steps.length));
  });
}

export function getMeta(sql: Pick<Sql, "all">, key: string): string | undefined {
  return sql.all<{ value: string }>("SELECT value FROM meta WHERE key = ?", key)[0]?.value;
}

export function setMeta(sql: Pick<Sql, "all">, key: string, value: string): void {
  sql.all(
    "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    key,
    value,
  );
}

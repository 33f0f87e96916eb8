import { migrateSteps } from "../province/schema.ts";
import type { Sql } from "../province/sql.ts";

/** The tables of tokens for other systems, oldest step first; never edited, only added to. */
const STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE api_tokens (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, scopes TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
      secret_hash TEXT NOT NULL UNIQUE, made_by TEXT NOT NULL, made_at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
      revoked_at INTEGER
    ) STRICT`,
    // Apart from the token: noting a use is no act of a person.
    "CREATE TABLE token_uses (token TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT",
  ],
];

/** Brings the tokens' part of a database up to date. */
export function migrateTokens(sql: Sql): void {
  migrateSteps(sql, "schema.tokens", STEPS);
}

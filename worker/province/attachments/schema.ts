import { migrateSteps } from "../schema.ts";
import type { Sql } from "../sql.ts";
import { noteEarlierNeeds } from "./asked.ts";

/** The tables of photos and clips, oldest step first; never edited, only added to. The bytes stand beside the database. */
const STEPS: readonly (readonly string[])[] = [
  [
    // `hash` and `bytes` are of the file as sent; `stored_hash` and `stored_bytes` of what is kept, without place and owner.
    `CREATE TABLE attachments (
      id TEXT PRIMARY KEY, submission TEXT NOT NULL REFERENCES submissions (id), target TEXT NOT NULL, label TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('photo', 'clip')), name TEXT NOT NULL, bytes INTEGER NOT NULL, hash TEXT NOT NULL,
      look TEXT, state TEXT NOT NULL CHECK (state IN ('receiving', 'checked', 'refused', 'removed', 'expired')),
      reason TEXT, type TEXT, stored_bytes INTEGER, stored_hash TEXT, seconds REAL, notes TEXT NOT NULL,
      announced_at INTEGER NOT NULL, settled_at INTEGER, ended_at INTEGER,
      person TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL
    ) STRICT`,
    "CREATE UNIQUE INDEX attachments_once ON attachments (submission, target, hash) WHERE state IN ('receiving', 'checked')",
    "CREATE INDEX attachments_of ON attachments (submission)",
    "CREATE INDEX attachments_due ON attachments (state, settled_at, announced_at)",
    "CREATE INDEX attachments_hash ON attachments (stored_hash)",
    // Which blob holds which piece. A blob's name holds the hash of its piece: other bytes never take its place.
    `CREATE TABLE attachment_pieces (
      file TEXT NOT NULL REFERENCES attachments (id), part INTEGER NOT NULL, blob TEXT NOT NULL, bytes INTEGER NOT NULL,
      PRIMARY KEY (file, part)
    ) STRICT`,
    // Blobs nobody needs any more (ending in "/": a whole file's) that are not yet known to be gone.
    "CREATE TABLE attachment_drops (blob TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT",
    `CREATE TABLE attachment_seals (
      submission TEXT NOT NULL REFERENCES submissions (id), number INTEGER NOT NULL, version INTEGER NOT NULL,
      receipt TEXT NOT NULL, hash TEXT NOT NULL, files INTEGER NOT NULL, manifest TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (submission, number)
    ) STRICT`,
    `CREATE TABLE attachment_consents (
      submission TEXT NOT NULL REFERENCES submissions (id), target TEXT NOT NULL, at INTEGER NOT NULL,
      role TEXT NOT NULL, place TEXT NOT NULL, PRIMARY KEY (submission, target)
    ) STRICT`,
    // Openings that were used (each by a mark of its own): the parts of one playing are one view.
    "CREATE TABLE attachment_opens (link TEXT PRIMARY KEY, file TEXT NOT NULL, at INTEGER NOT NULL) STRICT",
  ],
  [
    // What each report asks for in its current version: follows from its form and its rows.
    `CREATE TABLE attachment_needs (
      submission TEXT NOT NULL REFERENCES submissions (id), target TEXT NOT NULL, kind TEXT NOT NULL, count INTEGER NOT NULL,
      PRIMARY KEY (submission, target, kind)
    ) STRICT`,
    "CREATE INDEX attachments_place ON attachments (submission, target, kind, state)",
  ],
];

/** Brings the tables of photos and clips up to date. After the collector's own and the forms': they build on those. */
export function migrateAttachments(sql: Sql): void {
  migrateSteps(sql, "schema.attachments", STEPS);
  noteEarlierNeeds(sql);
}

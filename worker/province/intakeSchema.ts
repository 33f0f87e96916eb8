/** Files that came by mail and wait for somebody of the province. One statement an entry; the step is listed in `schema.ts`. */
export const INTAKE_SCHEMA: readonly string[] = [
  // `hash` is of the content, or of the line's own words where no file came out. `need`: why there is none.
  `CREATE TABLE intake (
    id TEXT PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
    province TEXT NOT NULL, name TEXT NOT NULL, within TEXT NOT NULL, mail TEXT NOT NULL, need TEXT NOT NULL,
    hash TEXT NOT NULL, bytes INTEGER NOT NULL, office TEXT,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'dismissed')), receipt TEXT
  ) STRICT`,
  "CREATE UNIQUE INDEX intake_once ON intake (hash) WHERE state = 'waiting'",
  `CREATE TABLE intake_parts (
    item TEXT NOT NULL REFERENCES intake (id), part INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (item, part)
  ) STRICT`,
];

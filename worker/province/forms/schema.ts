import { migrateSteps } from "../schema.ts";
import type { Sql } from "../sql.ts";

/** The tables of a province's own forms, oldest step first; never edited, only added to. */
const STEPS: readonly (readonly string[])[] = [
  [
    // A draft is changed in place, `revision` counting; what was published never changes. Of each form at most one draft.
    `CREATE TABLE form_versions (
      form TEXT NOT NULL, version INTEGER NOT NULL CHECK (version >= 1),
      state TEXT NOT NULL CHECK (state IN ('draft', 'published')), revision INTEGER NOT NULL, definition TEXT NOT NULL,
      at INTEGER NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL,
      PRIMARY KEY (form, version)
    ) STRICT`,
    "CREATE UNIQUE INDEX form_draft ON form_versions (form) WHERE state = 'draft'",
    `CREATE TRIGGER form_stays BEFORE UPDATE ON form_versions WHEN OLD.state = 'published'
     BEGIN SELECT RAISE(ABORT, 'a published form is never changed'); END`,
    `CREATE TRIGGER form_remains BEFORE DELETE ON form_versions WHEN OLD.state = 'published'
     BEGIN SELECT RAISE(ABORT, 'a published form is never deleted'); END`,
    // From a period on a version holds (one of these, or the program's own); without a version the form is no longer asked for. The later line counts.
    `CREATE TABLE form_terms (
      seq INTEGER PRIMARY KEY, form TEXT NOT NULL, version INTEGER, from_period TEXT NOT NULL,
      at INTEGER NOT NULL, role TEXT NOT NULL, place TEXT NOT NULL
    ) STRICT`,
    // A master has the columns of the form of its period: the province's spreadsheet is written anew.
    `CREATE TRIGGER google_form AFTER INSERT ON form_terms BEGIN
      UPDATE google_tabs SET changed = changed + 1 WHERE form = NEW.form AND period >= NEW.from_period; END`,
  ],
];

/** Brings the part of the forms up to date. After the collector's own: it builds on those tables. */
export function migrateForms(sql: Sql): void {
  migrateSteps(sql, "schema.forms", STEPS);
}

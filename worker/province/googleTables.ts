/**
 * The outbox to the province's Google spreadsheet. Triggers mark what changed in the transaction that changed it, whatever part
 * of the program did: nothing can be written to the store and be forgotten here.
 */
export const GOOGLE_TABLES: readonly string[] = [
  // At most one line: the spreadsheet, and how writing to it goes. `next_at` null: nothing is planned.
  `CREATE TABLE google_sheet (
    one INTEGER PRIMARY KEY CHECK (one = 1), link TEXT NOT NULL, spreadsheet TEXT NOT NULL, title TEXT NOT NULL,
    connected_at INTEGER NOT NULL, next_at INTEGER, attempts INTEGER NOT NULL DEFAULT 0, refusals INTEGER NOT NULL DEFAULT 0,
    written_at INTEGER, trouble TEXT, trouble_at INTEGER
  ) STRICT`,
  // What has to stand in it. `changed` counts changes, `written` is the count that was written last: equal means at rest.
  // `made` counts the tabs made for it, `headings` are those written last, `digest` is what the overviews say of it.
  `CREATE TABLE google_tabs (
    form TEXT NOT NULL, period TEXT NOT NULL, changed INTEGER NOT NULL DEFAULT 1, written INTEGER NOT NULL DEFAULT 0,
    made INTEGER NOT NULL DEFAULT 1, headings TEXT, title TEXT, edited INTEGER NOT NULL DEFAULT 0, digest TEXT,
    PRIMARY KEY (form, period)
  ) STRICT`,
  `CREATE TRIGGER google_version AFTER INSERT ON versions WHEN EXISTS (SELECT 1 FROM google_sheet) BEGIN
    INSERT INTO google_tabs (form, period) SELECT form, period FROM submissions WHERE id = NEW.submission
    ON CONFLICT (form, period) DO UPDATE SET changed = changed + 1; END`,
  `CREATE TRIGGER google_status AFTER UPDATE OF status ON versions WHEN EXISTS (SELECT 1 FROM google_sheet) BEGIN
    INSERT INTO google_tabs (form, period) SELECT form, period FROM submissions WHERE id = NEW.submission
    ON CONFLICT (form, period) DO UPDATE SET changed = changed + 1; END`,
  // The roster's version changes with its content; one statement then, not one for each office.
  `CREATE TRIGGER google_roster AFTER UPDATE ON meta WHEN NEW.key = 'roster.version' AND NEW.value <> OLD.value BEGIN
    UPDATE google_tabs SET changed = changed + 1; END`,
];

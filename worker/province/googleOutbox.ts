import { LASTING_TROUBLES, type Trouble } from "./googleLink.ts";
import type { Journal } from "./journal.ts";

/** One tab that the spreadsheet has to have. `form` is a form's id, or "summary" or "missing" with an empty period. */
export interface OutboxTab {
  form: string;
  period: string;
  /** Changes so far; handed back when this state has been written. */
  changed: number;
  /** The count that was written last. */
  written: number;
  /** How often a tab was made for it: a new one after a person changed the former. */
  made: number;
  /** Headings as written last; null when nothing was. */
  headings: string[] | null;
  edited: boolean;
  /** What the overviews say of it, as made when it was last read; opaque here. */
  digest: string | null;
}

export interface OutboxWork {
  /** Names this connection: what is reported for another one is ignored. */
  link: string;
  spreadsheet: string;
  /** Failures in a row; of those, how often Google called a request wrong. */
  attempts: number;
  refusals: number;
  tabs: OutboxTab[];
}

/** What became of a tab in one request. */
export interface TabReport {
  form: string;
  period: string;
  /** The count whose state was dealt with. */
  written: number;
  /** The tab was left alone, because a person changed its headings. */
  edited: boolean;
  headings: string[] | null;
  title: string | null;
  digest: string | null;
}

const OPEN = "changed > written";

/**
 * When the outbox has to be written next, in milliseconds; null when nothing is to be done. Changes that come within `gatherMs`
 * of the first are written together.
 */
export function googleDue(journal: Journal, gatherMs: number): number | null {
  const sheet = journal.read<{ next_at: number | null; trouble: string | null }>(
    `SELECT next_at, trouble FROM google_sheet WHERE EXISTS (SELECT 1 FROM google_tabs WHERE ${OPEN})`,
  )[0];
  if (sheet === undefined || LASTING_TROUBLES.some((one) => one === sheet.trouble)) return null;
  if (sheet.next_at !== null) return sheet.next_at;
  return journal.keepBooks((run, at) => {
    run("UPDATE google_sheet SET next_at = ?", at + gatherMs);
    return at + gatherMs;
  });
}

/** What is connected and what has to stand there; null when nothing is connected. */
export function googleWork(journal: Journal): OutboxWork | null {
  const sheet = journal.read<Omit<OutboxWork, "tabs">>(
    "SELECT link, spreadsheet, attempts, refusals FROM google_sheet",
  )[0];
  if (sheet === undefined) return null;
  const tabs = journal
    .read<Omit<OutboxTab, "headings" | "edited"> & { headings: string | null; edited: number }>(
      "SELECT form, period, changed, written, made, headings, edited, digest FROM google_tabs ORDER BY period DESC, form",
    )
    .map((tab) => ({
      ...tab,
      headings: tab.headings === null ? null : (JSON.parse(tab.headings) as string[]),
      edited: tab.edited === 1,
    }));
  return { ...sheet, tabs };
}

/**
 * Notes what stands in the sheet now. A change that came meanwhile counts further than what was written, so it stays to be
 * written. `whole`: this was all there was to write; else the overviews, which speak of every tab, are still owed.
 */
export function googleWritten(journal: Journal, link: string, reports: readonly TabReport[], whole: boolean): void {
  journal.keepBooks((run, at) => {
    if (run("SELECT 1 FROM google_sheet WHERE link = ?", link).length === 0) return;
    for (const { form, period, written, edited, headings, title, digest } of reports)
      run(
        `UPDATE google_tabs SET written = ?, edited = ?, headings = ?, title = ?, digest = ? WHERE form = ? AND period = ?`,
        ...[written, Number(edited), headings && JSON.stringify(headings), title, digest, form, period],
      );
    if (!whole) run("UPDATE google_tabs SET written = 0 WHERE period = ''");
    run("UPDATE google_sheet SET written_at = ?, attempts = 0, refusals = 0, trouble = NULL, trouble_at = NULL", at);
    if (whole) run("UPDATE google_sheet SET next_at = NULL");
  });
}

/** Notes that writing did not go through, why, and when to try again; null: not before a person has done something. */
export function googleFailed(journal: Journal, link: string, trouble: Trouble, nextAt: number | null): void {
  journal.keepBooks((run, at) => {
    run(
      `UPDATE google_sheet SET attempts = attempts + 1, refusals = refusals + ?, trouble = ?, trouble_at = ?, next_at = ?
       WHERE link = ?`,
      ...[Number(trouble === "changed"), trouble, at, nextAt, link],
    );
  });
}

/** Puts writing off without a failure: others have used up what may be asked of Google in this minute. */
export function googlePutOff(journal: Journal, link: string, nextAt: number): void {
  journal.keepBooks((run) => {
    run("UPDATE google_sheet SET next_at = ? WHERE link = ?", nextAt, link);
  });
}

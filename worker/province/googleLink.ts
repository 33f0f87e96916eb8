import type { Actor } from "./actor.ts";
import type { Journal, Run } from "./journal.ts";
import { randomText } from "./random.ts";
import { Refusal } from "./refusal.ts";
import { readRoster } from "./roster.ts";

/** The two tabs that speak of all forms and periods; they stand in the outbox under these names and no period. */
export const OVERVIEW_TABS = ["summary", "missing"] as const;

/** Why nothing more is written until a person has done something. */
export const LASTING_TROUBLES = [
  "no-permission",
  "not-found",
  "not-a-sheet",
  "storage",
  "full",
  "protected",
  "key",
  "api-off",
  "refused",
] as const;
export type LastingTrouble = (typeof LASTING_TROUBLES)[number];
/** Passes by itself: too many requests, Google out of order or out of reach, tabs changed by a person that very moment. */
export type PassingTrouble = "busy" | "unreachable" | "changed";
export type Trouble = LastingTrouble | PassingTrouble;

export interface GoogleTab {
  form: string;
  period: string;
  title: string | null;
}

/** How the province's spreadsheet stands, as its page shows it. Times ISO 8601. */
export interface GoogleState {
  spreadsheet: string | null;
  title: string | null;
  connectedAt: string | null;
  lastWrittenAt: string | null;
  /** Tabs with changes that are not in the sheet yet. */
  waiting: number;
  trouble: { code: Trouble; lasting: boolean; at: string } | null;
  /** Tabs whose headings a person changed: left alone until a new one is asked for. */
  edited: GoogleTab[];
}

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Throws `forbidden` for anyone but the province itself and the operator. */
export function requireOwn(journal: Journal, actor: Actor): void {
  const own = actor.role === "province" && actor.place === readRoster(journal, null)?.pack.code;
  if (actor.role !== "operator" && !own) throw new Refusal("forbidden");
}

interface SheetLine {
  spreadsheet: string;
  title: string;
  connected_at: number;
  written_at: number | null;
  trouble: Trouble | null;
  trouble_at: number | null;
}

/** The state of the outbox. Throws `forbidden`. */
export function googleState(journal: Journal, actor: Actor): GoogleState {
  requireOwn(journal, actor);
  const sheet = journal.read<SheetLine>("SELECT * FROM google_sheet")[0];
  const tabs = journal.read<GoogleTab & { edited: number; open: number }>(
    "SELECT form, period, title, edited, changed > written AS open FROM google_tabs ORDER BY period DESC, form",
  );
  const lasting = LASTING_TROUBLES.some((one) => one === sheet?.trouble);
  return {
    spreadsheet: sheet?.spreadsheet ?? null,
    title: sheet?.title ?? null,
    connectedAt: iso(sheet?.connected_at ?? null),
    lastWrittenAt: iso(sheet?.written_at ?? null),
    waiting: tabs.filter((tab) => tab.open === 1).length,
    trouble: sheet?.trouble == null ? null : { code: sheet.trouble, lasting, at: iso(sheet.trouble_at)! },
    edited: tabs.filter((tab) => tab.edited === 1).map(({ form, period, title }) => ({ form, period, title })),
  };
}

/**
 * Connects a spreadsheet that the worker was seen to be able to write, or the same one anew after a lasting trouble; everything
 * is written again. Another spreadsheet takes the place of the one before, which stays as it is. Throws `forbidden`.
 */
export function connectGoogle(journal: Journal, actor: Actor, spreadsheet: string, title: string): void {
  requireOwn(journal, actor);
  journal.write(actor, (run, at) => {
    const before = run<{ spreadsheet: string }>("SELECT spreadsheet FROM google_sheet")[0];
    if (before?.spreadsheet !== spreadsheet) run("DELETE FROM google_tabs");
    run("DELETE FROM google_sheet");
    run(
      "INSERT INTO google_sheet (one, link, spreadsheet, title, connected_at) VALUES (1, ?, ?, ?, ?)",
      ...[randomText(10), spreadsheet, title, at],
    );
    fillTabs(run);
    return [
      undefined,
      { action: "google.connect", subject: spreadsheet, detail: { before: before?.spreadsheet ?? null } },
    ];
  });
}

function fillTabs(run: Run): void {
  run("UPDATE google_tabs SET changed = changed + 1, edited = 0");
  run(
    `INSERT INTO google_tabs (form, period) SELECT DISTINCT form, period FROM submissions WHERE 1
     ON CONFLICT (form, period) DO NOTHING`,
  );
  for (const tab of OVERVIEW_TABS)
    run("INSERT INTO google_tabs (form, period) VALUES (?, '') ON CONFLICT (form, period) DO NOTHING", tab);
}

/** Writes no more to the spreadsheet, which stays as it is. Nothing connected: nothing done. Throws `forbidden`. */
export function disconnectGoogle(journal: Journal, actor: Actor): void {
  requireOwn(journal, actor);
  journal.write(actor, (run) => {
    const before = run<{ spreadsheet: string }>("SELECT spreadsheet FROM google_sheet")[0];
    if (before === undefined) return [undefined, null];
    run("DELETE FROM google_sheet");
    run("DELETE FROM google_tabs");
    return [undefined, { action: "google.disconnect", subject: before.spreadsheet }];
  });
}

/** Leaves a tab with changed headings to the people who changed it and has a new one made. Throws `forbidden`, `not-found`. */
export function newGoogleTab(journal: Journal, actor: Actor, form: string, period: string): void {
  requireOwn(journal, actor);
  journal.write(actor, (run) => {
    const tab = run<{ made: number }>(
      "SELECT made FROM google_tabs WHERE form = ? AND period = ? AND edited = 1",
      ...[form, period],
    )[0];
    if (tab === undefined) throw new Refusal("not-found");
    run(
      `UPDATE google_tabs SET edited = 0, headings = NULL, title = NULL, made = made + 1, changed = changed + 1
       WHERE form = ? AND period = ?`,
      ...[form, period],
    );
    return [undefined, { action: "google.newTab", subject: `${form} ${period}`, detail: { made: tab.made + 1 } }];
  });
}

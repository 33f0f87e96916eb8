import type { ProvincePack } from "../../shared/offices/pack.ts";
import type { ColumnAnswers } from "../../shared/sheet/columnKeys.ts";
import type { Actor } from "./actor.ts";
import { attachmentsOf } from "./attachments/index.ts";
import { migrateAttachments } from "./attachments/schema.ts";
import { answerColumns, columnAnswers, forgetColumns, type OfficeForm } from "./columns/index.ts";
import { migrateColumns } from "./columns/schema.ts";
import { deskOf } from "./desk/index.ts";
import { migrateDesk } from "./desk/schema.ts";
import { glanced, viewLine, watched } from "./desk/watch.ts";
import { diff } from "./diff.ts";
import { exportsOf } from "./exports/index.ts";
import { migrateExports } from "./exports/schema.ts";
import { formsOf } from "./forms/index.ts";
import { migrateForms } from "./forms/schema.ts";
import { connectGoogle, disconnectGoogle, googleState, newGoogleTab, type Trouble } from "./googleLink.ts";
import { googleDue, googleFailed, googlePutOff, googleWork, googleWritten, type TabReport } from "./googleOutbox.ts";
import { changeHoliday, type HolidayChange, holidayChanges } from "./holidays.ts";
import {
  type Arrival,
  arrivalFile,
  closeArrival,
  keepArrival,
  letMailGo,
  mailGoesByItself,
  reportStanding,
  waitingArrivals,
} from "./intake.ts";
import { auditLines, Journal, verifyAudit } from "./journal.ts";
import { levelsOf } from "./levels/index.ts";
import { migrateLevels } from "./levels/schema.ts";
import { type MasterRow, masterRows, type VersionRef } from "./masterRows.ts";
import { completeness, current, todo } from "./overview.ts";
import { detail, type ListQuery, list, versions } from "./read.ts";
import { importRoster } from "./registry/import.ts";
import { registryOf } from "./registry/index.ts";
import { migrateRegistry } from "./registry/schema.ts";
import { accept, type ReturnNote, returnToSender, withdraw } from "./review.ts";
import { type RosterOf, readOffices, readRoster } from "./roster.ts";
import { migrate } from "./schema.ts";
import type { Sql } from "./sql.ts";
import { recallKey, type Submitted, submit } from "./submit.ts";

export type { MasterRow, VersionRef };

/** One province's collector. Synchronous; whoever calls says who is asking, and sees and touches only what is in reach. */
export type Province = ReturnType<typeof provinceOf>;

/** What a list was asked about, in few words: the same question again is the same look. */
function listSubject({ form, period, office }: ListQuery): string {
  return [form ?? "every form", period ?? "every period", ...(office === undefined ? [] : [office])].join(" ");
}

/** Opens the journal of a database, bringing its schema up to date. */
export function openJournal(sql: Sql, now: () => number = Date.now): Journal {
  migrate(sql);
  migrateDesk(sql);
  migrateExports(sql);
  migrateColumns(sql);
  migrateForms(sql);
  migrateAttachments(sql);
  migrateRegistry(sql);
  migrateLevels(sql);
  return new Journal(sql, now);
}

export function provinceOf(journal: Journal, now: () => number = Date.now) {
  return {
    importRoster: (actor: Actor, pack: ProvincePack, source: string, seen?: Parameters<typeof importRoster>[4]) =>
      importRoster(journal, actor, pack, source, seen),
    /** Public: the official list of offices. Null when the caller's version is the newest. */
    roster: (known: string | null) => readRoster(journal, known, now()),
    /** With a form and a period: as they stood then, `active` where they owed it. */
    offices: (actor: Actor, of?: RosterOf) => readOffices(journal, actor, of),
    /** What this province changed in the holiday table. */
    holidayChanges: () => holidayChanges(journal),
    changeHoliday: (actor: Actor, change: HolidayChange) => changeHoliday(journal, actor, change),
    recallKey: (actor: Actor, key: string, contentHash: string) => recallKey(journal, actor, key, contentHash),
    submit: (actor: Actor, sent: Submitted) => submit(journal, actor, sent),
    list: (actor: Actor, query: ListQuery) =>
      glanced(
        journal,
        actor,
        () => list(journal, actor, query),
        () => ({ action: "look.list", subject: listSubject(query) }),
      ),
    versions: (actor: Actor, id: string) =>
      glanced(
        journal,
        actor,
        () => versions(journal, actor, id),
        () => ({ action: "look.versions", subject: id }),
      ),
    detail: (actor: Actor, id: string, version?: number, withGrid?: boolean) =>
      watched(journal, actor, () => detail(journal, actor, id, version, withGrid), viewLine),
    diff: (actor: Actor, id: string, from: number, to: number) =>
      watched(
        journal,
        actor,
        () => diff(journal, actor, id, from, to),
        () => ({ action: "view.diff", subject: id, detail: { from, to } }),
      ),
    returnToSender: (actor: Actor, id: string, note: ReturnNote, version?: number, seen?: number) =>
      returnToSender(journal, actor, id, note, version, seen),
    accept: (actor: Actor, id: string, version?: number, seen?: number) => accept(journal, actor, id, version, seen),
    withdraw: (actor: Actor, id: string, version?: number, seen?: number) =>
      withdraw(journal, actor, id, version, seen),
    completeness: (actor: Actor, form: string, period: string) => completeness(journal, actor, form, period),
    todo: (actor: Actor, office: string) => todo(journal, actor, office, now()),
    current: (actor: Actor, form: string, period: string) => current(journal, actor, form, period),
    masterRows: (actor: Actor, refs: readonly VersionRef[]) => masterRows(journal, actor, refs),
    googleState: (actor: Actor) => googleState(journal, actor),
    connectGoogle: (actor: Actor, spreadsheet: string, title: string) =>
      connectGoogle(journal, actor, spreadsheet, title),
    disconnectGoogle: (actor: Actor) => disconnectGoogle(journal, actor),
    newGoogleTab: (actor: Actor, form: string, period: string) => newGoogleTab(journal, actor, form, period),
    /** The outbox's own calls, for the host that runs it; none of them is open to a request. */
    googleDue: (gatherMs: number) => googleDue(journal, gatherMs),
    googleWork: () => googleWork(journal),
    googleWritten: (link: string, reports: readonly TabReport[], whole: boolean) =>
      googleWritten(journal, link, reports, whole),
    googleFailed: (link: string, trouble: Trouble, nextAt: number | null) =>
      googleFailed(journal, link, trouble, nextAt),
    googlePutOff: (link: string, nextAt: number) => googlePutOff(journal, link, nextAt),
    keepArrival: (actor: Actor, file: Arrival) => keepArrival(journal, actor, file),
    waitingArrivals: (actor: Actor, after: string | undefined, limit: number) =>
      waitingArrivals(journal, actor, after, limit),
    arrivalFile: (actor: Actor, id: string) => arrivalFile(journal, actor, id),
    closeArrival: (actor: Actor, id: string, receipt: string | null) => closeArrival(journal, actor, id, receipt),
    mailGoesByItself: () => mailGoesByItself(journal),
    letMailGo: (actor: Actor, on: boolean) => letMailGo(journal, actor, on),
    reportStanding: (actor: Actor, form: string, period: string | null, office: string) =>
      reportStanding(journal, actor, form, period, office),
    columnAnswers: (actor: Actor, which: OfficeForm) => columnAnswers(journal, actor, which),
    answerColumns: (actor: Actor, which: OfficeForm, answers: ColumnAnswers) =>
      answerColumns(journal, actor, which, answers),
    forgetColumns: (actor: Actor, which: OfficeForm) => forgetColumns(journal, actor, which),
    auditLines: (after?: number, limit?: number) => auditLines(journal, after, limit),
    verifyAudit: () => verifyAudit(journal),
    ...deskOf(journal, now),
    ...exportsOf(journal),
    ...formsOf(journal, now),
    ...attachmentsOf(journal, now),
    ...registryOf(journal, now),
    ...levelsOf(journal),
  };
}

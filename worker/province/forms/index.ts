import type { Start } from "../../../shared/calendar/startPeriod.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import type { Actor } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { acceptedSheets } from "./accepted.ts";
import { readBook } from "./book.ts";
import { formDefinition, formList, formPage } from "./list.ts";
import { discardDraft, draftOf, publish, retire, saveDraft } from "./versions.ts";

/** A province's forms: drafted, published, ended. */
export function formsOf(journal: Journal, now: () => number) {
  return {
    /** Public: what was published. Null when the caller's version is the newest. */
    formBook: (known: number | null) => readBook(journal, known),
    formList: (actor: Actor) => formList(journal, actor, now()),
    formPage: (actor: Actor, form: string) => formPage(journal, actor, form, now()),
    formDefinition: (actor: Actor, form: string, version: number) => formDefinition(journal, actor, form, version),
    formDraft: (actor: Actor, form: string) => draftOf(journal, actor, form),
    saveFormDraft: (actor: Actor, definition: FormDefinition, seen: number | null) =>
      saveDraft(journal, actor, definition, seen),
    discardFormDraft: (actor: Actor, form: string, seen: number) => discardDraft(journal, actor, form, seen),
    publishForm: (actor: Actor, what: { form: string; version: number; revision: number | null; start: Start }) =>
      publish(journal, actor, what),
    retireForm: (actor: Actor, form: string, start: Start) => retire(journal, actor, form, start),
    acceptedSheets: (actor: Actor, which: { form: string; version: number; after: string | null; limit: number }) =>
      acceptedSheets(journal, actor, which),
  };
}

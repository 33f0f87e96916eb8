import type { FormDefinition } from "../../../../shared/forms/index.ts";
import type { Workbook } from "../../../../shared/sheet/grid.ts";
import type { OwnForm } from "../../../../shared/wire/forms.ts";
import { byId, make } from "../dom.ts";
import { Editing } from "./editing.ts";
import { fieldsCard } from "./fields.ts";
import { nameCard } from "./naming.ts";
import { onSheet, type Seen } from "./onSheet.ts";
import { type Here, link, told, words } from "./page.ts";
import { savingCard } from "./saving.ts";
import { timeCard } from "./timing.ts";
import { tryCard } from "./tryOn.ts";

export interface ToEdit {
  form: FormDefinition;
  revision: number | null;
  /** Null for a form nobody has saved yet. */
  page: OwnForm | null;
  /** What a new form was read from. */
  seen?: Seen;
  examples?: readonly Workbook[];
}

/** Opens a form to be changed in plain words, tried, saved as a draft and published. */
export function openEditor(here: Here, { form, revision, page, seen, examples = [] }: ToEdit): void {
  told(null);
  const editing = new Editing(form, revision, seen !== undefined);
  byId("body").replaceChildren(
    link(words.back, {}),
    ...(seen === undefined ? [] : [onSheet(seen)]),
    nameCard(editing, page === null),
    fieldsCard(editing, seen?.proposal.points ?? []),
    timeCard(editing, here),
    tryCard(editing, here, examples),
    savingCard(editing, here, page),
  );
  const first = byId("body").querySelector("h2")!;
  first.setAttribute("tabindex", "-1");
  first.focus();
}

/** A labelled input with a place for what is wrong with it. */
export function labelled(id: string, label: string, input: HTMLElement, about: HTMLElement | null = null): HTMLElement {
  const notes = [about === null ? null : `${id}-about`, `${id}-problem`].filter((one) => one !== null);
  input.id = id;
  input.setAttribute("aria-describedby", notes.join(" "));
  if (about !== null) about.id = `${id}-about`;
  const problem = make("p", { class: "notice bad", id: `${id}-problem`, role: "alert", hidden: true });
  return make("div", { class: "labelled" }, make("label", { for: id }, label), input, about, problem);
}

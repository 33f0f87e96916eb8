import { sentencesOf } from "../../../../shared/designer/index.ts";
import type { FormDefinition } from "../../../../shared/forms/index.ts";
import type { DraftWire, OwnForm } from "../../../../shared/wire/forms.ts";
import { get } from "../api.ts";
import { byId, make } from "../dom.ts";
import { monthText, timeText } from "../time.ts";
import { datesOf } from "./dates.ts";
import { openEditor } from "./editor.ts";
import { comingText, sourceText, stateTag } from "./list.ts";
import { button, card, fill, type Here, link, table, words } from "./page.ts";
import { askEnd, askPublish } from "./publish.ts";

/** One form: what holds, what is to come, what each column takes, when it is due, its versions; and the way to change it. */
export async function drawDetail(here: Here, id: string): Promise<void> {
  const at = `/provinces/${here.province}/forms/${id}`;
  const page = await get<OwnForm>(at);
  const shown = page.version ?? page.versions.at(-1)!.version;
  const [definition, draft] = await Promise.all([
    get<FormDefinition>(`${at}/versions/${shown}`),
    page.draft === null ? null : get<DraftWire>(`${at}/draft`),
  ]);
  if (page.state === "draft" && draft !== null) {
    openEditor(here, { form: draft.definition, revision: draft.revision, page });
    return;
  }
  const change = button(draft === null ? words.change : words.goOnDraft, "primary", () =>
    openEditor(here, { form: draft?.definition ?? definition, revision: draft?.revision ?? null, page }),
  );
  const end = page.version === null ? null : button(words.end, "second", () => askEnd(here, page));
  byId("body").replaceChildren(
    link(words.back, {}),
    factsCard(page, definition, make("div", { class: "actions" }, change, end)),
    card("dates", words.datesTitle, datesOf(definition, here)),
    fieldsCard(definition),
    versionsCard(here, page),
  );
}

function factsCard(page: OwnForm, form: FormDefinition, actions: HTMLElement): HTMLElement {
  const from = page.from === null ? words.always : monthText(page.from);
  const holds = page.version === null ? "–" : `${page.version} · ${words.colFrom} ${from}`;
  const facts: [string, Node | string][] = [
    [words.colState, stateTag(page)],
    [words.colVersion, make("span", {}, holds, ...page.coming.map(comingText))],
    [words.colBy, sourceText(page)],
    [words.reference, page.reference],
    ["", page.owed ? words.owed : words.notOwed],
  ];
  const list = make(
    "dl",
    { class: "facts" },
    ...facts.flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]),
  );
  return card("facts", form.title[0] ?? form.id, list, actions);
}

function fieldsCard(form: FormDefinition): HTMLElement {
  const sentences = sentencesOf(form).fields;
  const lines = form.fields.map(({ id, label, group }) => [
    make("strong", {}, group === undefined ? label : `${group}: ${label}`),
    sentences[id] ?? "",
  ]);
  const notes =
    form.notes.length === 0
      ? null
      : make("div", {}, make("h3", {}, words.notesTitle), ...form.notes.map((note) => make("p", {}, note)));
  const heads = [words.colColumn, words.fieldsTitle];
  return card("fields", words.fieldsTitle, table(words.fieldsTitle, heads, lines), notes);
}

/** Every version stays readable; one of before can be put in force again. */
function versionsCard(here: Here, page: OwnForm): HTMLElement {
  const lines = [...page.versions].reverse().map(({ version, state, at, by, official }) => {
    const text =
      state === "draft"
        ? fill(words.versionDraft, { version })
        : at === null
          ? `${fill(words.versionLine, { version, time: words.always })}`
          : fill(words.versionLine, { version, time: timeText(at) });
    const again =
      state === "draft" || version === page.version
        ? null
        : button(fill(words.publishAgain, { version }), "quiet", () => askPublish(here, page, version, null));
    return make("li", {}, text, " · ", sourceText({ by, official }), " ", again);
  });
  return card("versions", words.versionsTitle, make("ul", { class: "plain" }, ...lines));
}

import type { DraftWire, DryRun, OwnForm } from "../../../../shared/wire/forms.ts";
import { DESIGN_NEXT, designProblemText } from "../../../../shared/words/designer.ts";
import { get, post, sendJson } from "../api.ts";
import { make, show } from "../dom.ts";
import { monthText } from "../time.ts";
import type { Editing } from "./editing.ts";
import { ask, button, card, fill, type Here, hint, language, table, told, words } from "./page.ts";
import { askPublish } from "./publish.ts";

/** What still keeps the form from being used; saving, trying on the last period, publishing. */
export function savingCard(editing: Editing, here: Here, page: OwnForm | null): HTMLElement {
  let about = page;
  const pathOf = () => `/provinces/${here.province}/forms/${editing.form.id}`;
  const problems = make("div", { role: "status" });
  const result = make("div", { class: "dry", role: "status" });
  const save = button(words.saveDraft, "primary", async () => {
    const body = { definition: editing.form, revision: editing.revision };
    const draft = await sendJson<DraftWire>("PUT", `${pathOf()}/draft`, body);
    about = await get<OwnForm>(pathOf());
    editing.saved(draft.definition, draft.revision);
    remember(draft.form);
    told(fill(words.saved, { version: draft.version }));
  });
  const dry = button(words.dryRun, "second", async () => {
    result.replaceChildren(...(await dryRun(`${pathOf()}/dry-run`, editing.form.version)));
  });
  const publish = button(words.publish, "primary", () => {
    if (about !== null) askPublish(here, about, editing.form.version, editing.revision);
  });
  const discard = button(words.discard, "quiet", () => {
    const { version } = editing.form;
    const run = async () => {
      await post(`${pathOf()}/discard`, { revision: editing.revision });
      location.search = `?lang=${language}`;
    };
    ask(words.discard, fill(words.discardAsk, { version }), [{ label: words.yes, run }]);
  });
  const unsaved = make("p", { class: "notice warn" }, words.unsaved);
  const draw = () => {
    const wrong = editing.problems;
    problems.replaceChildren(...(wrong.length === 0 ? [] : problemList(wrong)));
    show(unsaved, editing.changed);
    save.disabled = wrong.length > 0 || (!editing.changed && editing.revision !== null);
    const ready = editing.revision !== null && !editing.changed;
    for (const one of [dry, publish, discard]) show(one, ready);
    if (!ready) result.replaceChildren();
  };
  editing.onChange(draw);
  draw();
  const actions = make("div", { class: "actions" }, save, dry, publish, discard);
  return card("saving", words.dryTitle, hint(words.dryIntro), problems, unsaved, actions, result);
}

function problemList(wrong: Editing["problems"]): HTMLElement[] {
  return [
    make("p", { class: "notice bad" }, `${fill(words.problems, { count: wrong.length })} ${DESIGN_NEXT[language]}`),
    make("ul", {}, ...wrong.map((one) => make("li", {}, designProblemText(one, language)))),
  ];
}

/** The address names the draft from now on: opened again, it is this form. */
function remember(form: string): void {
  const address = new URL(location.href);
  address.searchParams.delete("new");
  address.searchParams.set("form", form);
  history.replaceState(null, "", address);
}

/** Goes through all accepted sheets, some at a time, and tells what would newly be refused. */
async function dryRun(path: string, version: number): Promise<HTMLElement[]> {
  const offices: DryRun["offices"] = [];
  let sheets = 0;
  let period: string | null = null;
  let after: string | null = null;
  do {
    const part: DryRun = await post<DryRun>(path, { version, after });
    offices.push(...part.offices);
    sheets += part.sheets;
    period = part.period;
    after = part.next;
  } while (after !== null);
  if (period === null) return [make("p", { class: "notice" }, words.dryNever)];
  const about = { period: monthText(period), sheets, offices: offices.length };
  if (offices.length === 0) return [make("p", { class: "notice good" }, fill(words.dryClean, about))];
  const lines = offices.map(({ name, district, count, findings }) => {
    const told = findings
      .slice(0, 3)
      .map(({ cell, row, message }) =>
        make("span", { class: "block" }, `${cell ?? (row === null ? "" : `${words.colRow} ${row}`)} ${message}`.trim()),
      );
    const more = count > told.length ? hint(fill(words.dryMore, { count: count - told.length })) : null;
    return [`${name} ${district}`, String(count), make("div", {}, ...told, more)];
  });
  return [
    make("p", { class: "notice warn" }, fill(words.dryFound, about)),
    table(words.dryTitle, [words.colOffice, words.colPlaces, words.colWhy], lines),
  ];
}

import type { DesignProblem, Edit } from "../../../../shared/designer/index.ts";
import { designProblemText } from "../../../../shared/words/designer.ts";
import { byId, make, say } from "../dom.ts";
import type { Editing } from "./editing.ts";
import { labelled } from "./editor.ts";
import { card, hint, language, words } from "./page.ts";

/** Puts what is wrong beside an input; null: nothing. */
export function problemAt(id: string, problem: DesignProblem | null): void {
  byId(id).setAttribute("aria-invalid", String(problem !== null));
  say(byId(`${id}-problem`), problem === null ? null : designProblemText(problem, language));
}

function linesOf(input: HTMLTextAreaElement): string[] {
  return input.value
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Title, letter, notes; the short name while the form is new. */
export function nameCard(editing: Editing, isNew: boolean): HTMLElement {
  const { form } = editing;
  const change = (id: string, edit: Edit) => problemAt(id, editing.edit(edit));
  const area = (
    id: string,
    label: string,
    value: readonly string[],
    about: string | null,
    edit: (lines: string[]) => Edit,
  ) => {
    const input = make("textarea", { rows: Math.max(2, value.length) }, value.join("\n")) as HTMLTextAreaElement;
    input.addEventListener("change", () => change(id, edit(linesOf(input))));
    return labelled(id, label, input, about === null ? null : hint(about));
  };
  const text = (id: string, label: string, value: string, about: string | null, edit: (value: string) => Edit) => {
    const input = make("input", { type: "text", value, maxlength: 200, spellcheck: "false" }) as HTMLInputElement;
    input.addEventListener("change", () => change(id, edit(input.value.trim())));
    return labelled(id, label, input, about === null ? null : hint(about));
  };
  const official = make("input", { type: "checkbox", id: "official", checked: form.official }) as HTMLInputElement;
  official.addEventListener("change", () => void editing.edit({ do: "identity", official: official.checked }));
  return card(
    "naming",
    words.nameTitle,
    area("title-lines", words.titleLines, form.title, words.titleHint, (title) => ({ do: "identity", title })),
    isNew ? text("short-name", words.shortName, form.id, words.shortNameHint, (id) => ({ do: "identity", id })) : null,
    text("reference", words.reference, form.source.reference, null, (reference) => ({
      do: "source",
      source: { ...editing.form.source, reference },
    })),
    make("label", { class: "check" }, official, ` ${words.officialCheck}`),
    hint(words.notOfficialNote),
    area("notes", words.notes, form.notes, null, (notes) => ({ do: "notes", notes })),
  );
}

import { type Point, sentencesOf, UNDERSTOOD } from "../../../../shared/designer/index.ts";
import { byId, make } from "../dom.ts";
import type { Editing } from "./editing.ts";
import { labelled } from "./editor.ts";
import { problemAt } from "./naming.ts";
import { pointLine } from "./onSheet.ts";
import { button, card, fill, hint, told, words } from "./page.ts";

/** Every column with its sentence, to be changed by typing; and the words that are understood. */
export function fieldsCard(editing: Editing, points: readonly Point[]): HTMLElement {
  const list = make("ol", { class: "columns" });
  const draw = () => list.replaceChildren(...editing.form.fields.map((_, i) => fieldItem(editing, i, points, draw)));
  draw();
  const help = make(
    "details",
    {},
    make("summary", {}, words.sentenceHint),
    make("ul", {}, ...UNDERSTOOD.map((one) => make("li", {}, one))),
  );
  return card("columns", words.editTitle, hint(words.editIntro), help, list);
}

function fieldItem(editing: Editing, place: number, points: readonly Point[], redraw: () => void): HTMLElement {
  const field = editing.form.fields[place]!;
  const id = `sentence-${place}`;
  const label = field.group === undefined ? field.label : `${field.group}: ${field.label}`;
  const input = make("input", { type: "text", value: sentencesOf(editing.form).fields[field.id], lang: "th" });
  input.addEventListener("change", () => {
    // A change of kind may give the column another id: it is known by its place.
    const now = editing.form.fields[place]!;
    const text = (input as HTMLInputElement).value;
    const problem = editing.edit({ do: "sentence", field: now.id, text });
    problemAt(id, problem);
    if (problem === null)
      (input as HTMLInputElement).value = sentencesOf(editing.form).fields[editing.form.fields[place]!.id]!;
  });
  const reasons = points.filter((point) => point.field === field.id);
  const about =
    reasons.length === 0
      ? null
      : make("div", { class: "reasons" }, ...reasons.map((point) => make("p", {}, pointLine(point))));
  const drop = button(words.drop, "quiet", () => {
    editing.edit({ do: "drop", field: editing.form.fields[place]!.id });
    redraw();
    told(fill(words.dropped, { label }));
    byId("columns-title").setAttribute("tabindex", "-1");
    byId("columns-title").focus();
  });
  drop.setAttribute("aria-label", `${words.drop}: ${label}`);
  return make("li", {}, labelled(id, fill(words.sentenceOf, { label }), input, about), drop);
}

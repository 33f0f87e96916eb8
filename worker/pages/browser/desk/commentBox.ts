import type { Session } from "../api.ts";
import { make, show } from "../dom.ts";
import { keepDraft, readDraft } from "../drafts.ts";
import { bounded } from "./limit.ts";
import { cellName } from "./picks.ts";
import { pressing, sayGood } from "./state.ts";
import type { ReturnState, Work } from "./types.ts";
import { desk, unsent } from "./words.ts";

/** As much as the collector takes of one answer. */
const ANSWER_CHARS = 2000;

interface About {
  item: Work["items"][number];
  mayTick: boolean;
  /** The return's id, and the comment's place in it. */
  returned: number;
  number: number;
  session: Session;
}

/** One comment that came back: its tick and its answer. An answer that was typed and not saved stays, also after a reload. */
export function commentBox(
  comment: ReturnState["comments"][number],
  { item, mayTick, returned, number, session }: About,
  save: (answer: string | null) => Promise<void>,
): HTMLElement {
  const key = `${returned}-${number}`;
  const about = `answer.${item.submission}.${key}`;
  const name = cellName(item.form, comment.row, comment.field);
  const tick = make("input", { type: "checkbox", id: `tick-${key}`, disabled: !mayTick }) as HTMLInputElement;
  const answer = make("textarea", { id: `answer-${key}`, rows: 2, disabled: !mayTick }) as HTMLTextAreaElement;
  const note = make("p", { class: "notice", role: "status", hidden: true });
  const unsaved = make("p", { class: "hint", hidden: true }, unsent.notSaved);
  let stored = comment.done?.answer ?? "";
  tick.checked = comment.done !== null;
  answer.value = readDraft<string>(session.person, about) ?? stored;
  const typed = () => {
    const open = answer.value.trim() !== stored;
    show(unsaved, open);
    keepDraft(session.person, about, open ? answer.value : null);
  };
  show(unsaved, answer.value.trim() !== stored);
  answer.addEventListener("input", typed);
  const limit = bounded(answer, ANSWER_CHARS);
  const send = async (text: string | null) => {
    await save(text);
    stored = text ?? "";
    typed();
  };
  const keep = make(
    "button",
    { type: "button", class: "second", "aria-label": `${desk.saveAnswer}: ${name}` },
    desk.saveAnswer,
  ) as HTMLButtonElement;
  keep.addEventListener("click", () => {
    void pressing(keep, note, async () => {
      await send(answer.value.trim());
      tick.checked = true;
      sayGood(note, desk.saved);
    });
  });
  tick.addEventListener("change", () => {
    const wanted = tick.checked;
    void pressing(keep, note, async () => {
      // Until the collector has it, the box shows what it has.
      tick.checked = !wanted;
      await send(wanted ? answer.value.trim() : null);
      tick.checked = wanted;
    });
  });
  const hidden = make("span", { class: "unseen" }, ` ${name}`);
  const answered =
    comment.done === null || comment.done.answer === "" ? [] : [make("p", { class: "said" }, comment.done.answer)];
  return make(
    "li",
    { class: "comment" },
    make("p", {}, make("strong", {}, name), " ", make("span", { class: "said" }, comment.text)),
    make("p", { class: "tick" }, tick, make("label", { for: tick.id }, desk.tick, hidden.cloneNode(true))),
    ...(mayTick ? [make("label", { for: answer.id }, desk.answer, hidden), answer, limit, unsaved, keep] : answered),
    note,
  );
}

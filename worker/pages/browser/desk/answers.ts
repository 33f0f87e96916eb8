import { make } from "../dom.ts";
import { whoText } from "../placeName.ts";
import { timeText } from "../time.ts";
import { cellName } from "./picks.ts";
import type { ReturnState } from "./types.ts";
import { desk, fill } from "./words.ts";

/** A return as the reviewer reads it: each comment with what was answered. */
export function answersOf(returned: ReturnState, { form }: { form: string }): HTMLElement {
  const items = returned.comments.map(({ row, field, text, done }) => {
    const answer =
      done === null
        ? desk.notAnswered
        : done.answer === ""
          ? desk.answeredBare
          : fill(desk.answered, { answer: done.answer });
    const mark = make("span", { class: `tag said ${done === null ? "late" : "accepted"}` }, answer);
    return make(
      "li",
      {},
      make("strong", {}, cellName(form, row, field)),
      " ",
      make("span", { class: "said" }, text),
      " ",
      mark,
    );
  });
  return make(
    "div",
    { class: "came-back" },
    make("p", { class: "hint" }, `${desk.factVersion} ${returned.version} · ${returnedBy(returned)}`),
    returned.note === "" ? null : make("p", { class: "said" }, returned.note),
    make("ul", { class: "plain" }, ...items),
  );
}

export function returnedBy({ by, at }: ReturnState): string {
  return fill(desk.returnedBy, { by: whoText(by), time: timeText(at) });
}

import { pressing, sayBad } from "../desk/state.ts";
import { make } from "../dom.ts";
import { registry } from "./words.ts";

/** Says what will happen and waits for a yes; nothing is done before it. The keyboard goes to the question. */
export function askSure(place: HTMLElement, sentence: string, run: () => Promise<void>): void {
  const note = make("p", { class: "notice", role: "status", hidden: true });
  const yes = make("button", { type: "button", class: "primary" }, registry.confirm) as HTMLButtonElement;
  const no = make(
    "button",
    { type: "button", class: "second", onclick: () => place.replaceChildren() },
    registry.cancel,
  );
  yes.addEventListener("click", () => void pressing(yes, note, run));
  const text = make("p", { tabindex: -1, role: "alert" }, sentence);
  place.replaceChildren(make("div", { class: "sure" }, text, make("div", { class: "row" }, yes, no), note));
  text.focus();
}

/** Says that something is missing, at the same place. */
export function askMore(place: HTMLElement, sentence: string): void {
  const note = make("p", { class: "notice", role: "alert" });
  place.replaceChildren(note);
  sayBad(note, sentence);
}

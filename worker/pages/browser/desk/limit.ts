import { make } from "../dom.ts";
import { fill, unsent } from "./words.ts";

/** From which part of the bound on it is said how much is left. */
const NEAR = 0.9;

type Box = HTMLInputElement | HTMLTextAreaElement;

/** A number as people read it: 2,000. */
const number = (value: number) => value.toLocaleString("en");

/** How much too long a text is, as a sentence; null: it fits. */
export function overlong(text: string, most: number): string | null {
  const over = text.trim().length - most;
  return over > 0 ? fill(unsent.tooLong, { over: number(over), most: number(most) }) : null;
}

/** Says near the bound how much is left, and beyond it how much is too much. Nothing that is typed or pasted is cut off. */
export function bounded(box: Box, most: number): HTMLElement {
  const hint = make("p", { class: "hint", id: `${box.id}-limit`, hidden: true });
  box.setAttribute("aria-describedby", hint.id);
  const look = () => {
    const left = most - box.value.trim().length;
    hint.hidden = left > most * (1 - NEAR);
    hint.classList.toggle("over", left < 0);
    hint.textContent = overlong(box.value, most) ?? fill(unsent.left, { left: number(left), most: number(most) });
    if (left < 0) box.setAttribute("aria-invalid", "true");
    else box.removeAttribute("aria-invalid");
  };
  look();
  box.addEventListener("input", look);
  return hint;
}

/** Bounds every box that the page names a bound for. */
export function boundAll(): void {
  for (const box of document.querySelectorAll<Box>("[data-limit]")) box.after(bounded(box, Number(box.dataset.limit)));
}

import type { Holidays } from "../../../../shared/calendar/holidays.ts";
import type { Registry } from "../../../../shared/offices/registry.ts";
import { FORMS_WORDS } from "../../../../shared/words/forms.ts";
import { Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { language } from "../words.ts";

export { fill, language } from "../words.ts";

export const words = FORMS_WORDS[language];

/** What every part of the page works with. */
export interface Here {
  province: string;
  registry: Registry;
  holidays: Holidays;
}

/** A card with its heading. */
export function card(id: string, title: string, ...children: (Node | null)[]): HTMLElement {
  const heading = make("h2", { id: `${id}-title` }, title);
  return make("section", { class: "card wide", id, "aria-labelledby": `${id}-title` }, heading, ...children);
}

export function hint(text: string): HTMLElement {
  return make("p", { class: "hint" }, text);
}

export function link(text: string, query: Record<string, string>, kind = ""): HTMLElement {
  return make("a", { href: `?${new URLSearchParams({ ...query, lang: language })}`, class: kind }, text);
}

/** A table; in a narrow window each row is a list of its cells, named by their columns. It can be reached and moved by the keyboard. */
export function table(label: string, heads: string[], lines: (Node | string)[][]): HTMLElement {
  const head = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  const rows = lines.map((line) =>
    make("tr", {}, ...line.map((cell, i) => make("td", { "data-label": heads[i] }, cell))),
  );
  const drawn = make("table", { class: "stacked" }, make("thead", {}, head), make("tbody", {}, ...rows));
  return make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": label }, drawn);
}

export function button(text: string, kind: "primary" | "second" | "quiet", press: () => unknown): HTMLButtonElement {
  const made = make("button", { type: "button", class: kind }, text) as HTMLButtonElement;
  made.addEventListener("click", () => void pressing(made, press));
  return made;
}

/** Runs what a press starts; there is no second press meanwhile, and what went wrong is told above. */
export async function pressing(pressed: HTMLButtonElement, run: () => unknown): Promise<void> {
  if (pressed.disabled) return;
  pressed.disabled = true;
  try {
    await run();
  } catch (error) {
    trouble(error);
  } finally {
    pressed.disabled = false;
  }
}

/** What went wrong, above everything; a fault of ours is thrown on. */
export function trouble(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
  say(byId("trouble-text"), error.message);
  show(byId("trouble"), true);
}

export function well(): void {
  show(byId("trouble"), false);
}

export function told(sentence: string | null): void {
  well();
  say(byId("told"), sentence);
}

/** Asks before something that others will notice; each answer is a button. Escape and the last button mean no. */
export function ask(title: string, text: string, answers: { label: string; run(): Promise<void> }[]): void {
  const dialog = byId<HTMLDialogElement>("ask");
  say(byId("ask-title"), title);
  say(byId("ask-text"), text);
  say(byId("ask-error"), null);
  const buttons = answers.map(({ label, run }, i) => {
    const made = make("button", { type: "button", class: i === 0 ? "primary" : "second" }, label) as HTMLButtonElement;
    made.addEventListener("click", async () => {
      if (made.disabled) return;
      for (const one of buttons) one.disabled = true;
      try {
        await run();
        dialog.close();
      } catch (error) {
        if (!(error instanceof Trouble)) throw error;
        say(byId("ask-error"), error.message);
      } finally {
        for (const one of buttons) one.disabled = false;
      }
    });
    return made;
  });
  const no = make("button", { type: "button", class: "second", onclick: () => dialog.close() }, words.cancel);
  byId("ask-actions").replaceChildren(...buttons, no);
  dialog.showModal();
}

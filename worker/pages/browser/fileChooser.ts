import { make } from "./dom.ts";
import { words } from "./words.ts";

export interface Choosing {
  id: string;
  /** What the button says. */
  label: string;
  /** Said after it to those who do not see the page. */
  about?: string;
  accept: string;
  multiple?: boolean;
}

/**
 * A button in our words that opens the browser's file chooser: the browser's own says "Choose File" in a language of its own. The
 * input is out of sight and in reach. `told`: what was chosen stands beside it.
 */
export function fileChooser({ id, label, about, accept, multiple = false }: Choosing, told = true) {
  const described = told ? { "aria-describedby": `${id}-chosen` } : {};
  const input = make("input", { id, class: "unseen-input", type: "file", accept, multiple, ...described });
  const button = make(
    "label",
    { class: "file second", for: id },
    label,
    about === undefined ? null : make("span", { class: "unseen" }, ` ${about}`),
  );
  const chosen = told ? make("span", { class: "chosen", id: `${id}-chosen` }, words.noFile) : null;
  const box = make("p", { class: "chooser" }, button, input, chosen);
  if (chosen !== null) tellChosen(input as HTMLInputElement, chosen);
  return { box, input: input as HTMLInputElement };
}

/** Keeps what was chosen written beside a chooser. */
export function tellChosen(input: HTMLInputElement, chosen: HTMLElement): void {
  input.addEventListener("change", () => {
    const names = [...(input.files ?? [])].map(({ name }) => name);
    chosen.textContent = names.length === 0 ? words.noFile : names.join(", ");
  });
}

import { Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { desk, unsent } from "./words.ts";

/** Says that something is being fetched, unless the place already shows something. */
export function loading(place: HTMLElement): void {
  if (place.childElementCount > 0) place.setAttribute("aria-busy", "true");
  else place.replaceChildren(make("p", { class: "loading", role: "status" }, desk.loading));
}

export function filled(place: HTMLElement, ...children: Node[]): void {
  place.removeAttribute("aria-busy");
  place.replaceChildren(...children);
}

export function empty(place: HTMLElement, sentence: string, good = false): void {
  filled(place, make("p", { class: good ? "notice good" : "notice" }, sentence));
}

/** What went wrong, above everything; what was on the page stays. A fault of ours is thrown on. */
export function trouble(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
  say(byId("offline-text"), error.status === 0 ? desk.offline : error.message);
  show(byId("offline"), true);
  for (const place of document.querySelectorAll(".loading")) place.remove();
  for (const place of document.querySelectorAll("[aria-busy]")) place.removeAttribute("aria-busy");
}

export function wellAgain(): void {
  show(byId("offline"), false);
}

/** Whoever is typing when the page is drawn anew goes on typing where they were. */
export async function keepingFocus(draw: () => Promise<void>): Promise<void> {
  const at = document.activeElement;
  const typing = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement;
  const selection = typing ? ([at.selectionStart, at.selectionEnd] as const) : null;
  await draw();
  const again = at === null || at.id === "" ? null : document.getElementById(at.id);
  if (again === null || again === document.activeElement || document.activeElement !== document.body) return;
  again.focus({ preventScroll: true });
  if (selection !== null && selection[0] !== null)
    (again as HTMLInputElement | HTMLTextAreaElement).setSelectionRange(...selection);
}

/** Something was done. */
export function told(sentence: string | null): void {
  say(byId("told"), sentence);
}

/** Runs what a button starts: no second press meanwhile, and the reason beside it when it does not work. */
export async function pressing(
  button: HTMLButtonElement,
  note: HTMLElement | null,
  run: () => Promise<void>,
): Promise<void> {
  button.disabled = true;
  if (note !== null) say(note, null);
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Trouble) || note === null) trouble(error);
    else sayBad(note, error.message);
    if (error instanceof Trouble && error.problem.code === "version-changed") note?.append(" ", newer());
  } finally {
    button.disabled = false;
  }
}

/** The way to the version that came in meanwhile. */
function newer(): HTMLElement {
  const open = () => byId("retry").click();
  return make("button", { type: "button", class: "second", onclick: open }, unsent.openNewer);
}

export function sayBad(note: HTMLElement, sentence: string): void {
  note.classList.add("bad");
  say(note, sentence);
}

export function sayGood(note: HTMLElement, sentence: string): void {
  note.classList.remove("bad");
  say(note, sentence);
}

export interface Paging {
  offset: number;
  limit: number;
  total: number;
  go(offset: number): void;
}

/** Before and after, and where one is. Nothing for what fits one page. */
export function pager(
  { offset, limit, total, go }: Paging,
  template: string,
  fill: (t: string, s: Record<string, string | number>) => string,
): HTMLElement | null {
  if (total <= limit) return null;
  const button = (label: string, to: number, possible: boolean) =>
    make("button", { type: "button", class: "second", disabled: !possible, onclick: () => go(to) }, label);
  return make(
    "div",
    { class: "pager" },
    button(desk.previous, Math.max(0, offset - limit), offset > 0),
    make("p", { role: "status" }, fill(template, { from: offset + 1, to: Math.min(total, offset + limit), total })),
    button(desk.next, offset + limit, offset + limit < total),
  );
}

import { GOOGLE_PAGE_WORDS } from "../../../shared/words/googlePage.ts";
import { get, sendJson, Trouble } from "./api.ts";
import { byId, make } from "./dom.ts";
import { timeText } from "./time.ts";
import type { GoogleCard, View } from "./types.ts";
import { fill, language, words as pageWords } from "./words.ts";

const words = GOOGLE_PAGE_WORDS[language];
/** While something waits to be written the card looks again by itself. */
const LOOK_AGAIN_MS = 10_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Shows how the province's Google spreadsheet stands, and lets the province connect one. */
export async function drawGoogle(view: View): Promise<void> {
  clearTimeout(timer);
  try {
    show(view, await get<GoogleCard>(path(view)));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    byId("google-body").replaceChildren(make("p", { class: "notice bad", role: "alert" }, error.message));
  }
}

/** The card of somebody who left asks nothing more. */
export function leaveGoogle(): void {
  clearTimeout(timer);
  byId("google-body").replaceChildren();
}

const path = (view: View) => `/provinces/${view.province}/google`;

function show(view: View, card: GoogleCard): void {
  clearTimeout(timer);
  const parts =
    card.account === null ? absent() : card.spreadsheet === null ? connectForm(view, card) : state(view, card);
  byId("google-body").replaceChildren(make("div", { class: "result" }, ...parts));
  if (card.waiting > 0 && card.trouble?.lasting !== true)
    timer = setTimeout(() => void (document.hidden ? show(view, card) : drawGoogle(view)), LOOK_AGAIN_MS);
}

function absent(): Node[] {
  return [make("p", { class: "notice" }, words.absent), make("p", { class: "hint" }, words.absentOperator)];
}

function connectForm(view: View, { account }: GoogleCard): Node[] {
  const input = make("input", {
    ...{ id: "google-address", type: "text", required: true, autocomplete: "off", spellcheck: "false" },
    ...{ inputmode: "url", "aria-describedby": "google-hint" },
  }) as HTMLInputElement;
  const button = make("button", { type: "submit", class: "second" }, words.connect) as HTMLButtonElement;
  const form = make(
    "form",
    { id: "google-form" },
    make("label", { for: "google-address" }, words.address),
    input,
    make("p", { class: "hint", id: "google-hint" }, words.addressHint),
    button,
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void act(view, button, words.connecting, () => sendJson("PUT", path(view), { spreadsheet: input.value }));
  });
  const share = make("li", {}, `${words.stepShare} `, make("code", { id: "google-account" }, account));
  return [make("ol", {}, make("li", {}, words.stepMake), share, make("li", {}, words.stepPaste)), form];
}

function state(view: View, card: GoogleCard): Node[] {
  const { title, url, lastWrittenAt, waiting, trouble, edited } = card;
  const link = make("a", { href: url!, target: "_blank", rel: "noopener noreferrer" }, title || words.untitled);
  const written =
    lastWrittenAt === null ? words.neverWritten : fill(words.writtenAt, { time: timeText(lastWrittenAt) });
  const parts: Node[] = [make("p", {}, `${words.connectedTo} `, link, ` · ${written}`)];
  if (trouble !== null) parts.push(make("p", { class: trouble.lasting ? "notice bad" : "notice" }, trouble.message));
  if (waiting > 0) parts.push(make("p", { class: "hint" }, fill(words.waiting, { count: waiting })));
  else if (edited.length === 0) parts.push(make("p", { class: "notice good" }, words.current));
  for (const tab of edited) parts.push(editedTab(view, tab));
  const actions: Node[] = [];
  if (trouble?.lasting)
    actions.push(
      doing(view, words.again, "second", () => sendJson("PUT", path(view), { spreadsheet: card.spreadsheet! })),
    );
  actions.push(doing(view, words.disconnect, "quiet", () => sendJson("DELETE", path(view))));
  parts.push(make("p", {}, ...actions));
  return parts;
}

function editedTab(view: View, { form, period, title }: GoogleCard["edited"][number]): Node {
  return make(
    "div",
    { class: "notice bad" },
    make("strong", {}, fill(words.edited, { title: title ?? words.summaryTab })),
    ` ${words.editedWhy} `,
    doing(view, words.newTab, "second", () => sendJson("POST", `${path(view)}/tabs`, { form, period })),
  );
}

function doing(view: View, label: string, kind: string, run: () => Promise<GoogleCard>): HTMLElement {
  const button = make("button", { type: "button", class: kind }, label) as HTMLButtonElement;
  button.addEventListener("click", () => void act(view, button, pageWords.loading, run));
  return button;
}

/** Does it and shows the card anew; a refusal stands below, and what was typed stays. */
async function act(view: View, button: HTMLButtonElement, busy: string, run: () => Promise<GoogleCard>): Promise<void> {
  const label = button.textContent!;
  byId("google-body").querySelector("#google-refusal")?.remove();
  button.disabled = true;
  button.textContent = busy;
  try {
    show(view, await run());
    byId("google-title").focus();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const refusal = make("p", { class: "notice bad", role: "alert", id: "google-refusal" }, error.message);
    byId("google-body").firstElementChild!.append(refusal);
  } finally {
    button.disabled = false;
    button.textContent = label;
  }
}

import { html } from "hono/html";
import { type Language, PAGE_WORDS } from "../../shared/words/pages.ts";

/** The chooser of `browser/fileChooser.ts`, where it stands in the page from the beginning. */
export function fileChooser(lang: Language, id: string, label: string, accept: string) {
  return html`<p class="chooser"><label class="file second" for="${id}">${label}</label><input id="${id}" class="unseen-input" type="file" accept="${accept}" aria-describedby="${id}-chosen"><span class="chosen" id="${id}-chosen">${PAGE_WORDS[lang].noFile}</span></p>`;
}

import { Hono } from "hono";
import { html } from "hono/html";
import { FORMS_WORDS } from "../../shared/words/forms.ts";
import type { Language } from "../../shared/words/pages.ts";
import { framed, servePage, signInCard } from "./frame.ts";

/** The page of a province's forms at `/forms`: the list, one form, a new one from an official file. */
export function formPages(): Hono {
  const app = new Hono();
  servePage(app, "/forms", formsPage);
  return app;
}

function formsPage(lang: Language) {
  const words = FORMS_WORDS[lang];
  const main = html`  ${signInCard(lang)}
  <div id="work" class="forms" hidden>
    <h1 id="place" tabindex="-1">${words.title}</h1>
    <div id="trouble" class="notice bad" role="alert" hidden><p id="trouble-text"></p><button type="button" class="second" id="retry">${words.retry}</button></div>
    <p class="notice good" id="told" role="status" hidden></p>
    <div id="body" class="forms"></div>
  </div>
  <dialog id="ask" aria-labelledby="ask-title">
    <h2 id="ask-title"></h2>
    <p id="ask-text"></p>
    <p class="notice bad" id="ask-error" role="alert" hidden></p>
    <div class="actions" id="ask-actions"></div>
  </dialog>`;
  return framed({ lang, title: words.title, styles: ["forms.css"], script: "forms.js", signedIn: true, main });
}

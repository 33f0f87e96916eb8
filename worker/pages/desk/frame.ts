import { Hono } from "hono";
import { html } from "hono/html";
import { DESK_WORDS } from "../../../shared/words/desk.ts";
import { type Language, PAGE_WORDS } from "../../../shared/words/pages.ts";
import { framed, servePage, signInCard } from "../frame.ts";
import { type Body, completenessBody, queueBody, sheetBody, workBody } from "./bodies.ts";

type Name = "completeness" | "queue" | "sheet" | "work";

const PAGES: Record<string, { name: Name; body: Body }> = {
  "/desk": { name: "completeness", body: completenessBody },
  "/desk/queue": { name: "queue", body: queueBody },
  "/desk/sheet": { name: "sheet", body: sheetBody },
  "/my": { name: "work", body: workBody },
};

/** The pages of the desk. Every label is in place; what belongs to a person is fetched with their token once they are in. */
export function deskPages(): Hono {
  const app = new Hono();
  for (const [path, { name, body }] of Object.entries(PAGES))
    servePage(app, path, (lang) => deskPage(name, body, lang));
  return app;
}

function deskPage(name: Name, body: Body, lang: Language) {
  const words = PAGE_WORDS[lang];
  const desk = DESK_WORDS[lang];
  const main = html`  ${signInCard(lang)}
  <div id="work" class="desk" hidden>
    <h1 id="place">${desk.titles[name]}</h1>
    <div id="offline" class="notice bad" role="alert" hidden><p id="offline-text"></p><button type="button" class="second" id="retry">${desk.retry}</button></div>
    <p class="notice" id="told" role="status" hidden></p>
    ${body(desk, words)}
  </div>`;
  return framed({
    lang,
    title: desk.titles[name],
    styles: ["desk.css"],
    script: "desk.js",
    page: name,
    signedIn: true,
    main,
  });
}

import { Hono } from "hono";
import { html } from "hono/html";
import { DESK_WORDS } from "../../../shared/words/desk.ts";
import { LEVEL_WORDS } from "../../../shared/words/levels.ts";
import { type Language, PAGE_WORDS } from "../../../shared/words/pages.ts";
import { framed, MEDIA_POLICY, POLICY, servePage, signInCard } from "../frame.ts";
import { type Body, completenessBody, queueBody, sheetBody, workBody } from "./bodies.ts";
import { departmentBody, type LevelBody, printBody, upBody } from "./levelBodies.ts";

type Name = "completeness" | "queue" | "sheet" | "work";

const PAGES: Record<string, { name: Name; body: Body }> = {
  "/desk": { name: "completeness", body: completenessBody },
  "/desk/queue": { name: "queue", body: queueBody },
  "/desk/sheet": { name: "sheet", body: sheetBody },
  "/my": { name: "work", body: workBody },
};

const LEVEL_PAGES: Record<string, { name: keyof typeof LEVEL_WORDS.th.titles; body: LevelBody }> = {
  "/desk/up": { name: "up", body: upBody },
  "/desk/print": { name: "print", body: printBody },
  "/department": { name: "department", body: departmentBody },
};

/** What single pages need beside the desk's own style. */
const MORE_STYLES: Readonly<Record<string, readonly string[]>> = {
  ...{ sheet: ["media.css"], up: ["levels.css"], department: ["levels.css"], print: ["print.css"] },
};

/** The pages of the desk. Every label is in place; what belongs to a person is fetched with their token once they are in. */
export function deskPages(): Hono {
  const app = new Hono();
  for (const [path, { name, body }] of Object.entries(PAGES))
    servePage(
      app,
      path,
      (lang) => deskPage(name, DESK_WORDS[lang].titles[name], body(DESK_WORDS[lang], PAGE_WORDS[lang]), lang),
      name === "sheet" ? MEDIA_POLICY : POLICY,
    );
  for (const [path, { name, body }] of Object.entries(LEVEL_PAGES))
    servePage(app, path, (lang) => {
      const words = LEVEL_WORDS[lang];
      return deskPage(name, words.titles[name], body(words, DESK_WORDS[lang], PAGE_WORDS[lang]), lang);
    });
  return app;
}

function deskPage(name: string, title: string, body: ReturnType<Body>, lang: Language) {
  const desk = DESK_WORDS[lang];
  const main = html`  ${signInCard(lang)}
  <div id="work" class="desk" hidden>
    <h1 id="place">${title}</h1>
    <div id="offline" class="notice bad" role="alert" hidden><p id="offline-text"></p><button type="button" class="second" id="retry">${desk.retry}</button></div>
    <p class="notice" id="told" role="status" hidden></p>
    <div id="closed" class="notice" hidden><p>${desk.wrongRole}</p><p><a class="button" href="/my?lang=${lang}">${desk.titles.work}</a></p></div>
    <div id="room" class="desk">${body}</div>
  </div>`;
  return framed({
    lang,
    title,
    styles: ["desk.css", ...(MORE_STYLES[name] ?? [])],
    script: "desk.js",
    page: name,
    signedIn: true,
    main,
  });
}

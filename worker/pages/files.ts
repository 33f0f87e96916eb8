import { Hono } from "hono";
import { html } from "hono/html";
import { FILE_WORDS } from "../../shared/words/files.ts";
import { type Language, PAGE_WORDS } from "../../shared/words/pages.ts";
import { framed, MEDIA_POLICY, servePage, signInCard } from "./frame.ts";

/** The page of a report's photos and clips at `/files?id=…`; without an id, what is still awaited, which report, and for a province how long they are kept. */
export function filePages(): Hono {
  const app = new Hono();
  servePage(app, "/files", filesPage, MEDIA_POLICY);
  return app;
}

function filesPage(lang: Language) {
  const words = FILE_WORDS[lang];
  const start = PAGE_WORDS[lang];
  const main = html`  ${signInCard(lang)}
  <h1 id="place" hidden>${words.title}</h1>
  <p id="trouble" class="notice bad" role="alert" hidden></p>
  <div id="work" class="work" hidden>
    <section class="card" id="report" aria-labelledby="standing" hidden>
      <p id="standing" class="standing" role="status"></p>
      <p id="lead" hidden>${words.lead}</p>
      <dl class="receipt" id="facts"></dl>
      <p class="notice warn" id="privacy" hidden>${words.privacy}</p>
      <p class="hint" id="looks" hidden>${words.looks}</p>
      <p class="notice" id="told" role="status" hidden></p>
      <p><a id="back" href="/files?lang=${lang}">${words.back}</a></p>
    </section>
    <section class="card" id="lost" aria-labelledby="lost-title" hidden>
      <h2 id="lost-title">${words.lostTitle}</h2>
      <p>${words.lostIntro}</p>
      <ul class="files" id="lost-list"></ul>
    </section>
    <div id="needs"></div>
    <section class="card" id="awaited" aria-labelledby="awaited-title" hidden>
      <h2 id="awaited-title" tabindex="-1">${words.awaitedTitle}</h2>
      <p>${words.awaitedIntro}</p>
      <div class="choose">
        <div><label for="awaited-form">${start.form}</label><select id="awaited-form"></select></div>
        <div><label for="awaited-period">${start.period}</label><select id="awaited-period"></select></div>
      </div>
      <div id="awaited-body"></div>
    </section>
    <p id="elsewhere" hidden>${words.chooseProvince}</p>
    <section class="card" id="choose" aria-labelledby="choose-title" hidden>
      <h2 id="choose-title">${words.chooseTitle}</h2>
      <div id="choose-body"></div>
    </section>
    <section class="card" id="keep" aria-labelledby="keep-title" hidden>
      <h2 id="keep-title">${words.keepTitle}</h2>
      <p>${words.keepIntro}</p>
      <form id="keep-form">
        <label for="months">${words.keepMonths}</label>
        <input id="months" inputmode="numeric" maxlength="3" autocomplete="off">
        <div class="actions"><button type="button" class="second" id="keep-preview">${words.keepPreview}</button>
        <button type="submit" class="primary" id="keep-save">${words.keepSave}</button></div>
      </form>
      <p class="notice" id="keep-note" role="status" hidden></p>
      <div id="keep-body" aria-live="polite"></div>
    </section>
  </div>`;
  return framed({
    lang,
    title: words.title,
    styles: ["media.css", "files.css"],
    script: "files.js",
    signedIn: true,
    main,
  });
}

import { Hono } from "hono";
import { html } from "hono/html";
import { INTAKE_WORDS } from "../../shared/words/intake.ts";
import type { Language } from "../../shared/words/pages.ts";
import { framed, servePage, signInCard } from "./frame.ts";

/** The page of e-mailed files at `/intake`, for a province and its districts. Its script and style lie under `/assets/`. */
export function intakePages(): Hono {
  const app = new Hono();
  servePage(app, "/intake", intakePage);
  return app;
}

function intakePage(lang: Language) {
  const words = INTAKE_WORDS[lang];
  const main = html`  ${signInCard(lang)}
  <h1 id="place" hidden>${words.title}</h1>
  <p id="closed" class="notice bad" role="alert" hidden></p>
  <div id="work" class="work" hidden>
    <section class="card" aria-label="${words.choose}">
      <p id="intro"></p>
      <div class="drop" id="drop">
        <label class="file primary" for="files">${words.choose}</label>
        <input id="files" type="file" multiple accept=".xlsx,.xls,.ods,.csv,.zip,.eml">
        <span>${words.drop}</span>
      </div>
      <div id="progress" class="progress" hidden>
        <p id="progress-text" role="status"></p>
        <progress id="progress-bar" max="1" value="0" aria-labelledby="progress-text"></progress>
        <button type="button" class="second" id="cancel">${words.cancel}</button>
      </div>
      <div id="pause" class="result" hidden>
        <p class="notice warn" id="pause-text" role="alert"></p>
        <button type="button" class="second" id="resume">${words.resume}</button>
      </div>
    </section>
    <section id="waiting" class="card" aria-labelledby="waiting-title" hidden>
      <h2 id="waiting-title">${words.waitingTitle}</h2>
      <p id="waiting-text" role="status"></p>
      <button type="button" class="second" id="waiting-open">${words.waitingOpen}</button>
      <p class="notice bad" id="waiting-error" role="alert" hidden></p>
    </section>
    <section class="card wide" aria-labelledby="list-title">
      <h2 id="list-title">${words.listTitle}</h2>
      <p id="summary" role="status"></p>
      <div class="tools" id="tools" hidden>
        <div class="filters" role="group" aria-label="${words.filter}" id="filters"></div>
        <div class="actions">
          <button type="button" class="primary" id="send-all"></button>
          <button type="button" class="second" id="retry-all" hidden>${words.retryAll}</button>
          <button type="button" class="second" id="clear" hidden>${words.clear}</button>
        </div>
      </div>
      <ol class="files" id="list"></ol>
      <p class="notice" id="empty">${words.empty}</p>
      <button type="button" class="second" id="more" hidden></button>
    </section>
    <details id="auto-box" class="card plain" hidden>
      <summary>${words.autoTitle}</summary>
      <label class="check"><input type="checkbox" id="auto" aria-describedby="auto-hint"> <span>${words.auto}</span></label>
      <p class="hint" id="auto-hint">${words.autoHint}</p>
      <p class="notice bad" id="auto-error" role="alert" hidden></p>
    </details>
  </div>
  <dialog id="ask" aria-labelledby="ask-title">
    <h2 id="ask-title"></h2>
    <p id="ask-text"></p>
    <div class="actions">
      <button type="button" class="primary" id="ask-yes">${words.confirm}</button>
      <button type="button" class="second" id="ask-no">${words.back}</button>
    </div>
  </dialog>`;
  return framed({ lang, title: words.title, styles: ["intake.css"], script: "intake.js", signedIn: true, main });
}

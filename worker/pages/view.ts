import { html } from "hono/html";
import { GOOGLE_PAGE_WORDS } from "../../shared/words/googlePage.ts";
import { type Language, PAGE_WORDS } from "../../shared/words/pages.ts";
import { framed, signInCard } from "./frame.ts";

/** The start page as sent: every label is in place, the script fills in what belongs to the person who signs in. */
export function startPage(lang: Language) {
  const words = PAGE_WORDS[lang];
  const google = GOOGLE_PAGE_WORDS[lang];
  const main = html`  ${signInCard(lang)}
  <div id="work" class="work" hidden>
    <h1 id="place"></h1>
    <div class="choose">
      <div><label for="form">${words.form}</label><select id="form"></select></div>
      <div><label for="period">${words.period}</label><select id="period" aria-describedby="due"></select><p class="hint" id="due"></p></div>
    </div>
    <p class="notice bad" id="page-error" role="alert" hidden></p>
    <section id="overview" class="card" aria-labelledby="overview-title" hidden>
      <h2 id="overview-title">${words.overviewTitle}</h2>
      <div id="overview-body"></div>
    </section>
    <section id="master" class="card" aria-labelledby="master-title" hidden>
      <h2 id="master-title">${words.masterTitle}</h2>
      <p>${words.masterIntro}</p>
      <button type="button" class="primary" id="master-get">${words.masterGet}</button>
      <p class="notice" id="master-note" role="status" hidden></p>
    </section>
    <section id="intake" class="card" aria-labelledby="intake-title" hidden>
      <h2 id="intake-title">${words.intakeTitle}</h2>
      <p>${words.intakeIntro}</p>
      <p><a href="/intake?lang=${lang}">${words.intakeLink}</a></p>
    </section>
    <section id="blank" class="card" aria-labelledby="blank-title" hidden>
      <h2 id="blank-title">${words.blankTitle}</h2>
      <p>${words.blankIntro}</p>
      <button type="button" class="second" id="blank-get">${words.blankGet}</button>
      <p class="notice" id="blank-note" role="status" hidden></p>
    </section>
    <section id="google" class="card" aria-labelledby="google-title" hidden>
      <h2 id="google-title" tabindex="-1">${google.title}</h2>
      <p>${google.intro}</p>
      <div id="google-body" aria-live="polite"></div>
    </section>
    <section id="send" class="card" aria-labelledby="send-title" hidden>
      <h2 id="send-title">${words.sendTitle}</h2>
      <p id="send-intro"></p>
      <p><a id="open-app" href="/app">${words.appLink}</a></p>
      <div class="drop" id="drop">
        <label class="file second" for="file">${words.chooseFile}</label>
        <input id="file" type="file" accept=".xlsx,.csv,.xls,.ods">
        <span>${words.dropHere}</span>
      </div>
      <div id="send-result" aria-live="polite"></div>
    </section>
    <section id="sent" class="card" aria-labelledby="sent-title">
      <h2 id="sent-title">${words.sentTitle}</h2>
      <div id="sent-body"></div>
    </section>
    <aside class="card plain"><h2>${words.addinTitle}</h2><p>${words.addinText}</p><p><a href="/install?lang=${lang}">${words.installLink}</a></p></aside>
  </div>`;
  return framed({ lang, title: words.tagline, script: "start.js", signedIn: true, main });
}

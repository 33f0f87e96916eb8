import { Hono } from "hono";
import { html } from "hono/html";
import { DESK_WORDS } from "../../shared/words/desk.ts";
import { KEYING_WORDS } from "../../shared/words/keying.ts";
import type { Language } from "../../shared/words/pages.ts";
import { framed, servePage, signInCard } from "./frame.ts";

/** The page at `/keying` where an office, or the centre of a district, types its rows into another system. */
export function keyingPages(): Hono {
  const app = new Hono();
  servePage(app, "/keying", keyingPage);
  return app;
}

function keyingPage(lang: Language) {
  const words = KEYING_WORDS[lang];
  const { retry } = DESK_WORDS[lang];
  const shows = (["left", "keyed", "gone"] as const).map(
    (show) =>
      html`<button type="button" data-show="${show}" aria-pressed="${String(show === "left")}">${words.shows[show]}</button>`,
  );
  const main = html`  ${signInCard(lang)}
  <div id="work" class="desk" hidden>
    <h1 id="place">${words.title}</h1>
    <div id="offline" class="notice bad" role="alert" hidden><p id="offline-text"></p><button type="button" class="second" id="retry">${retry}</button></div>
    <p id="intro">${words.intro}</p>
    <form id="choose" class="choose">
      <div><label for="system">${words.system}</label><select id="system"></select></div>
      <div><label for="period">${words.period}</label><select id="period"><option value="">${words.allPeriods}</option></select></div>
      <div id="office-box" hidden><label for="office">${words.office}</label><select id="office"><option value="">${words.allOffices}</option></select></div>
    </form>
    <section class="card" aria-labelledby="list-title">
      <h2 id="list-title" tabindex="-1">${words.listTitle}</h2>
      <p id="counts" role="status"></p>
      <p id="changed-count" class="notice warn" hidden></p>
      <p id="held" class="notice" hidden></p>
      <p id="doubt" class="hint" hidden></p>
      <p id="read-only" class="notice" hidden>${words.readOnly}</p>
      <div class="tools"><div class="filters" role="group" aria-label="${words.show}">${shows}</div>
        <div class="row"><button type="button" class="second" id="refresh">${words.refresh}</button><button type="button" class="second" id="download">${words.download}</button></div></div>
      <p id="note" class="notice" role="status" hidden></p>
      <p id="gone-intro" class="notice" hidden>${words.goneIntro}</p>
      <div id="copy-box" hidden><label for="copy-text">${words.copyText}</label><textarea id="copy-text" rows="3" readonly></textarea></div>
      <div id="rows"></div>
    </section>
  </div>`;
  const styles = ["desk.css", "keying.css"];
  return framed({ lang, title: words.title, styles, script: "keying.js", signedIn: true, main });
}

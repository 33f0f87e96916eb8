import { Hono } from "hono";
import { html } from "hono/html";
import { INSTALL_WORDS, type InstallWords } from "../../shared/words/install.ts";
import type { Language } from "../../shared/words/pages.ts";
import { DRAWINGS } from "./drawings.ts";
import { ownAddress } from "./excel.ts";
import { framed, servePage } from "./frame.ts";

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** In the order of how well each holds in daily use. */
const WAYS = ["admin", "web", "windows", "mac"] as const satisfies (keyof InstallWords["ways"])[];

/** The page at `/install`: how to put the add-in into Excel. It runs no script. */
export function installPages(): Hono {
  const app = new Hono();
  servePage(app, "/install", (lang, context) => installPage(lang, ownAddress(context) !== null), POLICY);
  return app;
}

function installPage(lang: Language, https: boolean) {
  const words = INSTALL_WORDS[lang];
  const main = html`  <section class="card" aria-labelledby="title">
    <h1 id="title">${words.title}</h1>
    <p>${words.intro}</p>
    ${
      https
        ? html`<p><a class="button primary" href="/manifest.xml" download="manifest.xml">${words.getManifest}</a></p>
    <p class="hint">${words.getManifestHint}</p>`
        : html`<p class="notice bad">${words.notHttps}</p>`
    }
    <h2>${words.which}</h2>
    <ul class="ways">${WAYS.map((way) => html`<li><a href="#${way}">${words.ways[way].title}</a></li>`)}</ul>
    <p class="hint">${words.drawn}</p>
  </section>
  ${WAYS.map((way) => section(way, words))}
  <section class="card way" aria-labelledby="result-title">
    <h2 id="result-title">${words.resultTitle}</h2>
    <div class="beside"><p>${words.resultText}</p>${DRAWINGS.result(words.draw, words.resultDrawing)}</div>
    <h2>${words.removeTitle}</h2>
    <p>${words.removeText}</p>
  </section>
  <section class="card way" aria-labelledby="without-title">
    <h2 id="without-title">${words.withoutTitle}</h2>
    <p>${words.withoutText}</p>
    <p><a href="/app?lang=${lang}">${words.withoutLink}</a></p>
    <h2>${words.sheetsTitle}</h2>
    <p>${words.sheetsText}</p>
  </section>`;
  return framed({ lang, title: words.title, styles: ["install.css"], main });
}

function section(way: (typeof WAYS)[number], words: InstallWords) {
  const { title, whom, steps, note, drawing } = words.ways[way];
  return html`<section class="card way" id="${way}" aria-labelledby="${way}-title">
    <h2 id="${way}-title">${title}</h2>
    <p>${whom}</p>
    <div class="beside"><ol>${steps.map((step) => html`<li>${step}</li>`)}</ol>${DRAWINGS[way](words.draw, drawing)}</div>
    <p class="hint">${note}</p>
  </section>`;
}

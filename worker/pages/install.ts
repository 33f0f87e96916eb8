import { Hono } from "hono";
import { html } from "hono/html";
import { INSTALL_WORDS, type InstallWords } from "../../shared/words/install.ts";
import { DRAWINGS } from "./drawings.ts";
import { ownAddress } from "./excel.ts";

type Language = "th" | "en";

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** In the order of how well each holds in daily use. */
const WAYS = ["admin", "web", "windows", "mac"] as const satisfies (keyof InstallWords["ways"])[];

/** The page at `/install`: how to put the add-in into Excel. It runs no script. */
export function installPages(): Hono {
  const app = new Hono();
  app.get("/install", (c) => {
    c.header("Content-Security-Policy", POLICY);
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cache-Control", "no-cache");
    return c.html(installPage(c.req.query("lang") === "en" ? "en" : "th", ownAddress(c) !== null));
  });
  return app;
}

function installPage(lang: Language, https: boolean) {
  const words = INSTALL_WORDS[lang];
  const other: Language = lang === "th" ? "en" : "th";
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<link rel="stylesheet" href="/assets/start.css">
<link rel="stylesheet" href="/assets/install.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
  <div class="inner">
    <p class="brand"><span class="mark" aria-hidden="true">รวม</span><span class="tagline">${words.tagline}</span></p>
    <p><a href="/?lang=${lang}">${words.home}</a></p>
    <p class="lang"><a href="?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a></p>
  </div>
</header>
<main id="main" tabindex="-1">
  <section class="card" aria-labelledby="title">
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
  </section>
</main>
</body>
</html>`;
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

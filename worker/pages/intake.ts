import { Hono } from "hono";
import { html } from "hono/html";
import { INTAKE_WORDS } from "../../shared/words/intake.ts";

type Language = "th" | "en";

/** Nothing runs or loads but our own files; what is downloaded is made in the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The page of e-mailed files at `/intake`, for a province and its districts. Its script and style lie under `/assets/`. */
export function intakePages(): Hono {
  const app = new Hono();
  app.get("/intake", (context) => {
    context.header("Content-Security-Policy", POLICY);
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-cache");
    return context.html(intakePage(context.req.query("lang") === "en" ? "en" : "th"));
  });
  return app;
}

function intakePage(lang: Language) {
  const words = INTAKE_WORDS[lang];
  const other: Language = lang === "th" ? "en" : "th";
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>รวม · ${words.title}</title>
<link rel="stylesheet" href="/assets/start.css">
<link rel="stylesheet" href="/assets/intake.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="module" src="/assets/intake.js"></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
  <div class="inner">
    <p class="brand"><span class="mark" aria-hidden="true">รวม</span><span class="tagline">${words.tagline}</span></p>
    <p class="who" id="who"></p>
    <p class="lang"><a href="/?lang=${lang}">${words.home}</a></p>
    <p class="lang"><a href="?lang=${other}" hreflang="${other}" lang="${other}">${words.otherLanguage}</a></p>
  </div>
</header>
<main id="main" tabindex="-1">
  <noscript><p class="notice bad">${words.needScript}</p></noscript>
  <h1>${words.title}</h1>
  <div id="closed" class="card" hidden><p id="closed-text"></p><p><a href="/?lang=${lang}">${words.signInLink}</a></p></div>
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
  </dialog>
</main>
</body>
</html>`;
}

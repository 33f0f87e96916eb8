import { Hono } from "hono";
import { html } from "hono/html";
import { DESK_WORDS } from "../../../shared/words/desk.ts";
import { type Language, PAGE_WORDS } from "../../../shared/words/pages.ts";
import { type Body, completenessBody, queueBody, sheetBody, workBody } from "./bodies.ts";

const PAGES: Record<string, { name: "completeness" | "queue" | "sheet" | "work"; body: Body }> = {
  "/desk": { name: "completeness", body: completenessBody },
  "/desk/queue": { name: "queue", body: queueBody },
  "/desk/sheet": { name: "sheet", body: sheetBody },
  "/my": { name: "work", body: workBody },
};

/** The pages of the desk. Every label is in place; what belongs to a person is fetched with their token once they are in. */
export function deskPages(policy: string): Hono {
  const app = new Hono();
  for (const [path, { name, body }] of Object.entries(PAGES)) {
    app.get(path, (context) => {
      context.header("Content-Security-Policy", policy);
      context.header("Referrer-Policy", "no-referrer");
      context.header("Cache-Control", "no-cache");
      return context.html(framed(name, body, context.req.query("lang") === "en" ? "en" : "th"));
    });
  }
  return app;
}

function framed(name: "completeness" | "queue" | "sheet" | "work", body: Body, lang: Language) {
  const words = PAGE_WORDS[lang];
  const desk = DESK_WORDS[lang];
  const other: Language = lang === "th" ? "en" : "th";
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${desk.titles[name]} · ${words.title}</title>
<link rel="stylesheet" href="/assets/start.css">
<link rel="stylesheet" href="/assets/desk.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="module" src="/assets/desk.js"></script>
</head>
<body data-page="${name}">
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
  <div class="inner">
    <p class="brand"><span class="mark" aria-hidden="true">รวม</span><span class="tagline">${desk.titles[name]}</span></p>
    <p class="who" id="who" hidden><span id="who-text"></span> <button type="button" class="quiet" id="sign-out">${words.signOut}</button></p>
    <p class="lang"><a href="?lang=${other}" hreflang="${other}" lang="${other}" id="other-language">${words.otherLanguage}</a></p>
  </div>
</header>
<nav class="places" id="places" aria-label="${desk.nav}" hidden>
  <a href="/?lang=${lang}">${desk.navStart}</a>
  <a href="/my?lang=${lang}" data-for="office">${desk.titles.work}</a>
  <a href="/desk?lang=${lang}" data-for="district province department auditor">${desk.titles.completeness}</a>
  <a href="/desk/queue?lang=${lang}" data-for="district province department auditor">${desk.titles.queue}</a>
</nav>
<main id="main" tabindex="-1">
  <noscript><p class="notice bad">${desk.needScript}</p></noscript>
  <section id="sign-in" class="card narrow" aria-labelledby="sign-in-title" hidden>
    <h1 id="sign-in-title">${words.signIn}</h1>
    <p>${words.signInIntro}</p>
    <form id="sign-in-form">
      <label for="code">${words.code}</label>
      <input id="code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint">
      <p class="hint" id="code-hint">${words.codeHint}</p>
      <p class="notice bad" id="sign-in-error" role="alert" hidden></p>
      <button type="submit" class="primary">${words.enter}</button>
    </form>
  </section>
  <div id="work" class="desk" hidden>
    <h1 id="place">${desk.titles[name]}</h1>
    <div id="offline" class="notice bad" role="alert" hidden><p id="offline-text"></p><button type="button" class="second" id="retry">${desk.retry}</button></div>
    <p class="notice" id="told" role="status" hidden></p>
    ${body(desk, words)}
  </div>
</main>
</body>
</html>`;
}

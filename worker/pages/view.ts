import { html } from "hono/html";
import { DESK_WORDS } from "../../shared/words/desk.ts";
import { GOOGLE_PAGE_WORDS } from "../../shared/words/googlePage.ts";
import { type Language, PAGE_WORDS } from "../../shared/words/pages.ts";

/** The start page as sent: every label is in place, the script fills in what belongs to the person who signs in. */
export function startPage(lang: Language) {
  const words = PAGE_WORDS[lang];
  const desk = DESK_WORDS[lang].titles;
  const google = GOOGLE_PAGE_WORDS[lang];
  const other: Language = lang === "th" ? "en" : "th";
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title} · ${words.tagline}</title>
<link rel="stylesheet" href="/assets/start.css">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<script type="module" src="/assets/start.js"></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
  <div class="inner">
    <p class="brand"><span class="mark" aria-hidden="true">รวม</span><span class="tagline">${words.tagline}</span></p>
    <p class="who" id="who" hidden><span id="who-text"></span> <button type="button" class="quiet" id="sign-out">${words.signOut}</button></p>
    <p class="lang"><a href="?lang=${other}" hreflang="${other}" lang="${other}" id="other-language">${words.otherLanguage}</a></p>
  </div>
</header>
<main id="main" tabindex="-1">
  <noscript><p class="notice bad">${words.needScript}</p></noscript>
  <section id="sign-in" class="card narrow" aria-labelledby="sign-in-title">
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
  <div id="work" class="work" hidden>
    <h1 id="place"></h1>
    <p class="links" id="desk-links"><a href="/my?lang=${lang}" data-for="office">${desk.work}</a> <a href="/desk?lang=${lang}" data-for="district province department auditor">${desk.completeness}</a> <a href="/desk/queue?lang=${lang}" data-for="district province department auditor">${desk.queue}</a></p>
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
  </div>
</main>
</body>
</html>`;
}

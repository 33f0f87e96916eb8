import type { Context, Hono } from "hono";
import { html } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { type Language, PAGE_WORDS } from "../../shared/words/pages.ts";
import { PLACES } from "./places.ts";

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** Nothing runs or loads but our own files; no other page may frame this one. What is downloaded is made in the page. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/** The same for a page that plays clips: those of our own address, and nothing else more. */
export const MEDIA_POLICY = `${POLICY}; media-src 'self'`;

export interface Framed {
  lang: Language;
  /** In the browser's tab and, small, beside the mark. */
  title: string;
  /** Files under /assets/: `start.css` is always there. */
  styles?: readonly string[];
  script?: string;
  /** Which of the pages that share a script this is. */
  page?: string;
  /** Whether the page is for people who signed in: the frame then holds their name, the way out and the way to their pages. */
  signedIn?: boolean;
  main: Html;
}

/** The frame of every page but the sidebar's: head, mark, languages, and for those who signed in the way to their pages. */
export function framed({ lang, title, styles = [], script, page, signedIn = false, main }: Framed): Html {
  const words = PAGE_WORDS[lang];
  const other: Language = lang === "th" ? "en" : "th";
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.title}</title>
${["start.css", ...styles].map((name) => html`<link rel="stylesheet" href="/assets/${name}">\n`)}<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
${script === undefined ? "" : html`<script type="module" src="/assets/${script}"></script>`}
</head>
<body data-page="${page ?? ""}">
<a class="skip" href="#main">${words.skip}</a>
<header class="top">
  <div class="inner">
    <p class="brand"><span class="mark" aria-hidden="true">รวม</span><span class="tagline">${title}</span></p>
    ${signedIn ? html`<p class="who" id="who" hidden><span id="who-text"></span> <button type="button" class="quiet" id="sign-out">${words.signOut}</button></p>` : html`<p><a href="/?lang=${lang}">${words.home}</a></p>`}
    <p class="lang"><a href="?lang=${other}" hreflang="${other}" lang="${other}" id="other-language">${words.otherLanguage}</a></p>
  </div>
</header>
${signedIn ? placesNav(lang) : ""}<main id="main" tabindex="-1">
${script === undefined ? "" : html`<noscript><p class="notice bad">${words.needScript}</p></noscript>`}
${main}
</main>
</body>
</html>`;
}

/** The way to every page of somebody who signed in; the script shows those of their role. */
function placesNav(lang: Language): Html {
  const { places, placeNames } = PAGE_WORDS[lang];
  const links = PLACES.map(
    ({ path, roles, name }) =>
      html`<a href="${path}?lang=${lang}" data-for="${roles.join(" ")}">${placeNames[name]}</a> `,
  );
  return html`<nav class="places" id="places" aria-label="${places}" hidden><details><summary>${places}</summary><p>${links}</p></details></nav>
`;
}

/** Where a person gives their access code; hidden until the script knows that nobody is signed in. */
export function signInCard(lang: Language): Html {
  const words = PAGE_WORDS[lang];
  return html`<section id="sign-in" class="card narrow" aria-labelledby="sign-in-title" hidden>
    <h1 id="sign-in-title">${words.signIn}</h1>
    <p>${words.signInIntro}</p>
    <form id="sign-in-form">
      <label for="code">${words.code}</label>
      <input id="code" name="code" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint">
      <p class="hint" id="code-hint">${words.codeHint}</p>
      <p class="notice bad" id="sign-in-error" role="alert" hidden></p>
      <button type="submit" class="primary">${words.enter}</button>
    </form>
  </section>`;
}

/** Serves a page of ours at a path, in the language asked for. */
export function servePage(
  app: Hono,
  path: string,
  draw: (lang: Language, context: Context) => Html,
  policy = POLICY,
): void {
  app.get(path, (context) => {
    context.header("Content-Security-Policy", policy);
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-cache");
    return context.html(draw(context.req.query("lang") === "en" ? "en" : "th", context));
  });
}

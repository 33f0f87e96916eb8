import { Hono } from "hono";
import { html } from "hono/html";
import { DESK_WORDS } from "../../../shared/words/desk.ts";
import type { Language } from "../../../shared/words/pages.ts";
import { REGISTRY_WORDS, type RegistryWords } from "../../../shared/words/registry.ts";
import { fileChooser } from "../fileChooser.ts";
import { framed, servePage, signInCard } from "../frame.ts";

type Body = (words: RegistryWords, lang: Language) => ReturnType<typeof html>;

const PAGES: Record<string, { name: "offices" | "people"; body: Body }> = {
  "/offices": { name: "offices", body: officesBody },
  "/people": { name: "people", body: peopleBody },
};

/** The registry of offices at `/offices`, access codes and their letters at `/people`. They hold no data until somebody is in. */
export function registryPages(): Hono {
  const app = new Hono();
  for (const [path, { name, body }] of Object.entries(PAGES))
    servePage(app, path, (lang) => registryPage(name, body, lang));
  return app;
}

function registryPage(name: "offices" | "people", body: Body, lang: Language) {
  const words = REGISTRY_WORDS[lang];
  const main = html`  ${signInCard(lang)}
  <div id="work" class="desk" hidden>
    <h1 id="place">${words.titles[name]}</h1>
    <div id="offline" class="notice bad" role="alert" hidden><p id="offline-text"></p><button type="button" class="second" id="retry">${DESK_WORDS[lang].retry}</button></div>
    <p class="notice" id="told" role="status" hidden></p>
    ${body(words, lang)}
  </div>
  ${name === "people" ? html`<div id="letters" hidden></div>` : ""}`;
  return framed({
    ...{ lang, title: words.titles[name], styles: ["desk.css", "registry.css"] },
    ...{ script: "registry.js", page: name, signedIn: true, main },
  });
}

const filter = (words: RegistryWords, tick: string) => html`<form id="filter" class="row">
        <div><label for="find">${words.find}</label><input id="find" type="search" maxlength="100" autocomplete="off"></div>
        <div><label for="district">${words.district}</label><select id="district"><option value="">${words.allDistricts}</option></select></div>
        <div class="tick"><input type="checkbox" id="tick"><label for="tick">${tick}</label></div>
        <button type="submit" class="second">${words.findGo}</button>
      </form>
      <div id="list-body"></div>`;

function officesBody(words: RegistryWords, lang: Language) {
  return html`<section class="card" id="office" aria-labelledby="office-title" hidden><h2 id="office-title" tabindex="-1"></h2><div id="office-body"></div></section>
    <section class="card" aria-labelledby="list-title"><h2 id="list-title" tabindex="-1">${words.listTitle}</h2>
      ${filter(words, words.gone)}
    </section>
    <section class="card" aria-labelledby="import-title" data-for="province" hidden><h2 id="import-title">${words.importTitle}</h2>
      <p>${words.importIntro}</p>
      <form id="import-form" class="row">
        ${fileChooser(lang, "file", words.file, ".xlsx,.xls,.ods,.csv")}
        <div><label for="import-from">${words.fromPeriod}</label><select id="import-from"></select></div>
        <button type="submit" class="second">${words.preview}</button>
      </form>
      <p class="notice" id="import-note" role="status" hidden></p>
      <div id="plan" tabindex="-1"></div>
    </section>
    <section class="card" aria-labelledby="latest-title" data-for="province department auditor" hidden><h2 id="latest-title">${words.latestTitle}</h2><div id="latest-body"></div></section>`;
}

function peopleBody(words: RegistryWords) {
  return html`<p>${words.peopleIntro}</p>
    <section class="card" id="once" aria-labelledby="once-text" hidden><p id="once-text" class="notice good" tabindex="-1"></p>
      <div class="row"><button type="button" class="primary" id="print">${words.print}</button><button type="button" class="second" id="finish">${words.finish}</button></div>
    </section>
    <section class="card" aria-labelledby="letters-title" data-for="province" hidden><h2 id="letters-title">${words.lettersTitle}</h2>
      <p>${words.lettersIntro}</p>
      <form id="letters-form" class="row"><div><label for="letters-district">${words.district}</label><select id="letters-district"></select></div>
        <button type="submit" class="second">${words.lettersGo}</button></form>
      <p class="notice" id="letters-note" role="status" hidden></p>
      <div id="letters-sure"></div>
    </section>
    <section class="card" aria-labelledby="list-title"><h2 id="list-title" tabindex="-1">${words.placesTitle}</h2>
      ${filter(words, words.without)}
    </section>`;
}

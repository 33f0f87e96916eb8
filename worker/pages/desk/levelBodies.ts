import { html } from "hono/html";
import type { DeskWords } from "../../../shared/words/desk.ts";
import type { LevelWords } from "../../../shared/words/levels.ts";
import type { PageWords } from "../../../shared/words/pages.ts";

export type LevelBody = (words: LevelWords, desk: DeskWords, start: PageWords) => ReturnType<typeof html>;

const TYPES = ["อบจ.", "ทน.", "ทม.", "ทต.", "อบต.", "เมืองพัทยา"];

const choose: LevelBody = (_, __, start) => html`<div class="choose" id="choose">
      <div><label for="form">${start.form}</label><select id="form"></select></div>
      <div><label for="period">${start.period}</label><select id="period"></select></div>
    </div>`;

const tokensCard: LevelBody = (
  words,
) => html`<section class="card" id="tokens" aria-labelledby="tokens-title" hidden><h2 id="tokens-title">${words.tokensTitle}</h2><p>${words.tokensIntro}</p>
      <form id="token-form">
        <div class="row">
          <div><label for="token-name">${words.tokenName}</label><input id="token-name" maxlength="100" autocomplete="off"></div>
          <div><label for="token-days">${words.tokenDays}</label><input id="token-days" type="number" min="1" max="366" value="90"></div>
        </div>
        <fieldset><legend>${words.tokenScopes}</legend>
          ${(["master", "completeness"] as const).map((scope) => html`<p class="tick"><input type="checkbox" id="scope-${scope}" value="${scope}" class="scope"><label for="scope-${scope}">${words.scopes[scope]}</label></p>`)}
        </fieldset>
        <button type="submit" class="second" id="token-go">${words.tokenGo}</button>
        <p class="notice" id="token-note" role="status" hidden></p>
        <p class="secret" id="token-secret" hidden><output id="token-text"></output></p>
      </form>
      <div id="tokens-body"></div>
    </section>`;

/** From the province up: who has the reports, sending up, who reports directly, files, tokens. */
export const upBody: LevelBody = (words, desk, start) => html`${choose(words, desk, start)}
    <section class="card" aria-labelledby="stand-title"><h2 id="stand-title">${words.standTitle}</h2><div id="stand-body"></div></section>
    <section class="card" id="send-up" aria-labelledby="up-title" hidden><h2 id="up-title">${words.upTitle}</h2><p>${words.upIntro}</p><div id="up-ready"></div>
      <form id="up-form"><label for="up-note">${words.upNote}</label><input id="up-note" data-limit="1000" autocomplete="off">
        <button type="submit" class="primary" id="up-go">${words.upGo}</button></form>
      <p class="notice" id="up-told" role="status" hidden></p>
      <h3>${words.upList}</h3><div id="up-list"></div>
      <form id="up-undo-form" hidden><label for="up-undo-reason">${words.upUndoReason}</label><input id="up-undo-reason" data-limit="1000" autocomplete="off">
        <button type="submit" class="second" id="up-undo-go">${words.upUndoGo}</button></form>
    </section>
    <section class="card" id="direct" aria-labelledby="direct-title" hidden><h2 id="direct-title">${words.directTitle}</h2><p>${words.directIntro}</p>
      <form id="direct-form">
        <fieldset><legend>${words.directTypes}</legend><div class="row">${TYPES.map((type, i) => html`<p class="tick"><input type="checkbox" id="type-${i}" value="${type}" class="type"><label for="type-${i}">${type}</label></p>`)}</div></fieldset>
        <label for="direct-offices">${words.directOffices}</label><input id="direct-offices" inputmode="numeric" autocomplete="off">
        <div class="row"><button type="submit" class="second" id="direct-go">${words.directGo}</button><button type="button" class="quiet" id="direct-usual">${words.directUsual}</button></div>
        <p class="notice" id="direct-note" role="status" hidden></p>
      </form>
    </section>
    <section class="card" aria-labelledby="files-title"><h2 id="files-title">${words.filesTitle}</h2><p>${words.filesIntro}</p>
      <div class="row"><button type="button" class="second" id="file-xlsx">${words.fileXlsx}</button><button type="button" class="second" id="file-csv">${words.fileCsv}</button><a id="file-print" href="/desk/print">${words.filePrint}</a></div>
    </section>
    ${tokensCard(words, desk, start)}`;

/** Every province at a glance. */
export const departmentBody: LevelBody = (words, desk, start) => html`${choose(words, desk, start)}
    <section class="card" aria-labelledby="total-title"><h2 id="total-title">${words.totalTitle}</h2><div id="total-body"></div></section>
    <section class="card" aria-labelledby="plot-title"><h2 id="plot-title">${words.plotTitle}</h2><div id="plot-body"></div></section>
    <section class="card" aria-labelledby="table-title"><h2 id="table-title">${words.tableTitle}</h2><div id="table-body"></div></section>
    <section class="card" aria-labelledby="files-title"><h2 id="files-title">${words.filesTitle}</h2><p>${words.filesIntro}</p>
      <div class="row"><button type="button" class="second" id="file-xlsx">${words.fileXlsx}</button><button type="button" class="second" id="file-csv">${words.fileCsv}</button></div>
    </section>
    ${tokensCard(words, desk, start)}`;

/** The master for paper: what is not printed stands in .unprinted. */
export const printBody: LevelBody = (
  words,
) => html`<div class="row unprinted"><button type="button" class="primary" id="print-go">${words.printGo}</button><a id="back" href="/desk/up">${words.printBack}</a></div>
    <div id="paper" class="paper"></div>`;

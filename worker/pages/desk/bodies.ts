import { html } from "hono/html";
import { PROVINCES } from "../../../shared/offices/provinces.ts";
import type { DeskWords } from "../../../shared/words/desk.ts";
import type { PageWords } from "../../../shared/words/pages.ts";

export type Body = (words: DeskWords, start: PageWords) => ReturnType<typeof html>;

/** Which form, which period, which district. */
const choose: Body = (words, start) => html`<div class="choose" id="choose">
      <div><label for="form">${start.form}</label><select id="form"></select></div>
      <div><label for="period">${start.period}</label><select id="period"></select></div>
      <div id="district-box" hidden><label for="district">${words.district}</label><select id="district"><option value="">${words.allDistricts}</option></select></div>
    </div>
    <form id="country" class="card" hidden><p>${words.countryNote}</p>
      <label for="province">${words.provinceCode}</label><input id="province" list="provinces" maxlength="60" autocomplete="off" aria-describedby="province-note"><datalist id="provinces">${PROVINCES.map(([, name]) => html`<option value="${name}"></option>`)}</datalist>
      <p class="notice" id="province-note" role="alert" hidden></p>
      <button type="submit" class="primary">${words.open}</button></form>`;

export const completenessBody: Body = (words, start) => html`${choose(words, start)}
    <section class="card" aria-labelledby="progress-title"><h2 id="progress-title">${words.progressTitle}</h2><div id="progress-body"></div></section>
    <section class="card" aria-labelledby="curve-title"><h2 id="curve-title">${words.curveTitle}</h2><div id="curve-body"></div></section>
    <section class="card" aria-labelledby="districts-title"><h2 id="districts-title">${words.districtsTitle}</h2><div id="districts-body"></div></section>
    <section class="card" aria-labelledby="matrix-title"><h2 id="matrix-title" tabindex="-1">${words.matrixTitle}</h2>
      <form id="filter" class="row">
        <div><label for="stand">${words.filterStand}</label><select id="stand"><option value="">${words.all}</option>${(["missing", "returned", "late", "nil", "onTime"] as const).map((stand) => html`<option value="${stand}">${words.stands[stand]}</option>`)}</select></div>
        <div><label for="find">${words.find}</label><input id="find" type="search" maxlength="100" autocomplete="off"></div>
        <button type="submit" class="second">${words.findGo}</button>
      </form>
      <div id="matrix-body"></div>
    </section>
    <section class="card" id="remind" aria-labelledby="remind-title" hidden><h2 id="remind-title">${words.remindTitle}</h2>
      <p>${words.remindIntro}</p>
      <form id="remind-form" class="row">
        <div><label for="channel">${words.channel}</label><select id="channel"><option value="line">${words.channels.line}</option><option value="email">${words.channels.email}</option></select></div>
        <button type="submit" class="primary" id="remind-go">${words.remindGo}</button>
      </form>
      <div id="remind-result" aria-live="polite"></div>
    </section>
    <section class="card" id="decide" aria-labelledby="decide-title" hidden><h2 id="decide-title">${words.decideTitle}</h2>
      <form id="extend-form"><h3>${words.extendTitle}</h3>
        <div class="row">
          <div><label for="extend-office">${words.extendOffice}</label><input id="extend-office" list="extend-offices" maxlength="200" autocomplete="off" aria-describedby="extend-hint extend-fault"><datalist id="extend-offices"></datalist></div>
          <div><label for="extend-date">${words.extendDate}</label><input id="extend-date" type="date" aria-describedby="extend-after extend-fault"></div>
          <div><label for="extend-time">${words.extendTime}</label><input id="extend-time" type="time" value="16:30" aria-describedby="extend-fault"></div>
        </div>
        <p class="hint" id="extend-hint">${words.extendHint}</p>
        <p class="hint" id="extend-after" hidden></p>
        <p class="notice" id="extend-fault" role="alert" hidden></p>
        <label for="extend-reason">${words.reason}</label><input id="extend-reason" data-limit="1000" autocomplete="off" aria-describedby="extend-note">
        <div class="row"><button type="submit" class="second">${words.extendGo}</button><button type="button" class="quiet" id="extend-take">${words.extendTake}</button></div>
        <p class="notice" id="extend-note" role="status" hidden></p>
      </form>
      <form id="close-form"><h3 id="close-title">${words.closeTitle}</h3><p>${words.closeIntro}</p>
        <label for="close-reason">${words.reason}</label><input id="close-reason" data-limit="1000" autocomplete="off">
        <button type="submit" class="second" id="close-go">${words.closeGo}</button>
        <p class="notice" id="close-note" role="status" hidden></p>
      </form>
    </section>`;

export const queueBody: Body = (words, start) => html`${choose(words, start)}
    <section class="card" id="bulk" aria-labelledby="bulk-title" hidden><h2 id="bulk-title">${words.bulkTitle}</h2><p id="bulk-intro">${words.bulkIntro}</p><div id="bulk-body"></div></section>
    <section class="card" aria-labelledby="queue-title"><h2 id="queue-title" tabindex="-1">${words.queueTitle}</h2><div id="queue-body"></div></section>
    <section class="card" id="at-district" aria-labelledby="at-district-title" hidden><h2 id="at-district-title" tabindex="-1">${words.atDistrict}</h2><div id="at-district-body"></div></section>`;

export const sheetBody: Body = (words) => html`<p><a id="back" href="/desk/queue">${words.back}</a></p>
    <section class="card" id="facts" aria-labelledby="place"></section>
    <section class="card" id="answers" aria-labelledby="answers-title" hidden><h2 id="answers-title">${words.answersTitle}</h2><div id="answers-body"></div></section>
    <section class="card" id="files" aria-labelledby="files-title" hidden><h2 id="files-title"></h2><div id="files-body"></div></section>
    <section class="card" aria-labelledby="diff-title"><h2 id="diff-title">${words.diffTitle}</h2><div id="diff-body"></div></section>
    <section class="card" aria-labelledby="rows-title"><h2 id="rows-title" tabindex="-1">${words.rowsTitle}</h2><p id="rows-hint" class="hint" hidden>${words.rowsHint}</p><div id="rows-body"></div></section>
    <section class="card" id="hands" aria-labelledby="hands-title" hidden><h2 id="hands-title"></h2>
      <div id="take-box"><label for="take-reason" id="take-label"></label><input id="take-reason" data-limit="1000" autocomplete="off"></div>
      <button type="button" class="second" id="hands-go"></button>
      <p class="notice bad" id="hands-note" role="alert" hidden></p>
    </section>
    <section class="card" id="decide" aria-labelledby="comments-title" hidden><h2 id="comments-title">${words.commentsTitle}</h2>
      <div id="comments"></div>
      <label for="note">${words.note}</label><textarea id="note" rows="3" data-limit="5000"></textarea>
      <div class="row"><button type="button" class="second" id="return-go">${words.returnGo}</button><button type="button" class="primary" id="accept-go">${words.acceptGo}</button></div>
      <p class="notice bad" id="decide-note" role="alert" hidden></p>
    </section>
    <section class="card" id="undo" aria-labelledby="undo-label" hidden>
      <label for="undo-reason" id="undo-label">${words.undoReason}</label><input id="undo-reason" data-limit="1000" autocomplete="off">
      <button type="button" class="second" id="undo-go"></button>
      <p class="notice bad" id="undo-note" role="alert" hidden></p>
    </section>
    <section class="card" aria-labelledby="history-title"><h2 id="history-title">${words.historyTitle}</h2><div id="history-body"></div></section>`;

export const workBody: Body = (
  words,
) => html`<section class="card" aria-labelledby="owed-title"><h2 id="owed-title">${words.owedTitle}</h2><div id="owed-body"></div></section>
    <section class="card" id="with" aria-labelledby="with-title" hidden><h2 id="with-title">${words.withThem}</h2><div id="with-body"></div></section>
    <section class="card" aria-labelledby="receipts-title"><h2 id="receipts-title">${words.receiptsTitle}</h2><div id="receipts-body"></div></section>
    <section class="card" id="calendar" aria-labelledby="calendar-title"><h2 id="calendar-title">${words.calendarTitle}</h2><p>${words.calendarIntro}</p><button type="button" class="second" id="calendar-get">${words.calendarGet}</button></section>
    <section class="card" aria-labelledby="trail-title"><h2 id="trail-title">${words.trailTitle}</h2><div id="trail-body"></div></section>`;

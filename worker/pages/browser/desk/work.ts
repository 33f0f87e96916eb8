import { FILE_WORDS } from "../../../../shared/words/files.ts";
import { download, get, post } from "../api.ts";
import { formOf } from "../book.ts";
import { byId, make, say, show } from "../dom.ts";
import { dateText, monthText, timeText } from "../time.ts";
import { words } from "../words.ts";
import { returnedBy } from "./answers.ts";
import { commentBox } from "./commentBox.ts";
import type { Context } from "./context.ts";
import { empty, filled, loading, pressing } from "./state.ts";
import { drawTrail } from "./trail.ts";
import type { Desk, ReturnState, Work } from "./types.ts";
import { desk, fill, language } from "./words.ts";

type Item = Work["items"][number];

const asked = new URLSearchParams(location.search).get("office");

/** What an office owes, by when, what came back, what it sent. Its district and province may look at it too. */
export async function workPage(now: Desk): Promise<void> {
  const { role } = now.session;
  const office = role === "office" ? undefined : (asked ?? undefined);
  const own = role === "office" || (role === "district" && office === undefined);
  show(byId("calendar"), role !== "department" && role !== "auditor");
  byId("trail-title").textContent = own ? desk.trailTitle : desk.trailTitleOther;
  if (!own && office === undefined) {
    empty(byId("owed-body"), desk.officeOnly);
    empty(byId("receipts-body"), desk.officeOnly);
    await drawTrail(now);
    return;
  }
  for (const id of ["owed-body", "receipts-body"]) loading(byId(id));
  const work = await get<Work>("/work", { office });
  say(byId("place"), work.name);
  const isOpen = (item: Item) => item.status !== "received" && item.status !== "accepted";
  const owed = work.items.filter(isOpen);
  if (owed.length === 0) empty(byId("owed-body"), desk.owedEmpty, true);
  else filled(byId("owed-body"), ...owed.map((item) => card(item, now)));
  const there = work.items.filter((item) => !isOpen(item));
  show(byId("with"), there.length > 0);
  byId("with-body").replaceChildren(...there.map((item) => card(item, now)));
  drawReceipts(work);
  await drawTrail(now);
}

function card(item: Item, now: Desk): HTMLElement {
  const title = formOf({ form: item.form })?.title[0] ?? item.form;
  const tag =
    item.status === "missing"
      ? make("span", { class: "tag late" }, desk.stands.missing)
      : make("span", { class: `tag ${item.status}` }, words.statuses[item.status]);
  const due =
    item.due === null ? null : make("p", {}, make("strong", {}, fill(desk.dueOn, { date: dateText(item.due.due) })));
  const extension =
    item.extension === null
      ? null
      : make(
          "p",
          { class: "hint said" },
          fill(desk.extendedUntil, { time: timeText(item.extension.until), reason: item.extension.reason }),
        );
  const waiting = item.status !== "received" && item.status !== "accepted";
  const note = !waiting ? null : item.closed !== null ? desk.periodClosed : item.overdue ? desk.overdue : null;
  const links = make("p", { class: "row" });
  const { role } = now.session;
  if (waiting && (role === "office" || (role === "district" && asked === null))) {
    // A district's forms have no table: they go by the start page, as a file.
    const href = role === "office" ? `/app?province=${now.province}&lang=${language}` : `/?lang=${language}`;
    links.append(make("a", { class: "button", href }, desk.sendHere));
  }
  if (item.submission !== null)
    links.append(make("a", { href: `/desk/sheet?id=${item.submission}&lang=${language}` }, desk.openSheet));
  if (item.submission !== null && asksFiles(item.form))
    links.append(make("a", { href: `/files?id=${item.submission}&lang=${language}` }, FILE_WORDS[language].sendLink));
  return make(
    "article",
    { class: "owed" },
    make("h3", {}, `${monthText(item.period)} `, tag),
    make("p", { class: "hint" }, title),
    ...[due, extension, note === null ? null : make("p", { class: "notice bad" }, note)],
    ...item.returns.map((returned) => returnBox(returned, item, now)),
    links,
  );
}

/** Whether the form's letter asks for photos or clips at all. Of a province's own form the page of files says it itself. */
function asksFiles(form: string): boolean {
  const asked = formOf({ form })?.attachments;
  return asked === undefined || asked.photos !== null || asked.clipSeconds !== null;
}

/** What came back: each comment with its tick and its answer. */
function returnBox(returned: ReturnState, item: Item, now: Desk): HTMLElement {
  const state = make("p", { role: "status", class: "hint" });
  const count = (comments: ReturnState["comments"]) =>
    say(
      state,
      comments.length === 0
        ? null
        : fill(desk.ticked, { done: comments.filter(({ done }) => done !== null).length, total: comments.length }),
    );
  count(returned.comments);
  const { role } = now.session;
  const mayTick = (role === "office" || (role === "district" && asked === null)) && item.closed === null;
  const save = async (number: number, answer: string | null) => {
    const path = `/submissions/${item.submission}/comments`;
    const { returns } = await post<{ returns: ReturnState[] }>(path, { returned: returned.id, number, answer });
    count(returns.find(({ id }) => id === returned.id)?.comments ?? []);
  };
  const items = returned.comments.map((comment, number) =>
    commentBox(comment, { item, mayTick, number, returned: returned.id, session: now.session }, (answer) =>
      save(number, answer),
    ),
  );
  return make(
    "div",
    { class: "came-back" },
    make("p", { class: "hint" }, returnedBy(returned)),
    returned.note === "" ? null : make("p", { class: "said" }, returned.note),
    make("ul", { class: "plain" }, ...items),
    state,
  );
}

function drawReceipts({ sent }: Work): void {
  const body = byId("receipts-body");
  if (sent.length === 0) {
    empty(body, desk.receiptsEmpty);
    return;
  }
  const head = [desk.factReceipt, desk.colPeriod, desk.factVersion, desk.factTime, desk.factStatus];
  const rows = sent.map((one) => {
    const cell = (label: string, ...children: (Node | string | null)[]) =>
      make("td", { "data-label": label }, ...children);
    return make(
      "tr",
      {},
      make("td", { class: "head" }, make("span", { class: "number" }, one.receipt)),
      cell(desk.colPeriod, monthText(one.period)),
      cell(desk.factVersion, String(one.version)),
      cell(desk.factTime, timeText(one.receivedAt)),
      cell(
        desk.factStatus,
        make("span", { class: `tag ${one.status}` }, words.statuses[one.status]),
        one.late ? make("span", { class: "tag late" }, desk.late) : null,
      ),
    );
  });
  filled(
    body,
    make(
      "table",
      {},
      make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, ...rows),
    ),
  );
}

export function openWork(context: Context): void {
  const button = byId<HTMLButtonElement>("calendar-get");
  button.addEventListener("click", () => {
    void pressing(button, null, () => download("/due.ics", {}, `due-${context.desk().session.place}.ics`));
  });
}

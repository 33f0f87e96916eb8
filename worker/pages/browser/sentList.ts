import { get, Trouble } from "./api.ts";
import { byId, make } from "./dom.ts";
import { timeText } from "./time.ts";
import type { SubmissionList, Summary, VersionList, View } from "./types.ts";
import { fill, words } from "./words.ts";

/** Loads and shows what was sent for the form and period in view, within the person's reach. */
export async function drawSent(view: View): Promise<void> {
  const body = byId("sent-body");
  body.replaceChildren(make("p", { class: "loading", role: "status" }, words.loading));
  try {
    const found: Summary[] = [];
    for (let after: string | undefined; ; ) {
      const page = await get<SubmissionList>("/submissions", { form: view.form, period: view.period, after });
      found.push(...page.submissions);
      if (page.next === null) break;
      after = page.next;
    }
    found.sort((a, b) => (a.receivedAt < b.receivedAt ? 1 : -1));
    body.replaceChildren(found.length === 0 ? empty(view) : table(found, view));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    const again = make("button", { type: "button", class: "second", onclick: () => void drawSent(view) }, words.retry);
    body.replaceChildren(
      make("div", { class: "result" }, make("p", { class: "notice bad", role: "alert" }, error.message), again),
    );
  }
}

function empty(view: View): HTMLElement {
  return make("p", { class: "notice" }, view.role === "office" ? words.sentEmpty : words.sentEmptyProvince);
}

function table(found: Summary[], view: View): HTMLElement {
  const many = view.role !== "office";
  const head = [
    ...(many ? [words.colOffice] : []),
    words.colReceipt,
    words.colVersion,
    words.colTime,
    words.colRows,
    words.colStatus,
  ];
  return make(
    "table",
    {},
    make("caption", { class: "hint", hidden: true }, words.sentTitle),
    make("thead", {}, make("tr", {}, ...head.map((text) => make("th", { scope: "col" }, text)))),
    make("tbody", {}, ...found.flatMap((one) => rows(one, many))),
  );
}

function rows(one: Summary, many: boolean): HTMLElement[] {
  const width = many ? 6 : 5;
  const room = make("td", { colspan: width });
  const below = make("tr", { hidden: true }, room);
  const toggle = make("button", { type: "button", class: "quiet", "aria-expanded": "false" }, words.versions);
  toggle.addEventListener("click", () => void toggleVersions(one, toggle, below, room));
  const cell = (label: string, ...children: (Node | string | null)[]) =>
    make("td", { "data-label": label }, ...children);
  const line = make(
    "tr",
    {},
    many ? make("td", { "data-label": words.colOffice, class: "head" }, one.officeName) : null,
    cell(words.colReceipt, make("span", { class: "number" }, one.receipt)),
    cell(words.colVersion, String(one.version), one.version > 1 ? toggle : null),
    cell(words.colTime, timeText(one.receivedAt)),
    cell(words.colRows, String(one.rows)),
    cell(words.colStatus, ...tags(one)),
  );
  return [line, below];
}

function tags(one: Summary): Node[] {
  const all: Node[] = [make("span", { class: `tag ${one.status}` }, words.statuses[one.status])];
  if (one.late) all.push(document.createTextNode(" "), make("span", { class: "tag late" }, words.late));
  if (one.nil) all.push(document.createTextNode(" "), make("span", { class: "tag" }, words.nil));
  return all;
}

async function toggleVersions(one: Summary, toggle: HTMLElement, below: HTMLElement, room: HTMLElement): Promise<void> {
  const open = toggle.getAttribute("aria-expanded") === "true";
  toggle.setAttribute("aria-expanded", String(!open));
  toggle.textContent = open ? words.versions : words.versionsHide;
  below.hidden = open;
  if (open) return;
  room.replaceChildren(make("p", { class: "loading", role: "status" }, words.loading));
  try {
    const { versions } = await get<VersionList>(`/submissions/${one.submission}/versions`);
    const items = versions.map((version) =>
      make(
        "li",
        {},
        `${words.colVersion} ${version.version} · ${version.receipt} · ${timeText(version.receivedAt)} `,
        ...tags(version),
      ),
    );
    room.replaceChildren(make("p", {}, fill(words.versionsOf, { office: one.officeName })), make("ul", {}, ...items));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    room.replaceChildren(make("p", { class: "notice bad", role: "alert" }, error.message));
  }
}

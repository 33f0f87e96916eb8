import { openPeriod } from "../../../../shared/calendar/openPeriod.ts";
import { findForm } from "../../../../shared/forms/index.ts";
import { get, onSessionOver, restoreSession, type Session, signIn, signOut, Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { monthText, periodChoices } from "../time.ts";
import type { FormList } from "../types.ts";
import { words } from "../words.ts";
import { completenessPage, openCompleteness } from "./completeness.ts";
import type { Context } from "./context.ts";
import { queuePage } from "./queue.ts";
import { openSheet, sheetPage } from "./sheet.ts";
import { told, trouble, wellAgain } from "./state.ts";
import type { Desk, Page } from "./types.ts";
import { openWork, workPage } from "./work.ts";

const PAGES: Record<string, Page> = {
  completeness: completenessPage,
  queue: queuePage,
  sheet: sheetPage,
  work: workPage,
};
const page = PAGES[document.body.dataset.page!]!;
const asked = new URLSearchParams(location.search);
let desk: Desk | null = null;

/** Draws the page anew; what cannot be fetched is told, and what was drawn before stays. */
async function redraw(): Promise<void> {
  if (desk === null || desk.province === "TH") return;
  try {
    await page(desk);
    wellAgain();
  } catch (error) {
    trouble(error);
  }
}

async function begin(session: Session): Promise<void> {
  const { role, place } = session;
  const province = role === "office" ? place.slice(1, 3) : place.slice(0, 2);
  const form = asked.get("form") ?? "";
  desk = {
    session,
    province: place === "TH" ? (asked.get("province") ?? "TH") : province,
    form,
    period: "",
    district: "",
  };
  show(byId("sign-in"), false);
  show(byId("work"), true);
  show(byId("who"), true);
  show(byId("places"), true);
  say(byId("who-text"), `${words.roles[role]} ${place}`);
  document.body.dataset.role = role;
  for (const link of document.querySelectorAll<HTMLElement>("[data-for]"))
    show(link, link.dataset.for!.split(" ").includes(role));
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#places a"))
    if (new URL(link.href).pathname === location.pathname) link.setAttribute("aria-current", "page");
  if (document.getElementById("choose") !== null) {
    try {
      await fillChoices(desk);
    } catch (error) {
      trouble(error);
      return;
    }
  }
  await redraw();
}

/** Form, period and, for the country, the province. What the address names is chosen. */
async function fillChoices(now: Desk): Promise<void> {
  const { forms } = await get<FormList>("/forms");
  const known = forms.find(({ id }) => id === now.form) ?? forms[0]!;
  now.form = known.id;
  const months = periodChoices(Date.now());
  const period = asked.get("period") ?? openPeriod(findForm(known.id)?.calendarRule ?? "", Date.now());
  const choices = months.includes(period) ? months : [period, ...months];
  now.period = period;
  byId("form").replaceChildren(...forms.map(({ id, title }) => make("option", { value: id }, title[0] ?? id)));
  byId("period").replaceChildren(...choices.map((month) => make("option", { value: month }, monthText(month))));
  byId<HTMLSelectElement>("form").value = now.form;
  byId<HTMLSelectElement>("period").value = now.period;
  show(byId("country"), now.province === "TH");
}

function leave(message: string | null): void {
  signOut();
  desk = null;
  show(byId("work"), false);
  show(byId("who"), false);
  show(byId("places"), false);
  show(byId("sign-in"), true);
  say(byId("sign-in-error"), message);
  byId("code").focus();
}

async function enter(code: string): Promise<void> {
  const button = byId("sign-in-form").querySelector("button")!;
  say(byId("sign-in-error"), null);
  button.disabled = true;
  try {
    await begin(await signIn(code));
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    show(byId("sign-in"), true);
    say(byId("sign-in-error"), error.message);
    byId("code").focus();
  } finally {
    button.disabled = false;
  }
}

byId("sign-in-form").addEventListener("submit", (event) => {
  event.preventDefault();
  void enter(byId<HTMLInputElement>("code").value);
});
byId("sign-out").addEventListener("click", () => leave(null));
byId("retry").addEventListener("click", () => {
  if (desk === null) return;
  const started = desk.period !== "" || document.getElementById("choose") === null;
  void (started ? redraw() : begin(desk.session));
});
window.addEventListener("online", () => void redraw());
for (const id of ["form", "period", "district"] as const) {
  document.getElementById(id)?.addEventListener("change", (event) => {
    if (desk === null) return;
    desk = { ...desk, [id]: (event.target as HTMLSelectElement).value };
    told(null);
    void redraw();
  });
}
document.getElementById("country")?.addEventListener("submit", (event) => {
  event.preventDefault();
  if (desk === null) return;
  desk.province = byId<HTMLInputElement>("province").value;
  void redraw();
});
onSessionOver(() => leave(words.sessionOver));

const context = { desk: () => desk!, redraw };
const OPEN: Record<string, (context: Context) => void> = {
  completeness: openCompleteness,
  sheet: openSheet,
  work: openWork,
};
OPEN[document.body.dataset.page!]?.(context);

// The other language shows the same thing.
const other = byId<HTMLAnchorElement>("other-language");
const address = new URLSearchParams(location.search);
address.set("lang", other.hreflang);
other.href = `?${address}`;

/** A sign-in link carries its code behind "#", which never leaves the browser. */
const code = new URLSearchParams(location.hash.slice(1)).get("code");
const kept = restoreSession();
if (code !== null) {
  history.replaceState(null, "", location.pathname + location.search);
  void enter(code);
} else if (kept !== null) void begin(kept);
else {
  show(byId("sign-in"), true);
  byId("code").focus();
}

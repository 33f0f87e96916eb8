import { openPeriod } from "../../../../shared/calendar/openPeriod.ts";
import { findForm } from "../../../../shared/forms/index.ts";
import { get, type Session } from "../api.ts";
import { byId, make, show } from "../dom.ts";
import { openDoor } from "../door.ts";
import { offerPeriods } from "../offerPeriods.ts";
import { monthText, periodChoices } from "../time.ts";
import type { FormList } from "../types.ts";
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
  show(byId("work"), true);
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
    if (id === "form") desk.period = offerPeriods(byId<HTMLSelectElement>("period"), desk.form, desk.period);
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
const context = { desk: () => desk!, redraw };
const OPEN: Record<string, (context: Context) => void> = {
  completeness: openCompleteness,
  sheet: openSheet,
  work: openWork,
};
OPEN[document.body.dataset.page!]?.(context);

openDoor({
  begin,
  left() {
    desk = null;
    show(byId("work"), false);
  },
});

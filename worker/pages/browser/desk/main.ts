import type { FormDefinition } from "../../../../shared/forms/index.ts";
import { provinceOfPlace } from "../../../../shared/offices/office.ts";
import type { Session } from "../api.ts";
import { loadBook, openMonth } from "../book.ts";
import { byId, make, show } from "../dom.ts";
import { openDoor } from "../door.ts";
import { closeViews } from "../files/fileView.ts";
import { offerPeriods } from "../offerPeriods.ts";
import { loadNames } from "../placeName.ts";
import { monthText, periodChoices } from "../time.ts";
import { completenessPage, openCompleteness } from "./completeness.ts";
import type { Context } from "./context.ts";
import { departmentPage, openDepartment } from "./department.ts";
import { boundAll } from "./limit.ts";
import { openPrint, printPage } from "./print.ts";
import { provinceTyped } from "./provinceTyped.ts";
import { queuePage } from "./queue.ts";
import { openSheet, sheetPage } from "./sheet.ts";
import { keepingFocus, sayBad, told, trouble, wellAgain } from "./state.ts";
import type { Desk, Page } from "./types.ts";
import { leaveUnsent } from "./unsent.ts";
import { openUp, upPage } from "./up.ts";
import { desk as words } from "./words.ts";
import { openWork, workPage } from "./work.ts";

const PAGES: Record<string, Page> = {
  completeness: completenessPage,
  queue: queuePage,
  sheet: sheetPage,
  work: workPage,
  up: upPage,
  department: departmentPage,
  print: printPage,
};
/** An office has its own page; these show what districts, provinces and the department look at. */
const NOT_FOR_OFFICES = new Set(["completeness", "queue", "up", "department", "print"]);
const page = PAGES[document.body.dataset.page!]!;
const asked = new URLSearchParams(location.search);
let desk: Desk | null = null;

/** Draws the page anew; what cannot be fetched is told, and what was drawn before stays. */
async function redraw(): Promise<void> {
  if (desk === null || (desk.province === "TH" && document.body.dataset.page !== "department")) return;
  try {
    await keepingFocus(() => page(desk!));
    wellAgain();
  } catch (error) {
    trouble(error);
  }
}

async function begin(session: Session): Promise<void> {
  const { role, place } = session;
  const province = provinceOfPlace(place);
  const form = asked.get("form") ?? "";
  desk = {
    session,
    province: place === "TH" ? (asked.get("province") ?? "TH") : province,
    form,
    period: "",
    district: "",
  };
  show(byId("work"), true);
  const closed = role === "office" && NOT_FOR_OFFICES.has(document.body.dataset.page!);
  show(byId("closed"), closed);
  show(byId("room"), !closed);
  if (closed) {
    desk = null;
    return;
  }
  // Without the names everybody is called by the code of their place.
  const names = desk.province === "TH" ? null : loadNames(desk.province).catch(() => null);
  const forms = loadBook(desk.province);
  // What is printed is named by the address alone.
  desk.period = document.getElementById("choose") === null ? (asked.get("period") ?? "") : "";
  if (document.getElementById("choose") !== null) {
    try {
      fillChoices(desk, await forms);
    } catch (error) {
      trouble(error);
      return;
    }
  } else {
    // Only names and headings hang on it: the page is drawn without them rather than not at all.
    await forms.catch(() => []);
  }
  await names;
  await redraw();
}

/** Form, period and, for the country, the province. What the address names is chosen. */
function fillChoices(now: Desk, forms: readonly FormDefinition[]): void {
  const known = forms.find(({ id }) => id === now.form) ?? forms[0]!;
  now.form = known.id;
  const months = periodChoices(Date.now());
  const period = asked.get("period") ?? openMonth(known.id);
  const choices = months.includes(period) ? months : [period, ...months];
  now.period = period;
  byId("period").replaceChildren(...choices.map((month) => make("option", { value: month }, monthText(month))));
  byId("form").replaceChildren(...forms.map(({ id, title }) => make("option", { value: id }, title[0] ?? id)));
  byId<HTMLSelectElement>("form").value = now.form;
  byId<HTMLSelectElement>("period").value = now.period;
  const country = document.getElementById("country");
  if (country !== null) show(country, now.province === "TH");
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
  const code = provinceTyped(byId<HTMLInputElement>("province").value);
  if (code === null) return sayBad(byId("province-note"), words.missingProvince);
  desk.province = code;
  void loadBook(desk.province).catch(trouble).then(redraw);
});
const context = { desk: () => desk!, redraw };
const OPEN: Record<string, (context: Context) => void> = {
  completeness: openCompleteness,
  sheet: openSheet,
  work: openWork,
  up: openUp,
  department: openDepartment,
  print: openPrint,
};
boundAll();
OPEN[document.body.dataset.page!]?.(context);

openDoor({
  begin,
  left() {
    desk = null;
    closeViews();
    show(byId("work"), false);
    if (document.body.dataset.page === "sheet") leaveUnsent();
    // The next person finds nothing of this one, not even when their own cannot be fetched.
    for (const body of document.querySelectorAll("#work [id$='-body'], #facts")) body.replaceChildren();
  },
});

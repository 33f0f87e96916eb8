import { FORMS } from "../../../../shared/forms/index.ts";
import type { KeyingWire } from "../../../../shared/wire/keying.ts";
import { download, get, type Session } from "../api.ts";
import { empty, filled, loading, pager, pressing, sayGood, trouble, wellAgain } from "../desk/state.ts";
import { byId, make, say, show } from "../dom.ts";
import { openDoor } from "../door.ts";
import { monthText, periodChoices } from "../time.ts";
import { type Row, rowView } from "./rowView.ts";
import { fill, keying } from "./words.ts";

const PAGE = 50;
type Show = "left" | "keyed" | "gone";

const asked = new URLSearchParams(location.search);
let session: Session | null = null;
let showing: Show = "left";
let offset = 0;
/** The newest question asked: an answer that comes late is not drawn over it. */
let question = 0;

/** Systems somebody of this role has to do with: what they type themselves, for a province all. */
function systemsOf(role: string) {
  return FORMS.flatMap((form) =>
    (form.exports ?? [])
      .filter(({ keyedBy }) => keyedBy === role || role === "province")
      .map(({ system, name }) => ({ form: form.id, system, label: `${name} · ${form.title[0] ?? form.id}` })),
  );
}

function begin(now: Session): void {
  session = now;
  const systems = systemsOf(now.role);
  const options = systems.map(({ form, system, label }) => make("option", { value: `${form} ${system}` }, label));
  const system = byId<HTMLSelectElement>("system");
  system.replaceChildren(...options);
  const wanted = systems.findIndex(
    (one) => one.system === asked.get("system") && (asked.get("form") ?? one.form) === one.form,
  );
  if (wanted >= 0) system.selectedIndex = wanted;
  const period = byId<HTMLSelectElement>("period");
  const months = periodChoices(Date.now()).map((month) => make("option", { value: month }, monthText(month)));
  period.replaceChildren(period.options[0]!, ...months);
  if (asked.get("period") !== null) period.value = asked.get("period")!;
  show(byId("work"), true);
  show(byId("office-box"), now.role !== "office");
  void redraw();
}

function query(): Record<string, string | undefined> {
  const [form, system] = byId<HTMLSelectElement>("system").value.split(" ");
  const period = byId<HTMLSelectElement>("period").value || undefined;
  const office = byId<HTMLSelectElement>("office").value || undefined;
  return { form, system, period, office };
}

/** Draws the list anew; what cannot be fetched is told, and what was drawn before stays. */
async function redraw(): Promise<void> {
  if (session === null || byId<HTMLSelectElement>("system").value === "") return;
  const mine = ++question;
  loading(byId("rows"));
  try {
    const page = { show: showing, offset: String(offset), limit: String(PAGE) };
    const list = await get<KeyingWire>("/keying", { ...query(), ...page });
    if (mine !== question) return;
    draw(list);
    wellAgain();
  } catch (error) {
    if (mine === question) trouble(error);
  }
}

function draw(list: KeyingWire): void {
  const { counts, doubt, source } = list;
  tell(counts);
  say(byId("held"), counts.held === 0 ? null : fill(keying.held, { held: counts.held }));
  say(byId("doubt"), doubt === null ? null : fill(keying.doubt, { doubt, source }));
  show(byId("read-only"), !list.mayType);
  show(byId("gone-intro"), showing === "gone" && list.total > 0);
  byId<HTMLButtonElement>("download").disabled = counts.left === 0;
  const office = byId<HTMLSelectElement>("office");
  if (office.value === "")
    office.replaceChildren(
      office.options[0]!,
      ...list.offices.map(({ code, name }) => make("option", { value: code }, name)),
    );
  const body = byId("rows");
  if (list.rows.length === 0) {
    const sentence = { left: keying.emptyLeft, keyed: keying.emptyKeyed, gone: keying.emptyGone }[showing];
    empty(body, sentence, showing !== "keyed");
    return;
  }
  const changed = (row: Row, keyed: boolean) => {
    if (showing === "gone") return void redraw();
    if (row.changed.length > 0) counts.changed += keyed ? -1 : 1;
    counts.left += keyed ? -1 : 1;
    counts.keyed += keyed ? 1 : -1;
    tell(counts);
  };
  const place = { list, show: showing, changed };
  const go = (to: number) => {
    offset = to;
    void redraw().then(() => byId("list-title").focus());
  };
  const pages = pager({ offset, limit: PAGE, total: list.total, go }, keying.page, fill);
  const items = list.rows.map((row, i) => rowView(row, place, i === 0));
  filled(body, make("ol", { class: "keying" }, ...items), ...(pages === null ? [] : [pages]));
}

function tell(counts: KeyingWire["counts"]): void {
  byId("counts").textContent = fill(keying.counts, { ...counts });
  say(byId("changed-count"), counts.changed === 0 ? null : fill(keying.changedCount, { changed: counts.changed }));
}

function chosen(): void {
  offset = 0;
  say(byId("note"), null);
  show(byId("copy-box"), false);
  void redraw();
}

for (const id of ["system", "period", "office"]) byId(id).addEventListener("change", chosen);
byId("choose").addEventListener("submit", (event) => event.preventDefault());
for (const button of document.querySelectorAll<HTMLElement>("[data-show]"))
  button.addEventListener("click", () => {
    showing = button.dataset.show as Show;
    for (const other of document.querySelectorAll("[data-show]"))
      other.setAttribute("aria-pressed", String(other === button));
    chosen();
  });
byId("refresh").addEventListener("click", chosen);
byId("retry").addEventListener("click", () => void redraw());
byId("download").addEventListener("click", () => {
  const note = byId("note");
  void pressing(byId<HTMLButtonElement>("download"), note, async () => {
    sayGood(note, keying.downloading);
    const { form, system, period, office } = query();
    await download("/keying.xlsx", { form, system, period, office }, `${form}-${system}-${period ?? "all"}.xlsx`);
    say(note, null);
  });
});
window.addEventListener("online", () => void redraw());
openDoor({
  begin,
  left() {
    session = null;
    question++;
    show(byId("work"), false);
    byId("rows").replaceChildren();
  },
});

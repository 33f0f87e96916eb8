import { addMonths, bangkokDate } from "../../../../shared/calendar/plainDate.ts";
import { findForm } from "../../../../shared/forms/index.ts";
import { get } from "../api.ts";
import { empty, filled, loading, pager, told, trouble } from "../desk/state.ts";
import { byId, make, show } from "../dom.ts";
import { monthText, timeText } from "../time.ts";
import { openImport } from "./list.ts";
import { drawOffice, postAct } from "./office.ts";
import { askMore, askSure } from "./sure.ts";
import type { Here, Registry } from "./types.ts";
import { fill, registry } from "./words.ts";

const PAGE = 50;
let offset = 0;

/** Months that a change can begin in: half a year back to a year ahead, this month chosen. */
export function fillMonths(select: HTMLSelectElement, none?: string): void {
  const now = bangkokDate(Date.now()).slice(0, 7);
  const months = Array.from({ length: 19 }, (_, i) => addMonths(now, i - 6));
  const options = months.map((month) => make("option", { value: month }, monthText(month)));
  if (none !== undefined) options.unshift(make("option", { value: "" }, none));
  select.replaceChildren(...options);
  select.value = none === undefined ? now : "";
}

export function openOffices(here: () => Here): void {
  byId("filter").addEventListener("submit", (event) => {
    event.preventDefault();
    offset = 0;
    drawOffices(here()).catch(trouble);
  });
  for (const id of ["district", "tick"])
    byId(id).addEventListener("change", () => {
      offset = 0;
      drawOffices(here()).catch(trouble);
    });
  fillMonths(byId<HTMLSelectElement>("import-from"));
  openImport(here);
}

export async function drawOffices(here: Here): Promise<void> {
  const body = byId("list-body");
  loading(body);
  const find = byId<HTMLInputElement>("find").value;
  const district = byId<HTMLSelectElement>("district").value;
  const page = await get<Registry>(`/provinces/${here.province}/registry`, {
    ...{ offset: String(offset), limit: String(PAGE), gone: byId<HTMLInputElement>("tick").checked ? "1" : "0" },
    ...(find === "" ? {} : { find }),
    ...(district === "" ? {} : { district }),
  });
  fillDistricts(page.districts);
  drawLatest(page, here);
  if (page.total === 0) {
    empty(body, registry.none);
    return;
  }
  const go = (to: number) => {
    offset = to;
    drawOffices(here)
      .then(() => byId("list-title").focus())
      .catch(trouble);
  };
  const pages = pager({ offset, limit: PAGE, total: page.total, go }, registry.page, fill);
  filled(body, tableOf(page, here), ...(pages === null ? [] : [pages]));
}

export function fillDistricts(districts: { code: string; name: string }[], id = "district", all = true): void {
  const select = byId<HTMLSelectElement>(id);
  const { value } = select;
  select.replaceChildren(
    make("option", { value: "" }, all ? registry.allDistricts : registry.district),
    ...districts.map(({ code, name }) => make("option", { value: code }, name)),
  );
  select.value = value;
}

export function formName(id: string): string {
  return findForm(id)?.title[0] ?? id;
}

function tableOf(page: Registry, here: Here): HTMLElement {
  const heads = [registry.colOffice, registry.colDistrict, registry.colOwes, registry.colMore];
  const lines = page.offices.map((office) => {
    const open = () => {
      drawOffice(office.office, office.name, here).catch(trouble);
    };
    const label = fill(registry.openOf, { name: office.name });
    return make(
      "tr",
      {},
      make(
        "td",
        { class: "head" },
        office.name,
        make("span", { class: "small" }, [office.office, ...standing(office)].join(" · ")),
      ),
      make("td", { "data-label": registry.colDistrict }, office.district),
      make("td", { "data-label": registry.colOwes }, ...owesOf(office)),
      make(
        "td",
        {},
        make("button", { type: "button", class: "quiet", "aria-label": label, onclick: open }, registry.open),
      ),
    );
  });
  const row = make("tr", {}, ...heads.map((text) => make("th", { scope: "col" }, text)));
  return make("table", { class: "registry-table" }, make("thead", {}, row), make("tbody", {}, ...lines));
}

function standing(office: Registry["offices"][number]): string[] {
  const { listed, successor, states } = office;
  return [
    ...(listed ? [] : [registry.goneNow]),
    ...(successor === null ? [] : [fill(registry.successor, { name: successor.name })]),
    ...(states > 1 ? [fill(registry.changed, { count: states - 1 })] : []),
  ];
}

function owesOf({ owes, exempt }: Registry["offices"][number]): Node[] {
  const parts = [make("span", {}, owes.length === 0 ? registry.owesNone : owes.map(formName).join(", "))];
  if (exempt.length > 0)
    parts.push(make("span", { class: "small" }, fill(registry.exempt, { forms: exempt.map(formName).join(", ") })));
  return parts;
}

function drawLatest(page: Registry, here: Here): void {
  const body = byId("latest-body");
  if (page.acts.length === 0) {
    empty(body, registry.latestNone);
    return;
  }
  const list = make(
    "ul",
    { class: "plain" },
    ...page.acts.map(({ at, kind, office, undone }) =>
      make(
        "li",
        {},
        [timeText(at), registry.kinds[kind] ?? kind, office, ...(undone ? [registry.undone] : [])]
          .filter(Boolean)
          .join(" · "),
      ),
    ),
  );
  filled(
    body,
    list,
    ...(here.session.role === "province" && page.acts.some((act) => !act.undone) ? [undoForm(page, here)] : []),
  );
}

function undoForm(page: Registry, here: Here): HTMLElement {
  const reason = make("input", { id: "undo-reason", maxlength: 1000, autocomplete: "off" }) as HTMLInputElement;
  const sure = make("div");
  const submit = (event: Event) => {
    event.preventDefault();
    if (reason.value.trim() === "") {
      askMore(sure, registry.needed);
      return;
    }
    askSure(sure, registry.undo, async () => {
      await postAct(here, { act: "undo", revision: page.revision, reason: reason.value });
      show(byId("office"), false);
      told(registry.done);
      await here.redraw();
    });
  };
  return make(
    "form",
    { onsubmit: submit },
    make("label", { for: "undo-reason" }, registry.undoReason),
    reason,
    make("button", { type: "submit", class: "second" }, registry.undo),
    sure,
  );
}

import { PROVINCES } from "../../../../shared/offices/provinces.ts";
import { get, post } from "../api.ts";
import { empty, filled, loading, pager, pressing, sayBad, told, trouble } from "../desk/state.ts";
import { byId, make, say, show } from "../dom.ts";
import { dateText, timeText } from "../time.ts";
import { letterOf } from "./letter.ts";
import { fillDistricts } from "./offices.ts";
import { askSure } from "./sure.ts";
import type { Here, Issued, People } from "./types.ts";
import { fill, registry } from "./words.ts";

const PAGE = 50;
let offset = 0;
let province = "";

export function openPeople(here: () => Here): void {
  byId("filter").addEventListener("submit", (event) => {
    event.preventDefault();
    offset = 0;
    drawPeople(here()).catch(trouble);
  });
  for (const id of ["district", "tick"])
    byId(id).addEventListener("change", () => {
      offset = 0;
      drawPeople(here()).catch(trouble);
    });
  byId("letters-form").addEventListener("submit", (event) => {
    event.preventDefault();
    const select = byId<HTMLSelectElement>("letters-district");
    if (select.value === "") return sayBad(byId("letters-note"), registry.chooseDistrict);
    say(byId("letters-note"), null);
    const name = select.selectedOptions[0]!.textContent ?? "";
    askSure(byId("letters-sure"), fill(registry.sureLetters, { name }), () => district(here(), select.value));
  });
  byId("print").addEventListener("click", () => window.print());
  byId("finish").addEventListener("click", () => {
    clearLetters();
    byId("list-title").focus();
  });
}

/** Codes stand in the page and nowhere else: taken off it they are gone. */
export function clearLetters(): void {
  byId("letters").replaceChildren();
  show(byId("letters"), false);
  show(byId("once"), false);
}

async function district(here: Here, code: string): Promise<void> {
  const { letters } = await post<{ letters: Issued[] }>(`/provinces/${here.province}/people/letters`, {
    district: code,
  });
  byId("letters-sure").replaceChildren();
  if (letters.length === 0) say(byId("letters-note"), registry.lettersNone);
  else await showLetters(letters, here);
  await here.redraw();
}

async function showLetters(letters: Issued[], here: Here): Promise<void> {
  province ||= PROVINCES.find(([code]) => code === here.province)?.[1] ?? "";
  province ||= (await get<{ pack: { name: string } }>(`/provinces/${here.province}/offices`)).pack.name;
  const address = `${location.origin}/`;
  byId("letters").replaceChildren(...letters.map((one) => letterOf(one, province, address)));
  show(byId("letters"), true);
  byId("once-text").textContent = fill(registry.once, { count: letters.length });
  show(byId("once"), true);
  byId("once-text").focus();
}

export async function drawPeople(here: Here): Promise<void> {
  const body = byId("list-body");
  loading(body);
  const find = byId<HTMLInputElement>("find").value;
  const district = byId<HTMLSelectElement>("district").value;
  const page = await get<People>(`/provinces/${here.province}/people`, {
    ...{ offset: String(offset), limit: String(PAGE), without: byId<HTMLInputElement>("tick").checked ? "1" : "0" },
    ...(find === "" ? {} : { find }),
    ...(district === "" ? {} : { district }),
  });
  fillDistricts(page.districts);
  fillDistricts(page.districts, "letters-district", false);
  if (page.total === 0) return empty(body, registry.none);
  const go = (to: number) => {
    offset = to;
    drawPeople(here)
      .then(() => byId("list-title").focus())
      .catch(trouble);
  };
  const pages = pager({ offset, limit: PAGE, total: page.total, go }, registry.page, fill);
  const list = make("ul", { class: "people-list" }, ...page.places.map((place) => placeOf(place, here)));
  filled(body, list, ...(pages === null ? [] : [pages]));
}

function placeOf(place: People["places"][number], here: Here): HTMLElement {
  const name = place.role === "district" ? fill(registry.districtPlace, { name: place.name }) : place.name;
  const sure = make("div");
  const may = here.session.role === "province";
  const path = `/provinces/${here.province}/people`;
  const issue = button(registry.issue, name, (self) =>
    pressing(self, null, async () => {
      await showLetters([await post<Issued>(path, { role: place.role, place: place.place })], here);
      await here.redraw();
    }),
  );
  const holders = place.people.map((one) => {
    const facts = [
      one.name === "" ? registry.noName : one.name,
      fill(registry.issuedAt, { time: timeText(one.issuedAt) }),
      one.lastUsed === null ? registry.neverUsed : fill(registry.lastUsed, { date: dateText(one.lastUsed) }),
    ];
    const renew = button(registry.renew, name, () =>
      askSure(sure, fill(registry.sureRenew, { name }), async () => {
        await showLetters([await post<Issued>(`${path}/${one.id}/renew`, {})], here);
        await here.redraw();
      }),
    );
    const revoke = button(registry.revoke, name, () =>
      askSure(sure, fill(registry.sureRevoke, { name }), async () => {
        await post(`${path}/${one.id}/revoke`, {});
        told(registry.revoked);
        await here.redraw();
      }),
    );
    return make("div", { class: "holder" }, make("span", {}, facts.join(" · ")), ...(may ? [renew, revoke] : []));
  });
  const none = place.people.length === 0 ? [make("span", { class: "small" }, registry.noCode)] : [];
  const where = place.role === "district" ? place.place : `${place.place} · ${place.district}`;
  return make(
    "li",
    {},
    make("strong", {}, name),
    make("span", { class: "small" }, where),
    ...none,
    ...holders,
    ...(may ? [issue] : []),
    sure,
  );
}

function button(text: string, name: string, press: (self: HTMLButtonElement) => unknown): HTMLElement {
  const label = fill(registry.of, { act: text, name });
  const made = make("button", { type: "button", class: "quiet", "aria-label": label }, text) as HTMLButtonElement;
  made.addEventListener("click", () => void press(made));
  return made;
}

import { changeHolidays, HOLIDAYS, type HolidayChanges } from "../../../../shared/calendar/holidays.ts";
import { get, post } from "../api.ts";
import { byId, make } from "../dom.ts";
import { dateText } from "../time.ts";
import { button, card, fill, type Here, hint, told, words } from "./page.ts";

let changes: HolidayChanges = { added: [], removed: [] };

export async function loadHolidays(province: string): Promise<Here["holidays"]> {
  changes = await get<HolidayChanges>(`/provinces/${province}/holidays`);
  return changeHolidays(HOLIDAYS, changes);
}

/** The days a province has changed, and the way to change one. */
export function holidaysCard(here: Here): HTMLElement {
  const day = make("input", { type: "date", id: "holiday-date", required: true }) as HTMLInputElement;
  const name = make("input", { type: "text", id: "holiday-name", maxlength: 200 }) as HTMLInputElement;
  const fields = make(
    "div",
    { class: "row" },
    make("div", {}, make("label", { for: "holiday-date" }, words.holidayDate), day),
    make("div", {}, make("label", { for: "holiday-name" }, words.holidayName), name),
  );
  const change = async (body: { change: string; date: string; name?: string }) => {
    changes = await post<HolidayChanges>(`/provinces/${here.province}/holidays`, body);
    here.holidays = changeHolidays(HOLIDAYS, changes);
    told(fill(words.holidayDone, { date: dateText(body.date) }));
    byId("holidays").replaceWith(holidaysCard(here));
    byId("holidays-title").setAttribute("tabindex", "-1");
    byId("holidays-title").focus();
  };
  const add = button(words.holidayAdd, "second", async () => {
    name.setCustomValidity("");
    name.required = true;
    if (day.reportValidity() && name.reportValidity())
      await change({ change: "add", date: day.value, name: name.value.trim() });
  });
  const work = button(words.holidayRemove, "second", async () => {
    name.required = false;
    if (day.reportValidity()) await change({ change: "remove", date: day.value });
  });
  const lines = [
    ...changes.added.map((one) => ({
      date: one.date,
      text: fill(words.holidayAdded, { ...one, date: dateText(one.date) }),
    })),
    ...changes.removed.map((date) => {
      const was = HOLIDAYS.nameOf(date) ?? "–";
      return { date, text: fill(words.holidayWorked, { date: dateText(date), name: was }) };
    }),
  ].sort((a, b) => (a.date < b.date ? -1 : 1));
  const list =
    lines.length === 0
      ? hint(words.holidaysNone)
      : make(
          "ul",
          { class: "plain" },
          ...lines.map(({ date, text }) => {
            const back = button(words.holidayReset, "quiet", () => change({ change: "reset", date }));
            back.setAttribute("aria-label", `${words.holidayReset}: ${text}`);
            return make("li", {}, text, " ", back);
          }),
        );
  const actions = make("div", { class: "actions" }, add, work);
  return card("holidays", words.holidaysTitle, hint(words.holidaysIntro), list, fields, actions);
}

import { get } from "../api.ts";
import { byId, make, show } from "../dom.ts";
import { dateText, timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { curve } from "./curve.ts";
import { openDecide, showDecide } from "./decide.ts";
import { openExtend, showExtend } from "./extend.ts";
import { drawMatrix, openMatrix } from "./matrix.ts";
import { openRemind } from "./remind.ts";
import { standMark } from "./shapes.ts";
import { empty, filled, loading } from "./state.ts";
import type { Desk, Progress, Stand } from "./types.ts";
import { desk, fill } from "./words.ts";

const STANDS: Stand[] = ["missing", "returned", "late", "nil", "onTime"];

/** How far a period has come, who owes, and what can be done about it. */
export async function completenessPage(now: Desk): Promise<void> {
  const places = ["progress-body", "curve-body", "districts-body"].map((id) => byId(id));
  for (const place of places) loading(place);
  show(byId("remind"), now.session.role === "district" || now.session.role === "province");
  show(byId("decide"), now.session.role === "province");
  const [progress] = await Promise.all([
    get<Progress>(`/provinces/${now.province}/progress`, { form: now.form, period: now.period }),
    drawMatrix(now),
  ]);
  fillDistricts(progress, now);
  drawProgress(progress);
  drawDistricts(progress);
  filled(byId("curve-body"), curve(progress, Date.now()));
  showDecide(progress);
  if (now.session.role === "province") showExtend(now, progress);
}

export function openCompleteness(context: Context): void {
  openMatrix(context);
  openRemind(context);
  openDecide(context);
  openExtend(context);
}

function drawProgress(progress: Progress): void {
  const body = byId("progress-body");
  const { offices, stands, due, closed, extended } = progress;
  if (offices === 0) {
    empty(body, desk.noOffices);
    return;
  }
  const sent = stands.onTime + stands.nil + stands.late;
  const sentence = fill(desk.progress, { sent, offices });
  const notes = [
    due === null ? null : fill(desk.dueOn, { date: dateText(due.due) }),
    extended === 0 ? null : fill(desk.extendedCount, { count: extended }),
    closed === null ? null : fill(desk.closedOn, { time: timeText(closed) }),
  ].filter((note) => note !== null);
  const tally = STANDS.map((stand) => make("li", {}, standMark(stand), " ", make("strong", {}, String(stands[stand]))));
  filled(
    body,
    make("p", {}, make("strong", {}, sentence), notes.length > 0 ? ` · ${notes.join(" · ")}` : null),
    make("progress", { class: "bar", max: offices, value: sent, "aria-label": sentence }),
    make("ul", { class: "tally", "aria-label": desk.legend }, ...tally),
  );
}

function drawDistricts({ districts, offices }: Progress): void {
  const body = byId("districts-body");
  if (offices === 0) {
    empty(body, desk.noOffices);
    return;
  }
  const head = [desk.colDistrict, desk.colOffices, ...STANDS.map((stand) => desk.stands[stand])];
  const rows = districts.map(({ name, offices, stands }) =>
    make(
      "tr",
      {},
      make("td", { class: "head" }, name),
      make("td", { "data-label": desk.colOffices }, String(offices)),
      ...STANDS.map((stand) =>
        make(
          "td",
          { "data-label": desk.stands[stand], class: stands[stand] === 0 ? "is-none" : `is-${stand}` },
          String(stands[stand]),
        ),
      ),
    ),
  );
  const heads = head.map((text) => make("th", { scope: "col" }, text));
  filled(body, make("table", {}, make("thead", {}, make("tr", {}, ...heads)), make("tbody", {}, ...rows)));
}

/** A province chooses among its districts; what is chosen stays chosen. */
function fillDistricts({ districts }: Progress, now: Desk): void {
  if (now.session.role === "district") return;
  const select = byId<HTMLSelectElement>("district");
  show(byId("district-box"), true);
  const all = make("option", { value: "" }, desk.allDistricts);
  select.replaceChildren(all, ...districts.map(({ code, name }) => make("option", { value: code }, name)));
  select.value = now.district;
}

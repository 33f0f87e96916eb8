import { addDays, bangkokDate, dayNumber } from "../../../../shared/calendar/plainDate.ts";
import { make } from "../dom.ts";
import { dateText, shortDate } from "../time.ts";
import { plot } from "./plot.ts";
import type { Progress } from "./types.ts";
import { desk, fill } from "./words.ts";

/** Of the drawing, in pixels. */
const HEIGHT = 280;
/** A curve of one day is none. */
const FEWEST_DAYS = 7;
/** After the deadline the drawing goes on for a while, so that what is late is seen to be late. */
const DAYS_AFTER = 14;

interface Day {
  date: string;
  count: number;
  sum: number;
}

/** How many have sent by each day, toward the deadline: drawn, and as a table beside it. The two are made of the same numbers. */
export function curve({ arrivals, offices, due }: Progress, nowMs: number): HTMLElement {
  if (arrivals.length === 0) return make("p", { class: "notice" }, desk.curveEmpty);
  let sum = 0;
  const days: Day[] = arrivals.map(({ date, count }) => ({ date, count, sum: (sum += count) }));
  const summary = fill(desk.curveText, { sent: sum, offices, last: dateText(days.at(-1)!.date) });
  return make(
    "div",
    { class: "plot" },
    drawing(days, offices, due?.due ?? null, summary, nowMs),
    table(days, due?.due ?? null),
  );
}

function drawing(days: Day[], offices: number, due: string | null, summary: string, nowMs: number): HTMLElement {
  const today = bangkokDate(nowMs);
  const first = earliest(days[0]!.date, due ?? days[0]!.date);
  const now = earliest(today, addDays(due ?? first, DAYS_AFTER));
  const last = latest(days.at(-1)!.date, due ?? first, addDays(first, FEWEST_DAYS), now);
  const points = days.map(({ date, sum }) => ({ day: dayNumber(date), sum }));
  // What has come in stays in: the steps go on to today.
  const until = dayNumber(latest(days.at(-1)!.date, earliest(last, today)));
  const picture = plot(summary, HEIGHT, ({ arrivals }, canvas) =>
    arrivals(canvas, {
      points: [...points, { day: until, sum: points.at(-1)!.sum }],
      ...{ first: dayNumber(first), last: dayNumber(last), due: due === null ? null : dayNumber(due), offices },
      dayText: (day) => shortDate(addDays(first, day - dayNumber(first))),
      words: { sent: desk.curveSent, due: due === null ? "" : `${desk.curveDue} ${dateText(due)}` },
    }),
  );
  return make("figure", {}, picture, make("figcaption", {}, summary));
}

/** Every day that something came in; a long month scrolls by itself. */
function table(days: Day[], due: string | null): HTMLElement {
  const head = [desk.colDate, desk.colCount, desk.colSum].map((text) => make("th", { scope: "col" }, text));
  const rows = days.map(({ date, count, sum }) =>
    make(
      "tr",
      {},
      make(
        "td",
        { class: "head" },
        dateText(date),
        " ",
        due !== null && date > due ? make("span", { class: "tag late" }, desk.stands.late) : null,
      ),
      make("td", { "data-label": desk.colCount }, String(count)),
      make("td", { "data-label": desk.colSum }, String(sum)),
    ),
  );
  const content = make("table", {}, make("thead", {}, make("tr", {}, ...head)), make("tbody", {}, ...rows));
  return make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": desk.curveTitle }, content);
}

function earliest(...dates: string[]): string {
  return dates.reduce((a, b) => (a < b ? a : b));
}

function latest(...dates: string[]): string {
  return dates.reduce((a, b) => (a > b ? a : b));
}

import { addDays, bangkokDate, dayNumber } from "../../../../shared/calendar/plainDate.ts";
import { make } from "../dom.ts";
import { dateText } from "../time.ts";
import { svg } from "./shapes.ts";
import type { Progress } from "./types.ts";
import { desk, fill } from "./words.ts";

const WIDTH = 640;
const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 16;
const TOP = 26;
const BOTTOM = 30;
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
  const span = dayNumber(last) - dayNumber(first) + 1;
  const x = (date: string, end = 0) =>
    LEFT + ((dayNumber(date) - dayNumber(first) + end) / span) * (WIDTH - LEFT - RIGHT);
  const y = (count: number) => HEIGHT - BOTTOM - (count / Math.max(1, offices)) * (HEIGHT - TOP - BOTTOM);
  let path = `M${x(first)} ${y(0)}`;
  for (const { date, sum } of days) path += `H${x(date, 1).toFixed(1)}V${y(sum).toFixed(1)}`;
  path += `H${x(latest(days.at(-1)!.date, earliest(last, today)), 1).toFixed(1)}`;
  const grid = [0, 0.5, 1].map((share) => {
    const count = Math.round(offices * share);
    return [
      svg("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: y(count), y2: y(count), class: "grid" }),
      svg("text", { x: LEFT - 6, y: y(count) + 5, "text-anchor": "end" }, String(count)),
    ];
  });
  const marks: SVGElement[] = [
    svg("text", { x: LEFT, y: HEIGHT - 6 }, dateText(first)),
    svg("text", { x: WIDTH - RIGHT, y: HEIGHT - 6, "text-anchor": "end" }, dateText(last)),
  ];
  if (due !== null && due >= first && due <= last) {
    const at = x(due, 1);
    const anchor = at > WIDTH / 2 ? "end" : "start";
    marks.push(
      svg("line", { x1: at, x2: at, y1: TOP - 8, y2: HEIGHT - BOTTOM, class: "due" }),
      svg(
        "text",
        { x: at + (anchor === "end" ? -5 : 5), y: 14, "text-anchor": anchor, class: "due-text" },
        `${desk.curveDue} ${dateText(due)}`,
      ),
    );
  }
  const picture = svg(
    "svg",
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": summary },
    ...grid.flat(),
    svg("path", { d: path, class: "line" }),
    ...marks,
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

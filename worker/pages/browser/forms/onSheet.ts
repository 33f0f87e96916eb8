import type { Point, Proposal } from "../../../../shared/designer/index.ts";
import type { Grid } from "../../../../shared/sheet/grid.ts";
import { GridView } from "../../../../shared/sheet/view.ts";
import { KIND_NAMES, reasonText, SURENESS_WORDS } from "../../../../shared/words/designer.ts";
import { make } from "../dom.ts";
import { card, fill, hint, language, words } from "./page.ts";

/** What a proposal was made of. */
export interface Seen {
  proposal: Proposal;
  grid: Grid;
}

/** Rows shown below the heading. */
const ROWS_BELOW = 8;
const SHAPES = { sure: "✓", likely: "≈", unsure: "?" } as const;

/** The official sheet itself, with what each column was taken for over it, and why. */
export function onSheet({ proposal, grid }: Seen): HTMLElement {
  const view = new GridView(grid);
  const { columns, heading, points } = proposal;
  const fieldAt = new Map(Object.entries(columns).map(([field, letters]) => [letters, field]));
  const places = Array.from({ length: view.width }, (_, col) => col);
  const over = places.map((col) => {
    const field = proposal.form.fields.find(({ id }) => id === fieldAt.get(view.letters(col)));
    const letters = make("span", { class: "letters" }, view.letters(col));
    if (field === undefined) return make("th", { scope: "col" }, letters);
    const about = points.filter((point) => point.field === field.id);
    const kind = KIND_NAMES[field.kind]?.[language === "th" ? 0 : 1] ?? field.kind;
    return make(
      "th",
      { scope: "col", class: "over" },
      letters,
      make("span", { class: "kind" }, kind),
      ...(about.length === 0 ? [] : [sureTag(leastSure(about)), reasonsOf(about)]),
    );
  });
  const rows = Array.from({ length: view.height }, (_, row) => row)
    .filter((row) => view.rowNumber(row) <= heading.to + ROWS_BELOW)
    .map((row) => {
      const number = view.rowNumber(row);
      const inHeading = number >= heading.from && number <= heading.to;
      const cells = places.flatMap((col) => cellOf(view, row, col));
      const label = make("th", { scope: "row", class: "number" }, String(number));
      return make("tr", inHeading ? { class: "heading" } : {}, label, ...cells);
    });
  const head = make("tr", {}, make("th", { scope: "col" }, words.colRow), ...over);
  const table = make("table", { class: "paper" }, make("thead", {}, head), make("tbody", {}, ...rows));
  const title = fill(words.onSheetTitle, { sheet: proposal.sheet });
  const room = make("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": title }, table);
  const whole = points.filter((point) => point.field === null);
  return card(
    "on-sheet",
    title,
    hint(words.onSheetIntro),
    room,
    make("h3", {}, words.aboutWhole),
    make("ul", { class: "plain reasons" }, ...whole.map((point) => make("li", {}, pointLine(point)))),
  );
}

function cellOf(view: GridView, row: number, col: number): HTMLElement[] {
  const from = view.mergedFrom(row, col);
  if (from !== null && (from.row !== row || from.col !== col)) return from.row === row ? [] : [make("td")];
  const across = view.spanRight(row, col) - col + 1;
  return [make("td", across > 1 ? { colspan: across } : {}, view.text(row, col))];
}

const ORDER: readonly Point["sure"][] = ["unsure", "likely", "sure"];

/** A column is as sure as the least sure thing said of it. */
function leastSure(points: readonly Point[]): Point["sure"] {
  return ORDER.find((sure) => points.some((point) => point.sure === sure))!;
}

/** By shape, word and colour. */
function sureTag(sure: Point["sure"]): HTMLElement {
  const text = `${SHAPES[sure]} ${SURENESS_WORDS[language][sure]}`;
  return make("span", { class: `reason ${sure}` }, make("span", { class: "sure" }, text));
}

function reasonsOf(points: readonly Point[]): HTMLElement {
  const summary = make("summary", {}, fill(words.reasons, { count: points.length }));
  return make("details", {}, summary, ...points.map(pointLine));
}

/** A reason with how sure it is: by shape, word and colour. */
export function pointLine(point: Point): HTMLElement {
  const sure = `${SHAPES[point.sure]} ${SURENESS_WORDS[language][point.sure]}`;
  return make(
    "span",
    { class: `reason ${point.sure}` },
    make("span", { class: "sure" }, sure),
    " ",
    reasonText(point, language),
  );
}

import { findForm } from "../../../../shared/forms/index.ts";
import { get } from "../api.ts";
import { byId, make } from "../dom.ts";
import { timeText } from "../time.ts";
import type { Context } from "./context.ts";
import { level } from "./levelWords.ts";
import { plot } from "./plot.ts";
import { standMark } from "./shapes.ts";
import { empty, filled, loading } from "./state.ts";
import { drawTokens, openTokens } from "./tokens.ts";
import type { Desk, Rollup, Stand } from "./types.ts";
import { openFiles } from "./up.ts";
import { fill } from "./words.ts";

type Province = Rollup["provinces"][number];
type Line = NonNullable<Province["line"]>;

const STANDS: Stand[] = ["missing", "returned", "late", "nil", "onTime"];
/** Of the drawing, in pixels: a bar with its room, and what stands around all of them. */
const ROW = 26;
const AROUND = 76;

const sentOf = ({ onTime, nil, late }: Line["stands"]) => onTime + nil + late;

/** Every province at a glance: who does not answer is named, and counted nowhere. */
export async function departmentPage(now: Desk): Promise<void> {
  for (const id of ["total-body", "plot-body", "table-body"]) loading(byId(id));
  const rollup = await get<Rollup>("/department/rollup", { form: now.form, period: now.period });
  drawTotal(rollup);
  const answered = rollup.provinces.filter((one) => one.line !== null);
  if (answered.length === 0) empty(byId("plot-body"), level.plotEmpty);
  else filled(byId("plot-body"), figureOf(answered));
  filled(byId("table-body"), tableOf(rollup));
  await drawTokens(now);
}

export function openDepartment(context: Context): void {
  openTokens(context);
  openFiles(context, () => "/department/rollup");
}

function drawTotal({ total, provinces, asOf, form }: Rollup): void {
  const { stands, offices, answered, sentUp, absent } = total;
  const sentence = fill(level.totalLine, { answered, sentUp, offices, sent: sentOf(stands) });
  const tally = STANDS.map((stand) => make("li", {}, standMark(stand), " ", make("strong", {}, String(stands[stand]))));
  const silent = provinces.filter(({ state }) => state === "silent").map(({ name }) => name);
  const absentNames = provinces
    .filter(({ state }) => state === "absent")
    .map(({ name }) => name)
    .join(" ");
  const labels = new Map(findForm(form)?.fields.map(({ id, label }) => [id, label]));
  const sums = Object.entries(total.totals.fields).flatMap(([id, sum]) => [
    make("dt", {}, labels.get(id) ?? id),
    make("dd", { class: "number" }, sum.toLocaleString("en-US")),
  ]);
  const notes = [
    silent.length === 0
      ? null
      : make(
          "p",
          { class: "notice bad", role: "alert" },
          make("strong", {}, level.silentTitle),
          " ",
          fill(level.silentText, { names: silent.join(" ") }),
        ),
    absent === 0 ? null : make("p", { class: "hint" }, fill(level.absentText, { count: absent, names: absentNames })),
  ];
  filled(
    byId("total-body"),
    make(
      "p",
      {},
      make("strong", {}, sentence),
      make("span", { class: "hint" }, ` ${fill(level.asOf, { time: timeText(asOf) })}`),
    ),
    make("ul", { class: "tally" }, ...tally),
    ...notes.filter((note) => note !== null),
    ...(sums.length === 0 || sentUp === 0
      ? []
      : [make("h3", {}, level.sumsTitle), make("dl", { class: "sums" }, ...sums)]),
  );
}

/** A bar for each province; what was sent up has a filled mark, what was not an open one. The table below says the same. */
function figureOf(provinces: Province[]): HTMLElement {
  const facts = provinces.map(({ name, line }) => {
    const up = line!.sentUp !== null;
    return { name, up, sent: sentOf(line!.stands), offices: line!.offices };
  });
  const said = facts.map(({ up, ...fact }) =>
    fill(level.plotText, { ...fact, state: up ? level.sentUp : level.notSentUp }),
  );
  const bars = facts.map(({ name, up, sent, offices }) => {
    const label = `${up ? "●" : "○"} ${name} ${sent}/${offices}`;
    return { label, sent, all: offices };
  });
  const words = { sent: level.colSent, open: level.colMissing };
  const picture = plot(said.join("; "), bars.length * ROW + AROUND, ({ shares }, canvas) =>
    shares(canvas, { bars, words }),
  );
  return make("figure", {}, picture, make("figcaption", {}, `● ${level.sentUp} · ○ ${level.notSentUp}`));
}

function tableOf({ provinces, total }: Rollup): HTMLElement {
  const labels = [
    ...[level.colState, level.colOffices, level.colSent, level.colLate, level.colReturned, level.colMissing],
    ...[level.withDistrict, level.colAccepted, level.colUpAt, level.colRows],
  ];
  const head = [level.colProvince, ...labels].map((text) => make("th", { scope: "col" }, text));
  const cells = (values: (string | number | Node)[]) =>
    values.map((value, i) => make("td", { "data-label": labels[i]! }, value instanceof Node ? value : String(value)));
  // Those without a list of offices are named above; a line of dashes for each would hide the others.
  const lines = provinces
    .filter(({ state }) => state !== "absent")
    .map((one) => make("tr", {}, make("td", { class: "head" }, one.name), ...cells(valuesOf(one))));
  const { stands, offices, withDistrict, accepted, totals } = total;
  const counts = [offices, sentOf(stands), stands.late, stands.returned, stands.missing, withDistrict, accepted];
  const foot = make("tr", {}, make("td", { class: "head" }, level.total), ...cells(["", ...counts, "", totals.rows]));
  const table = make(
    "table",
    { class: "provinces" },
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...lines),
    make("tfoot", {}, foot),
  );
  return make("div", { class: "scroll wide", tabindex: 0, role: "group", "aria-label": level.tableTitle }, table);
}

function valuesOf({ state, line }: Province): (string | number | Node)[] {
  if (line === null) {
    const tag = make(
      "span",
      { class: `tag ${state === "silent" ? "returned" : ""}` },
      `${state === "silent" ? "✕ " : "– "}${level.states[state]}`,
    );
    return [tag, ...new Array(9).fill(state === "silent" ? level.unknown : "–")];
  }
  const { offices, stands, withDistrict, accepted, sentUp } = line;
  const counts = [offices, sentOf(stands), stands.late, stands.returned, stands.missing, withDistrict, accepted];
  if (sentUp === null) return [make("span", { class: "tag late" }, `○ ${level.notSentUp}`), ...counts, "–", "–"];
  const word = sentUp.changed ? `◐ ${level.sentUpChanged}` : `● ${level.sentUp}`;
  const tag = make("span", { class: `tag ${sentUp.changed ? "late" : "accepted"}` }, word);
  return [tag, ...counts, timeText(sentUp.at), sentUp.totals.rows];
}

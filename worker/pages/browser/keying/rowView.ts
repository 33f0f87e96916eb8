import type { KeyedAnswerWire, KeyingWire } from "../../../../shared/wire/keying.ts";
import { post } from "../api.ts";
import { pressing, sayBad } from "../desk/state.ts";
import { make, say } from "../dom.ts";
import { monthText, timeText } from "../time.ts";
import { copy, rowText } from "./copy.ts";
import { fill, keying, words } from "./words.ts";

export type Row = KeyingWire["rows"][number];
type Keyed = NonNullable<Row["keyed"]>;

export interface RowPlace {
  list: KeyingWire;
  show: "left" | "keyed" | "gone";
  /** The row was marked, or the mark was taken off. */
  changed(row: Row, keyed: boolean): void;
}

/** One row to be typed: each text a button that copies it, the whole row, and the mark. */
export function rowView(row: Row, place: RowPlace, open: boolean): HTMLElement {
  const name = nameOf(row, place.list);
  const item = make("li", {});
  const state = make("p", { class: "notice", role: "status", hidden: true });
  const marks = make("div", { class: "row" });
  const tag = make("span", { class: "tag" });
  const draw = (keyed: Keyed | null, settled: boolean) => {
    const kind = settled ? "accepted" : row.changed.length > 0 ? "returned" : "received";
    tag.className = `tag ${kind}`;
    tag.textContent = settled ? keying.tagKeyed : row.changed.length > 0 ? keying.tagChanged : keying.tagNew;
    marks.replaceChildren(...buttons(keyed, settled));
  };
  const buttons = (keyed: Keyed | null, settled: boolean): HTMLElement[] => {
    const whole = make(
      "button",
      { type: "button", class: "second", "aria-label": fill(keying.copyRowOf, { name }) },
      keying.copyRow,
    );
    whole.addEventListener("click", () => void copy(rowText(row.values), keying.copiedRow));
    if (!place.list.mayType) return [whole];
    const label = settled ? (place.show === "gone" ? keying.untickGone : keying.untick) : keying.tick;
    const about = `${label}: ${name}`;
    const style = settled ? "second" : "primary";
    const mark = make("button", { type: "button", class: style, "aria-label": about }, label) as HTMLButtonElement;
    mark.addEventListener("click", () => {
      void pressing(mark, state, () => (settled && keyed !== null ? untick(keyed) : tick()));
    });
    return [whole, mark];
  };
  const tick = async () => {
    const { submission, version, row: at } = row;
    const asked = { system: place.list.system, submission, version, row: at, keyed: true };
    const answer = await post<KeyedAnswerWire>("/keying/ticks", asked);
    draw(answer.keyed, true);
    const sentence = answer.already ? keying.keyedFirst : keying.keyedAt;
    state.classList.remove("bad");
    say(state, fill(sentence, { at: timeText(answer.keyed!.at), who: whoOf(answer.keyed!) }));
    place.changed(row, true);
    toNext();
  };
  /** The row that was typed folds up; the next one is ready to be copied. */
  const toNext = () => {
    const next = item.nextElementSibling?.querySelector("details") ?? null;
    details.open = false;
    if (next !== null) next.open = true;
    (next?.querySelector("summary") ?? marks.querySelector<HTMLElement>("button:last-child"))?.focus();
  };
  const untick = async (keyed: Keyed) => {
    const { version, row: at } = keyed;
    const asked = {
      system: place.list.system,
      submission: row.submission,
      version,
      row: at,
      keyed: false,
      at: keyed.at,
    };
    const answer = await post<KeyedAnswerWire>("/keying/ticks", asked);
    if (answer.keyed !== null) {
      draw(answer.keyed, true);
      sayBad(state, fill(keying.keyedFirst, { at: timeText(answer.keyed.at), who: whoOf(answer.keyed) }));
      return;
    }
    place.changed(row, false);
    if (place.show === "gone") return;
    draw(null, false);
    state.classList.remove("bad");
    say(state, keying.taken);
    marks.querySelector<HTMLElement>("button:last-child")?.focus();
  };
  const facts = fill(keying.rowFacts, {
    ...{ office: row.officeName, period: monthText(row.period), receipt: row.receipt, row: row.row },
  });
  const keyedNow = row.keyed !== null && row.changed.length === 0;
  draw(row.keyed, keyedNow);
  if (keyedNow) say(state, fill(keying.keyedAt, { at: timeText(row.keyed!.at), who: whoOf(row.keyed!) }));
  const summary = make("summary", {}, make("h3", {}, name), " ", tag);
  const details = make("details", { open }, summary) as HTMLDetailsElement;
  const changes =
    row.changed.length === 0 || row.keyed === null
      ? null
      : make("p", { class: "notice warn" }, fill(keying.changedIntro, { at: timeText(row.keyed.at) }));
  details.append(
    ...[make("p", { class: "hint" }, facts), changes, values(row, place.list)].filter((one) => one !== null),
  );
  item.append(details, marks, state);
  return item;
}

function nameOf(row: Row, { columns }: KeyingWire): string {
  const at = columns.findIndex((label) => label.startsWith("ชื่อ"));
  return row.values[at] || keying.unnamed;
}

function whoOf({ mine, role, place }: Keyed): string {
  return mine ? keying.you : fill(keying.somebody, { role: words.roles[role as "office"] ?? role, place });
}

/** What is blank is not typed, so it is not shown; what was emptied after typing is. */
function values(row: Row, { columns }: KeyingWire): HTMLElement {
  const parts: HTMLElement[] = [];
  columns.forEach((label, column) => {
    const value = row.values[column]!;
    const was = row.changed.find((one) => one.column === column);
    if (value === "" && was === undefined) return;
    const button = make(
      "button",
      { type: "button", class: "value", "aria-label": fill(keying.copyCell, { label, value }) },
      value,
    );
    button.addEventListener("click", () => void copy(value, fill(keying.copied, { label })));
    const before =
      was === undefined
        ? null
        : make("span", { class: "was" }, fill(keying.changedCell, { from: was.from || keying.blank }));
    parts.push(make("dt", {}, label), make("dd", {}, value === "" ? keying.blank : button, before));
  });
  return make("dl", {}, ...parts);
}

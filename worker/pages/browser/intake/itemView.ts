import { periodText } from "../../../../shared/calendar/period.ts";
import type { Office } from "../../../../shared/offices/office.ts";
import { officeLabel } from "../../../../shared/offices/office.ts";
import { needSentence } from "../../../../shared/words/intake.ts";
import { replyText } from "../../../../shared/words/reply.ts";
import type { Need } from "../../../intake/needs.ts";
import { make } from "../dom.ts";
import { monthText, periodChoices, timeText } from "../time.ts";
import { type Item, needsOf, otherPeriods, type Shown, shownOf } from "./model.ts";
import { fill, language, words } from "./words.ts";

export interface ItemHands {
  choose(item: Item, what: Partial<Pick<Item, "office" | "period" | "sheet">>): void;
  replace(item: Item, on: boolean): void;
  column(item: Item, key: string, field: string | null): void;
  send(item: Item): void;
  retry(item: Item): void;
  remove(item: Item): void;
  marked(item: Item, button: HTMLButtonElement): void;
  copy(text: string, button: HTMLButtonElement, field: HTMLTextAreaElement): void;
}

export interface ItemPlace {
  hands: ItemHands;
  offices: readonly Office[];
  /** A district passes on, a province sends. */
  passesOn: boolean;
}

/** The state by its shape; the word stands beside it, the colour comes from the class. */
const SHAPES: Record<Shown, string> = {
  ...{ queued: "○", checking: "◔", ready: "▶", person: "◆", stuck: "▲" },
  ...{ sending: "◔", sent: "✔", received: "✔", passed: "➜", failed: "✖" },
};
const POINTS_SHOWN = 20;

/** Everything of one file: what it is, what it needs, what can be done. */
export function drawItem(item: Item, beside: Need | undefined, place: ItemPlace): HTMLElement {
  const shown = shownOf(item, beside);
  const needs = needsOf(item, beside);
  const parts: (Node | null)[] = [head(item, shown, place), facts(item)];
  if (item.error !== null) parts.push(make("p", { class: "notice bad", role: "alert" }, item.error));
  if (shown === "ready" || shown === "person" || shown === "stuck") {
    if (needs.length > 0)
      parts.push(make("ul", { class: "needs" }, ...needs.map((need) => make("li", {}, needSentence(need, language)))));
    parts.push(choices(item, needs, place), points(item));
  }
  parts.push(receipt(item), buttons(item, shown, place), reply(item, shown, place));
  return make("li", { class: `item ${shown}`, id: item.id }, ...parts);
}

function head(item: Item, shown: Shown, { hands }: ItemPlace): HTMLElement {
  const state = make(
    "span",
    { class: "state" },
    make("span", { "aria-hidden": "true" }, `${SHAPES[shown]} `),
    words.states[shown],
  );
  const label = fill(words.removeNamed, { name: item.name });
  const busy = shown === "sending" || shown === "checking";
  const remove = busy
    ? null
    : make(
        "button",
        { type: "button", class: "quiet", "aria-label": label, onclick: () => hands.remove(item) },
        words.remove,
      );
  return make("div", { class: "head" }, make("h3", {}, item.name), state, remove);
}

function facts(item: Item): HTMLElement | null {
  const { answer, mail, within } = item;
  const from = mail === null ? "" : fill(words.from, { from: [mail.fromName, mail.from].filter(Boolean).join(" · ") });
  const lines: [kind: string, text: string][] = [];
  if (answer !== null) {
    const { form, office, period, counts } = answer;
    const where = office === null ? "" : `${office.label} (${office.district})`;
    lines.push(["where", [where, period === null ? "" : monthText(period)].filter((part) => part !== "").join(" · ")]);
    lines.push(["form", form?.title ?? ""]);
    if (counts !== null) lines.push(["", fill(words.rows, { ...counts, bad: counts.suggest + counts.error })]);
  }
  lines.push(["", [from, mail?.subject ?? ""].filter((part) => part !== "").join(" — ")]);
  if (within.length > 0) lines.push(["", fill(words.within, { path: within.join(" / ") })]);
  const filled = lines.filter(([, line]) => line !== "");
  const paragraphs = filled.map(([kind, line]) => make("p", { class: kind === "" ? undefined : kind }, line));
  return filled.length === 0 ? null : make("div", { class: "facts" }, ...paragraphs);
}

function choices(item: Item, needs: readonly Need[], place: ItemPlace): HTMLElement | null {
  const has = (code: string) => needs.some((need) => need.code === code);
  const { answer } = item;
  if (answer === null) return null;
  const fields: HTMLElement[] = [];
  if (has("several-sheets") || item.sheet !== undefined)
    fields.push(
      select(
        item,
        "sheet",
        words.sheet,
        words.chooseSheet,
        item.sheet,
        [["", sheetsOf(item).map((name) => [name, name])]],
        place,
      ),
    );
  if (has("no-office") || has("office-differs") || item.office !== undefined)
    fields.push(
      select(item, "office", words.office, words.chooseOffice, item.office, officeGroups(item, place.offices), place),
    );
  if (has("no-period") || has("period-differs") || item.period !== undefined)
    fields.push(select(item, "period", words.period, words.choosePeriod, item.period, periodGroups(item), place));
  for (const question of answer.questions) fields.push(columnChoice(item, question, place));
  const { current } = answer;
  if (current !== null && (has("replaces") || item.replace)) {
    const box = make("input", { type: "checkbox", id: `${item.id}-replace` }) as HTMLInputElement;
    box.checked = item.replace;
    box.addEventListener("change", () => place.hands.replace(item, box.checked));
    const text = fill(words.replace, { version: current.version, receipt: current.receipt });
    fields.push(make("label", { class: "check" }, box, " ", make("span", {}, text)));
  }
  return fields.length === 0 ? null : make("div", { class: "choose" }, ...fields);
}

/** Which field is this column; the answer is remembered for the office. */
function columnChoice(
  item: Item,
  { column, label, key, candidates }: NonNullable<Item["answer"]>["questions"][number],
  { hands }: ItemPlace,
): HTMLElement {
  const id = `${item.id}-column-${column}`;
  const NONE = "-";
  const options = [
    ["", words.columnChoose],
    ...candidates.map((one) => [one.field, one.label]),
    [NONE, words.columnNone],
  ];
  const choices = options.map(([value, text]) => make("option", { value: value! }, text!));
  const element = make("select", { id }, ...choices) as HTMLSelectElement;
  element.addEventListener("change", () => {
    if (element.value !== "") hands.column(item, key, element.value === NONE ? null : element.value);
  });
  const heading = fill(label === "" ? words.columnBare : words.column, { column, label });
  return make("div", {}, make("label", { for: id }, heading), element);
}

type Groups = [label: string, options: [value: string, text: string][]][];

function select(
  item: Item,
  what: "office" | "period" | "sheet",
  label: string,
  none: string,
  value: string | undefined,
  groups: Groups,
  { hands }: ItemPlace,
): HTMLElement {
  const id = `${item.id}-${what}`;
  const option = ([code, text]: [string, string]) => make("option", { value: code }, text);
  const list = groups.flatMap(([name, options]) =>
    name === "" ? options.map(option) : [make("optgroup", { label: name }, ...options.map(option))],
  );
  const element = make("select", { id }, make("option", { value: "" }, none), ...list) as HTMLSelectElement;
  element.value = value ?? "";
  element.addEventListener("change", () => hands.choose(item, { [what]: element.value || undefined }));
  return make("div", {}, make("label", { for: id }, label), element);
}

function sheetsOf({ answer, sheet }: Item): string[] {
  const names = answer?.sheets ?? [];
  return sheet === undefined || names.includes(sheet) ? names : [sheet, ...names];
}

function officeGroups({ answer }: Item, offices: readonly Office[]): Groups {
  const known = new Set(offices.map(({ code }) => code));
  const proposed = (answer?.offices ?? []).filter(({ office }) => known.has(office));
  const groups: Groups = proposed.map(({ office, label, district, whence }) => [
    fill(words.proposed, { whence: words.whences[whence] }),
    [[office, `${label} · ${district}`]],
  ]);
  const districts = new Map<string, [string, string][]>();
  for (const office of offices)
    districts.set(office.district, [...(districts.get(office.district) ?? []), [office.code, officeLabel(office)]]);
  return [...groups, ...districts];
}

function periodGroups({ answer }: Item): Groups {
  const periods = answer?.periods ?? [];
  const proposed: Groups = periods.map(({ period, whence }) => [
    fill(words.proposed, { whence: words.whences[whence] }),
    [[period, monthText(period)]],
  ]);
  const others = otherPeriods(periods, periodChoices(Date.now()));
  return [...proposed, ["", others.map((month) => [month, monthText(month)])]];
}

function points({ answer }: Item): HTMLElement | null {
  if (answer === null || answer.pointCount === 0) return null;
  const items = answer.points.slice(0, POINTS_SHOWN).map(({ cell, row, message }) => {
    const where = cell ?? (row === null ? "" : String(row));
    return make("li", {}, where === "" ? null : make("b", {}, `${where} `), message);
  });
  const more = answer.pointCount - items.length;
  if (more > 0) items.push(make("li", {}, fill(words.morePoints, { count: more })));
  return make(
    "details",
    {},
    make("summary", {}, fill(words.points, { count: answer.pointCount })),
    make("ul", {}, ...items),
  );
}

function receiptOf(item: Item) {
  return item.receipt ?? item.answer?.received ?? null;
}

function receipt(item: Item): HTMLElement | null {
  const found = receiptOf(item);
  if (found === null) return null;
  const line = fill(words.receipt, { receipt: found.receipt, time: timeText(found.receivedAt) });
  return make("p", { class: "notice good" }, found.late ? `${line} · ${words.late}` : line);
}

function buttons(item: Item, shown: Shown, { hands, passesOn }: ItemPlace): HTMLElement | null {
  const all: HTMLElement[] = [];
  const button = (text: string, kind: string, press: (button: HTMLButtonElement) => void) => {
    const element = make("button", { type: "button", class: kind }, text) as HTMLButtonElement;
    element.addEventListener("click", () => press(element));
    all.push(element);
  };
  if (shown === "ready") button(passesOn ? words.passOne : words.sendOne, "primary", () => hands.send(item));
  if (shown === "failed") button(words.retry, "second", () => hands.retry(item));
  const counts = item.answer?.counts;
  const worthMarking = counts !== null && counts !== undefined && counts.suggest + counts.error + counts.warn > 0;
  if (worthMarking && item.file !== null) button(words.marked, "second", (element) => hands.marked(item, element));
  return all.length === 0 ? null : make("div", { class: "actions" }, ...all);
}

function reply(item: Item, shown: Shown, { hands }: ItemPlace): HTMLElement | null {
  if (shown === "queued" || shown === "checking" || shown === "sending" || shown === "failed") return null;
  const { answer } = item;
  const found = receiptOf(item);
  const text = answer !== null && found === null ? answer.reply : spoken(item);
  if (text === null) return null;
  const field = make("textarea", {
    readonly: true,
    rows: 6,
    id: `${item.id}-reply`,
    lang: "th",
  }) as HTMLTextAreaElement;
  field.value = text;
  const copy = make("button", { type: "button", class: "second" }, words.copy) as HTMLButtonElement;
  copy.addEventListener("click", () => hands.copy(text, copy, field));
  return make(
    "details",
    { class: "reply" },
    make("summary", {}, words.replyTitle),
    make("label", { for: `${item.id}-reply`, class: "away" }, `${words.replyTitle}: ${item.name}`),
    field,
    copy,
  );
}

/** The text when the page knows more than the check did: a receipt, or a file that never was checked. */
function spoken(item: Item): string | null {
  const { answer, trouble, name } = item;
  const found = receiptOf(item);
  return replyText({
    fileName: name,
    form: answer?.form?.title ?? "",
    office: answer?.office?.label ?? "",
    period: answer?.period == null ? "" : periodText(answer.period),
    needs: trouble === null ? [] : [trouble],
    points: [],
    pointCount: 0,
    receipt:
      found === null ? undefined : { receipt: found.receipt, time: timeText(found.receivedAt), late: found.late },
  });
}

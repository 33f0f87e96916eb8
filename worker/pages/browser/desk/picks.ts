import { formOf } from "../book.ts";
import { byId, make, show } from "../dom.ts";
import { bounded, overlong } from "./limit.ts";
import { asComments, type Pick, unsaidOf } from "./pickList.ts";
import type { Detail } from "./types.ts";
import { desk, fill, unsent } from "./words.ts";

/** As much as the collector takes of one comment. */
const COMMENT_CHARS = 2000;

const picks = new Map<string, Pick>();
/** What was taken out last, while it can be put back. */
let dropped: Pick | null = null;
let changed = () => {};

/** Told whenever a mark or its text changes. */
export function onPicks(then: () => void): void {
  changed = then;
}

export function picksNow(): Pick[] {
  return [...picks.values()];
}

export function setPicks(all: readonly Pick[]): void {
  picks.clear();
  for (const pick of all) picks.set(keyOf(pick.row, pick.field), { ...pick });
}

const keyOf = (row: number, field: string | null) => `${row} ${field ?? ""}`;
const boxId = (key: string) => `pick ${key}`.replaceAll(" ", "-");

export function isPicked(row: number, field: string | null): boolean {
  return picks.has(keyOf(row, field));
}

/** Marks a cell. One that is marked keeps its mark and its text: the way leads to its box. */
export function pickCell(row: number, field: string | null): "marked" | "there" {
  const key = keyOf(row, field);
  if (picks.has(key)) {
    byId(boxId(key)).focus();
    return "there";
  }
  const back = dropped !== null && keyOf(dropped.row, dropped.field) === key ? dropped : null;
  picks.set(key, back ?? { row, field, text: "" });
  if (back !== null) dropped = null;
  changed();
  return "marked";
}

/** What was taken out stays out: its row belongs to a version that is shown no more. */
export function leaveDropped(): void {
  dropped = null;
}

export function clearPicks(): void {
  picks.clear();
  dropped = null;
}

export function picksAsComments(): Pick[] {
  return asComments(picks.values(), unsent.unsaid);
}

/** The first remark that is too long, told with its cell; null: all fit. The way leads to its box. */
export function overlongPick({ form }: Detail): string | null {
  for (const [key, { row, field, text }] of picks) {
    const fault = overlong(text, COMMENT_CHARS);
    if (fault === null) continue;
    byId(boxId(key)).focus();
    return fill(unsent.tooLongAt, { name: cellName(form, row, field), fault });
  }
  return null;
}

export function cellName(form: string, row: number | null, field: string | null): string {
  const label = formOf({ form })?.fields.find((one) => one.id === field)?.label ?? field;
  if (row === null) return label ?? "";
  return label === null ? fill(desk.wholeRow, { row }) : fill(desk.cellOf, { field: label, row });
}

/** The marked cells, each with its box to write in. What was written stays when the list is drawn anew. */
export function drawPicks(detail: Detail): void {
  const list = [...picks.entries()].sort(([, a], [, b]) => a.row - b.row);
  byId("comments").replaceChildren(
    ...list.map(([key, pick]) => pickBox(key, pick, detail)),
    ...(dropped === null ? [] : [putBack(dropped, detail)]),
  );
}

function pickBox(key: string, pick: Pick, detail: Detail): HTMLElement {
  const name = fill(desk.commentFor, { cell: cellName(detail.form, pick.row, pick.field) });
  const box = make("textarea", { id: boxId(key), rows: 2 }) as HTMLTextAreaElement;
  const unsaid = make("p", { class: "hint" }, fill(unsent.unsaidHint, { text: unsaidOf(pick, unsent.unsaid) }));
  box.value = pick.text;
  const limit = bounded(box, COMMENT_CHARS);
  const written = () => show(unsaid, pick.text.trim() === "");
  written();
  box.addEventListener("input", () => {
    pick.text = box.value;
    written();
    changed();
  });
  const drop = make(
    "button",
    { type: "button", class: "quiet", "aria-label": `${desk.commentDrop}: ${name}` },
    desk.commentDrop,
  );
  drop.addEventListener("click", () => {
    picks.delete(key);
    // A mark alone is made again by one press; what was written is kept until it is put back or the next is taken out.
    if (pick.text.trim() !== "") dropped = pick;
    changed();
    pressed(key, false);
    drawPicks(detail);
    (document.getElementById("put-back") ?? cellButton(key))?.focus();
  });
  return make("div", { class: "pick" }, make("label", { for: box.id }, name), box, limit, unsaid, drop);
}

/** What was taken out with its text can be put back at once. */
function putBack(pick: Pick, detail: Detail): HTMLElement {
  const cell = cellName(detail.form, pick.row, pick.field);
  const back = make("button", { type: "button", class: "second", id: "put-back" }, unsent.putBack);
  back.addEventListener("click", () => {
    const key = keyOf(pick.row, pick.field);
    pickCell(pick.row, pick.field);
    pressed(key, true);
    drawPicks(detail);
    byId(boxId(key)).focus();
  });
  return make("div", { class: "notice", role: "status" }, make("p", {}, fill(unsent.takenOut, { cell })), back);
}

function cellButton(key: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-pick="${key}"]`);
}

function pressed(key: string, on: boolean): void {
  cellButton(key)?.setAttribute("aria-pressed", String(on));
}

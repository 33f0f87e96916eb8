import { formOf } from "../book.ts";
import { byId, make } from "../dom.ts";
import type { Detail } from "./types.ts";
import { desk, fill } from "./words.ts";

/** A cell the reviewer marked, with what is written about it so far. */
interface Pick {
  row: number;
  field: string | null;
  text: string;
}

const picks = new Map<string, Pick>();

const keyOf = (row: number, field: string | null) => `${row} ${field ?? ""}`;

export function isPicked(row: number, field: string | null): boolean {
  return picks.has(keyOf(row, field));
}

/** Marks a cell, or takes the mark off again. */
export function togglePick(row: number, field: string | null): boolean {
  const key = keyOf(row, field);
  if (picks.delete(key)) return false;
  picks.set(key, { row, field, text: "" });
  return true;
}

export function clearPicks(): void {
  picks.clear();
}

/** What is written, in the order of the sheet; a mark without a word is a request to look at the cell. */
export function picksAsComments(): Pick[] {
  return [...picks.values()]
    .sort((a, b) => a.row - b.row)
    .map((pick) => ({ ...pick, text: pick.text.trim() }))
    .filter((pick) => pick.text !== "");
}

export function cellName(form: string, row: number | null, field: string | null): string {
  const label = formOf({ form })?.fields.find((one) => one.id === field)?.label ?? field;
  if (row === null) return label ?? "";
  return label === null ? fill(desk.wholeRow, { row }) : fill(desk.cellOf, { field: label, row });
}

/** The marked cells, each with its box to write in. What was written stays when the list is drawn anew. */
export function drawPicks({ form }: Detail): void {
  const list = [...picks.entries()].sort(([, a], [, b]) => a.row - b.row);
  const boxes = list.map(([key, pick]) => {
    const name = fill(desk.commentFor, { cell: cellName(form, pick.row, pick.field) });
    const box = make("textarea", {
      id: `pick ${key}`.replaceAll(" ", "-"),
      rows: 2,
      maxlength: 2000,
    }) as HTMLTextAreaElement;
    box.value = pick.text;
    box.addEventListener("input", () => {
      pick.text = box.value;
    });
    const drop = make(
      "button",
      { type: "button", class: "quiet", "aria-label": `${desk.commentDrop}: ${name}` },
      desk.commentDrop,
    );
    drop.addEventListener("click", () => {
      document.querySelector<HTMLElement>(`[data-pick="${key}"]`)?.click();
    });
    return make("div", { class: "pick" }, make("label", { for: box.id }, name), box, drop);
  });
  byId("comments").replaceChildren(...boxes);
}

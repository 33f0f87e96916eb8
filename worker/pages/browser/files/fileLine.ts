import { make } from "../dom.ts";
import { fileView } from "./fileView.ts";
import type { Item } from "./queue.ts";
import type { ReportFile } from "./shapes.ts";
import { fill, words } from "./words.ts";

const MB = 1024 * 1024;
/** "1.5 MB", or "12 KB" for less than a tenth of one. */
export function sizeText(bytes: number): string {
  if (bytes < MB / 10) return fill(words.sizeSmall, { kb: Math.max(1, Math.round(bytes / 1024)) });
  return fill(words.sizeText, { mb: (bytes / MB).toFixed(1) });
}
const GOOD = ["checked", "expired"];

export interface LineActs {
  mayRemove: boolean;
  remove(file: ReportFile): Promise<void>;
  fail(error: unknown): void;
}

/** A file the collector knows: its state in words, what to know of it, and what can be done. */
export function fileLine(file: ReportFile, acts: LineActs, more: Node | null = null): HTMLElement {
  const tone = GOOD.includes(file.state) ? "accepted" : file.state === "refused" ? "returned" : "received";
  const why = file.state === "refused" ? (words.reasons[file.reason ?? ""] ?? words.reasons.broken!) : null;
  const notes = file.notes.map((note) => words.notes[note]).filter((note) => note !== undefined);
  const length = file.seconds === null ? "" : ` · ${fill(words.seconds, { seconds: Math.round(file.seconds) })}`;
  const remove = make(
    "button",
    { type: "button", class: "quiet", "aria-label": `${words.remove} ${file.name}` },
    words.remove,
  );
  remove.addEventListener("click", () => {
    (remove as HTMLButtonElement).disabled = true;
    void acts.remove(file).catch((error: unknown) => {
      (remove as HTMLButtonElement).disabled = false;
      acts.fail(error);
    });
  });
  return make(
    "li",
    { class: "entry", "data-state": file.state },
    make("p", { class: "name" }, make("span", { class: `tag ${tone}` }, words.states[file.state]), ` ${file.name}`),
    make("p", { class: "hint" }, `${sizeText(file.bytes)}${length}`),
    why === null ? null : make("p", { class: "notice bad" }, why),
    notes.length === 0 ? null : make("ul", { class: "plain" }, ...notes.map((note) => make("li", {}, note))),
    more,
    make(
      "p",
      { class: "actions" },
      file.state === "checked" ? fileView(file, acts.fail) : null,
      acts.mayRemove && file.state !== "expired" ? remove : null,
    ),
  );
}

export interface ItemActs {
  pause(item: Item): void;
  resume(item: Item): void;
  cancel(item: Item): void;
}

/** A file on its way from this device: how far it is, and how it is stopped, gone on with, or given up. */
export function itemLine(item: Item, acts: ItemActs): HTMLElement {
  const percent = Math.floor((item.sent / item.content.size) * 100);
  const text = fill(words.steps[item.step], { percent, why: item.why ?? "" });
  const button = (label: string, style: string, press: (item: Item) => void) =>
    make(
      "button",
      { type: "button", class: style, "aria-label": `${label} ${item.name}`, onclick: () => press(item) },
      label,
    );
  const stopped = item.step === "paused" || item.step === "failed";
  const bar = make("progress", { max: 100, value: percent, "aria-label": item.name });
  return make(
    "li",
    { class: "entry", "data-step": item.step },
    make("p", { class: "name" }, item.name),
    item.renamed ? make("p", { class: "notice warn" }, words.renamed) : null,
    item.step === "failed" ? null : bar,
    make("p", { class: item.step === "failed" ? "notice bad" : "hint", role: "status" }, text),
    make(
      "p",
      { class: "actions" },
      stopped
        ? button(item.step === "failed" ? words.retry : words.resume, "second", acts.resume)
        : button(words.pause, "second", acts.pause),
      button(words.cancel, "quiet", acts.cancel),
    ),
  );
}

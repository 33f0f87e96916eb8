import type { FileRetention } from "../../../../shared/wire/files.ts";
import { get, sendJson, Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { timeText } from "../time.ts";
import { sizeText } from "./fileLine.ts";
import { fill, words } from "./words.ts";

/** How long the province keeps photos and clips, with what would go before it is decided. */
export async function openKeep(province: string): Promise<void> {
  const path = `/provinces/${province}/files/retention`;
  const months = byId<HTMLInputElement>("months");
  const note = byId("keep-note");
  const draw = (found: FileRetention) => {
    const would = { files: found.files, mb: (found.bytes / 1024 / 1024).toFixed(1) };
    const items = found.items.map((item) =>
      make("li", {}, `${fill(words.keepItem, { ...item, time: timeText(item.at) })} · ${sizeText(item.bytes)}`),
    );
    const next =
      found.next === null ? null : make("p", { class: "hint" }, fill(words.keepNext, { time: timeText(found.next) }));
    const parts = [
      make("p", { class: "notice" }, found.files === 0 ? words.keepNone : fill(words.keepWould, would)),
      items.length === 0 ? null : make("ul", { class: "plain" }, ...items),
      next,
    ].filter((part) => part !== null);
    byId("keep-body").replaceChildren(...parts);
  };
  const asked = (): number | null | undefined => {
    const text = months.value.trim();
    if (text === "") return null;
    const value = Number(text);
    return Number.isInteger(value) && value >= 1 && value <= 120 ? value : undefined;
  };
  const run = (button: HTMLButtonElement, act: (value: number | null) => Promise<string | null>) => {
    const value = asked();
    if (value === undefined) {
      say(note, words.keepBad);
      months.focus();
      return;
    }
    button.disabled = true;
    say(note, null);
    act(value)
      .then((done) => say(note, done))
      .catch((error: unknown) => {
        if (!(error instanceof Trouble)) throw error;
        say(note, error.message);
      })
      .finally(() => (button.disabled = false));
  };
  byId("keep-preview").onclick = () =>
    run(byId<HTMLButtonElement>("keep-preview"), async (value) => {
      draw(await get<FileRetention>(path, { months: value === null ? undefined : String(value) }));
      return null;
    });
  byId("keep-form").onsubmit = (event) => {
    event.preventDefault();
    run(byId<HTMLButtonElement>("keep-save"), async (value) => {
      draw(await sendJson<FileRetention>("PUT", path, { months: value }));
      return words.keepSaved;
    });
  };
  const now = await get<FileRetention>(path);
  months.value = now.months === null ? "" : String(now.months);
  draw(now);
  show(byId("keep"), true);
}

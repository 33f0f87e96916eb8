import { make } from "../dom.ts";
import { fileChooser } from "../fileChooser.ts";
import { dateText } from "../time.ts";
import type { Need, ReportFiles } from "./shapes.ts";
import { fill, words } from "./words.ts";

export interface NeedActs {
  maySend: boolean;
  choose(need: Need, files: File[]): void;
  consent(need: Need, given: boolean): Promise<void>;
  fail(error: unknown): void;
}

/** One centre or activity: what is asked, by which letter, whether guardians agreed, and where files are chosen. */
export function needCard(need: Need, index: number, limit: ReportFiles["clipLimit"], acts: NeedActs): HTMLElement {
  const id = `need-${index}`;
  const counts = fill(need.kind === "clip" ? words.needClip : words.needPhoto, { count: need.count, have: need.have });
  const date = need.date === null ? "" : ` · ${dateText(need.date)}`;
  return make(
    "article",
    { class: "card need", "aria-labelledby": id, "data-target": need.target, "data-kind": need.kind },
    make(
      "h2",
      { id, tabindex: "-1" },
      need.label,
      make("span", { class: "kind" }, ` · ${words.kinds[need.kind]}${date}`),
    ),
    make("p", { class: need.have >= need.count ? "notice good" : "notice" }, counts),
    ...hintsOf(need, limit),
    consentOf(need, id, acts),
    acts.maySend && need.have < need.count ? chooser(need, id, acts) : null,
    need.kind === "photo" ? make("div", { class: "all-photos" }) : null,
    make("ul", { class: "files" }),
  );
}

function hintsOf(need: Need, limit: ReportFiles["clipLimit"]): Node[] {
  if (need.kind === "photo") return [make("p", { class: "hint" }, words.photoHint)];
  if (limit === null) return [];
  const hint = make(
    "p",
    { class: "hint" },
    fill(words.clipHint, { limit: lengthText(limit.seconds), source: limit.source }),
  );
  if (limit.stricter === null) return [hint];
  const { seconds, source } = limit.stricter;
  return [hint, make("p", { class: "hint" }, fill(words.clipStricter, { limit: lengthText(seconds), source }))];
}

function lengthText(seconds: number): string {
  return seconds % 60 === 0 ? fill(words.minutes, { minutes: seconds / 60 }) : fill(words.seconds, { seconds });
}

function consentOf(need: Need, id: string, acts: NeedActs): HTMLElement | null {
  if (need.consent === null) return null;
  const missing = make("p", { class: "hint", id: `${id}-consent`, hidden: need.consent }, words.consentMissing);
  if (!acts.maySend) return make("p", {}, need.consent ? words.consentGiven : words.deskNoConsent);
  const box = make("input", { type: "checkbox", "aria-describedby": missing.id }) as HTMLInputElement;
  box.checked = need.consent;
  box.addEventListener("change", () => {
    const wanted = box.checked;
    // Until the collector has it, the box shows what it has.
    box.checked = !wanted;
    box.disabled = true;
    acts
      .consent(need, wanted)
      .catch(acts.fail)
      .finally(() => (box.disabled = false));
  });
  return make("div", {}, make("label", { class: "check" }, box, " ", make("span", {}, words.consent)), missing);
}

function chooser(need: Need, id: string, acts: NeedActs): HTMLElement {
  const photo = need.kind === "photo";
  const asked = {
    id: `${id}-file`,
    label: photo ? words.addPhoto : words.addClip,
    about: fill(words.of, { label: need.label }),
    multiple: photo && need.count > 1,
    accept: photo ? "image/jpeg,image/png,image/heic,image/webp" : "video/mp4,.mp4",
  };
  // What is chosen goes at once and stands in the list below.
  const { box, input } = fileChooser(asked, false);
  input.addEventListener("change", () => {
    const files = [...(input.files ?? [])];
    // The same file may be chosen again.
    input.value = "";
    acts.choose(need, files);
  });
  return box;
}

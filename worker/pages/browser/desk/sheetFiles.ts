import { get, type Role, Trouble } from "../api.ts";
import { byId, make, show } from "../dom.ts";
import { sizeText } from "../files/fileLine.ts";
import { fileView, photosOf } from "../files/fileView.ts";
import { allPhotos } from "../files/photoView.ts";
import type { Need, ReportFile, ReportFiles } from "../files/shapes.ts";
import { words as files } from "../files/words.ts";
import { timeText } from "../time.ts";
import { filled, trouble } from "./state.ts";
import { fill, language } from "./words.ts";

/** The photos and clips of a report: what is awaited, what is here and how it stands, whether guardians agreed. */
export async function drawFiles(id: string, role: Role): Promise<void> {
  let found: ReportFiles;
  try {
    found = await get<ReportFiles>(`/submissions/${encodeURIComponent(id)}/files`);
  } catch (error) {
    // The report is read without its files; what cannot be had is told and shown when it can.
    trouble(error);
    return;
  }
  show(byId("files"), found.needs.length > 0 || found.files.length > 0);
  byId("files-title").textContent = files.deskTitle;
  const { waiting, seal } = found;
  const maySend = role === "office" || role === "province";
  const looked = role !== "office" && found.files.some(({ state }) => state === "checked");
  const standing = waiting > 0 ? fill(files.waiting, { count: waiting }) : files.complete;
  const lost = found.files.filter(({ placed, state }) => !placed && state === "checked");
  const parts = [
    make("p", { class: waiting > 0 ? "notice" : "notice good" }, standing),
    looked ? make("p", { class: "hint" }, files.looks) : null,
    seal === null
      ? null
      : make(
          "p",
          { class: "hint" },
          fill(files.sealText, { number: seal.number, files: seal.files, time: timeText(seal.at) }),
          make("br"),
          make("span", { class: "hash" }, fill(files.sealHash, { hash: seal.hash })),
        ),
    ...found.needs.map((need) => needPart(need, found.files)),
    ...lost.map((file) =>
      make("div", { class: "need" }, make("h3", {}, fill(files.lostWas, { label: file.label })), fileRow(file)),
    ),
    make("p", {}, make("a", { href: `/files?id=${id}&lang=${language}` }, maySend ? files.sendLink : files.openLink)),
  ].filter((part) => part !== null);
  filled(byId("files-body"), ...parts);
}

function needPart(need: Need, all: readonly ReportFile[]): HTMLElement {
  const mine = all.filter(({ target, kind }) => target === need.target && kind === need.kind);
  const missing = need.count - need.have;
  const lines = mine.map(fileRow);
  return make(
    "div",
    { class: "need" },
    make("h3", {}, need.label),
    missing > 0 ? make("p", { class: "hint" }, fill(files.deskMissing, { count: missing })) : null,
    need.consent === null
      ? null
      : make(
          "p",
          { class: need.consent ? "hint" : "notice bad" },
          need.consent ? files.consentGiven : files.deskNoConsent,
        ),
    allPhotos(photosOf(mine, failed), failed),
    lines.length === 0 ? null : make("ul", { class: "plain" }, ...lines),
  );
}

function fileRow(file: ReportFile): HTMLElement {
  const notes = file.notes.map((note) => files.notes[note]).filter((note) => note !== undefined);
  const length = file.seconds === null ? [] : [fill(files.seconds, { seconds: Math.round(file.seconds) })];
  const why = file.state === "refused" ? [files.reasons[file.reason ?? ""] ?? ""] : [];
  return make(
    "li",
    {},
    `${file.name} · ${[sizeText(file.bytes), ...length, files.states[file.state], ...why, ...notes].join(" · ")} `,
    file.state === "checked" ? fileView(file, failed) : null,
  );
}

function failed(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
  trouble(error);
}

import { findForm } from "../../../../shared/forms/index.ts";
import { get, putBytes, type Session, sendJson, Trouble } from "../api.ts";
import { byId, make, say, show } from "../dom.ts";
import { openDoor } from "../door.ts";
import { placeName } from "../placeName.ts";
import { monthText, timeText } from "../time.ts";
import { openAwaited } from "./awaited.ts";
import { chooseReport } from "./choose.ts";
import { fileLine, itemLine, type LineActs } from "./fileLine.ts";
import { closeViews, photosOf } from "./fileView.ts";
import { openKeep } from "./keep.ts";
import { keptFiles } from "./kept.ts";
import { needCard } from "./needCard.ts";
import { allPhotos } from "./photoView.ts";
import { prepare } from "./prepare.ts";
import { type Item, openQueue } from "./queue.ts";
import type { Need, ReportFile, ReportFiles } from "./shapes.ts";
import type { Wire } from "./upload.ts";
import { fill, words } from "./words.ts";

const id = new URLSearchParams(location.search).get("id") ?? "";
let session: Session | null = null;
let shown: ReportFiles | null = null;
/** Whose report it is, for those who look at many; null until the list of offices tells it. */
let officeName: string | null = null;
/** Asks anew what is still awaited; without a list nothing. */
let askAwaited = (): void => {};

const queue = openQueue({
  wireOf,
  changed: drawLines,
  arrived: () => void refresh(),
  explain: (error) => {
    if (!(error instanceof Trouble)) throw error;
    return String(error.problem.title ?? error.message);
  },
  removeAtCollector: async (file) => {
    try {
      await sendJson("DELETE", `/files/${file}`);
      await refresh();
    } catch (error) {
      trouble(error);
    }
  },
});

function wireOf({ submission, target, kind, name, content, look }: Item): Wire {
  return {
    announce: (hash) =>
      sendJson<ReportFile>("POST", `/submissions/${submission}/files`, {
        ...{ target, kind, name, bytes: content.size, hash, look },
      }),
    piece: async (file, part, bytes, hash, signal) => {
      await putBytes(`/files/${file}/pieces/${part}`, bytes, { "piece-hash": hash }, signal);
    },
    finish: (file) => sendJson<ReportFile>("POST", `/files/${file}/finish`),
  };
}

/** What went wrong, above everything; what was on the page stays. A fault of ours is thrown on. */
function trouble(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
  say(byId("trouble"), error.status === 0 ? words.offline : error.message);
}

async function refresh(): Promise<void> {
  try {
    shown = await get<ReportFiles>(`/submissions/${encodeURIComponent(id)}/files`);
    say(byId("trouble"), null);
    draw();
  } catch (error) {
    trouble(error);
  }
}

const maySend = () => session?.role === "office" || session?.role === "province";

function draw(): void {
  if (shown === null) return;
  const { needs, waiting } = shown;
  const standing =
    needs.length === 0 ? words.asksNone : waiting > 0 ? fill(words.waiting, { count: waiting }) : words.complete;
  say(byId("standing"), standing);
  byId("standing").dataset.done = String(waiting === 0);
  show(byId("report"), true);
  show(byId("lead"), waiting > 0 && session?.role === "office");
  show(byId("privacy"), needs.length > 0 && maySend());
  show(byId("looks"), session?.role !== "office" && shown.files.some(({ state }) => state === "checked"));
  drawFacts(shown);
  const focused = document.activeElement?.id ?? "";
  byId("needs").replaceChildren(
    ...needs.map((need, i) =>
      needCard(need, i, shown!.clipLimit, { maySend: maySend(), choose, consent, fail: trouble }),
    ),
  );
  drawLines();
  drawLost(shown);
  // Drawing anew must not throw the keyboard back to the top.
  if (focused !== "") document.getElementById(focused)?.focus();
}

function drawFacts({ form, period, receipt, seal, office }: ReportFiles): void {
  const fact = (name: string, ...value: (Node | string)[]) => [make("dt", {}, name), make("dd", {}, ...value)];
  const sealed =
    seal === null
      ? [words.noSeal]
      : [
          fill(words.sealText, { number: seal.number, files: seal.files, time: timeText(seal.at) }),
          make("br"),
          make("span", { class: "hash" }, fill(words.sealHash, { hash: seal.hash })),
        ];
  byId("facts").replaceChildren(
    ...(session?.role === "office" ? [] : fact(words.office, officeName ?? office)),
    ...fact(words.month, `${monthText(period)} · ${findForm(form)?.title[0] ?? form}`),
    ...fact(words.receipt, make("span", { class: "number" }, receipt)),
    ...fact(words.seal, ...sealed),
  );
}

const lineActs = (): LineActs => ({
  mayRemove: maySend() && shown?.status !== "accepted",
  async remove(file) {
    await sendJson("DELETE", `/files/${file.id}`);
    await refresh();
  },
  fail: trouble,
});

const itemActs = {
  pause: (item: Item) => queue.pause(item),
  resume: (item: Item) => queue.resume(item),
  cancel: (item: Item) => void queue.cancel(item),
};

/** The files of each need: those at the collector, then those on their way. A button under the finger is not drawn anew. */
function drawLines(): void {
  if (shown === null) return;
  const onTheirWay = new Set(queue.items().map(({ file }) => file));
  for (const card of document.querySelectorAll<HTMLElement>(".need")) {
    const mine = <T extends { target: string; kind: string }>(all: readonly T[]) =>
      all.filter(({ target, kind }) => target === card.dataset.target && kind === card.dataset.kind);
    const lines = [
      ...mine(shown.files)
        .filter((file) => !onTheirWay.has(file.id))
        .map((file) => fileLine(file, lineActs())),
      ...mine(queue.items()).map((item) => itemLine(item, itemActs)),
    ];
    renew(card.querySelector(".files")!, lines);
    const all = allPhotos(photosOf(mine(shown.files), trouble), trouble);
    card.querySelector(".all-photos")?.replaceChildren(...(all === null ? [] : [all]));
  }
}

function renew(list: Element, lines: HTMLElement[]): void {
  const labelOf = (element: Element | null) => element?.getAttribute("aria-label") ?? null;
  const before = list.contains(document.activeElement) ? (document.activeElement as HTMLElement) : null;
  list.replaceChildren(...lines);
  if (before === null) return;
  // What somebody looks at stays what it is; a button is made anew.
  const again = list.contains(before)
    ? before
    : [...list.querySelectorAll("button")].find((button) => labelOf(button) === labelOf(before));
  (again ?? list.querySelector("button"))?.focus();
}

function drawLost({ files, needs }: ReportFiles): void {
  const lost = files.filter(({ placed, state }) => !placed && (state === "checked" || state === "receiving"));
  show(byId("lost"), lost.length > 0);
  byId("lost-list").replaceChildren(...lost.map((file) => fileLine(file, lineActs(), mover(file, needs))));
}

function mover(file: ReportFile, needs: readonly Need[]): HTMLElement {
  const free = needs.filter(({ kind, have, count }) => kind === file.kind && have < count);
  const was = make("p", { class: "hint" }, fill(words.lostWas, { label: file.label }));
  if (!maySend() || free.length === 0) return was;
  const select = make(
    "select",
    { id: `move-${file.id}` },
    ...free.map(({ target, label }) => make("option", { value: target }, label)),
  );
  const button = make(
    "button",
    { type: "button", class: "primary", "aria-label": `${words.move} ${file.name}` },
    words.move,
  );
  button.addEventListener("click", () => {
    (button as HTMLButtonElement).disabled = true;
    sendJson("POST", `/files/${file.id}/move`, { target: (select as HTMLSelectElement).value })
      .then(refresh)
      .catch(trouble)
      .finally(() => ((button as HTMLButtonElement).disabled = false));
  });
  return make("div", { class: "mover" }, was, make("label", { for: select.id }, words.belongs), select, button);
}

async function consent(need: Need, given: boolean): Promise<void> {
  shown = await sendJson<ReportFiles>("PUT", `/submissions/${id}/consents`, { target: need.target, given });
  draw();
}

/** Chosen files are looked at one after another; what cannot be taken is told beside its place, and nothing of it leaves. */
function choose(need: Need, files: File[]): void {
  void (async () => {
    for (const file of files) {
      const ready = await prepare(file, need.kind, shown?.clipLimit?.seconds ?? 0);
      if (typeof ready === "string") {
        const why = `${file.name}: ${words.reasons[ready] ?? words.reasons.broken}`;
        say(byId("trouble"), why);
        continue;
      }
      const { target, kind } = need;
      queue.add({ key: crypto.getRandomValues(new Uint32Array(4)).join("-"), submission: id, target, kind, ...ready });
    }
  })();
}

async function begin(now: Session): Promise<void> {
  session = now;
  show(byId("place"), true);
  show(byId("work"), true);
  if (id === "") {
    try {
      // The country is no place with a list of its own: its people come from a report.
      if (now.place !== "TH") askAwaited = await openAwaited(now, trouble);
      await chooseReport(now);
      if (now.role === "province") await openKeep(now.place);
    } catch (error) {
      trouble(error);
    }
    return;
  }
  await refresh();
  if (now.role !== "office" && shown !== null) void nameOffice(shown);
  const left = maySend() && shown !== null ? await keptFiles(id) : [];
  const known = new Set(queue.items().map(({ key }) => key));
  for (const file of left) if (!known.has(file.key)) queue.add(file);
  if (left.length > 0) say(byId("told"), words.continues);
}

/** The name comes after the page: the list of offices is large. */
async function nameOffice(report: ReportFiles): Promise<void> {
  officeName = await placeName({ role: "office", place: report.office }).catch(() => null);
  if (shown !== null) drawFacts(shown);
}

window.addEventListener("online", () => {
  if (session === null) return;
  say(byId("trouble"), null);
  if (id === "") askAwaited();
  else void refresh();
});

openDoor({
  begin,
  left() {
    session = null;
    shown = null;
    queue.stopAll();
    closeViews();
    askAwaited = () => {};
    byId("awaited-body").replaceChildren();
    byId("needs").replaceChildren();
    for (const part of ["place", "work", "report", "lost", "awaited", "elsewhere", "choose", "keep"])
      show(byId(part), false);
  },
});

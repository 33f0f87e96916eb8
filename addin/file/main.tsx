import { render } from "preact";
import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { UnreadableFile } from "../../shared/workbook/unreadable.ts";
import { START } from "../pane/core/state.ts";
import { Rosters } from "../pane/rosters.ts";
import { Runtime } from "../pane/runtime.ts";
import { aloneWith } from "../pane/send/alone.ts";
import { openCupboard } from "../pane/send/browserStore.ts";
import { Collector, type Session } from "../pane/send/collector.ts";
import { Outbox } from "../pane/send/outbox.ts";
import { hand, newKey, readSession, writeSession } from "./browser.ts";
import { keepDraft } from "./draft.ts";
import type { FileHost } from "./fileHost.ts";
import type { FileDraft } from "./openFile.ts";
import { Page } from "./Page.tsx";

declare const RUAM_VERSION: string;

/** Reading workbooks is a third of the script: it comes behind the first screen, and is there before a file is chosen. */
const workbooks = import("./openFile.ts");
workbooks.catch(() => {});

const VERSION = typeof RUAM_VERSION === "string" ? RUAM_VERSION : "dev";

/** Until the page listens, a file let go over it must not be opened by the browser in its place. */
for (const type of ["dragover", "drop"] as const)
  addEventListener(type, (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });

/** The page of dropped workbooks: puts the parts together once, and draws. */
async function start(root: HTMLElement): Promise<void> {
  const language = document.documentElement.lang === "en" ? "en" : "th";
  const cupboard = await openCupboard();
  const collector = new Collector("");
  const usual = new URLSearchParams(location.search).get("province");
  const rosters = new Rosters(collector, cupboard, /^[1-9][0-9]$/.test(usual ?? "") ? usual : null);
  let session: Session | null = readSession(Date.now());
  let host: FileHost | null = null;
  let reading: string | null = null;
  let draft = await cupboard.get<FileDraft>("draft");

  const outbox: Outbox = new Outbox({
    store: cupboard.outbox,
    post: (item) => collector.post(item),
    token: () => (session !== null && Date.parse(session.expiresAt) > Date.now() ? session.token : null),
    tokenRefused: (token) => {
      if (session?.token === token) runtime.dispatch({ on: "signedOut" });
    },
    alone: aloneWith(cupboard.outbox, newKey(), Date.now),
    now: Date.now,
    random: Math.random,
    newKey,
    wake: later,
    changed: (items) => {
      const waited = new Set(runtime.state.kept.filter((item) => item.receipt === null).map((item) => item.key));
      runtime.dispatch({ on: "outbox", items, durable: cupboard.outbox.durable });
      channel?.postMessage("changed");
      // What was received is no work left unfinished.
      const done = items.filter((item) => item.receipt !== null && waited.has(item.key));
      if (done.some((item) => item.about.document === draft?.name || item.key === runtime.state.sentKey)) forget();
    },
  });
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("ruam-outbox");
  // Another tab has sent, or kept something: show what is in the store, and tell nobody.
  channel?.addEventListener("message", async () => {
    runtime.dispatch({ on: "outbox", items: await cupboard.outbox.all(), durable: cupboard.outbox.durable });
  });

  const runtime = new Runtime({
    ...{ collector, rosters, outbox, later, language, marksFollow: true },
    keepSession: (next) => {
      session = next;
      writeSession(next);
    },
    breathe: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    today: () => bangkokDate(Date.now()),
    draw: () => draw(),
    onFault: (error) => console.error(error),
    client: { name: "ruam-pane", version: VERSION },
  });

  const open = async (next: FileDraft) => {
    reading = next.name;
    runtime.dispatch({ on: "closed" });
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    try {
      const { openFile } = await workbooks;
      const opened = await openFile(next, {
        getSetting: (key) => cupboard.get(key),
        setSetting: (key, value) => cupboard.set(key, value),
        hand,
      });
      performance.mark("ruam-read");
      host = opened;
      keepDraft(opened, next, cupboard, later);
      runtime.open(opened);
      opened.watch(draw);
    } catch (error) {
      if (!(error instanceof UnreadableFile)) console.error(error);
      const refusal =
        error instanceof UnreadableFile
          ? { code: error.code, params: { ...error.params } }
          : { code: "failed", params: {} };
      runtime.dispatch({ on: "refused", refusal });
    } finally {
      reading = null;
      draw();
    }
  };
  const take = async (file: File) => {
    await open({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), edits: [] });
  };
  const forget = () => {
    draft = null;
    void cupboard.set("draft", null);
    draw();
  };
  const close = () => {
    host = null;
    runtime.dispatch({ on: "closed" });
    void cupboard.get<FileDraft>("draft").then((kept) => {
      draft = kept;
      draw();
    });
  };

  let asked = false;
  function draw(): void {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      const about = draft === null || draft.edits.length === 0 ? null : { name: draft.name, count: draft.edits.length };
      render(
        <Page
          {...{ state: runtime.state, runtime, host, language, reading, close }}
          draft={about}
          take={(file) => void take(file)}
          resume={() => draft !== null && void open(draft)}
          discard={forget}
        />,
        root,
      );
      if (runtime.state.report !== null && performance.getEntriesByName("ruam-first-list").length === 0)
        performance.mark("ruam-first-list");
    });
  }

  runtime.state = { ...START, session, online: navigator.onLine };
  addEventListener("online", () => runtime.dispatch({ on: "network", online: true }));
  addEventListener("offline", () => runtime.dispatch({ on: "network", online: false }));
  // Events are hints: coming back to the page is a good moment to look again.
  addEventListener("focus", () => runtime.hint());
  root.replaceChildren();
  draw();
  // Signed in on this tab already: what waited for a code need wait no longer.
  await (session === null ? outbox.flush() : outbox.tryNow());
  if ("serviceWorker" in navigator)
    await navigator.serviceWorker.register("/app/sw.js", { scope: "/app" }).catch(() => {});
}

function later(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

void start(document.getElementById("app")!);

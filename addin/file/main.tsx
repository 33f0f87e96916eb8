import { render } from "preact";
import { UnreadableFile } from "../../shared/workbook/unreadable.ts";
import { assemble, later } from "../pane/assemble.ts";
import { keepDraft } from "./draft.ts";
import type { FileHost } from "./fileHost.ts";
import { hand } from "./hand.ts";
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
  let host: FileHost | null = null;
  let reading: string | null = null;
  let draft: FileDraft | null = null;

  const { runtime, cupboard, ...assembly } = await assemble({
    ...{ language, base: "", version: VERSION, marksFollow: true, draw: () => draw() },
    // What was received is no work left unfinished.
    received: (items) => {
      if (items.some((item) => item.about.document === draft?.name || item.key === runtime.state.sentKey)) forget();
    },
  });
  draft = await cupboard.get<FileDraft>("draft");

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

  root.replaceChildren();
  await assembly.start();
  if ("serviceWorker" in navigator)
    await navigator.serviceWorker.register("/app/sw.js", { scope: "/app" }).catch(() => {});
}

void start(document.getElementById("app")!);

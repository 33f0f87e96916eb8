/// <reference types="office-js" />
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { DOMWindow } from "jsdom";
import { fillFromBytes } from "./book/fromBytes.ts";
import type { ExcelOptions } from "./index.ts";
import { Machine } from "./machine.ts";
import { quiet } from "./quiet.ts";
import { later } from "./transport/bridge.ts";
import { LIBRARY_FOLDER } from "./transport/library.ts";
import { metadataOf } from "./transport/metadata.ts";
import { Parent, paneUrl } from "./transport/parent.ts";

const ORIGIN = "https://localhost";

/** Where a page may load office.js from; whatever it asks for below these comes from Microsoft's package as it is. */
const OFFICE_JS = /^https:\/\/(?:appsforoffice\.microsoft\.com\/lib\/1(?:\.1)?\/hosted|localhost\/office-js)\/(.+)$/;

const PAGE = `<!doctype html><meta charset="utf-8"><title>pane</title>
<script src="https://appsforoffice.microsoft.com/lib/1/hosted/office.debug.js"></script><body></body>`;

export interface WebOptions extends Omit<ExcelOptions, "build"> {
  /** The task pane's page; unless said, one that only loads office.js. */
  html?: string;
  /** Scripts run in the page once it is loaded. */
  scripts?: string[];
  /** Files of https://localhost, by path: "/pane.js". */
  files?: Record<string, string>;
  /** A shared runtime: ribbon commands run in the pane's page. */
  shared?: boolean;
}

export interface WebExcel extends Pick<Machine, "wire" | "book" | "user" | "coauthor" | "faults" | "events" | "pane"> {
  /** The pane's own window, with Microsoft's Office and Excel in it. */
  window: DOMWindow & { Office: typeof Office; Excel: typeof Excel };
  /** What Office.onReady told. */
  ready: { host: unknown; platform: unknown; addin?: unknown };
  /** Presses the button of a function command; resolves when it calls event.completed(). Status 0 is well. */
  ribbon(functionName: string, button?: string): Promise<{ status: number; data: unknown }>;
  documentSettings(): [string, string][];
  /** What the pane asked of Excel on the web that is not modelled, and every address outside the package it wanted to load. */
  refused: string[];
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Excel on the web around a task pane in jsdom: the genuine office.js, its bootstrap included, talking by postMessage. */
export async function startExcelWeb(options: WebOptions = {}): Promise<WebExcel> {
  const { JSDOM, requestInterceptor, VirtualConsole } = await import("jsdom");
  const machine = new Machine({ ...options, build: "web" });
  if (options.bytes !== undefined) await fillFromBytes(machine.inner, options.bytes);
  let pane: DOMWindow;
  const post = (data: string) => pane.dispatchEvent(new pane.MessageEvent("message", { data, origin: ORIGIN }));
  const parent = new Parent(machine, machine.kernel(metadataOf("web")), { post, later }, { origin: ORIGIN });
  const broken: unknown[] = [];
  const virtualConsole = new VirtualConsole();
  virtualConsole.on("jsdomError", (error) => broken.push(error));
  const dom = new JSDOM(options.html ?? PAGE, {
    url: paneUrl(`${ORIGIN}/taskpane.html`, ORIGIN, options.shared === true),
    runScripts: "dangerously",
    pretendToBeVisual: true,
    virtualConsole,
    resources: {
      interceptors: [requestInterceptor(async ({ url }) => serve(url, options.files ?? {}, parent.refused))],
    },
    beforeParse: (window) => frame(window, parent),
  });
  pane = dom.window;
  await new Promise<void>((resolve) => pane.addEventListener("load", () => resolve()));
  for (const script of options.scripts ?? []) pane.eval(script);
  const window = pane as unknown as WebExcel["window"];
  const ready = await window.Office.onReady();
  const settle = () => quiet(() => parent.idle, later);
  // The library's own first request says that ribbon commands may come; a test's faults are not meant for it.
  await quiet(() => parent.idle && machine.wire.batches.length > 0, later);
  machine.wire.clear();
  return {
    ...{ window, ready, settle, refused: parent.refused },
    ...pick(machine),
    ribbon: (name, button) => parent.ribbon(name, button),
    documentSettings: () => machine.documentSettings,
    async close() {
      machine.faults.leaveCell();
      await settle();
      pane.close();
      const problem = [...parent.broken, ...broken][0];
      if (problem !== undefined) throw problem;
      const kept = [...machine.references.keys()];
      if (kept.length > 0) throw new Error(`kept and never given back: ${kept.join(", ")}`);
    },
  };
}

function pick({ wire, book, user, coauthor, faults, events, pane }: Machine) {
  return { wire, book, user, coauthor, faults, events, pane };
}

/** Puts Excel's window around the pane's. jsdom has no document.domain, which the library asks for. */
function frame(window: DOMWindow, parent: Parent): void {
  window.sessionStorage.clear();
  const host = { postMessage: (text: string) => parent.receive(text) };
  Object.defineProperty(window, "parent", { value: host, configurable: true });
  Object.defineProperty(window.document, "domain", { value: "localhost", configurable: true });
}

function serve(url: string, files: Record<string, string>, refused: string[]): Response {
  const headers = { "content-type": "application/javascript; charset=utf-8" };
  const library = OFFICE_JS.exec(url.split(/[?#]/)[0]!);
  if (library !== null) return new Response(readFileSync(join(LIBRARY_FOLDER, library[1]!)), { headers });
  const file = files[new URL(url).pathname];
  if (file !== undefined && url.startsWith(ORIGIN)) return new Response(file, { headers });
  refused.push(url);
  return new Response("", { status: 404 });
}

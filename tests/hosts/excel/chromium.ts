import { readFile } from "node:fs/promises";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { build } from "esbuild";
import type { Browser, BrowserContext, Frame, Page } from "playwright-core";
import { generate } from "selfsigned";
import { CHROMIUM } from "../../pages/browser.ts";
import type { ExcelOptions } from "./index.ts";
import type { ExcelSimPage, HostPageOptions } from "./transport/hostPage.ts";
import { LIBRARY_FOLDER } from "./transport/library.ts";
import { metadataOf } from "./transport/metadata.ts";

export interface ExcelStageOptions {
  /** Files of the stage's own origin by path, "/taskpane.html"; they win over `proxy`. */
  files?: Record<string, string | Uint8Array>;
  /** Where everything else comes from, "http://127.0.0.1:1234": the pane's own server, which speaks no TLS. */
  proxy?: string;
}

export interface OpenOptions extends Omit<ExcelOptions, "build">, Pick<HostPageOptions, "shared"> {
  /** The task pane's page: a path of the stage. */
  pane: string;
  size?: { width: number; height: number };
  before?: (context: BrowserContext) => Promise<void>;
}

export interface OpenedExcel {
  context: BrowserContext;
  /** Excel's page around the pane. */
  page: Page;
  /** The pane's page, with Microsoft's own office.js in it. */
  pane: Frame;
  /** Drives the simulated Excel inside its page. What it returns has to be plain. */
  sim<T, A>(work: (excel: ExcelSimPage, given: A) => T | Promise<T>, given?: A): Promise<T>;
  /** Addresses outside the stage and Microsoft's package that were asked for; none was answered. */
  outside: string[];
  complaints: string[];
}

export interface ExcelStage {
  origin: string;
  open(options: OpenOptions): Promise<OpenedExcel>;
  close(): Promise<void>;
}

const HOST_PAGE = `<!doctype html><meta charset="utf-8"><title>Excel</title><style>html,body,iframe{margin:0;border:0;width:100%;height:100%}</style>
<body><script src="/excel-sim/host.js"></script></body>`;

/** An https origin that plays Excel on the web, serves Microsoft's package as it is, and a Chromium to look at it. */
export async function openExcelStage(browser: Browser, options: ExcelStageOptions = {}): Promise<ExcelStage> {
  if (CHROMIUM === null) throw new Error("no Chromium here");
  const own: Record<string, string | Uint8Array> = {
    ...options.files,
    "/excel-sim/host.html": HOST_PAGE,
    "/excel-sim/host.js": await hostScript(),
  };
  const pem = await generate([{ name: "commonName", value: "localhost" }], { keyType: "ec" });
  const server = createServer({ key: pem.private, cert: pem.cert }, async (request, response) => {
    const path = (request.url ?? "/").split("?")[0]!;
    const found = own[path] ?? (await officeFile(path)) ?? null;
    if (found !== null) return response.writeHead(200, { "content-type": typeOf(path) }).end(found);
    if (options.proxy === undefined) return response.writeHead(404).end();
    const body = request.method === "GET" || request.method === "HEAD" ? undefined : await collect(request);
    const headers = new Headers(request.headers as Record<string, string>);
    for (const name of ["host", "connection", "content-length"]) headers.delete(name);
    const answer = await fetch(options.proxy + request.url, {
      method: request.method,
      headers,
      body,
      redirect: "manual",
    });
    const passed = Object.fromEntries(answer.headers);
    delete passed["content-encoding"];
    delete passed["content-length"];
    response.writeHead(answer.status, passed).end(new Uint8Array(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    open: (wanted) => openExcel(browser, origin, wanted),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function openExcel(browser: Browser, origin: string, wanted: OpenOptions): Promise<OpenedExcel> {
  const { size = { width: 360, height: 640 }, before, bytes, pane, ...options } = wanted;
  const context = await browser.newContext({ viewport: size, locale: "th-TH", ignoreHTTPSErrors: true });
  const outside: string[] = [];
  await context.route(
    (url) => url.origin !== origin && url.protocol.startsWith("http"),
    async (route) => {
      const url = new URL(route.request().url());
      const file = url.hostname === "appsforoffice.microsoft.com" ? await officeFile(url.pathname) : null;
      if (file === null) outside.push(url.href);
      await (file === null
        ? route.abort()
        : route.fulfill({ body: Buffer.from(file), contentType: typeOf(url.pathname) }));
    },
  );
  await before?.(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  await page.goto(`${origin}/excel-sim/host.html`);
  const base64 = bytes === undefined ? undefined : Buffer.from(bytes).toString("base64");
  const given: HostPageOptions = { ...options, base64, pane: origin + pane };
  await page.evaluate((all) => window.openExcel!(all), given);
  const sim: OpenedExcel["sim"] = (work, value) =>
    page.evaluate(`(${String(work)})(window.excelSim, ${JSON.stringify(value ?? null)})`) as never;
  return { context, page, pane: page.frame("pane")!, sim, outside, complaints };
}

/** The page around the pane as one script, with what Microsoft's library says of itself before it. */
async function hostScript(): Promise<string> {
  const built = await build({
    entryPoints: [join(import.meta.dirname, "transport/hostPage.ts")],
    ...{ bundle: true, write: false, format: "iife", platform: "browser", target: "es2022", charset: "utf8" },
  } as Parameters<typeof build>[0]);
  return `window.excelMetadata=${JSON.stringify(metadataOf("web"))};\n${built.outputFiles![0]!.text}`;
}

/** A file of the package: below /office-js/, or as the CDN lays them out. */
async function officeFile(path: string): Promise<Uint8Array | null> {
  const match = /^\/(?:office-js|lib\/1(?:\.1)?\/hosted)\/(.+)$/.exec(path);
  if (match === null || normalize(match[1]!).startsWith("..")) return null;
  return readFile(join(LIBRARY_FOLDER, normalize(match[1]!))).catch(() => null);
}

const TYPES: Record<string, string> = {
  ...{ ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".json": "application/json" },
  ...{ ".svg": "image/svg+xml", ".png": "image/png" },
};

function typeOf(path: string): string {
  return `${TYPES[extname(path)] ?? "application/octet-stream"}; charset=utf-8`;
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(piece);
  return Buffer.concat(pieces);
}

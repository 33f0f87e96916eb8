import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { buildSheets } from "../../scripts/sheets/build.ts";
import type { Grid } from "../../shared/sheet/grid.ts";
import { SAMPLE_OFFICES, SAMPLE_PROVINCE } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { GATHER_MS } from "../../worker/host/outbox.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { type Loopback, startLoopback } from "../hosts/google/loopback.ts";
import { legal } from "../hosts/sheets/fake/border.ts";
import { Script } from "../hosts/sheets/script.ts";
import { launch, leave } from "../pages/browser.ts";
import { AUDIENCE, claimsAt, type GoogleKeys, openKeys } from "../people/googleKeys.ts";

/** Where Google shows a sidebar: a frame of its own origin, 300 px wide. */
export const SIDEBAR = "https://n-2rz5ub4kxq7yiolm3w6dsample-0lu-script.googleusercontent.com";
export const FRAME = { width: 300, height: 640 };
const PLENTY = { burst: 10_000, perSecond: 1_000 };

/** A collector that takes Google's sidebars and accounts, and a browser. */
export interface SheetsStage {
  url: string;
  running: Running;
  browser: Browser;
  keys: GoogleKeys;
  html: string;
  codeFor(role: "office" | "province", place: string): string;
  enrolmentFor(office: string): string;
  /** Google's other side: where the province's spreadsheet stands. */
  sheets: Loopback;
  /** Writes to the spreadsheets what is due, as the collector's timer does in time. */
  writeOut(): Promise<void>;
  tokenOf(sub: string): Promise<string>;
  close(): Promise<void>;
}

export async function openSheetsStage(): Promise<SheetsStage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-sheets-"));
  const keys = await openKeys();
  const shift = { ms: 0 };
  const now = () => Date.now() + shift.ms;
  const sheets = await startLoopback(now);
  const running = await startNode({
    ...{ port: 0, dataDir: join(folder, "data"), rates: { person: PLENTY, address: PLENTY, signIn: PLENTY } },
    corsOrigins: ["https://*-script.googleusercontent.com"],
    googleSignIn: { audiences: [AUDIENCE], keys: keys.url },
    google: { ...sheets.settings, lookEveryMs: 0 },
    now,
  });
  importOffices(running.data, SAMPLE_OFFICES, "sample");
  const here = running.data.partition(SAMPLE_PROVINCE);
  const browser = await launch();
  return {
    ...{ url: running.url, running, browser, keys, sheets },
    async writeOut() {
      await running.outbox!.look();
      shift.ms += GATHER_MS;
      await running.outbox!.look();
    },
    html: (await buildSheets({ url: running.url, addon: false }))["sidebar.html"],
    codeFor: (role, place) => here.addPerson(OPERATOR, role, place, "ตัวอย่าง").code,
    enrolmentFor: (office) => here.issueEnrolment(OPERATOR, "office", office).code,
    tokenOf: (sub) => keys.sign({ ...claimsAt(Math.floor(Date.now() / 1000)), sub }),
    async close() {
      await leave(browser);
      await running.close(1_000);
      await keys.close();
      await sheets.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export interface Sidebar {
  context: BrowserContext;
  page: Page;
  script: Script;
  complaints: string[];
  /** What Google says no with from now on; null when it says yes. */
  refuse(text: string | null): void;
}

/** The built sidebar over the built script, on a simulated spreadsheet with these sheets. */
export async function openSidebar(
  stage: SheetsStage,
  grids: readonly Grid[],
  {
    token = null as string | null,
    refused = null as string | null,
    /** What the script says instead: that of an older copy, say. */
    said = (_name: string, answer: unknown): unknown => answer,
  } = {},
): Promise<Sidebar> {
  const script = await Script.open(grids, { token });
  const context = await stage.browser.newContext({ viewport: FRAME, locale: "th-TH" });
  // A page of the internet calls a collector on this machine: the browser would ask the user first.
  await context.grantPermissions(["local-network-access"]).catch(() => {});
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(String(error)));
  let refusal = refused;
  await page.exposeFunction("ruamTestRun", (name: string, json: string) => {
    try {
      if (refusal !== null) throw new Error(refusal);
      return { ok: said(name, script.run(name, JSON.parse(json) as unknown[])) };
    } catch (error) {
      return { error: (error as Error).message };
    }
  });
  await page.addInitScript(`const legal = ${String(legal)};\n(${String(shim)})(legal)`);
  await context.route(`${SIDEBAR}/**`, (route) =>
    route.fulfill({ contentType: "text/html; charset=us-ascii", body: stage.html }),
  );
  await page.goto(`${SIDEBAR}/userCodeAppPanel`);
  return { context, page, script, complaints, refuse: (text) => (refusal = text) };
}

/** google.script.run in the page. Runs there; refuses what cannot cross before it is sent. */
function shim(check: (value: unknown, where: string) => unknown): void {
  const win = window as unknown as {
    google: unknown;
    ruamTestRun(name: string, json: string): Promise<{ ok: unknown } | { error: string }>;
  };
  const runner = (onSuccess: (value: unknown) => void, onFailure: (error: Error) => void): object =>
    new Proxy(
      {},
      {
        get(_, name: string) {
          if (name === "withSuccessHandler") return (handler: (value: unknown) => void) => runner(handler, onFailure);
          if (name === "withFailureHandler") return (handler: (error: Error) => void) => runner(onSuccess, handler);
          return (...args: unknown[]) => {
            const json = JSON.stringify(check(args, "the arguments"));
            void win.ruamTestRun(name, json).then((answer) => {
              if ("error" in answer) onFailure(new Error(answer.error));
              else onSuccess(answer.ok);
            });
          };
        },
      },
    );
  const nobody = () => {
    throw new Error("a call without handlers");
  };
  win.google = { script: { run: runner(nobody, nobody) } };
}

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { buildApp } from "../../scripts/buildApp.ts";
import { SAMPLE_OFFICES, SAMPLE_PROVINCE } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { launch, leave } from "../pages/browser.ts";
import { complaintsOf } from "./opened.ts";

export const SMALL = { width: 320, height: 640 };
export const WIDE = { width: 1120, height: 640 };

const PLENTY = { burst: 10_000, perSecond: 1_000 };

/** A collector with the sample province on a free port, the pages built into a folder of its own, and a browser. */
export interface Stage {
  url: string;
  running: Running;
  browser: Browser;
  /** Folder of the built files. */
  built: string;
  codeFor(role: "office" | "province", place: string): string;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-browser-"));
  const built = join(folder, "pages");
  await buildApp(built);
  const running = await startNode({
    port: 0,
    dataDir: join(folder, "data"),
    rates: { person: PLENTY, address: PLENTY, signIn: PLENTY },
    mount: (app) =>
      app.route(
        "/",
        pages({
          read: (name) => readFile(name === "icon.svg" ? "worker/pages/icon.svg" : join(built, name)).catch(() => null),
        }),
      ),
  });
  importOffices(running.data, SAMPLE_OFFICES, "sample");
  const browser = await launch();
  return {
    ...{ url: running.url, running, browser, built },
    codeFor: (role, place) => running.data.partition(SAMPLE_PROVINCE).addPerson(OPERATOR, role, place, "ตัวอย่าง").code,
    async close() {
      await leave(browser);
      await running.close(1_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the page; anything it complains of on the console is handed back in `complaints`. */
export async function openPage(
  stage: Stage,
  size: { width: number; height: number },
  query = "?province=99",
  before?: (context: BrowserContext) => Promise<void>,
) {
  const context = await stage.browser.newContext({ viewport: size, locale: "th-TH", acceptDownloads: true });
  await before?.(context);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(`${stage.url}/app${query}`);
  await page.locator(".drop").waitFor();
  return { context, page, complaints };
}

/** Drops a file on the page, as a hand would. */
export async function dropFile(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  await page.locator("#app > :not(noscript)").first().waitFor({ state: "attached" });
  const data = await page.evaluateHandle(
    ([base64, fileName]) => {
      const transfer = new DataTransfer();
      const content = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([content], fileName!));
      return transfer;
    },
    [Buffer.from(bytes).toString("base64"), name],
  );
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
}

/** Types letter by letter as a Thai keyboard does: every letter is a key of its own, not text put in from aside. */
export async function typeKeys(page: Page, text: string): Promise<void> {
  const wire = await page.context().newCDPSession(page);
  for (const key of text) {
    await wire.send("Input.dispatchKeyEvent", { type: "keyDown", key, text: key, unmodifiedText: key });
    await wire.send("Input.dispatchKeyEvent", { type: "keyUp", key });
  }
  await wire.detach();
}

/** Waits until the pane stands at a stage, and at a front where one is named. */
export async function standsAt(page: Page, stage: string, front?: string): Promise<void> {
  const where = front === undefined ? `[data-stage="${stage}"]` : `[data-stage="${stage}"][data-front="${front}"]`;
  await page.locator(where).waitFor({ state: "attached", timeout: 8_000 });
}

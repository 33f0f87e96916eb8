import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame } from "playwright-core";
import { excelBundle, excelStyle } from "../../scripts/bundles.ts";
import { SAMPLE_OFFICES, SAMPLE_PROVINCE } from "../../worker/cli/sample/offices.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { type ExcelStage, openExcelStage } from "../hosts/excel/chromium.ts";
import { launch, leave } from "../pages/browser.ts";
import { bundled } from "../pages/built.ts";

const PLENTY = { burst: 10_000, perSecond: 1_000 };

/** The collector, the sidebar's page as its source stands, and Chromium with Excel on the web played around the page. */
export interface SidebarStage {
  running: Running;
  excel: ExcelStage;
  codeFor(role: "office" | "province", place: string): string;
  close(): Promise<void>;
}

export async function sidebarStage(): Promise<SidebarStage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-sidebar-"));
  const files: Record<string, Uint8Array> = {};
  for (const [name, bundle] of Object.entries({ "excel.js": excelBundle("test"), "excel.css": excelStyle }))
    files[name] = await bundled(bundle);
  const running = await startNode({
    ...{ port: 0, dataDir: join(folder, "data"), rates: { person: PLENTY, address: PLENTY, signIn: PLENTY } },
    mount: (app) =>
      app.route(
        "/",
        pages({ read: async (name) => files[name] ?? readFile(`worker/pages/${name}`).catch(() => null) }),
      ),
  });
  importOffices(running.data, SAMPLE_OFFICES, "sample");
  const browser: Browser = await launch();
  const excel = await openExcelStage(browser, { proxy: running.url });
  return {
    running,
    excel,
    codeFor: (role, place) => running.data.partition(SAMPLE_PROVINCE).addPerson(OPERATOR, role, place, "ตัวอย่าง").code,
    async close() {
      await excel.close();
      await leave(browser);
      await running.close(1_000);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export async function paneStands(pane: Frame, stage: string, front?: string): Promise<void> {
  const where = front === undefined ? `[data-stage="${stage}"]` : `[data-stage="${stage}"][data-front="${front}"]`;
  await pane.locator(where).waitFor({ state: "attached", timeout: 30_000 });
}

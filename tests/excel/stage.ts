import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { excelBundle, excelStyle, pageBundle } from "../../scripts/bundles.ts";
import { type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { bundled } from "../pages/built.ts";

/** Where each file of the pages stands in the project; scripts are built into memory. */
const SOURCES: Record<string, string> = {
  "manifest.xml": "manifest.xml",
  "start.css": "worker/pages/style.css",
  "install.css": "worker/pages/install.css",
  "icon.svg": "worker/pages/icon.svg",
};

export interface ExcelStage {
  running: Running;
  close(): Promise<void>;
}

/** A collector without a province, with the add-in's pages as their source stands now: no build is needed before. */
export async function excelStage(): Promise<ExcelStage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-excel-"));
  const scripts: Record<string, Uint8Array> = {};
  const bundles = { "excel.js": excelBundle("test"), "excel.css": excelStyle, "start.js": pageBundle("start") };
  for (const [name, bundle] of Object.entries(bundles)) scripts[name] = await bundled(bundle);
  const read = async (name: string) => {
    if (Object.hasOwn(scripts, name)) return scripts[name]!;
    const path = Object.hasOwn(SOURCES, name)
      ? SOURCES[name]!
      : /\.png$/.test(name)
        ? `addin/excel/icons/${name}`
        : null;
    return path === null ? null : await readFile(path).catch(() => null);
  };
  const running = await startNode({ port: 0, dataDir: folder, mount: (app) => app.route("/", pages({ read })) });
  return {
    running,
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

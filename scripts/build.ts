import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { build } from "esbuild";
import { buildApp } from "./buildApp.ts";
import { engineBundle, excelBundle, excelStyle, PAGE_NAMES, PAGE_STYLES, pageBundle } from "./bundles.ts";

/**
 * Builds what a browser or a bare script engine loads: dist/engine.js, dist/pages/.
 * The command line and the collector run from source and need no build.
 */
const startedAt = performance.now();
await mkdir("dist/pages", { recursive: true });
const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
const icons = (await readdir("addin/excel/icons")).filter((name) => name.endsWith(".png"));
await Promise.all([
  build(engineBundle),
  ...PAGE_NAMES.map((name) => build(pageBundle(name))),
  build(excelBundle(version)),
  build(excelStyle),
  buildApp(),
  ...Object.entries(PAGE_STYLES).map(([name, path]) => cp(path, `dist/pages/${name}`)),
  cp("worker/pages/icon.svg", "dist/pages/icon.svg"),
  cp("manifest.xml", "dist/pages/manifest.xml"),
  ...icons.map((name) => cp(`addin/excel/icons/${name}`, `dist/pages/${name}`)),
]);
console.error(`dist/ built in ${Math.round(performance.now() - startedAt)} ms`);

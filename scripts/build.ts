import { cp, mkdir, readdir, readFile } from "node:fs/promises";
import { build } from "esbuild";
import { buildApp } from "./buildApp.ts";
import {
  deskBundle,
  engineBundle,
  excelBundle,
  excelStyle,
  intakeBundle,
  pageBundle,
  registryBundle,
} from "./bundles.ts";

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
  build(pageBundle),
  build(deskBundle),
  build(intakeBundle),
  build(registryBundle),
  build(excelBundle(version)),
  build(excelStyle),
  buildApp(),
  cp("worker/pages/style.css", "dist/pages/start.css"),
  cp("worker/pages/desk.css", "dist/pages/desk.css"),
  cp("worker/pages/registry.css", "dist/pages/registry.css"),
  cp("worker/pages/intake.css", "dist/pages/intake.css"),
  cp("worker/pages/icon.svg", "dist/pages/icon.svg"),
  cp("worker/pages/install.css", "dist/pages/install.css"),
  cp("manifest.xml", "dist/pages/manifest.xml"),
  ...icons.map((name) => cp(`addin/excel/icons/${name}`, `dist/pages/${name}`)),
]);
console.error(`dist/ built in ${Math.round(performance.now() - startedAt)} ms`);

import { cp, mkdir } from "node:fs/promises";
import { build } from "esbuild";
import { buildApp } from "./buildApp.ts";
import { engineBundle, pageBundle } from "./bundles.ts";

/**
 * Builds what a browser or a bare script engine loads: dist/engine.js, dist/pages/.
 * The command line and the collector run from source and need no build.
 */
const startedAt = performance.now();
await mkdir("dist/pages", { recursive: true });
await Promise.all([
  build(engineBundle),
  build(pageBundle),
  buildApp(),
  cp("worker/pages/style.css", "dist/pages/start.css"),
  cp("worker/pages/icon.svg", "dist/pages/icon.svg"),
]);
console.error(`dist/ built in ${Math.round(performance.now() - startedAt)} ms`);

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import { type BuildOptions, build } from "esbuild";

const COMMON = { bundle: true, target: "es2022", charset: "utf8", minify: true, legalComments: "none" } as const;

/** What the service worker keeps, and nothing else. */
const SHELL = ["/app", "/app/app.css", "/assets/icon.svg"];
const CHUNK = /^app-chunk-/;

/** The page of dropped workbooks: script, style and service worker, into dist/pages/. */
export async function buildApp(outdir = "dist/pages"): Promise<void> {
  await mkdir(outdir, { recursive: true });
  const before = (await readdir(outdir)).filter((name) => CHUNK.test(name));
  await Promise.all(before.map((name) => rm(`${outdir}/${name}`)));
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  const page: BuildOptions = {
    ...COMMON,
    entryPoints: { app: "addin/file/main.tsx" },
    outdir,
    format: "esm",
    // Reading and writing workbooks is loaded behind the first screen.
    splitting: true,
    chunkNames: "app-chunk-[hash]",
    platform: "browser",
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { RUAM_VERSION: JSON.stringify(version) },
  };
  const style: BuildOptions = { ...COMMON, entryPoints: { app: "addin/file/file.css" }, outdir };
  await Promise.all([build(page), build(style)]);
  const scripts = ["app.js", ...(await readdir(outdir)).filter((name) => CHUNK.test(name)).sort()];
  const built = await Promise.all([...scripts, "app.css"].map((name) => readFile(`${outdir}/${name}`)));
  const html = await readFile("worker/pages/app.ts");
  const hash = createHash("sha256")
    .update(Buffer.concat([...built, html]))
    .digest("hex")
    .slice(0, 16);
  const shell = [...SHELL, ...scripts.map((name) => `/app/${name}`)];
  await build({
    ...COMMON,
    entryPoints: { "app-sw": "addin/file/sw.ts" },
    outdir,
    format: "iife",
    platform: "browser",
    define: { RUAM_VERSION: JSON.stringify(hash), RUAM_SHELL: JSON.stringify(shell) },
  });
}

import type { BuildOptions } from "esbuild";

const COMMON = { bundle: true, target: "es2020", charset: "utf8", minify: true, legalComments: "none" } as const;

/** What a bare script engine needs of `shared/`: the checker, the registry, the sentences. */
const ENGINE_ENTRY = `
export * from "./check.ts";
export * from "./offices/index.ts";
export * from "./words/report.ts";
`;

/** The checker as one ES2020 script that defines the global \`ruam\`: Apps Script's dialect, no host API. */
export const engineBundle: BuildOptions = {
  ...COMMON,
  stdin: { contents: ENGINE_ENTRY, resolveDir: "shared", loader: "ts", sourcefile: "engine.ts" },
  outfile: "dist/engine.js",
  format: "iife",
  globalName: "ruam",
  platform: "neutral",
};

/** The script of the start page. */
export const pageBundle: BuildOptions = {
  ...COMMON,
  entryPoints: ["worker/pages/browser/main.ts"],
  outfile: "dist/pages/start.js",
  format: "esm",
  platform: "browser",
};

/** The script of the desk's pages. */
export const deskBundle: BuildOptions = {
  ...COMMON,
  entryPoints: ["worker/pages/browser/desk/main.ts"],
  outfile: "dist/pages/desk.js",
  format: "esm",
  platform: "browser",
};

/** The script of the registry's pages. */
export const registryBundle: BuildOptions = {
  ...COMMON,
  entryPoints: { registry: "worker/pages/browser/registry/main.ts" },
  outdir: "dist/pages",
  format: "esm",
  platform: "browser",
};

/** The script of the page of e-mailed files. */
export const intakeBundle: BuildOptions = {
  ...COMMON,
  target: "es2022",
  entryPoints: { intake: "worker/pages/browser/intake/main.ts" },
  outdir: "dist/pages",
  format: "esm",
  platform: "browser",
};

/** The sidebar in Excel: its script and its style. Microsoft's library is never part of it. */
export const excelBundle = (version: string): BuildOptions => ({
  ...COMMON,
  entryPoints: { excel: "addin/excel/main.tsx" },
  outdir: "dist/pages",
  target: "es2022",
  format: "esm",
  platform: "browser",
  jsx: "automatic",
  jsxImportSource: "preact",
  define: { RUAM_VERSION: JSON.stringify(version) },
});

export const excelStyle: BuildOptions = {
  ...COMMON,
  target: "es2022",
  entryPoints: { excel: "addin/excel/excel.css" },
  outdir: "dist/pages",
};

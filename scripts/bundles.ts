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

/** What the sidebar's page in Excel runs. */
export const excelBundle: BuildOptions = {
  ...COMMON,
  entryPoints: ["addin/excel/notYet.ts"],
  outfile: "dist/pages/excel.js",
  format: "iife",
  platform: "browser",
};

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

/** Where the script of each page begins, by the name it is served under. */
const PAGE_SCRIPTS = {
  start: "worker/pages/browser/main.ts",
  desk: "worker/pages/browser/desk/main.ts",
  // Fetched by the desk behind its numbers.
  plots: "worker/pages/browser/plots/main.ts",
  intake: "worker/pages/browser/intake/main.ts",
  keying: "worker/pages/browser/keying/main.ts",
  files: "worker/pages/browser/files/main.ts",
  forms: "worker/pages/browser/forms/main.ts",
  registry: "worker/pages/browser/registry/main.ts",
} as const;

export type PageName = keyof typeof PAGE_SCRIPTS;
export const PAGE_NAMES = Object.keys(PAGE_SCRIPTS) as PageName[];

/** The styles of the pages in the common frame: under /assets/ each has its own name, but the common one is `start.css`. */
export const PAGE_STYLES: Readonly<Record<string, string>> = {
  "start.css": "worker/pages/style.css",
  ...Object.fromEntries(
    ["desk", "levels", "print", "intake", "keying", "media", "files", "forms", "registry", "install"].map((name) => [
      `${name}.css`,
      `worker/pages/${name}.css`,
    ]),
  ),
};

/** The script of one page. */
export const pageBundle = (name: PageName): BuildOptions => ({
  ...COMMON,
  target: "es2022",
  entryPoints: { [name]: PAGE_SCRIPTS[name] },
  outdir: "dist/pages",
  format: "esm",
  platform: "browser",
});

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

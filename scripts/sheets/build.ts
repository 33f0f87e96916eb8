import { readFile } from "node:fs/promises";
import { type BuildOptions, build } from "esbuild";
import { SHEETS_WORDS } from "../../shared/words/sheets.ts";
import { globalProblems, inlineProblems, loadProblems, scopeProblems, stubProblems, syntaxProblems } from "./gates.ts";
import { asciiHtml, inlineSafe } from "./inline.ts";

const BRIDGE = "addin/sheets/bridge/main.ts";
const COMMON = { bundle: true, target: "es2020", legalComments: "none", write: false } as const;

export interface SheetsOptions {
  /** Address of the collector the sidebar talks to, without a slash at its end. */
  url: string;
  /** The add-on of the Marketplace; else the script of a template that is copied. */
  addon: boolean;
}

export interface SheetsFiles {
  "code.js": string;
  "sidebar.html": string;
  "appsscript.json": string;
}

/** What Apps Script would not take, sentence by sentence. */
export class SheetsProblem extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(["Apps Script would not take this:", ...problems].join("\n  "));
    this.name = "SheetsProblem";
    this.problems = problems;
  }
}

/** The three files of the add-on. Rejects with SheetsProblem when one of them would not do. */
export async function buildSheets(options: SheetsOptions): Promise<SheetsFiles> {
  const [{ code, exported }, sidebar, manifest] = await Promise.all([
    buildCode(options),
    buildSidebar(options),
    readFile("addin/sheets/appsscript.json", "utf8"),
  ]);
  const problems = [...codeProblems(code, exported, manifest), ...sidebarProblems(sidebar)];
  if (problems.length > 0) throw new SheetsProblem(problems);
  return { "code.js": code, "sidebar.html": sidebar, "appsscript.json": manifest };
}

/** Every gate of the script, the later ones only when it can be read at all. */
export function codeProblems(code: string, exported: readonly string[], manifest: string): string[] {
  const unreadable = syntaxProblems(code);
  if (unreadable.length > 0) return unreadable.map((problem) => `code.js: ${problem}`);
  const { oauthScopes } = JSON.parse(manifest) as { oauthScopes: string[] };
  return [
    ...globalProblems(code),
    ...stubProblems(code, exported),
    ...loadProblems(code, exported),
    ...scopeProblems(code, oauthScopes),
  ].map((problem) => `code.js: ${problem}`);
}

export function sidebarProblems(html: string): string[] {
  const blocks = [...html.matchAll(/<(script|style)>([\s\S]*?)<\/\1>/g)];
  if (blocks.length !== 2) return [`sidebar.html: one script and one style, not ${blocks.length} blocks`];
  const around = blocks.reduce((rest, [whole]) => rest.replace(whole!, ""), html);
  const letters = /[^\x00-\x7f]/.test(around) ? ["sidebar.html: a letter that is not ASCII"] : [];
  const templates = /<\?/.test(around) ? ["sidebar.html: <? (taken for a template)"] : [];
  return [
    ...letters,
    ...templates,
    ...blocks.flatMap(([, name, text]) => inlineProblems(text!, `sidebar.html, ${name}`)),
  ];
}

/** The script: bundle, then one function for each export of the bridge. */
async function buildCode({ addon }: SheetsOptions): Promise<{ code: string; exported: string[] }> {
  const define = { RUAM_ADDON: String(addon) };
  const common: BuildOptions = { ...COMMON, define, entryPoints: [BRIDGE], platform: "neutral", charset: "utf8" };
  const [modules, script, source] = await Promise.all([
    build({ ...common, format: "esm", metafile: true, outfile: "names.js" }),
    build({ ...common, format: "iife", globalName: "ruamScript" }),
    readFile(BRIDGE, "utf8"),
  ]);
  const exported = Object.values(modules.metafile!.outputs)[0]!.exports;
  const functions = exported.map((name) => stub(name, commentOf(source, name)));
  return { code: `${script.outputFiles![0]!.text}\n${functions.join("\n")}\n`, exported };
}

function stub(name: string, comment: string): string {
  return `${comment}function ${name}() {\n  return ruamScript.${name}.apply(this, arguments);\n}`;
}

/** A custom function is offered while typing only when its comment stands before it. */
function commentOf(source: string, name: string): string {
  const comment = new RegExp(`(/\\*\\*(?:(?!\\*/)[\\s\\S])*@customfunction\\s*\\*/\\n)export function ${name}\\(`).exec(
    source,
  );
  return comment?.[1] ?? "";
}

/** The sidebar: the pane in one page, script and style in it. */
async function buildSidebar({ url }: SheetsOptions): Promise<string> {
  const { version } = JSON.parse(await readFile("package.json", "utf8")) as { version: string };
  const common: BuildOptions = { ...COMMON, minify: true, charset: "ascii", platform: "browser" };
  const [script, style] = await Promise.all([
    build({
      ...common,
      entryPoints: ["addin/sheets/client/main.tsx"],
      format: "iife",
      jsx: "automatic",
      jsxImportSource: "preact",
      define: { RUAM_VERSION: JSON.stringify(version), RUAM_COLLECTOR: JSON.stringify(url) },
    }),
    build({ ...common, entryPoints: ["addin/sheets/client/sidebar.css"] }),
  ]);
  return pageOf(inlineSafe(script.outputFiles![0]!.text.trim()), style.outputFiles![0]!.text.trim());
}

/** Links open beside the spreadsheet, never in the narrow frame. */
export function pageOf(script: string, style: string): string {
  const { app, opening } = SHEETS_WORDS.th;
  return `<!DOCTYPE html>
<html lang="th">
<head>
<base target="_blank">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${asciiHtml(app)}</title>
<style>${style}</style>
</head>
<body>
<main id="app" tabindex="-1"><p class="soft">${asciiHtml(opening)}</p></main>
<script>${script}</script>
</body>
</html>
`;
}

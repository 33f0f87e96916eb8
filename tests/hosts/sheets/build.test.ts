import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf } from "../../../scripts/sheets/address.ts";
import { buildSheets, codeProblems, pageOf, sidebarProblems } from "../../../scripts/sheets/build.ts";
import { inlineProblems } from "../../../scripts/sheets/gates.ts";
import { inlineSafe } from "../../../scripts/sheets/inline.ts";
import { builtSheets } from "./script.ts";

const SCOPES = {
  current: "https://www.googleapis.com/auth/spreadsheets.currentonly",
  ui: "https://www.googleapis.com/auth/script.container.ui",
  email: "https://www.googleapis.com/auth/userinfo.email",
};
const manifest = (...oauthScopes: string[]) => JSON.stringify({ oauthScopes });
const ONE = "function one() { return SpreadsheetApp.getActiveSpreadsheet() }";

describe("what is built for Apps Script", () => {
  it("passes every gate, and asks for no more than four scopes", async () => {
    const { files } = await builtSheets();
    expect(JSON.parse(files["appsscript.json"]).oauthScopes).toEqual([
      SCOPES.current,
      SCOPES.ui,
      "openid",
      SCOPES.email,
    ]);
    expect(sidebarProblems(files["sidebar.html"])).toEqual([]);
    expect(files["code.js"]).toMatch(/@customfunction\s*\*\/\nfunction RUAM_CHECK\(/);
  });

  it("is the same after what HtmlService is reported to do to a page", async () => {
    const { "sidebar.html": html } = (await builtSheets()).files;
    const mangled = html
      .replace(/<!--[\s\S]*?-->/g, "")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .replace(/\/\/.*$/gm, "")
      .replace(/<\?[\s\S]*?\?>/g, "")
      .replace(/[^\x00-\x7f]/g, "?");
    expect(mangled === html).toBe(true);
  });

  it("speaks to the collector it was built for, and to no other address", async () => {
    const { "sidebar.html": html } = await buildSheets({ url: "https://ruam.example", addon: true });
    expect(html).toContain("https:/\\/ruam.example");
    expect(html).not.toContain("localhost");
  });
});

describe("npm run build:sheets", () => {
  const built = (...args: string[]) =>
    spawnSync(process.execPath, ["scripts/buildSheets.ts", ...args], { encoding: "utf8" });

  it("writes the three files that clasp pushes, where it is told to", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ruam-build-"));
    const { status, stdout } = built("--url", "https://ruam.example/", "--out", folder);
    expect([status, stdout.trim(), readdirSync(folder).sort()]).toEqual([
      0,
      folder,
      ["appsscript.json", "code.js", "sidebar.html"],
    ]);
    rmSync(folder, { recursive: true });
  });

  it.each([
    "http://ruam.example",
    "https://user:secret@ruam.example",
    "https://ruam.example/path",
    "ruam.example",
    "ftp://localhost",
  ])("%s is no address of a collector", (url) => expect(addressOf(url)).toBeNull());

  it("refuses such a one and says why", () => {
    const { status, stderr } = built("--url", "http://ruam.example");
    expect([status, stderr.includes("no address of a collector")]).toEqual([2, true]);
  });
});

describe("a broken script is refused", () => {
  it.each([
    ["a private field", "class A { #x = 1; y() { return this.#x } } function one() {}", /private field, #x/],
    ["a class field", "class A { static x = 1 } function one() {}", /class field/],
    ["newer syntax", "let a; a ??= 1; function one() {}", /newer than ES2020/],
    ["no script", "function one( {", /no script at all/],
    ["a missing global", `${ONE} function two() {} one.url = () => new URL("x")`, /no such global.*: URL/],
    ["a timer", "function one() { setTimeout(one, 5) }", /no such global.*: setTimeout/],
    ["an export without its function", "var script = { one: function () {} };", /export without its function: one/],
    ["an arrow in the place of a function", "const one = () => 1;", /export without its function: one/],
    ["a function nobody exports", "function one() {} function three() {}", /nobody exports: three/],
    ["work while loading", "SpreadsheetApp.getUi(); function one() {}", /while it is loaded/],
    ["a scope not declared", "function one() { UrlFetchApp.fetch('x') }", /not declared: \S+external_request/],
    ["identity not declared", "function one() { ScriptApp.getIdentityToken() }", /not declared: openid/],
    ["another spreadsheet", "function one() { SpreadsheetApp.openById('x') }", /not declared: \S+auth\/spreadsheets,/],
  ])("%s", (_, code, problem) => {
    const problems = codeProblems(code, ["one"], manifest(SCOPES.current));
    expect(problems.join("\n")).toMatch(problem);
  });

  it("a scope nobody needs, one too wide, and a name Apps Script keeps private", () => {
    expect(codeProblems(ONE, ["one"], manifest(SCOPES.current))).toEqual([]);
    expect(codeProblems(ONE, ["one"], manifest(SCOPES.current, SCOPES.ui))).toEqual([
      `code.js: a scope nobody needs: ${SCOPES.ui}`,
    ]);
    const wide = manifest(SCOPES.current, "https://www.googleapis.com/auth/drive");
    expect(codeProblems(ONE, ["one"], wide).join("\n")).toMatch(/too wide: \S+drive/);
    expect(codeProblems("function one_() {}", ["one_"], manifest()).join("\n")).toMatch(/keeps private: one_/);
  });

  it("a global that is only looked for is no fault", () => {
    const code = "function one() { return typeof crypto === 'undefined' ? 1 : crypto.x }";
    expect(codeProblems(code, ["one"], manifest())).toEqual([]);
  });
});

describe("a broken sidebar is refused", () => {
  it.each([
    ["Thai letters", "var a='ก'", /not ASCII/],
    ["a line comment", "a()//b", /\/\/ \(taken/],
    ["an address in a text", "var a='https://x'", /\/\/ \(taken/],
    ["a block comment", "var a='/*'", /\/\* \(taken/],
    ["the start of a comment", "var a='<!--'", /<!-- \(taken/],
    ["the end of one", "for(;n-->0;);", /--> \(taken/],
    ["the end of the script", "var a='<\\u002fscript>';var b='</style>'", /ends the block/],
    ["a template", "var a='<?=x?>'", /<\? \(taken/],
  ])("%s in the script", (_, script, problem) => {
    expect(inlineProblems(script, "script").join("\n")).toMatch(problem);
    expect(sidebarProblems(pageOf(script, "a{}")).join("\n")).toMatch(/sidebar\.html/);
  });

  it("a comment in the style, and a page of one block", () => {
    expect(sidebarProblems(pageOf("a()", "a{}/* b */")).join("\n")).toMatch(/style: \/\*/);
    expect(sidebarProblems("<p>x</p>").join("\n")).toMatch(/not 0 blocks/);
  });
});

describe("making a script safe for a page", () => {
  const HARD = [
    "result = ['https://a.b//c', \"/* x */ // y ///\", '<!-- z -->', '</script>', '<?php ?>', '<style></STYLE>', '<b>']",
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a script as text
    "result = [`https://${'x'}//${`/*${1}*/`}`, `<!--${2}-->`, `</script>`, `/////`]",
    "result = ['a//b', 'http://c', '/d'].map((t) => [/\\/\\//.test(t), /^https?:\\/\\//i.test(t), /[/]\\//.test(t), /[^/]*\\/*/.exec(t)[0]])",
    "result = [/(?<!a)b/.test('cb'), /(?<name>x)\\k<name>/.test('xx'), /<!--|-->/.test('<!--'), /<\\/script>/.test('</script>')]",
    "result = ['\\u0e55', '\\u0e01', '\\u{1F5F9}'].map((t) => [/[๐-๙]/.test(t), /\\ก|🗹/.test(t), /[🗸-🗹]/u.test(t), /^.$/u.test(t)])",
    "var n = 3, s = 0; while (n-->0) s += n; result = [s, 1<!--n]",
    "result = ['it\\'s // here', \"a\\\\//b\", '\\\\/\\\\/']",
  ];
  it.each(HARD)("%s", (code) => {
    const safe = inlineSafe(code);
    expect(inlineProblems(safe, "script")).toEqual([]);
    const value = (text: string) => {
      const context = createContext({ result: null });
      runInContext(text, context);
      return JSON.parse(JSON.stringify(context.result));
    };
    // As a module `a<!--b` and `a-->b` are operators; in a script an engine may take them for comments.
    if (!/<!--n|n-->/.test(code)) expect(value(safe)).toEqual(value(code));
    else expect(value(safe)).toEqual([3, false]);
    expect(inlineSafe(safe)).toBe(safe);
  });

  it("any text in a string", () => {
    const hard = fc.string({ unit: fc.constantFrom(..."/*<>!-?\\'s`script$"), maxLength: 14 });
    fc.assert(
      fc.property(hard, (text) => {
        const safe = inlineSafe(`result = [${JSON.stringify(text)}]`);
        expect(inlineProblems(safe, "script")).toEqual([]);
        const context = createContext({ result: null });
        runInContext(safe, context);
        expect(JSON.parse(JSON.stringify(context.result))).toEqual([text]);
      }),
      { numRuns: 2_000, seed: 3 },
    );
  });
});

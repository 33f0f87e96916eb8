import { describe, expect, it } from "vitest";
import { codeOf, filesUnder, importsIn, importsOf } from "./source.ts";

const SOURCE = /\.tsx?$/;
const house = ["shared", "addin", "worker"].flatMap((folder) => filesUnder(folder, SOURCE));

/** The room a file is in: the longest entry of the table that its path starts with. */
function roomOf(path: string): string | undefined {
  return Object.keys(MAY_KNOW)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0];
}

const ENGINE = ["shared/text", "shared/forms", "shared/offices", "shared/sheet", "shared/calendar"];
const FACES = ["shared/words"];
/** Why something is proposed of a form, and what can be wrong with one: vocabulary, too. */
const DESIGN_CODES = "shared/designer/codes.ts";
const WORDLESS = [
  ...ENGINE,
  "shared/designer",
  "shared/rules",
  "shared/answer.ts",
  "shared/check.ts",
  "shared/files",
  "shared/workbook",
  "shared/wire",
];

/** The list of codes is vocabulary: it knows nobody, and the engine's rooms may speak it. */
const VOCABULARY = ["shared/rules/codes.ts"];

/** Who may know whom. A room always knows itself; what is not listed is not allowed. */
const MAY_KNOW: Record<string, string[]> = {
  "shared/text": VOCABULARY,
  "shared/forms": [],
  "shared/offices": ["shared/text", "shared/forms", ...VOCABULARY],
  // A sheet's title and tab speak of a month; the answer gives the signature block its shape.
  "shared/sheet": ["shared/text", "shared/forms", "shared/calendar", "shared/answer.ts", ...VOCABULARY],
  "shared/calendar": ["shared/text", "shared/forms"],
  "shared/rules/codes.ts": [],
  "shared/answer.ts": [...VOCABULARY, "shared/sheet"],
  "shared/rules": [...ENGINE, "shared/answer.ts", ...VOCABULARY],
  "shared/checker": [...ENGINE, "shared/rules", "shared/answer.ts", ...VOCABULARY],
  "shared/check.ts": ["shared/checker", ...ENGINE, "shared/rules", "shared/answer.ts", ...VOCABULARY],
  "shared/designer/codes.ts": [],
  // From an official form to a definition: it reads grids with the rules' own eyes, and knows neither offices, checker nor words.
  "shared/designer": [
    ...["shared/text", "shared/forms", "shared/sheet", "shared/calendar", "shared/rules"],
    ...["shared/answer.ts", DESIGN_CODES],
  ],
  // Which photos and clips a checked report asks for, and how large they may be.
  "shared/files": ["shared/text", "shared/forms", "shared/answer.ts"],
  "shared/words": ["shared/answer.ts", "shared/sheet/grid.ts", DESIGN_CODES, ...VOCABULARY],
  // The blank offers the offices in its lists and prints words beside the official ones: it is read by people.
  "shared/workbook": ["shared/sheet", "shared/forms", "shared/calendar", "shared/offices", ...FACES],
  "shared/wire": ["shared/sheet", "shared/forms", "shared/files", "shared/answer.ts", ...VOCABULARY],
  // From a heap of files to a list of what each is. Pure but for the mail parser; the page unpacks with it in the browser, the
  // command line and the mail handler on their side, so it knows neither store nor words.
  "worker/intake": WORDLESS,
  // What a photo or a clip is, looked at byte by byte. Pure but for the parser; knows nobody.
  "worker/media": [],
  "worker/province": WORDLESS,
  "worker/people": [...WORDLESS, "worker/province"],
  "worker/master": [...WORDLESS, ...FACES, "worker/province"],
  "worker/routes": [
    ...WORDLESS,
    ...FACES,
    "worker/intake",
    "worker/media",
    "worker/province",
    "worker/people",
    "worker/master",
  ],
  "worker/pages": [...WORDLESS, ...FACES, "worker/intake", "worker/media"],
  "worker/app.ts": [...WORDLESS, "worker/province", "worker/people", "worker/master", "worker/routes", "worker/pages"],
  "worker/host": [
    ...WORDLESS,
    "worker/intake",
    "worker/province",
    "worker/people",
    "worker/master",
    "worker/routes",
    "worker/pages",
    "worker/app.ts",
  ],
  "worker/cli": [
    ...WORDLESS,
    ...FACES,
    "worker/intake",
    "worker/province",
    "worker/people",
    "worker/master",
    "worker/routes",
    "worker/pages",
    "worker/app.ts",
    "worker/host",
  ],
  "addin/host.ts": ["shared/sheet", "shared/answer.ts"],
  "addin/pane": [...WORDLESS, ...FACES, "addin/host.ts"],
  "addin/file": [...WORDLESS, ...FACES, "addin/host.ts", "addin/pane"],
  "addin/excel": [...WORDLESS, ...FACES, "addin/host.ts", "addin/pane"],
  "addin/sheets": [...WORDLESS, ...FACES, "addin/host.ts", "addin/pane"],
};

/** Packages, and who may import them. */
const PACKAGES: [RegExp, string[]][] = [
  [/^node:sqlite$/, ["worker/host"]],
  [/^(cloudflare:|@cloudflare\/workers-types)/, ["worker/host"]],
  [/^@googleapis\//, ["worker/master"]],
  [/^google-auth-library$/, ["worker/master"]],
  [/^@hono\/node-server/, ["worker/host"]],
  [/^hono/, ["worker/app.ts", "worker/routes", "worker/people", "worker/pages", "worker/host"]],
  // What a form definition must be is said in zod, beside the definitions; nothing of the engine imports that file.
  [/^zod/, ["shared/wire", "shared/forms/schema.ts", "worker/routes"]],
  [/^(hucre|fflate|saxes)(\/|$)/, ["shared/workbook", "worker/master"]],
  [/^postal-mime$/, ["worker/intake"]],
  [/^mediabunny$/, ["worker/media"]],
  // A receipt's address in the pane; the sign-in page's address in the printed letter that brings a code.
  [/^uqr$/, ["addin/pane", "worker/pages"]],
  [/^chart\.js$/, ["worker/pages"]],
  [/^jose$/, ["worker/people"]],
  [/^preact/, ["addin/pane", "addin/file", "addin/excel", "addin/sheets"]],
  // Hashing that is synchronous on both hosts: workerd has it under nodejs_compat.
  [/^node:crypto$/, ["worker/province", "worker/people", "worker/host", "worker/cli"]],
  [/^node:/, ["worker/host", "worker/cli"]],
];

/** Names of a host that only its own room may speak. */
const HOST_NAMES: [string, RegExp, string[]][] = [
  ["Excel.*", /\bExcel\.[A-Za-z]/, ["addin/excel"]],
  ["Office.*", /\bOffice\.[A-Za-z]/, ["addin/excel"]],
  ["SpreadsheetApp", /\b(SpreadsheetApp|HtmlService|GoogleAppsScript)\b/, ["addin/sheets"]],
  ["DurableObject", /\bDurableObject/, ["worker/host"]],
  ["R2", /\bR2(Bucket|Object)/, ["worker/host"]],
];

/** What a verdict may not depend on: the machine, the clock, chance, the locale. */
const IMPURE: [string, RegExp][] = [
  ["Intl", /\bIntl\b/],
  ["toLocale…", /\.toLocale[A-Z]/],
  ["localeCompare", /\.localeCompare\b/],
  ["Date.now", /\bDate\.now\b/],
  ["new Date()", /\bnew Date\(\s*\)/],
  ["Math.random", /\bMath\.random\b/],
  ["console", /\bconsole\./],
  ["process", /\bprocess\./],
  ["timers", /\b(setTimeout|setInterval|queueMicrotask)\b/],
  ["fetch", /\bfetch\(/],
];

function isIn(path: string, rooms: string[]): boolean {
  return rooms.some((room) => path === room || path.startsWith(`${room}/`));
}

describe("arrows only point down", () => {
  it("every file stands in a room of the house", () => {
    expect(house.filter((path) => roomOf(path) === undefined)).toEqual([]);
    expect(house.length).toBeGreaterThan(10);
  });

  it.each(Object.entries(MAY_KNOW))("%s knows only what lies below it", (room, below) => {
    const wrong: string[] = [];
    for (const path of house.filter((file) => roomOf(file) === room)) {
      for (const target of importsOf(path)) {
        if (!/^(shared|worker|addin|tests|scripts|bench)\//.test(target)) continue;
        if (!isIn(target, [room, ...below])) wrong.push(`${path} -> ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("packages are imported only by the rooms they were chosen for", () => {
    const wrong: string[] = [];
    for (const path of house) {
      for (const target of importsOf(path)) {
        if (/^(shared|worker|addin)\//.test(target)) continue;
        const rooms = PACKAGES.find(([name]) => name.test(target))?.[1] ?? [];
        if (!isIn(path, rooms)) wrong.push(`${path} -> ${target}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(HOST_NAMES)("%s is named only in its own room", (_, name, rooms) => {
    expect(house.filter((path) => !isIn(path, rooms) && name.test(codeOf(path)))).toEqual([]);
  });
});

describe("a verdict depends on nothing but its input", () => {
  const pure = house.filter((path) => path.startsWith("shared/") && !isIn(path, ["shared/workbook", "shared/wire"]));
  it.each(IMPURE)("no %s in the engine", (_, name) => {
    expect(pure.filter((path) => name.test(codeOf(path)))).toEqual([]);
  });
});

describe("the test itself sees what it should", () => {
  it("reads every form of import, and none in a comment", () => {
    const source = [
      '// import { no } from "./comment.ts";',
      'import "./side.ts";',
      'import type { One } from "../one.ts";',
      "import {",
      "  a,",
      '} from "../../two.ts";',
      'import * as fs from "node:fs";',
      'export { three } from "./three.ts";',
      'const four = await import("./four.ts");',
    ].join("\n");
    expect(importsIn(source, "worker/cli/x.ts")).toEqual([
      "worker/cli/side.ts",
      "worker/one.ts",
      "two.ts",
      "node:fs",
      "worker/cli/three.ts",
      "worker/cli/four.ts",
    ]);
  });
});

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { compileFunction } from "node:vm";
import type { Build } from "../support.ts";

/** Microsoft's own files, as the package brings them. They are loaded and served as they are, never copied or changed. */
export const LIBRARY_FOLDER = join(
  dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/package.json")),
  "dist",
);

const FILES: Record<Build, string> = {
  web: "excel-web-16.00.debug.js",
  win32: "excel-win32-16.01.debug.js",
  mac: "excel-mac-16.00.debug.js",
};

/** The page's globals a script of the library sees and leaves behind. */
// biome-ignore lint/suspicious/noExplicitAny: Microsoft's scripts bring no types of their inner parts
export type PageScope = Record<string, any>;

interface Compiled {
  run: (window: PageScope) => void;
  /** Names of its top-level variables, which are globals of a page. */
  globals: string[];
}

const compiled = new Map<Build, Compiled>();

/**
 * Runs a build of the library as a page would, in this realm, so that its errors are Errors here. Its globals land in `scope`
 * instead of the process: every simulated Excel has a library of its own.
 */
export function runLibrary(build: Build, scope: PageScope): void {
  const { run, globals } = compile(build);
  scope.window = scope;
  scope.self = scope;
  for (const name of globals) if (!(name in scope)) scope[name] = undefined;
  const before = PATCHED.map((target) => new Set(Object.keys(target)));
  run(scope);
  // The library hangs helpers on these; left enumerable they would turn up in every comparison of a test.
  PATCHED.forEach((target, at) => {
    for (const name of Object.keys(target)) {
      if (!before[at]!.has(name)) Object.defineProperty(target, name, { enumerable: false });
    }
  });
}

const PATCHED: object[] = [Function, Function.prototype, Error.prototype];

function compile(build: Build): Compiled {
  const known = compiled.get(build);
  if (known !== undefined) return known;
  const path = join(LIBRARY_FOLDER, FILES[build]);
  const source = readFileSync(path, "utf8");
  // `with` gives a script its page's globals without touching a byte of it.
  const run = compileFunction(`with(window){${source}\n}`, ["window"], { filename: path }) as Compiled["run"];
  const made = { run, globals: [...source.matchAll(/^var (\w+)/gm)].map(([, name]) => name!) };
  compiled.set(build, made);
  return made;
}

/** Real ones, whatever a test does to its own. */
const TIMERS = { setTimeout, clearTimeout, setInterval, clearInterval };

/** As little of a page as the library needs to load when no bootstrap runs. */
export function barePage(): PageScope {
  return {
    document: { cookie: "", getElementsByTagName: () => [], addEventListener() {} },
    navigator: { userAgent: "simulated Excel", platform: "" },
    location: {
      href: "https://localhost/",
      search: "",
      hash: "",
      protocol: "https:",
      host: "localhost",
      origin: "https://localhost",
    },
    sessionStorage: memoryStorage(),
    localStorage: memoryStorage(),
    addEventListener() {},
    removeEventListener() {},
    ...TIMERS,
    console,
  };
}

function memoryStorage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

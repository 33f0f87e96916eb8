import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";

/** The root of the project, from where tests are run. */
export const ROOT = process.cwd();

/** Every file under a folder of the project, as paths with forward slashes. */
export function filesUnder(folder: string, ending: RegExp): string[] {
  let entries: ReturnType<typeof list>;
  try {
    entries = list(folder);
  } catch {
    return [];
  }
  return entries
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll("\\", "/"))
    .filter((path) => !/(^|\/)(node_modules|dist|data|\.git|\.wrangler)\//.test(path))
    .sort();
}

function list(folder: string) {
  return readdirSync(folder, { recursive: true, withFileTypes: true });
}

/** Source without comments. Strings stay: a module's name is one. */
export function codeOf(path: string): string {
  return withoutComments(readFileSync(path, "utf8"));
}

function withoutComments(source: string): string {
  return source
    .replace(/^\s*\/\*[\s\S]*?\*\//gm, "")
    .replace(/^\s*\/\/.*$/gm, "")
    .replace(/[ \t]\/\/ .*$/gm, "");
}

const IMPORT =
  /(?:^|[;\n])\s*(?:import|export)\s(?:[^"';]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/g;

/** What a file imports: paths inside the project as they stand from its root, packages by name. */
export function importsOf(path: string): string[] {
  return importsIn(readFileSync(path, "utf8"), path);
}

/** The same for a source that is not in a file. */
export function importsIn(source: string, path: string): string[] {
  const found: string[] = [];
  for (const match of withoutComments(source).matchAll(IMPORT)) {
    const name = (match[1] ?? match[2])!;
    found.push(name.startsWith(".") ? posix.join(dirname(path), name) : name);
  }
  return found;
}

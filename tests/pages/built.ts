import { readFile } from "node:fs/promises";
import { type BuildOptions, build } from "esbuild";
import { PAGE_STYLES, type PageName, pageBundle } from "../../scripts/bundles.ts";
import type { PageFiles } from "../../worker/pages/index.ts";

const made = new Map<string, Promise<Uint8Array>>();

/** One file built into memory, as its source stands when it is first asked for: once for all the test files of a process. */
export function bundled(what: BuildOptions): Promise<Uint8Array> {
  const name = JSON.stringify(what);
  const known = made.get(name) ?? build({ ...what, write: false }).then((built) => built.outputFiles![0]!.contents);
  made.set(name, known);
  return known;
}

/** What the pages load, as its source stands now: the scripts of some pages, and every style. No build is needed before. */
export async function builtPages(...names: PageName[]): Promise<PageFiles> {
  const built = await Promise.all(names.map((name) => bundled(pageBundle(name))));
  const scripts = new Map(names.map((name, i) => [`${name}.js`, built[i]!]));
  const sources: Readonly<Record<string, string>> = { ...PAGE_STYLES, "icon.svg": "worker/pages/icon.svg" };
  return {
    read: async (name) => scripts.get(name) ?? (Object.hasOwn(sources, name) ? readFile(sources[name]!) : null),
  };
}

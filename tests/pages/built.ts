import { readFile } from "node:fs/promises";
import { build } from "esbuild";
import { PAGE_STYLES, type PageName, pageBundle } from "../../scripts/bundles.ts";
import type { PageFiles } from "../../worker/pages/index.ts";

/** What the pages load, as its source stands now: the scripts of some pages, and every style. No build is needed before. */
export async function builtPages(...names: PageName[]): Promise<PageFiles> {
  const built = await Promise.all(names.map((name) => build({ ...pageBundle(name), write: false })));
  const scripts = new Map(names.map((name, i) => [`${name}.js`, built[i]!.outputFiles![0]!.contents]));
  const sources: Readonly<Record<string, string>> = { ...PAGE_STYLES, "icon.svg": "worker/pages/icon.svg" };
  return {
    read: async (name) => scripts.get(name) ?? (Object.hasOwn(sources, name) ? readFile(sources[name]!) : null),
  };
}

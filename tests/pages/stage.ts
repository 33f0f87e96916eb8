import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { pageBundle } from "../../scripts/bundles.ts";
import { openSample } from "../../worker/cli/sample/open.ts";
import { type NodeOptions, type Running, startNode } from "../../worker/host/node.ts";
import { type PageFiles, pages } from "../../worker/pages/index.ts";

export interface SampleStage {
  running: Running;
  /** The printed sign-in links. */
  links: { province: string; office: string };
  /** The printed sheet to try. */
  tryFile: string;
  close(): Promise<void>;
}

/** The sample province on a collector of its own, with the start page as its source stands now: no build is needed before. */
export async function sampleStage(more: Pick<NodeOptions, "google" | "now"> = {}): Promise<SampleStage> {
  const folder = await mkdtemp(join(tmpdir(), "ruam-pages-"));
  const files = await builtNow();
  const running = await startNode({ port: 0, dataDir: folder, mount: (app) => app.route("/", pages(files)), ...more });
  const printed: string[] = [];
  await openSample(running, folder, { answer: (text) => printed.push(text), tell: () => {} });
  const [province, office] = [...printed.join("\n").matchAll(/http\S+#code=\S+/g)].map(([link]) => link);
  return {
    running,
    links: { province: province!, office: office! },
    tryFile: join(folder, "sample-to-try.csv"),
    async close() {
      await running.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function builtNow(): Promise<PageFiles> {
  const [built, intake, sent, desk] = await Promise.all(
    (["start", "intake", "files", "desk"] as const).map((name) => build({ ...pageBundle(name), write: false })),
  );
  const files: Record<string, Uint8Array> = {
    "start.js": built!.outputFiles![0]!.contents,
    "intake.js": intake!.outputFiles![0]!.contents,
    "files.js": sent!.outputFiles![0]!.contents,
    "desk.js": desk!.outputFiles![0]!.contents,
    "desk.css": await readFile("worker/pages/desk.css"),
    "files.css": await readFile("worker/pages/files.css"),
    "start.css": await readFile("worker/pages/style.css"),
    "intake.css": await readFile("worker/pages/intake.css"),
    "icon.svg": await readFile("worker/pages/icon.svg"),
  };
  return { read: async (name) => (Object.hasOwn(files, name) ? files[name]! : null) };
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSample } from "../../worker/cli/sample/open.ts";
import { type NodeOptions, type Running, startNode } from "../../worker/host/node.ts";
import { pages } from "../../worker/pages/index.ts";
import { builtPages } from "./built.ts";

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
  const files = await builtPages("start", "intake", "files", "desk", "plots");
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

import { childcareClips } from "../../shared/forms/childcareClips.ts";
import type { Office } from "../../shared/offices/office.ts";
import { buildRegistry } from "../../shared/offices/registry.ts";
import { importOffices } from "../../worker/cli/store.ts";
import { startNode } from "../../worker/host/node.ts";
import { OPERATOR } from "../../worker/province/actor.ts";
import { compareMaster, type Difference } from "./compare.ts";
import { Caller } from "./http.ts";
import { makeStory } from "./make.ts";
import { type Figures, tellStory } from "./tell.ts";

export interface PlayOptions {
  province: string;
  /** YYYY-MM. */
  period: string;
  seed: number;
  messy?: number;
  /** An empty folder for the collector's data. */
  dataDir: string;
  /** How many offices send nothing, counted from the end of the list. */
  silent: number;
}

export interface Outcome {
  figures: Figures;
  differences: Difference[];
  completeness: { offices: number; sent: number; missing: number };
  master: Uint8Array;
}

/** Starts a collector, lets every office of a province report, and holds the master against what was meant. */
export async function playStory(offices: readonly Office[], options: PlayOptions): Promise<Outcome> {
  const { province, period, seed, dataDir } = options;
  const own = offices.filter((office) => office.provinceCode === province);
  const chapters = makeStory(own, options);
  if (options.silent > 0) chapters.splice(-options.silent);
  const running = await startNode({ port: 0, dataDir });
  try {
    importOffices(running.data, offices, "story");
    const people = running.data.partition(province);
    const codes = new Map(
      chapters.map(({ office }) => [office.code, people.addPerson(OPERATOR, "office", office.code, "").code]),
    );
    const form = childcareClips;
    const { told, figures } = await tellStory(chapters, { base: running.url, form: form.id, period, codes, seed });
    const official = await Caller.signIn(running.url, people.addPerson(OPERATOR, "province", province, "").code);
    const query = `form=${form.id}&period=${period}`;
    const master = await official.download(`/provinces/${province}/master.xlsx?${query}`);
    const registry = buildRegistry(own);
    const differences = await compareMaster(master, told, registry, province, form);
    const { body } = await official.get(`/provinces/${province}/completeness?${query}`);
    const { total } = body as { total: Outcome["completeness"] };
    const completeness = { offices: total.offices, sent: total.sent, missing: total.missing };
    return { figures, differences, completeness, master };
  } finally {
    await running.close();
  }
}

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readOfficeList } from "../../worker/cli/officeList.ts";
import { SAMPLE_OFFICES, SAMPLE_PROVINCE } from "../../worker/cli/sample/offices.ts";
import { playStory } from "./play.ts";

/**
 * Plays a month of a province of any roster and prints the figures; exit 1 when anything differs.
 *   npm run story -- --offices LIST.csv --province 54 [--period 2023-10] [--seed 1] [--messy 30] [--out master.xlsx]
 */
const { values } = parseArgs({
  options: {
    offices: { type: "string" },
    province: { type: "string" },
    period: { type: "string", default: "2023-10" },
    seed: { type: "string", default: "1" },
    messy: { type: "string", default: "30" },
    silent: { type: "string", default: "3" },
    out: { type: "string" },
  },
});

const told = { answer: console.log, tell: console.error };
const offices = values.offices === undefined ? SAMPLE_OFFICES : (await readOfficeList(values.offices, told)).offices;
const dataDir = await mkdtemp(join(tmpdir(), "ruam-story-"));
const startedAt = performance.now();
try {
  const { figures, differences, completeness, master } = await playStory(offices, {
    dataDir,
    province: values.province ?? SAMPLE_PROVINCE,
    period: values.period,
    seed: Number(values.seed),
    messy: Number(values.messy),
    silent: Number(values.silent),
  });
  if (values.out !== undefined) await writeFile(values.out, master);
  const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
  console.log(JSON.stringify({ ...figures, differences, completeness, masterBytes: master.length, seconds }, null, 2));
  const { wrongFixes, lost, unsettled, wrongReceipts } = figures;
  const wrong = [wrongFixes, lost, unsettled, wrongReceipts, differences].some((list) => list.length > 0);
  process.exitCode = wrong ? 1 : 0;
} finally {
  await rm(dataDir, { recursive: true, force: true });
}

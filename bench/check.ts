import type { Report } from "../shared/answer.ts";
import { SheetChecker } from "../shared/check.ts";
import { childcareClips } from "../shared/forms/childcareClips.ts";
import type { Grid } from "../shared/sheet/grid.ts";
import { compare } from "./equality.ts";
import { allocatedBy, begin, collect, count, interleave, record, round, table, versionOf } from "./measure.ts";
import { ajvJudge, type PlainRow, plainRow, type RowJudge, zodJudge } from "./peers.ts";
import { PROVINCE, sampleRegistry } from "./roster.ts";
import { gridOf, makeRows } from "./rows.ts";

// B1: check 50,000 rows of childcare-clips at 0, 5 and 100 % dirty, against ajv and zod on the same rows.

const SHARES = [0, 0.05, 1];
const registry = sampleRegistry();

/** The whole answer for a sheet: every cell's address, verdict, codes, value and proposals. */
export function checkSheet(grid: Grid): Report {
  return new SheetChecker(grid, { registry, form: childcareClips, province: PROVINCE.code }).report();
}

/** Goes through what is to be told, as a reader of the answer would. */
function tell(report: Report): number {
  let told = 0;
  for (const { verdict, codes, cells } of report.rows) {
    if (verdict === "ok") continue;
    told += codes.length;
    for (const field in cells) told += cells[field]!.codes.length;
  }
  return told;
}

function judgeAll(rows: readonly PlainRow[], judge: RowJudge): number {
  let told = 0;
  for (const row of rows) told += judge(row);
  return told;
}

function main(): void {
  const options = begin("check");
  const size = options.quick ? 2_000 : 50_000;
  const rounds = options.quick ? 2 : 15;
  const versions = { ajv: versionOf("ajv"), zod: versionOf("zod") };
  const judges: [string, RowJudge][] = [
    ["ajv", ajvJudge()],
    ["zod", zodJudge()],
  ];
  const figures: Record<string, unknown>[] = [];
  for (const share of SHARES) {
    const made = makeRows(size, share);
    const grid = gridOf(made);
    const plain = made.map(plainRow);
    const first = checkSheet(grid);
    const agreement = judges.map(([name, judge]) => {
      const { differ, both, beyond } = compare(first, plain, judge);
      if (differ.length > 0) throw new Error(`${name} and we differ on rows ${differ.slice(0, 10).join(", ")}`);
      return { name, both, beyond };
    });
    const contestants = [
      { name: "ruam", run: () => tell(checkSheet(grid)) },
      ...judges.map(([name, judge]) => ({ name, run: () => judgeAll(plain, judge) })),
    ];
    const spreads = interleave(contestants, rounds);
    for (const { name, run } of contestants) {
      const spread = spreads.get(name)!;
      const heapMb = allocatedBy(run) / 1e6;
      figures.push({
        dirty: share,
        name,
        rowsPerSecond: Math.round(size / (spread.min / 1000)),
        rowsPerSecondP99: Math.round(size / (spread.p99 / 1000)),
        minMs: round(spread.min),
        p50Ms: round(spread.p50),
        p99Ms: round(spread.p99),
        allocatedMb: round(heapMb),
        bytesPerRow: Math.round((heapMb * 1e6) / size),
      });
    }
    console.log(
      `${share * 100} % dirty: ${agreement.map((a) => `same ${count(a.both)} rows refused as ${a.name}, ${count(a.beyond)} more by rules no row schema has`).join("; ")}`,
    );
    collect();
  }
  console.log(`\n${count(size)} rows, min of ${rounds} interleaved rounds; ajv ${versions.ajv}, zod ${versions.zod}`);
  const of = (name: string, dirty: number) => figures.find((f) => f.name === name && f.dirty === dirty)!;
  const speed = (name: string, dirty: number) => of(name, dirty).rowsPerSecond as number;
  const names = contestantsIn(figures);
  const cliffs = Object.fromEntries(names.map((name) => [name, round(speed(name, 0) / speed(name, 1))]));
  table(
    ["rows/s", ...SHARES.map((share) => `${share * 100} % dirty`), "p99 at 5 %", "cliff", "bytes/row at 5 %"],
    names.map((name) => [
      name,
      ...SHARES.map((share) => count(speed(name, share))),
      count(of(name, 0.05).rowsPerSecondP99 as number),
      `${cliffs[name]}x`,
      count(of(name, 0.05).bytesPerRow as number),
    ]),
  );
  console.log(
    "ajv and zod judge rows already made into objects and say yes or no with a keyword. We find the heading and the columns in a grid,\n" +
      "give every cell an address, a verdict, a value and proposals, and hold the rules between rows. In bare rows a second they are ahead.",
  );
  record("check", options, { rows: size, rounds, versions, cliffs, figures });
}

function contestantsIn(figures: readonly Record<string, unknown>[]): string[] {
  return [...new Set(figures.map((figure) => figure.name as string))];
}

if (import.meta.main) main();

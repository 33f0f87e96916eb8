import { execFileSync } from "node:child_process";
import { rmSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readBack } from "./masterReadBack.ts";
import { begin, count, record, round, scratch, spreadOf, table, versionOf } from "./measure.ts";

// B4: the master of a province (3,100 rows) and of the country (235,000), each written in a process of its own.

const CHILD = fileURLToPath(new URL("./masterChild.ts", import.meta.url));
/** Where each writer puts the official sheet and the sheet of origins. */
const OURS = { official: "xl/worksheets/sheet1.xml", source: "xl/worksheets/sheet3.xml" };
const THEIRS = { official: "xl/worksheets/sheet1.xml", source: "xl/worksheets/sheet2.xml" };

export interface Sample {
  ms: number;
  idleMb: number;
  peakMb: number;
  bytes: number;
}

/** Writes a master in a child process; keeps the file when asked. */
export function sample(kind: string, rows: number, file: string): Sample {
  const printed = execFileSync(process.execPath, [CHILD, kind, String(rows), file], { encoding: "utf8" });
  return { ...(JSON.parse(printed) as Omit<Sample, "bytes">), bytes: statSync(file).size };
}

/** Throws unless a writer's file reads back with the same rows, cell for cell, as the first one's. */
export function mustAgree(kinds: readonly string[], rows: number): void {
  let first: string | null = null;
  for (const kind of kinds) {
    const file = scratch(`${kind}.xlsx`);
    sample(kind, rows, file);
    const read = readBack(file, kind === "ruam" ? OURS : THEIRS);
    rmSync(file);
    const text = JSON.stringify(read);
    if (read.official.rows !== rows || read.source.rows !== rows) throw new Error(`${kind}: ${text}`);
    first ??= text;
    if (text !== first) throw new Error(`${kind} reads back otherwise: ${text} against ${first}`);
  }
}

function main(): void {
  const options = begin("master");
  const plans = options.quick
    ? [{ rows: 300, kinds: ["ruam", "exceljs-stream", "exceljs-memory"], rounds: 1 }]
    : [
        { rows: 3_100, kinds: ["ruam", "exceljs-stream", "exceljs-memory"], rounds: 5 },
        { rows: 235_000, kinds: ["ruam", "exceljs-stream"], rounds: 5 },
      ];
  const figures: Record<string, unknown>[] = [];
  for (const { rows, kinds, rounds } of plans) {
    mustAgree(kinds, rows);
    const samples = new Map<string, Sample[]>(kinds.map((kind) => [kind, []]));
    for (let i = 0; i < rounds; i++)
      for (let k = 0; k < kinds.length; k++) {
        const kind = kinds[(i + k) % kinds.length]!;
        const file = scratch(`${kind}.xlsx`);
        samples.get(kind)!.push(sample(kind, rows, file));
        rmSync(file);
      }
    for (const [kind, taken] of samples) {
      const ms = spreadOf(taken.map((one) => one.ms));
      const idleMb = Math.min(...taken.map((one) => one.idleMb));
      const peakMb = Math.max(...taken.map((one) => one.peakMb));
      figures.push({
        rows,
        kind,
        minMs: round(ms.min),
        p50Ms: round(ms.p50),
        maxMs: round(ms.max),
        idleMb: round(idleMb),
        peakMb: round(peakMb),
        overIdleMb: round(peakMb - idleMb),
        megabytes: round(taken[0]!.bytes / 1e6),
        rounds,
      });
    }
  }
  const versions = { exceljs: versionOf("exceljs") };
  console.log(
    `the same rows read back from every file first; exceljs ${versions.exceljs}, without styles (its fastest)`,
  );
  table(
    ["writer", "rows", "min ms", "worst ms", "peak MB", "over idle", "file MB"],
    figures.map(
      (f) =>
        [f.kind, count(f.rows as number), f.minMs, f.maxMs, f.peakMb, f.overIdleMb, f.megabytes] as (string | number)[],
    ),
  );
  console.log(
    "Ours writes two sheets more (summary with formulas and chart, missing offices), styles, page set-up and the workbook's identity.",
  );
  record("master", options, { versions, figures });
}

if (import.meta.main) main();

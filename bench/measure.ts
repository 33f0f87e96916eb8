import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { GCProfiler, getHeapStatistics } from "node:v8";

/** A figure is worth recording only on a quiet machine. */
const MOST_LOAD = 1.5;

export interface Options {
  /** Small sizes, nothing recorded: to see that it runs. */
  quick: boolean;
  force: boolean;
}

/** Reads the flags, and says no on a busy machine unless told otherwise. */
export function begin(name: string, argv: readonly string[] = process.argv): Options {
  const options = { quick: argv.includes("--quick"), force: argv.includes("--force") };
  const load = loadavg()[0]!;
  if (load > MOST_LOAD && !options.force && !options.quick) {
    console.error(
      `${name}: load ${load.toFixed(2)} is above ${MOST_LOAD}: not measured. --force measures all the same.`,
    );
    process.exit(2);
  }
  if (load > MOST_LOAD) console.log(`load ${load.toFixed(2)}: the machine is busy, the figures are too low`);
  return options;
}

export interface Machine {
  cores: number;
  node: string;
  loadAtStart: number;
  /** Our own work is part of it: about 1 to 2 on a machine that does nothing else. */
  loadAtEnd: number;
  forced: boolean;
  at: string;
}

const startedLoad = Number(loadavg()[0]!.toFixed(2));

function machine(): Machine {
  return {
    cores: availableParallelism(),
    node: process.version,
    loadAtStart: startedLoad,
    loadAtEnd: Number(loadavg()[0]!.toFixed(2)),
    forced: startedLoad > MOST_LOAD,
    at: new Date().toISOString().slice(0, 16),
  };
}

/** The installed version of a package. */
export function versionOf(name: string): string {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(path, "utf8")) as { version: string }).version;
}

/** Writes the figures down, unless this was only to see that it runs. */
export function record(name: string, options: Options, figures: Record<string, unknown>): void {
  if (options.quick) return;
  const path = new URL(`./baselines/${name}.json`, import.meta.url);
  writeFileSync(path, `${JSON.stringify({ bench: name, machine: machine(), ...figures }, null, 2)}\n`);
}

export interface Spread {
  min: number;
  p50: number;
  p99: number;
  max: number;
  samples: number;
}

export function spreadOf(samples: readonly number[]): Spread {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { min: sorted[0]!, p50: at(0.5), p99: at(0.99), max: sorted.at(-1)!, samples: sorted.length };
}

/** Three figures are as many as a timing is good for. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

export function rounded(spread: Spread): Spread {
  const { min, p50, p99, max, samples } = spread;
  return { min: round(min), p50: round(p50), p99: round(p99), max: round(max), samples };
}

export interface Contestant {
  name: string;
  /** Does the work once; what it gives back is compared between rounds, so that nothing can be left out. */
  run(): number;
}

/** Times in milliseconds: warm-up, then rounds A B C, B C A, … with a collected heap before each. Throws when a result changes. */
export function interleave(contestants: readonly Contestant[], rounds: number, warmups = 2): Map<string, Spread> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  const results = new Map<string, number>();
  for (let i = 0; i < warmups + rounds; i++) {
    for (let k = 0; k < contestants.length; k++) {
      const { name, run } = contestants[(i + k) % contestants.length]!;
      collect();
      const startedAt = performance.now();
      const result = run();
      const ms = performance.now() - startedAt;
      if (i >= warmups) times.get(name)!.push(ms);
      if ((results.get(name) ?? result) !== result) throw new Error(`${name} gave another result`);
      results.set(name, result);
    }
  }
  return new Map([...times].map(([name, samples]) => [name, spreadOf(samples)]));
}

/** A full collection, where node was started with --expose-gc. */
export function collect(): void {
  (globalThis as { gc?: () => void }).gc?.();
}

/** Bytes allocated on the JavaScript heap while it runs: what is left, and what every collection on the way took away. */
export function allocatedBy(run: () => unknown): number {
  collect();
  const profiler = new GCProfiler();
  profiler.start();
  let last = getHeapStatistics().used_heap_size;
  run();
  const end = getHeapStatistics().used_heap_size;
  let allocated = 0;
  for (const { beforeGC, afterGC } of profiler.stop()?.statistics ?? []) {
    allocated += Math.max(0, beforeGC.heapStatistics.usedHeapSize - last);
    last = afterGC.heapStatistics.usedHeapSize;
  }
  return allocated + Math.max(0, end - last);
}

/** A path for a file that is thrown away. */
export function scratch(name: string): string {
  return join(tmpdir(), `ruam-bench-${process.pid}-${name}`);
}

/** Prints rows under their headings, in columns. */
export function table(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): void {
  const all = [headings, ...rows].map((row) => row.map(String));
  const widths = headings.map((_, i) => Math.max(...all.map((row) => [...(row[i] ?? "")].length)));
  for (const row of all)
    console.log(row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  "));
  console.log("");
}

export const count = (value: number) => String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ",");

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { count } from "./measure.ts";

// Writes the recorded figures into docs/benchmarks.md, between its marks: a table is never typed by hand.

const PAGE = new URL("../docs/benchmarks.md", import.meta.url);

type Figures = Record<string, string | number>;
interface Machine {
  cores: number;
  node: string;
  loadAtStart: number;
  loadAtEnd?: number;
  forced: boolean;
  at: string;
}

function baseline<T>(name: string): (T & { machine: Machine }) | null {
  const path = new URL(`./baselines/${name}.json`, import.meta.url);
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as T & { machine: Machine }) : null;
}

function markdown(headings: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(" | ")} |`;
  return [line(headings), line(headings.map((_, i) => (i === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

function on(
  { cores, node, loadAtStart, loadAtEnd, forced, at }: Machine,
  versions: Record<string, string> = {},
): string {
  const peers = Object.entries(versions).map(([name, version]) => `, ${name} ${version}`);
  const busy = forced ? " — **the machine was busy: too low, to be measured again**" : "";
  return `${at} UTC, ${cores} cores, Node ${node}, load ${loadAtStart} at the start${loadAtEnd === undefined ? "" : ` and ${loadAtEnd} at the end`}${peers.join("")}${busy}.`;
}

const times = (ratio: number) => `${ratio >= 10 ? Math.round(ratio) : Number(ratio.toPrecision(2))}×`;

function checkTable(): string {
  const base = baseline<{ versions: Record<string, string>; figures: Figures[] }>("check");
  if (base === null) return "";
  const of = (name: string, dirty: number) => base.figures.find((f) => f.name === name && f.dirty === dirty)!;
  const rows = ["ruam", "ajv", "zod"].flatMap((name) =>
    [0, 0.05, 1].map((dirty) => {
      const f = of(name, dirty);
      const ours = Number(of("ruam", dirty).rowsPerSecond);
      const theirs = Number(f.rowsPerSecond);
      const against =
        name === "ruam" ? "" : theirs >= ours ? `${times(theirs / ours)} ours` : `1/${times(ours / theirs)} of ours`;
      const cliff = dirty === 1 ? times(Number(of(name, 0).rowsPerSecond) / theirs) : "";
      return [
        name,
        `${dirty * 100} %`,
        count(theirs),
        count(Number(f.rowsPerSecondP99)),
        against,
        cliff,
        count(Number(f.bytesPerRow)),
      ];
    }),
  );
  return [
    on(base.machine, base.versions),
    "",
    markdown(
      [
        "",
        "dirty rows",
        "rows/s, best round",
        "rows/s, worst (p99)",
        "against us",
        "clean / dirty",
        "bytes/row allocated",
      ],
      rows,
    ),
  ].join("\n");
}

interface Ms {
  min: number;
  p50: number;
  p99: number;
  max: number;
}

function editTable(): string {
  const base = baseline<{
    versions: Record<string, string>;
    growthOfP50: number;
    edits: { rows: number; name: string; edits: number; ms: Ms }[];
    pastes: { rows: number; ms: Ms }[];
  }>("edit");
  if (base === null) return "";
  const rows = base.edits.map(({ rows: size, name, edits, ms }) => {
    const ours = base.edits.find((one) => one.rows === size && one.name === "ruam")!;
    const ratio = name === "ruam" ? "" : times(ms.p50 / ours.ms.p50);
    return [name, count(size), ms.p50, ms.p99, ms.max, ratio, edits];
  });
  const pastes = base.pastes.map(({ rows: size, ms }) => `${ms.min} ms (worst ${ms.max}) into ${count(size)} rows`);
  return [
    on(base.machine, base.versions),
    "",
    markdown(["", "rows in the sheet", "p50 ms", "p99 ms", "worst ms", "p50 against ours", "edits"], rows),
    "",
    `A paste of 2,000 rows: ${pastes.join("; ")}. From 5,000 to 50,000 rows the p50 of one edit grows ${base.growthOfP50}×.`,
  ].join("\n");
}

function masterTable(): string {
  const base = baseline<{ versions: Record<string, string>; figures: Figures[] }>("master");
  if (base === null) return "";
  const rows = base.figures.map((f) => {
    const ours = base.figures.find((one) => one.rows === f.rows && one.kind === "ruam")!;
    const ratio = f.kind === "ruam" ? "" : times(Number(f.minMs) / Number(ours.minMs));
    return [
      f.kind!,
      count(Number(f.rows)),
      count(Number(f.minMs)),
      count(Number(f.maxMs)),
      ratio,
      f.peakMb!,
      f.overIdleMb!,
      f.megabytes!,
    ];
  });
  return [
    on(base.machine, base.versions),
    "",
    markdown(["writer", "rows", "best ms", "worst ms", "against ours", "peak MB", "over idle", "file MB"], rows),
  ].join("\n");
}

interface Rate {
  perSecond: number;
  ms: Ms;
}

function submitTable(): string {
  const base = baseline<{
    bodyBytes: number;
    loads: { clients: number; perSecond: number; ms: Ms }[];
    floors: { fdatasync: Rate; sqliteCommit: Rate }[];
    account: Record<string, number>;
  }>("submit");
  if (base === null) return "";
  const floors = base.floors.flatMap(({ fdatasync, sqliteCommit }, i) => {
    const when = i === 0 ? "before" : "after";
    return [
      [`disk alone, ${when}: append + fdatasync`, fdatasync] as const,
      [`disk alone, ${when}: SQLite commit, synchronous=FULL`, sqliteCommit] as const,
    ];
  });
  const rows = [
    ...base.loads.map(({ clients, perSecond, ms }) => [`${clients} clients`, count(perSecond), ms.p50, ms.p99, ms.max]),
    ...floors.map(([name, { perSecond, ms }]) => [name, count(perSecond), ms.p50, ms.p99, ms.max]),
  ];
  const { acknowledged, kept, lost, doubled } = base.account;
  return [
    `${on(base.machine)} Reports of ${count(base.bodyBytes)} bytes, one in five sent twice.`,
    "",
    markdown(["", "durable a second", "p50 ms", "p99 ms", "worst ms"], rows),
    "",
    `${count(acknowledged!)} acknowledged, ${count(kept!)} kept, ${lost} lost, ${doubled} doubled.`,
  ].join("\n");
}

function readingsTable(): string {
  const path = new URL("./baselines/readings.json", import.meta.url);
  if (!existsSync(path)) return "";
  const base = JSON.parse(readFileSync(path, "utf8")) as {
    inputs: number;
    doubtful: number;
    versions: Record<string, string>;
    scores: Figures[];
  };
  const peers = Object.entries(base.versions).map(([name, version]) => `${name} ${version}`);
  const rows = base.scores.map((one) => [one.kind!, one.name!, one.right!, one.asked!, one["silently wrong"]!]);
  return [
    `${count(base.inputs)} inputs, of which ${base.doubtful} can only be asked about; ${peers.join(", ")}.`,
    "",
    markdown(["", "", "right", "asked", "silently wrong"], rows),
  ].join("\n");
}

function firstListTable(): string {
  const base =
    baseline<Record<"rows" | "runs" | "wholeMs" | "simulatorMs" | "paneMs" | "slowestPaneMs", number>>("firstList");
  if (base === null) return "";
  return [
    `${on(base.machine)} ${count(base.rows)} rows, ${base.runs} runs, the middle one.`,
    "",
    markdown(
      ["whole ms", "of it the simulator", "the pane", "the pane at its slowest"],
      [[base.wholeMs, base.simulatorMs, base.paneMs, base.slowestPaneMs]],
    ),
  ].join("\n");
}

function rollupTable(): string {
  const base = baseline<{
    versions: Record<string, string>;
    offices: number;
    reports: number;
    rows: number;
    bytes: number;
    cold: Ms;
    warm: Ms;
    idleMb: number;
    afterMb: number;
    wait: Record<"alone" | "whileWarm" | "whileCold", Ms>;
    peer: { ms: number; peakMb: number; idleMb: number };
  }>("rollup");
  if (base === null) return "";
  const { cold, warm, wait, peer, idleMb, afterMb } = base;
  const over = (mb: number) => Math.round(mb);
  return [
    `${on(base.machine, base.versions)} ${count(base.offices)} offices, ${count(base.reports)} reports, ${count(base.rows)} rows sent up; the answer is ${count(base.bytes)} bytes.`,
    "",
    markdown(
      ["", "p50 ms", "worst ms", "against ours, cold", "MB over idle"],
      [
        ["roll-up, no store open", cold.p50, cold.max, "", over(afterMb - idleMb)],
        ["roll-up, all open", warm.p50, warm.max, "", ""],
        ["exceljs over the masters", peer.ms, peer.ms, times(peer.ms / cold.p50), over(peer.peakMb - peer.idleMb)],
        ["an office waits for its receipt, nothing else asked", wait.alone.p50, wait.alone.max, "", ""],
        ["the same beside a roll-up, all open", wait.whileWarm.p50, wait.whileWarm.max, "", ""],
        ["the same beside a roll-up, no store open", wait.whileCold.p50, wait.whileCold.max, "", ""],
      ],
    ),
  ].join("\n");
}

function deskTable(): string {
  const base = baseline<{
    offices: number;
    periods: number;
    asked: { name: string; p50: number; max: number; bytes: number }[];
    drawn: { name: string; paintedMs: number | null; longestTaskMs: number; largestBytes: number }[];
  }>("desk");
  if (base === null) return "";
  return [
    `${on(base.machine)} ${count(base.offices)} offices, ${base.periods} months.`,
    "",
    markdown(
      ["", "p50 ms", "worst ms", "bytes"],
      base.asked.map(({ name, p50, max, bytes }) => [name, p50, max, count(bytes)]),
    ),
    "",
    markdown(
      ["320 px, processor four times slower", "answer to painted ms", "longest task ms", "largest answer, bytes"],
      base.drawn.map((one) => [one.name, one.paintedMs ?? "", one.longestTaskMs, count(one.largestBytes)]),
    ),
  ].join("\n");
}

let page = readFileSync(PAGE, "utf8");
for (const [name, text] of Object.entries({
  check: checkTable(),
  edit: editTable(),
  master: masterTable(),
  submit: submitTable(),
  readings: readingsTable(),
  firstList: firstListTable(),
  rollup: rollupTable(),
  desk: deskTable(),
})) {
  const marks = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- end -->)`);
  if (!marks.test(page)) throw new Error(`docs/benchmarks.md has no place for ${name}`);
  page = page.replace(marks, (_, before: string, after: string) => `${before}${text}\n${after}`);
}
writeFileSync(PAGE, page);

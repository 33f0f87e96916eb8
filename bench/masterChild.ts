import { createWriteStream } from "node:fs";
import { open, writeFile } from "node:fs/promises";
import { masterOf, plainRows } from "./masterRows.ts";

// One sample in a process of its own: `masterChild.ts KIND ROWS FILE`. Prints milliseconds, peak resident memory, and that before.

const [kind, count, file] = process.argv.slice(2) as [string, string, string];
const rows = Number(count);

/** Loads what a writer needs, and gives the writing: only that is timed. */
type Load = () => Promise<() => Promise<void>>;

/** As the Node host and the command line write it. */
const ruam: Load = async () => {
  const { streamMaster } = await import("../worker/master/xlsx.ts");
  const { nodeDeflater } = await import("../worker/host/deflate.ts");
  return async () => {
    const out = await open(file, "w");
    for await (const chunk of streamMaster(masterOf(rows), { deflater: nodeDeflater })) await out.write(chunk);
    await out.close();
  };
};

/** Both sheets at once, row by row, without styles and shared strings: its fastest way. */
const exceljsStream: Load = async () => {
  const { default: ExcelJS } = await import("exceljs");
  return async () => {
    const stream = createWriteStream(file);
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: false, useSharedStrings: false });
    const official = workbook.addWorksheet("official");
    const source = workbook.addWorksheet("source");
    for await (const row of plainRows(masterOf(rows))) {
      official.addRow(row.official).commit();
      source.addRow(row.source).commit();
    }
    official.commit();
    source.commit();
    await workbook.commit();
  };
};

const exceljsMemory: Load = async () => {
  const { default: ExcelJS } = await import("exceljs");
  return async () => {
    const workbook = new ExcelJS.Workbook();
    const official = workbook.addWorksheet("official");
    const source = workbook.addWorksheet("source");
    for await (const row of plainRows(masterOf(rows))) {
      official.addRow(row.official);
      source.addRow(row.source);
    }
    await writeFile(file, new Uint8Array(await workbook.xlsx.writeBuffer()));
  };
};

const KINDS: Record<string, Load> = {
  ruam,
  "exceljs-stream": exceljsStream,
  "exceljs-memory": exceljsMemory,
};

const write = await KINDS[kind]!();
const idleMb = process.memoryUsage.rss() / 1e6;
const startedAt = performance.now();
await write();
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ ms, idleMb, peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6 }));

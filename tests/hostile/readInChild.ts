// Run as a child process: reads each workbook named on the command line, answers what became of it and the peak memory.
import { readFileSync } from "node:fs";
import { readWorkbook, UnreadableFile } from "../../shared/workbook/read.ts";

const idleKilobytes = process.resourceUsage().maxRSS;
const outcomes: string[] = [];
for (const path of process.argv.slice(2)) {
  try {
    const workbook = await readWorkbook(readFileSync(path));
    outcomes.push(`read ${workbook.sheets.map(({ rows }) => rows.length).join("+")} rows`);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    outcomes.push(error.code);
  }
}
const grownMegabytes = Math.round((process.resourceUsage().maxRSS - idleKilobytes) / 1024);
console.log(JSON.stringify({ outcomes, grownMegabytes }));

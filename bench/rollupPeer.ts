import { readdirSync } from "node:fs";
import { join } from "node:path";
import ExcelJS from "exceljs";

// What people do today, done by a program: open every province's master workbook, add up. `rollupPeer.ts FOLDER`, in a process of its own.

const folder = process.argv[2]!;
const idleMb = process.memoryUsage.rss() / 1e6;
const startedAt = performance.now();
let rows = 0;
let done = 0;
for (const name of readdirSync(folder).sort()) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, name));
  workbook.worksheets[0]!.eachRow((row) => {
    if (typeof row.getCell(1).value !== "number" || row.getCell(5).value === null) return;
    rows++;
    if (row.getCell(6).value !== null && row.getCell(6).value !== "") done++;
  });
}
const ms = performance.now() - startedAt;
console.log(JSON.stringify({ ms, rows, done, idleMb, peakMb: (process.resourceUsage().maxRSS * 1024) / 1e6 }));

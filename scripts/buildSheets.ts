/**
 * Writes the Google Sheets add-on, ready for `clasp push`: npm run build:sheets -- [--url https://COLLECTOR] [--addon] [--out DIR]
 * What is written has passed the gates of scripts/sheets/gates.ts. Exit 0 written, 1 Apps Script would not take it, 2 wrong usage.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { addressOf } from "./sheets/address.ts";
import { buildSheets, SheetsProblem } from "./sheets/build.ts";

const USAGE = "npm run build:sheets -- [--url https://COLLECTOR] [--addon] [--out dist/sheets]";
const HERE = "http://localhost:8787";

async function main(): Promise<number> {
  let values: { url: string; out: string; addon: boolean };
  try {
    ({ values } = parseArgs({
      options: {
        url: { type: "string", default: HERE },
        out: { type: "string", default: "dist/sheets" },
        addon: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const url = addressOf(values.url);
  if (url === null) {
    console.error(`--url ${values.url} is no address of a collector: https, and scheme and host only.\n${USAGE}`);
    return 2;
  }
  try {
    const files = await buildSheets({ url, addon: values.addon });
    await mkdir(values.out, { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(`${values.out}/${name}`, text);
  } catch (error) {
    if (!(error instanceof SheetsProblem)) throw error;
    console.error(error.message);
    return 1;
  }
  console.log(values.out);
  console.error(`For the collector at ${url}${url === HERE ? ", this machine alone: give --url for any other" : ""}.`);
  return 0;
}

process.exitCode = await main();

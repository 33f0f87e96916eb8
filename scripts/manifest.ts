/**
 * Writes the Excel add-in's manifest for a collector: npm run manifest -- --url https://ADDRESS [--out FILE]
 * What is written has passed scripts/manifest/check.ts. Exit 0 written, 1 the manifest is not right, 2 wrong usage.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { type AddressFault, collectorAddress } from "../addin/excel/manifest/address.ts";
import { buildManifest } from "../addin/excel/manifest/build.ts";
import { checkManifest } from "./manifest/check.ts";
import { ownPictures } from "./manifest/pictures.ts";

const USAGE = "npm run manifest -- --url https://ADDRESS [--out dist/manifest.xml]";
const FAULTS: Record<AddressFault, string> = {
  "not-an-address": "is not the address of a web page. Give one like https://ruam.example",
  "not-https": "is not https. Excel loads add-ins over https only; plain http is taken for localhost alone",
  "has-sign-in": "carries a name or password. Give the address without it",
  "has-path":
    "has a path. The collector stands at the root of its host: give scheme and host only, like https://ruam.example",
};

function main(): number {
  let values: { url?: string; out: string };
  try {
    ({ values } = parseArgs({
      options: { url: { type: "string" }, out: { type: "string", default: "dist/manifest.xml" } },
    }));
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  if (values.url === undefined) {
    console.error(`--url is missing.\n${USAGE}`);
    return 2;
  }
  const found = collectorAddress(values.url);
  if ("fault" in found) {
    console.error(`--url ${values.url} ${FAULTS[found.fault]}.\n${USAGE}`);
    return 2;
  }
  const manifest = buildManifest(found.address);
  const problems = checkManifest(manifest, ownPictures);
  if (problems.length > 0) {
    console.error(["The manifest is not right:", ...problems].join("\n"));
    return 1;
  }
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, manifest);
  console.log(values.out);
  console.error(`The add-in of ${found.address}. How to put it into Excel: ${found.address}/install`);
  return 0;
}

process.exitCode = main();

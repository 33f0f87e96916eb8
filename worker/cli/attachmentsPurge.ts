import { existsSync } from "node:fs";
import { join } from "node:path";
import { PURGE_WORDS } from "../../shared/words/deskCli.ts";
import { fill } from "../../shared/words/fill.ts";
import type { Data } from "../host/data.ts";
import { diskBlobs } from "../host/diskBlobs.ts";
import { FILES } from "../host/node.ts";
import { purgeProvince } from "../host/purge.ts";
import { OPERATOR } from "../province/actor.ts";
import type { Console, ExitCode } from "./command.ts";
import { provinceOption, readArguments } from "./options.ts";
import { DATA_DIR, withData } from "./store.ts";

/** `ruam attachments purge`: deletes photos and clips over the time their province set; with --dry-run only says which. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const names = ["data", "province"] as const;
  const { options } = readArguments(args, names, { words: [], flags: ["json", "dry-run"] });
  const dataDir = options.data ?? DATA_DIR;
  const only = provinceOption(options.province);
  if (!existsSync(dataDir)) {
    console.tell(fill(PURGE_WORDS.nothing, { data: dataDir }));
    return 2;
  }
  return withData(dataDir, async (data): Promise<ExitCode> => {
    const provinces = only === undefined ? data.provinces() : [only];
    const done = options["dry-run"]
      ? provinces.map((code) => preview(data, code))
      : await purgeAll(data, dataDir, provinces);
    if (options.json) console.answer(JSON.stringify({ dryRun: options["dry-run"], provinces: done }));
    else for (const one of done) console.answer(fill(options["dry-run"] ? PURGE_WORDS.would : PURGE_WORDS.done, one));
    return 0;
  });
}

function preview(data: Data, province: string) {
  const { files, bytes, abandoned } = data.partition(province).purgePreview(OPERATOR);
  return { province, files, abandoned, bytes };
}

async function purgeAll(data: Data, dataDir: string, provinces: readonly string[]) {
  const blobs = diskBlobs(join(dataDir, FILES));
  const done = [];
  for (const province of provinces) {
    data.partition(province);
    const { expired, abandoned } = await purgeProvince(await data.collector.at(province), blobs);
    done.push({ province, files: expired, abandoned });
  }
  return done;
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { AUDIT_WORDS } from "../../shared/words/deskCli.ts";
import { fill } from "../../shared/words/fill.ts";
import type { Chain } from "../province/chain.ts";
import type { Console, ExitCode } from "./command.ts";
import { readArguments } from "./options.ts";
import { DATA_DIR, withData } from "./store.ts";

/** `ruam audit verify`: follows the audit of every province in a data folder. Exit 0 whole, 1 broken, 2 nothing to read. */
export async function run(args: string[], console: Console): Promise<ExitCode> {
  const { options } = readArguments(args, ["data", "head"], { words: [], flags: ["json"] });
  const dataDir = options.data ?? DATA_DIR;
  const chains = existsSync(dataDir) ? verifyAll(dataDir, options.head) : [];
  if (chains.length === 0) {
    console.tell(fill(AUDIT_WORDS.nothing, { data: dataDir }));
    return 2;
  }
  const headLost = options.head !== undefined && !chains.some(({ seen }) => seen);
  const ok = !headLost && chains.every(({ broken }) => broken === null);
  if (options.json) console.answer(JSON.stringify({ ok, chains }));
  else {
    for (const chain of chains) console.answer(sentence(chain));
    if (headLost) console.answer(fill(AUDIT_WORDS.headLost, { head: options.head! }));
  }
  return ok ? 0 : 1;
}

type Found = Chain & { partition: string };

function verifyAll(dataDir: string, head: string | undefined): Found[] {
  return withData(dataDir, (data) => {
    const country = existsSync(join(dataDir, "TH.db")) ? ["TH"] : [];
    return [...data.provinces(), ...country].map((partition) => ({
      partition,
      ...data.partition(partition).verifyChain(head),
    }));
  });
}

function sentence({ partition, lines, head, broken }: Found): string {
  if (broken === null) return fill(AUDIT_WORDS.whole, { partition, lines, head: head || "-" });
  return fill(AUDIT_WORDS.broken, { partition, seq: broken.seq, why: AUDIT_WORDS.why[broken.why] });
}

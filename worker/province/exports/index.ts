import type { Actor } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { type KeyingQuery, keying, keyingFile } from "./list.ts";
import { type KeyedRow, tickKeyed, untickKeyed } from "./tick.ts";

/** What is typed from the reports into other systems, row by row. */
export function exportsOf(journal: Journal) {
  return {
    keying: (actor: Actor, query: KeyingQuery) => keying(journal, actor, query),
    keyingFile: (actor: Actor, query: Omit<KeyingQuery, "show" | "offset" | "limit">) =>
      keyingFile(journal, actor, query),
    tickKeyed: (actor: Actor, row: KeyedRow) => tickKeyed(journal, actor, row),
    untickKeyed: (actor: Actor, row: KeyedRow & { at: string }) => untickKeyed(journal, actor, row),
  };
}

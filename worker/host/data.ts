import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Collector, openPartition, type Partition } from "../people/partition.ts";
import { remote, reply } from "../people/remote.ts";
import { Refusal } from "../province/refusal.ts";
import { type NodeSql, nodeSql } from "./nodeSql.ts";

/** A folder of databases, one for each province (`54.db`) and `TH.db` for the department and the signing secret. */
export interface Data {
  /**
   * The partition itself, synchronous. Throws `province-unknown` when there is no such file, unless `create`.
   * Other processes may have the same file open.
   */
  partition(code: string, create?: boolean): Partition;
  /** The same, as the app sees it. */
  collector: Collector;
  /** Codes of the provinces that are there. */
  provinces(): string[];
  close(): void;
}

/** Opens (creates) a data folder, readable by its owner only: it holds what offices sent. */
export function openData(dir: string, now: () => number = Date.now): Data {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const open = new Map<string, { sql: NodeSql; partition: Partition }>();
  const partition = (code: string, create = false): Partition => {
    const known = open.get(code);
    if (known !== undefined) return known.partition;
    const file = join(dir, `${code}.db`);
    const valid = code === "TH" || (/^[1-9][0-9]$/.test(code) && (create || existsSync(file)));
    if (!valid) throw new Refusal("province-unknown", { province: code });
    const sql = nodeSql(file);
    try {
      const opened = openPartition(sql, now);
      open.set(code, { sql, partition: opened });
      return opened;
    } catch (error) {
      sql.close();
      throw error;
    }
  };
  const provinces = (): string[] =>
    readdirSync(dir)
      .map((name) => /^([1-9][0-9])\.db$/.exec(name)?.[1])
      .filter((code) => code !== undefined)
      .sort();
  return {
    partition,
    collector: {
      async at(code) {
        const here = partition(code);
        return remote(async (method, args) => reply(here, method, args));
      },
      provinces: async () => provinces(),
      breathe: inTurn(),
    },
    provinces,
    close() {
      for (const { sql } of open.values()) sql.close();
      open.clear();
    },
  };
}

/** Each call resolves in a round of the event loop of its own, after what came in over the network before it. */
export function inTurn(): () => Promise<void> {
  let last = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}

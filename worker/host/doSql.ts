import type { DurableObjectStorage } from "@cloudflare/workers-types";
import { checkBinds, mustBeSync, type Sql } from "../province/sql.ts";

/** A Durable Object's own SQLite as `Sql`. Its output gate holds every answer back until the write is durable. */
export function doSql(storage: DurableObjectStorage): Sql {
  return {
    all<R>(query: string, ...binds: Parameters<Sql["all"]>[1][]): R[] {
      checkBinds(binds);
      return storage.sql.exec(query, ...binds).toArray() as R[];
    },
    tx: (run) => storage.transactionSync(() => mustBeSync(run())),
  };
}

import { DatabaseSync, type StatementSync } from "node:sqlite";
import { checkBinds, mustBeSync, type Sql } from "../province/sql.ts";

/** The Durable Object's limits, so that a statement which passes here passes there. */
const LIMITS = {
  variableNumber: 100,
  column: 100,
  compoundSelect: 5,
  likePatternLength: 50,
  sqlLength: 100_000,
  exprDepth: 100,
  functionArg: 32,
};

export interface NodeSql extends Sql {
  close(): void;
}

/** Opens (creates) a SQLite file. A commit is on the disk before `tx` returns: WAL with synchronous=FULL. */
export function nodeSql(file: string): NodeSql {
  const db = new DatabaseSync(file, { limits: LIMITS } as ConstructorParameters<typeof DatabaseSync>[1]);
  db.exec("PRAGMA busy_timeout=5000");
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON");
  const statements = new Map<string, StatementSync>();
  const prepared = (query: string): StatementSync => {
    let statement = statements.get(query);
    if (statement === undefined) statements.set(query, (statement = db.prepare(query)));
    return statement;
  };
  let depth = 0;
  return {
    all<R>(query: string, ...binds: Parameters<Sql["all"]>[1][]): R[] {
      checkBinds(binds);
      return prepared(query).all(...binds) as R[];
    },
    tx(run) {
      const level = depth++;
      try {
        db.exec(level === 0 ? "BEGIN IMMEDIATE" : `SAVEPOINT s${level}`);
        try {
          const result = mustBeSync(run());
          db.exec(level === 0 ? "COMMIT" : `RELEASE s${level}`);
          return result;
        } catch (error) {
          db.exec(level === 0 ? "ROLLBACK" : `ROLLBACK TO s${level}; RELEASE s${level}`);
          throw error;
        }
      } finally {
        depth--;
      }
    },
    close: () => db.close(),
  };
}

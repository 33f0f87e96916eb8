import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Spread, spreadOf } from "./measure.ts";

/** What the disk itself can do, one after another, for about `ms` milliseconds each. */
export interface Floor {
  fdatasync: Rate;
  sqliteCommit: Rate;
}

export interface Rate {
  perSecond: number;
  ms: Spread;
}

function rate(ms: number, once: () => void): Rate {
  const times: number[] = [];
  const startedAt = performance.now();
  for (let now = startedAt; now - startedAt < ms; ) {
    once();
    const after = performance.now();
    times.push(after - now);
    now = after;
  }
  return { perSecond: Math.round((times.length / (performance.now() - startedAt)) * 1000), ms: spreadOf(times) };
}

/** Appends with fdatasync, and single SQLite commits (WAL, synchronous=FULL), of the same body, in the folder given. */
export function measureFloor(folder: string, body: Uint8Array, ms: number): Floor {
  const log = join(folder, "floor.log");
  const fd = openSync(log, "a");
  const fdatasync = rate(ms, () => {
    writeSync(fd, body);
    fdatasyncSync(fd);
  });
  closeSync(fd);
  const file = join(folder, "floor.db");
  const db = new DatabaseSync(file);
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bodies (id INTEGER PRIMARY KEY, body BLOB)");
  const insert = db.prepare("INSERT INTO bodies (body) VALUES (?)");
  const sqliteCommit = rate(ms, () => {
    insert.run(body);
  });
  db.close();
  for (const name of [log, file, `${file}-wal`, `${file}-shm`]) rmSync(name, { force: true });
  return { fdatasync, sqliteCommit };
}

import { join } from "node:path";
import { nodeSql } from "../../worker/host/nodeSql.ts";
import { openJournal, provinceOf } from "../../worker/province/store.ts";
import type { Sending } from "./sendings.ts";

/** What the store holds against what was acknowledged. Every list should be empty. */
export interface Account {
  sendings: number;
  acknowledged: number;
  kept: number;
  /** Acknowledged, but not there, or there otherwise than acknowledged. */
  lost: string[];
  /** A sending kept under more than one version. */
  doubled: string[];
  /** A version without all its rows, its grid, its key or its audit line. */
  partial: string[];
  integrity: string;
  audit: { lines: number; broken: number | null };
}

/** Opens the database as it lies on the disk and counts. */
export function takeAccount(dataDir: string, sendings: readonly Sending[]): Account {
  const sql = nodeSql(join(dataDir, "99.db"));
  try {
    const kept = sql.all<{ key: string; receipt: string; hash: string; submission: string; version: number }>(
      `SELECT k.key, v.receipt, v.content_hash AS hash, v.submission, v.version FROM versions v
       LEFT JOIN keys k ON k.submission = v.submission AND k.version = v.version`,
    );
    const byKey = new Map(kept.map((one) => [one.key, one]));
    const lost = sendings.flatMap(({ key, receipt }) => {
      const here = byKey.get(key);
      const same =
        here?.receipt === receipt?.receipt && here?.hash === receipt?.contentHash && here?.version === receipt?.version;
      return receipt === null || same ? [] : [key];
    });
    const hashes = new Map<string, number>();
    for (const { hash } of kept) hashes.set(hash, (hashes.get(hash) ?? 0) + 1);
    const partial = sql.all<{ receipt: string }>(
      `SELECT v.receipt FROM versions v WHERE
         (SELECT count(*) FROM rows r WHERE r.submission = v.submission AND r.version = v.version AND r.verdict <> 'skip')
           <> v.counts ->> 'rows'
         OR NOT EXISTS (SELECT 1 FROM grids g WHERE g.submission = v.submission AND g.version = v.version AND json_valid(g.text))
         OR NOT EXISTS (SELECT 1 FROM keys k WHERE k.submission = v.submission AND k.version = v.version)
         OR (SELECT count(*) FROM audit a WHERE a.action = 'submit' AND a.subject = v.receipt) <> 1`,
    );
    return {
      sendings: sendings.length,
      acknowledged: sendings.filter(({ receipt }) => receipt !== null).length,
      kept: kept.length,
      lost,
      doubled: [...hashes].filter(([, times]) => times > 1).map(([hash]) => hash),
      partial: partial.map(({ receipt }) => receipt),
      integrity: String(sql.all<{ integrity_check: string }>("PRAGMA integrity_check")[0]!.integrity_check),
      audit: provinceOf(openJournal(sql)).verifyAudit(),
    };
  } finally {
    sql.close();
  }
}

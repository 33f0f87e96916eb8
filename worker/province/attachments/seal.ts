import { canonical, sha256 } from "../canonical.ts";
import type { Run } from "../journal.ts";
import { reportedHere } from "./target.ts";

/** What was in a report's hands at a moment, under one hash. */
export interface Seal {
  /** "54-6610-7K3MQ9-F2": the receipt of the report, and which seal of its files. */
  number: string;
  version: number;
  hash: string;
  files: number;
  /** ISO 8601. */
  at: string;
}

interface SealRow {
  number: number;
  version: number;
  receipt: string;
  hash: string;
  files: number;
  at: number;
}

/** The newest seal of a report's files; null while it has none. */
export function sealOf(run: Run, submission: string): Seal | null {
  const row = newest(run, submission);
  return row === undefined ? null : toSeal(row);
}

function newest(run: Run, submission: string): SealRow | undefined {
  return run<SealRow>(
    `SELECT number, version, receipt, hash, files, at FROM attachment_seals WHERE submission = ? ORDER BY number DESC LIMIT 1`,
    submission,
  )[0];
}

function toSeal({ number, receipt, at, ...rest }: SealRow): Seal {
  return { number: `${receipt}-F${number}`, ...rest, at: new Date(at).toISOString() };
}

/**
 * Seals the files of a report as they are now: the manifest names the version with its receipt and content hash, and each checked
 * file that has its place, by the hash of what is kept. A file deleted when its time was over stays in it: it was sent. Called in
 * the transaction of every change; nothing changed, the seal stays. Null while there is nothing to seal.
 */
export function reseal(run: Run, submission: string, at: number): Seal | null {
  const before = newest(run, submission);
  const some =
    before !== undefined || run("SELECT 1 FROM attachments WHERE submission = ? LIMIT 1", submission).length > 0;
  if (!some) return null;
  const { version, receipt, contentHash, needs } = reportedHere(run, submission);
  const known = new Set(needs.map(({ target }) => target));
  const files = run<{ target: string }>(
    `SELECT target, label, kind, name, stored_bytes AS bytes, stored_hash AS sha256, seconds FROM attachments
     WHERE submission = ? AND state IN ('checked', 'expired') ORDER BY target, stored_hash`,
    submission,
  ).filter(({ target }) => known.has(target));
  const manifest = canonical({ submission, version, receipt, contentHash, files });
  const hash = sha256(manifest);
  if (before?.hash === hash) return toSeal(before);
  if (before === undefined && files.length === 0) return null;
  const row: SealRow = { number: (before?.number ?? 0) + 1, version, receipt, hash, files: files.length, at };
  run(
    `INSERT INTO attachment_seals (submission, number, version, receipt, hash, files, manifest, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[submission, row.number, version, receipt, hash, row.files, manifest, at],
  );
  return toSeal(row);
}

/** The manifest under the newest seal, as it was hashed. */
export function manifestOf(run: Run, submission: string): string | null {
  return (
    run<{ manifest: string }>(
      "SELECT manifest FROM attachment_seals WHERE submission = ? ORDER BY number DESC LIMIT 1",
      submission,
    )[0]?.manifest ?? null
  );
}

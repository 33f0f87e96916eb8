import { pieceSize, piecesOf } from "../../../shared/files/limits.ts";
import type { FileKind } from "../../../shared/files/needs.ts";
import { clipLimitOf } from "../../../shared/files/needs.ts";
import type { Actor } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { partsOf } from "./announce.ts";
import { FILE_KEY, type Piece } from "./blobs.ts";
import { reseal } from "./seal.ts";
import { type Reported, reportedOf, requireSender } from "./target.ts";
import { FILE_COLUMNS, type FileRow, type FileView, toView } from "./view.ts";

/** A file on its way, for whoever takes in its pieces and looks into it. */
export interface UnderWay {
  view: FileView;
  kind: FileKind;
  bytes: number;
  hash: string;
  /** Seconds the form takes; 0 for photos. */
  mostSeconds: number;
  /** A stricter letter's limit, told but not held. */
  stricterSeconds: number | null;
  pieces: Piece[];
}

/** The file as its sender sees it. Throws `not-found` outside reach, `forbidden`. */
export function fileUnderWay(journal: Journal, actor: Actor, id: string): UnderWay {
  requireSender(actor);
  const run = journal.read.bind(journal) as Run;
  const [row, reported] = fileOf(run, actor, id);
  const limit = clipLimitOf(reported.form);
  return {
    view: toView(row, partsOf(run, id), isPlaced(reported, row)),
    ...{ kind: row.kind, bytes: row.bytes, hash: row.hash },
    mostSeconds: row.kind === "clip" ? (limit?.seconds ?? 0) : 0,
    stricterSeconds: limit?.stricter?.seconds ?? null,
    pieces: piecesOfFile(run, id),
  };
}

export function piecesOfFile(run: Run, id: string): Piece[] {
  return run<Piece>("SELECT part, blob, bytes FROM attachment_pieces WHERE file = ? ORDER BY part", id).map((row) => ({
    ...row,
  }));
}

/**
 * Remembers a piece whose bytes are durable. False when the file takes none any more: then the blob belongs to nobody, unless it is
 * the very one that was kept before.
 */
export function keepPiece(journal: Journal, file: string, piece: Piece): boolean {
  return journal.keepBooks((run) => {
    const row = run<{ state: string; bytes: number }>("SELECT state, bytes FROM attachments WHERE id = ?", file)[0];
    if (row === undefined || row.state !== "receiving") return isKept(run, file, piece.blob);
    if (piece.part >= piecesOf(row.bytes) || piece.bytes !== pieceSize(row.bytes, piece.part))
      throw new TypeError("a piece of another size");
    run(
      `INSERT INTO attachment_pieces (file, part, blob, bytes) VALUES (?, ?, ?, ?)
       ON CONFLICT (file, part) DO UPDATE SET blob = excluded.blob`,
      ...[file, piece.part, piece.blob, piece.bytes],
    );
    return true;
  });
}

const isKept = (run: Run, file: string, blob: string) =>
  run("SELECT 1 FROM attachment_pieces WHERE file = ? AND blob = ?", file, blob).length > 0;

/** What looking into a whole file said. */
export type Outcome =
  | { is: "refused"; reason: string }
  | {
      is: "checked";
      type: string;
      storedHash: string;
      seconds: number | null;
      notes: string[];
      /** The pieces as they are to be kept, all of them. */
      pieces: Piece[];
    };

/**
 * Ends the receiving of a file: from here on it is seen, or it is refused and forgotten but for its line. Settled before, nothing
 * changes. A photo that turns out to be one that is here already is refused.
 */
export function settleFile(journal: Journal, actor: Actor, id: string, outcome: Outcome): FileView {
  requireSender(actor);
  return journal.write<FileView>(actor, (run, at) => {
    const [row, reported] = fileOf(run, actor, id);
    if (row.state !== "receiving") return [toView(row, [], isPlaced(reported, row)), null];
    const twin = outcome.is === "checked" ? twinOf(run, row, outcome.storedHash) : undefined;
    const end: Outcome = twin === undefined ? outcome : { is: "refused", reason: "twice" };
    if (end.is === "refused") {
      run(
        "UPDATE attachments SET state = 'refused', reason = ?, settled_at = ?, ended_at = ? WHERE id = ?",
        ...[end.reason, at, at, id],
      );
      forget(run, id, at);
      return [after(run, actor, id), lineOf("file.refuse", reported, row, { reason: end.reason })];
    }
    const before = piecesOfFile(run, id);
    const kept = new Set(end.pieces.map(({ blob }) => blob));
    for (const { blob } of before) if (!kept.has(blob)) drop(run, blob, at);
    run("DELETE FROM attachment_pieces WHERE file = ?", id);
    run(
      `INSERT INTO attachment_pieces (file, part, blob, bytes)
       SELECT ?, value ->> 'part', value ->> 'blob', value ->> 'bytes' FROM json_each(?)`,
      ...[id, JSON.stringify(end.pieces)],
    );
    const notes = [
      ...new Set([...JSON.parse(row.notes), ...end.notes, ...likenesses(run, row, end.storedHash, reported)]),
    ];
    const storedBytes = end.pieces.reduce((sum, { bytes }) => sum + bytes, 0);
    run(
      `UPDATE attachments SET state = 'checked', type = ?, stored_bytes = ?, stored_hash = ?, seconds = ?, notes = ?, settled_at = ?
       WHERE id = ?`,
      ...[end.type, storedBytes, end.storedHash, end.seconds, JSON.stringify(notes), at, id],
    );
    const seal = reseal(run, reported.submission, at);
    const detail = {
      hash: end.storedHash,
      bytes: storedBytes,
      seal: seal?.number ?? null,
      sealHash: seal?.hash ?? null,
    };
    return [after(run, actor, id), lineOf("file.check", reported, row, detail)];
  });
}

/** Another file of the same report with the very same picture. */
function twinOf(run: Run, row: FileRow, storedHash: string) {
  return run<{ id: string }>(
    "SELECT id FROM attachments WHERE submission = ? AND stored_hash = ? AND state = 'checked' AND id <> ?",
    ...[row.submission, storedHash, row.id],
  )[0];
}

/** Photos closer than this look the same to a person: one saved twice, or made smaller. */
const NEAR_BITS = 4;

function likenesses(run: Run, row: FileRow, storedHash: string, { office }: Reported): string[] {
  const notes: string[] = [];
  const elsewhere = run(
    `SELECT 1 FROM attachments f JOIN submissions s ON s.id = f.submission
     WHERE f.stored_hash = ? AND f.state IN ('checked', 'expired') AND s.office = ? AND f.submission <> ? LIMIT 1`,
    ...[storedHash, office, row.submission],
  );
  if (elsewhere.length > 0) notes.push("used-before");
  if (row.look === null) return notes;
  const looks = run<{ look: string }>(
    "SELECT look FROM attachments WHERE submission = ? AND state = 'checked' AND look IS NOT NULL AND id <> ?",
    ...[row.submission, row.id],
  );
  if (looks.some(({ look }) => bitsApart(look, row.look!) <= NEAR_BITS)) notes.push("looks-alike");
  return notes;
}

export function bitsApart(a: string, b: string): number {
  let different = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  let count = 0;
  for (; different > 0n; different &= different - 1n) count++;
  return count;
}

/** Puts a file that lost its place, or was put in the wrong one, where it belongs. Throws as announcing does. */
export function moveFile(journal: Journal, actor: Actor, id: string, target: string): FileView {
  requireSender(actor);
  return journal.write<FileView>(actor, (run, at) => {
    const [row, reported] = fileOf(run, actor, id);
    if (row.state !== "checked" && row.state !== "receiving") throw new Refusal("state", { status: row.state });
    if (row.target === target) return [toView(row, partsOf(run, id), isPlaced(reported, row)), null];
    const need = reported.needs.find((one) => one.target === target && one.kind === row.kind);
    if (need === undefined) throw new Refusal("file-place");
    const here = run(
      "SELECT 1 FROM attachments WHERE submission = ? AND target = ? AND kind = ? AND state IN ('receiving', 'checked')",
      ...[row.submission, target, row.kind],
    );
    if (here.length >= need.count) throw new Refusal("file-enough", { count: need.count });
    run("UPDATE attachments SET target = ?, label = ? WHERE id = ?", target, need.label, id);
    const seal = reseal(run, row.submission, at);
    return [after(run, actor, id), lineOf("file.move", reported, row, { seal: seal?.number ?? null })];
  });
}

/** Takes a file back. Throws `state` when the report was accepted. Gone already, nothing happens. */
export function removeFile(journal: Journal, actor: Actor, id: string): FileView {
  requireSender(actor);
  return journal.write<FileView>(actor, (run, at) => {
    const [row, reported] = fileOf(run, actor, id);
    if (row.state === "removed" || row.state === "expired") return [toView(row, [], false), null];
    if (reported.status === "accepted" && row.state === "checked")
      throw new Refusal("state", { status: reported.status });
    run("UPDATE attachments SET state = 'removed', reason = 'sender', ended_at = ? WHERE id = ?", at, id);
    forget(run, id, at);
    const seal = reseal(run, row.submission, at);
    return [after(run, actor, id), lineOf("file.remove", reported, row, { seal: seal?.number ?? null })];
  });
}

/** The rows of a file's pieces go, its bytes are put on the list of what is to go. */
export function forget(run: Run, id: string, at: number): void {
  run("DELETE FROM attachment_pieces WHERE file = ?", id);
  drop(run, FILE_KEY(id), at);
}

function drop(run: Run, blob: string, at: number): void {
  run("INSERT INTO attachment_drops (blob, at) VALUES (?, ?) ON CONFLICT (blob) DO NOTHING", blob, at);
}

/** Blobs to be taken away, oldest first. */
export function toDrop(journal: Journal, limit = 200): string[] {
  return journal
    .read<{ blob: string }>("SELECT blob FROM attachment_drops ORDER BY at, blob LIMIT ?", limit)
    .map(({ blob }) => blob);
}

export function dropped(journal: Journal, blobs: readonly string[]): void {
  journal.keepBooks((run) => {
    for (const blob of blobs) run("DELETE FROM attachment_drops WHERE blob = ?", blob);
  });
}

function fileOf(run: Run, actor: Actor, id: string): [FileRow, Reported] {
  const row = run<FileRow>(`SELECT ${FILE_COLUMNS} FROM attachments f WHERE f.id = ?`, id)[0];
  if (row === undefined) throw new Refusal("not-found");
  return [row, reportedOf(run, actor, row.submission)];
}

const isPlaced = ({ needs }: Reported, row: FileRow) => needs.some(({ target }) => target === row.target);

function after(run: Run, actor: Actor, id: string): FileView {
  const [row, reported] = fileOf(run, actor, id);
  return toView(row, partsOf(run, id), isPlaced(reported, row));
}

function lineOf(
  action: "file.check" | "file.refuse" | "file.move" | "file.remove",
  { receipt }: Reported,
  { id, kind }: FileRow,
  detail: Record<string, string | number | null>,
) {
  return { action, subject: receipt, detail: { file: id, kind, ...detail } };
}

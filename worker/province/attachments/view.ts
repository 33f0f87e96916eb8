import { type ClipLimit, clipLimitOf, type FileKind, type FileNeed } from "../../../shared/files/needs.ts";
import type { Actor } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { type Seal, sealOf } from "./seal.ts";
import { type Reported, reportedOf } from "./target.ts";

export type FileState = "announced" | "receiving" | "checked" | "refused" | "removed" | "expired";

/** One file of a report as people see it. */
export interface FileView {
  id: string;
  target: string;
  label: string;
  kind: FileKind;
  name: string;
  /** As sent. */
  bytes: number;
  hash: string;
  state: FileState;
  /** Why it was refused or removed. */
  reason: string | null;
  /** What a person should know of a file that was taken. */
  notes: string[];
  seconds: number | null;
  /** Pieces that are here. */
  pieces: number[];
  /** False when the report as it is now has no such centre or activity: somebody has to say where it belongs. */
  placed: boolean;
  at: string;
}

export interface NeedView extends FileNeed {
  /** Files that are here, checked, and belong to it. */
  have: number;
  /** For a row about a centre for children: whether its guardians agreed; null elsewhere. */
  consent: boolean | null;
}

export interface FilesView {
  submission: string;
  version: number;
  receipt: string;
  form: string;
  period: string;
  office: string;
  status: string;
  needs: NeedView[];
  /** How many files are still awaited. */
  waiting: number;
  files: FileView[];
  seal: Seal | null;
  clipLimit: ClipLimit | null;
}

export interface FileRow {
  id: string;
  submission: string;
  target: string;
  label: string;
  kind: FileKind;
  name: string;
  bytes: number;
  hash: string;
  look: string | null;
  state: Exclude<FileState, "announced">;
  reason: string | null;
  notes: string;
  seconds: number | null;
  type: string | null;
  stored_bytes: number | null;
  stored_hash: string | null;
  announced_at: number;
  settled_at: number | null;
}

export const FILE_COLUMNS = `f.id, f.submission, f.target, f.label, f.kind, f.name, f.bytes, f.hash, f.look, f.state, f.reason, f.notes,
  f.seconds, f.type, f.stored_bytes, f.stored_hash, f.announced_at, f.settled_at`;

/** The files of a report: what it asks for, what is here, what is awaited. Throws `not-found`, also outside the actor's reach. */
export function filesOf(journal: Journal, actor: Actor, submission: string): FilesView {
  const run = journal.read.bind(journal) as Run;
  return viewOf(run, reportedOf(run, actor, submission));
}

export function viewOf(run: Run, reported: Reported): FilesView {
  const { submission, form, needs, contentHash: _, ...rest } = reported;
  const known = new Set(needs.map(({ target }) => target));
  const rows = run<FileRow>(
    `SELECT ${FILE_COLUMNS} FROM attachments f WHERE f.submission = ? AND f.state <> 'removed' ORDER BY f.announced_at, f.rowid`,
    submission,
  );
  const pieces = piecesBy(run, submission);
  const files = rows.map((row) => toView(row, pieces.get(row.id) ?? [], known.has(row.target)));
  const agreed = new Set(
    run<{ target: string }>("SELECT target FROM attachment_consents WHERE submission = ?", submission).map(
      ({ target }) => target,
    ),
  );
  const views = needs.map((need): NeedView => {
    const have = files.filter(
      (file) =>
        file.target === need.target &&
        file.kind === need.kind &&
        (file.state === "checked" || file.state === "expired"),
    ).length;
    return { ...need, have, consent: need.children ? agreed.has(need.target) : null };
  });
  return {
    ...rest,
    submission,
    form: form.id,
    needs: views,
    waiting: views.reduce((sum, { count, have }) => sum + Math.max(0, count - have), 0),
    files,
    seal: sealOf(run, submission),
    clipLimit: clipLimitOf(form),
  };
}

export function toView(row: FileRow, pieces: number[], placed: boolean): FileView {
  const { id, target, label, kind, name, bytes, hash, reason, seconds } = row;
  return {
    ...{ id, target, label, kind, name, bytes, hash, reason, seconds, placed },
    state: row.state === "receiving" && pieces.length === 0 ? "announced" : row.state,
    notes: JSON.parse(row.notes),
    pieces: row.state === "receiving" ? pieces : [],
    at: new Date(row.settled_at ?? row.announced_at).toISOString(),
  };
}

function piecesBy(run: Run, submission: string): Map<string, number[]> {
  const found = run<{ file: string; parts: string }>(
    `SELECT p.file, json_group_array(p.part) AS parts FROM attachment_pieces p JOIN attachments f ON f.id = p.file
     WHERE f.submission = ? AND f.state = 'receiving' GROUP BY p.file`,
    submission,
  );
  return new Map(found.map(({ file, parts }) => [file, (JSON.parse(parts) as number[]).sort((a, b) => a - b)]));
}

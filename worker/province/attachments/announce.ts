import { MAX_CLIP_BYTES, MAX_FILES, MAX_PHOTO_BYTES, MAX_TOTAL_BYTES } from "../../../shared/files/limits.ts";
import type { FileKind } from "../../../shared/files/needs.ts";
import { hasPersonalData } from "../../../shared/rules/personalData.ts";
import type { Actor } from "../actor.ts";
import { partitionOfId } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { randomText } from "../random.ts";
import { Refusal } from "../refusal.ts";
import { type Reported, reportedOf, requireSender } from "./target.ts";
import { FILE_COLUMNS, type FileRow, type FileView, toView } from "./view.ts";

/** A file somebody is about to send. */
export interface Announced {
  target: string;
  kind: FileKind;
  name: string;
  bytes: number;
  /** SHA-256 of the whole file, lower-case hexadecimal. */
  hash: string;
  /** How a photo looks, 64 bits as hexadecimal, reckoned on the device: a hint, never a proof. */
  look: string | null;
}

const MOST_NAME = 150;

/**
 * Says that a file will come. The same file for the same place again is the same file, with the pieces it has.
 *
 * Throws `not-found`, `forbidden`, `state` for a report that was withdrawn, `file-place` where the report asks for no such file,
 * `file-enough`, `file-too-large`, `file-twice` for a photo that shows something else already, `files-full`.
 */
export function announceFile(
  journal: Journal,
  actor: Actor,
  submission: string,
  file: Announced,
): { file: FileView; created: boolean } {
  requireSender(actor);
  return journal.write<{ file: FileView; created: boolean }>(actor, (run, at) => {
    const reported = reportedOf(run, actor, submission);
    if (reported.status === "withdrawn") throw new Refusal("state", { status: reported.status });
    const known = run<FileRow>(
      `SELECT ${FILE_COLUMNS} FROM attachments f
       WHERE f.submission = ? AND f.target = ? AND f.hash = ? AND f.state IN ('receiving', 'checked')`,
      ...[submission, file.target, file.hash],
    )[0];
    if (known !== undefined) return [{ file: toView(known, partsOf(run, known.id), true), created: false }, null];
    const label = requirePlace(run, reported, file);
    const id = `${partitionOfId(submission)}-F${randomText(12)}`;
    const name = plainName(file.name);
    const notes = JSON.stringify(hasPersonalData(name) ? ["personal-name"] : []);
    run(
      `INSERT INTO attachments (id, submission, target, label, kind, name, bytes, hash, look, state, notes, announced_at, person, role, place)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'receiving', ?, ?, ?, ?, ?)`,
      ...[id, submission, file.target, label, file.kind, name, file.bytes, file.hash, file.look, notes, at],
      ...[actor.person, actor.role, actor.place],
    );
    const row = run<FileRow>(`SELECT ${FILE_COLUMNS} FROM attachments f WHERE f.id = ?`, id)[0]!;
    const detail = { file: id, kind: file.kind, bytes: file.bytes, hash: file.hash };
    return [
      { file: toView(row, [], true), created: true },
      { action: "file.announce", subject: reported.receipt, detail },
    ];
  });
}

/** The centre or activity a file is for, with room for it. Answers its name. */
function requirePlace(run: Run, reported: Reported, file: Announced): string {
  const need = reported.needs.find(({ target, kind }) => target === file.target && kind === file.kind);
  if (need === undefined) throw new Refusal("file-place");
  const most = file.kind === "clip" ? MAX_CLIP_BYTES : MAX_PHOTO_BYTES;
  if (file.bytes > most) throw new Refusal("file-too-large", { limitMb: most / 1024 / 1024 });
  const all = run<{
    target: string;
    label: string;
    kind: string;
    bytes: number;
    hash: string;
    stored_hash: string | null;
  }>(
    "SELECT target, label, kind, bytes, hash, stored_hash FROM attachments WHERE submission = ? AND state IN ('receiving', 'checked')",
    reported.submission,
  );
  const here = all.filter(({ target, kind }) => target === file.target && kind === file.kind);
  if (here.length >= need.count) throw new Refusal("file-enough", { count: need.count });
  const twin = all.find(({ hash, stored_hash }) => hash === file.hash || stored_hash === file.hash);
  if (twin !== undefined) throw new Refusal("file-twice", { label: twin.label });
  const total = all.reduce((sum, { bytes }) => sum + bytes, file.bytes);
  if (all.length >= MAX_FILES || total > MAX_TOTAL_BYTES) throw new Refusal("files-full");
  return need.label;
}

export function partsOf(run: Run, file: string): number[] {
  return run<{ part: number }>("SELECT part FROM attachment_pieces WHERE file = ? ORDER BY part", file).map(
    ({ part }) => part,
  );
}

/** A name without folders, control characters or direction marks, of a length that fits a line. */
function plainName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1)!;
  const plain = last.replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, "").trim();
  return plain.length <= MOST_NAME
    ? plain || "file"
    : `${[...plain].slice(0, MOST_NAME - 10).join("")}${/\.\w{1,5}$/.exec(plain)?.[0] ?? ""}`;
}

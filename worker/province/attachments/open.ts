import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { mayOpen } from "../levels/seen.ts";
import { Refusal } from "../refusal.ts";
import type { Piece } from "./blobs.ts";
import { piecesOfFile } from "./receive.ts";

/** A file to be served. */
export interface Opened {
  id: string;
  name: string;
  type: string;
  bytes: number;
  hash: string;
  pieces: Piece[];
}

/** Whether a link may be made: the file is there, checked, and in reach. Throws `not-found`. */
export function fileToOpen(journal: Journal, actor: Actor, id: string): { name: string; type: string; bytes: number } {
  const { pieces: _, ...file } = find(journal.read.bind(journal) as Run, actor, id);
  return file;
}

/**
 * Opens a file for a link that was checked. The first use within an opening is a view and leaves its line; the further parts a
 * player asks for, also with the links that went on with it, do not. An office that looks at its own leaves none. Throws `not-found`, also outside reach.
 */
export function openFile(journal: Journal, actor: Actor, id: string, opening: string): Opened {
  if (actor.role === "office") return find(journal.read.bind(journal) as Run, actor, id);
  return journal.write<Opened>(actor, (run, at) => {
    const { receipt, ...file } = find(run, actor, id);
    if (run("SELECT 1 FROM attachment_opens WHERE link = ?", opening).length > 0) return [file, null];
    run("DELETE FROM attachment_opens WHERE at < ?", at - FORGET_MS);
    run("INSERT INTO attachment_opens (link, file, at) VALUES (?, ?, ?)", opening, id, at);
    return [file, { action: "file.view", subject: receipt, detail: { file: id } }];
  });
}

/** Far longer than an opening may go on. */
const FORGET_MS = 24 * 3_600_000;

function find(run: Run, actor: Actor, id: string): Opened & { receipt: string } {
  const scope = within(scopeOf(actor), "s.office");
  const found = run<Omit<Opened, "pieces"> & { receipt: string }>(
    `SELECT f.id, f.name, f.type, f.stored_bytes AS bytes, f.stored_hash AS hash, v.receipt FROM attachments f
     JOIN submissions s ON s.id = f.submission JOIN versions v ON v.submission = s.id AND v.version = s.current
     WHERE f.id = ? AND f.state = 'checked' AND ${scope.sql} AND ${mayOpen(actor)}`,
    id,
    ...scope.binds,
  )[0];
  if (found === undefined) throw new Refusal("not-found");
  return { ...found, pieces: piecesOfFile(run, id) };
}

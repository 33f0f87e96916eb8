import type { Actor } from "../actor.ts";
import { glanced } from "../desk/watch.ts";
import type { Journal, Run } from "../journal.ts";
import { type Announced, announceFile } from "./announce.ts";
import { type AwaitedQuery, awaitedFiles } from "./awaited.ts";
import type { Piece } from "./blobs.ts";
import { setConsent } from "./consent.ts";
import { fileToOpen, openFile } from "./open.ts";
import { dropped, fileUnderWay, keepPiece, moveFile, type Outcome, removeFile, settleFile, toDrop } from "./receive.ts";
import { purge, purgeDue, purgePreview, setRetention } from "./retention.ts";
import { manifestOf } from "./seal.ts";
import { reportedOf } from "./target.ts";
import { filesOf } from "./view.ts";

/** Photos and clips that go with reports: announced, received in pieces, looked into, sealed, shown, and deleted in time. */
export function attachmentsOf(journal: Journal, now: () => number) {
  return {
    /** Told as a look at the list of those reports. */
    awaitedFiles: (actor: Actor, query: AwaitedQuery) =>
      glanced(
        journal,
        actor,
        () => awaitedFiles(journal, actor, query, now()),
        () => ({ action: "look.list", subject: `${query.form ?? "every form"} ${query.period ?? "every period"}` }),
      ),
    files: (actor: Actor, submission: string) => filesOf(journal, actor, submission),
    /** The manifest under the newest seal, as it was hashed. Throws `not-found`. */
    manifest(actor: Actor, submission: string) {
      const run = journal.read.bind(journal) as Run;
      reportedOf(run, actor, submission);
      return manifestOf(run, submission);
    },
    announceFile: (actor: Actor, submission: string, file: Announced) => announceFile(journal, actor, submission, file),
    fileUnderWay: (actor: Actor, id: string) => fileUnderWay(journal, actor, id),
    settleFile: (actor: Actor, id: string, outcome: Outcome) => settleFile(journal, actor, id, outcome),
    moveFile: (actor: Actor, id: string, target: string) => moveFile(journal, actor, id, target),
    removeFile: (actor: Actor, id: string) => removeFile(journal, actor, id),
    setConsent: (actor: Actor, submission: string, target: string, given: boolean) =>
      setConsent(journal, actor, submission, target, given),
    fileToOpen: (actor: Actor, id: string) => fileToOpen(journal, actor, id),
    openFile: (actor: Actor, id: string, opening: string) => openFile(journal, actor, id, opening),
    purgePreview: (actor: Actor, months?: number | null) => purgePreview(journal, actor, now(), months),
    setRetention: (actor: Actor, months: number | null) => setRetention(journal, actor, months),
    /** For whoever stands beside the store and holds the bytes; none of these is open to a request as it is. */
    keepPiece: (file: string, piece: Piece) => keepPiece(journal, file, piece),
    purge: (actor: Actor) => purge(journal, actor, now()),
    purgeDue: () => purgeDue(journal),
    toDrop: (limit?: number) => toDrop(journal, limit),
    dropped: (blobs: readonly string[]) => dropped(journal, blobs),
  };
}

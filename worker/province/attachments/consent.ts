import type { Actor } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { reportedOf, requireSender } from "./target.ts";
import { type FilesView, viewOf } from "./view.ts";

/**
 * The office says that the guardians of a centre's children agreed to the pictures, or takes it back. Said already, nothing happens.
 * Throws `file-place` for a row that is about no centre for children.
 */
export function setConsent(
  journal: Journal,
  actor: Actor,
  submission: string,
  target: string,
  given: boolean,
): FilesView {
  requireSender(actor);
  return journal.write<FilesView>(actor, (run, at) => {
    const reported = reportedOf(run, actor, submission);
    if (!reported.needs.some((need) => need.target === target && need.children)) throw new Refusal("file-place");
    const was =
      run("SELECT 1 FROM attachment_consents WHERE submission = ? AND target = ?", submission, target).length > 0;
    if (was === given) return [viewOf(run, reported), null];
    if (given)
      run(
        "INSERT INTO attachment_consents (submission, target, at, role, place) VALUES (?, ?, ?, ?, ?)",
        ...[submission, target, at, actor.role, actor.place],
      );
    else run("DELETE FROM attachment_consents WHERE submission = ? AND target = ?", submission, target);
    const detail = { centre: target, given: given ? "yes" : "no" };
    return [viewOf(run, reported), { action: "file.consent", subject: reported.receipt, detail }];
  });
}

import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { ownReporter } from "../reporters.ts";
import type { Comment } from "../review.ts";
import { requireOpen } from "./closing.ts";

export interface CommentState extends Comment {
  /** Ticked by the sender when dealt with, with what was answered; null while it waits. */
  done: { at: string; answer: string } | null;
}

/** A return with its comments as they stand. */
export interface ReturnState {
  id: number;
  version: number;
  at: string;
  by: { role: string; place: string };
  note: string;
  comments: CommentState[];
}

/** The returns of a report that still hold, oldest first. For callers that have established the reach. */
export function returnStates(run: Run, submission: string): ReturnState[] {
  const ticks = run<{ return_id: number; number: number; at: number; answer: string }>(
    `SELECT t.return_id, t.number, t.at, t.answer FROM comment_ticks t JOIN returns r ON r.id = t.return_id
     WHERE r.submission = ?`,
    submission,
  );
  const done = new Map(
    ticks.map(({ return_id, number, at, answer }) => [
      `${return_id}.${number}`,
      { at: new Date(at).toISOString(), answer },
    ]),
  );
  return run<{ id: number; version: number; at: number; role: string; place: string; note: string; comments: string }>(
    `SELECT id, version, at, role, place, note, comments FROM returns
     WHERE submission = ? AND undone_at IS NULL ORDER BY id`,
    submission,
  ).map(({ id, version, at, role, place, note, comments }) => ({
    ...{ id, version, at: new Date(at).toISOString(), by: { role, place }, note },
    comments: (JSON.parse(comments) as Comment[]).map((one, i) => ({ ...one, done: done.get(`${id}.${i}`) ?? null })),
  }));
}

/** Which comment: the return's id and the comment's place in it, from 0. */
export interface CommentRef {
  returned: number;
  number: number;
}

/**
 * The sender ticks a comment as dealt with, with an answer; null takes the tick off again. Throws `forbidden` for who does not send,
 * `not-found` outside the reach, `comment-target` for a comment there is not (or no longer), `period-closed`.
 */
export function tickComment(
  journal: Journal,
  actor: Actor,
  id: string,
  { returned, number }: CommentRef,
  answer: string | null,
): ReturnState[] {
  if (actor.role !== "office" && actor.role !== "district" && actor.role !== "province") throw new Refusal("forbidden");
  return journal.write<ReturnState[]>(actor, (run, at) => {
    const scope = within(scopeOf(actor), "office");
    const report = run<{ form: string; period: string; office: string }>(
      `SELECT form, period, office FROM submissions WHERE id = ? AND ${scope.sql}`,
      id,
      ...scope.binds,
    )[0];
    // A district answers for its own reports, not for its offices'.
    if (actor.role === "district" && report?.office !== ownReporter(actor)) throw new Refusal("forbidden");
    if (report === undefined) throw new Refusal("not-found");
    requireOpen(run, report.form, report.period);
    const before = returnStates(run, id);
    const comment = before.find((one) => one.id === returned)?.comments[number];
    if (comment === undefined) throw new Refusal("comment-target", { comment: `${returned}.${number}` });
    if ((comment.done?.answer ?? null) === answer) return [before, null];
    if (answer === null) run("DELETE FROM comment_ticks WHERE return_id = ? AND number = ?", returned, number);
    else
      run(
        `INSERT INTO comment_ticks (return_id, number, at, role, place, answer) VALUES (?, ?, ?, ?, ?, ?)
         ON CONFLICT (return_id, number) DO UPDATE SET at = excluded.at, role = excluded.role,
           place = excluded.place, answer = excluded.answer`,
        ...[returned, number, at, actor.role, actor.place, answer],
      );
    const action = answer === null ? "comment.untick" : "comment.tick";
    return [returnStates(run, id), { action, subject: id, detail: { returned, number } }];
  });
}

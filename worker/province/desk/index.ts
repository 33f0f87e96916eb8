import type { Actor } from "../actor.ts";
import { verifyChain } from "../chain.ts";
import type { Journal } from "../journal.ts";
import { setClosed } from "./closing.ts";
import { type CommentRef, tickComment } from "./comments.ts";
import { type Asked, giveExtension, takeExtension } from "./deadline.ts";
import { type MatrixQuery, matrix } from "./matrix.ts";
import { progress } from "./progress.ts";
import { acceptClean, type QueueQuery, queue } from "./queue.ts";
import { type Channel, remind } from "./remind.ts";
import { type TrailQuery, trail } from "./trail.ts";
import { undo } from "./undo.ts";
import { exported, glanced } from "./watch.ts";
import { review, work } from "./work.ts";

/** The province's desk: who owes, what came, what was decided about it, and who did what. */
export function deskOf(journal: Journal, now: () => number) {
  return {
    progress: (actor: Actor, form: string, period: string) => progress(journal, actor, form, period),
    matrix: (actor: Actor, query: MatrixQuery) => matrix(journal, actor, query),
    queue: (actor: Actor, query: QueueQuery) =>
      glanced(
        journal,
        actor,
        () => queue(journal, actor, query),
        () => ({ action: "look.list", subject: `${query.form} ${query.period}` }),
      ),
    acceptClean: (actor: Actor, items: readonly { submission: string; version: number }[]) =>
      acceptClean(journal, actor, items),
    review: (actor: Actor, id: string) =>
      glanced(
        journal,
        actor,
        () => review(journal, actor, id),
        ({ receipt }) => ({ action: "look.review", subject: receipt }),
        ["view"],
      ).review,
    work: (actor: Actor, office: string) =>
      glanced(
        journal,
        actor,
        () => work(journal, actor, office, now()),
        () => ({ action: "look.work", subject: office }),
      ),
    undo: (actor: Actor, id: string, reason: string, version?: number, seen?: number) =>
      undo(journal, actor, id, reason, version, seen),
    tickComment: (actor: Actor, id: string, ref: CommentRef, answer: string | null) =>
      tickComment(journal, actor, id, ref, answer),
    giveExtension: (actor: Actor, asked: Asked, until: number, reason: string) =>
      giveExtension(journal, actor, asked, until, reason),
    takeExtension: (actor: Actor, asked: Asked, reason: string) => takeExtension(journal, actor, asked, reason),
    setClosed: (actor: Actor, which: Omit<Asked, "office">, close: boolean, reason: string) =>
      setClosed(journal, actor, which, close, reason),
    remind: (actor: Actor, which: { form: string; period: string; district: string | null; channel: Channel }) =>
      remind(journal, actor, which),
    trail: (actor: Actor, query: TrailQuery) => trail(journal, actor, query),
    exported: (actor: Actor, form: string, period: string, as: string) => exported(journal, actor, form, period, as),
    verifyChain: (seen?: string) => verifyChain((query, ...binds) => journal.read(query, ...binds), seen),
  };
}

import * as z from "zod";
import { ReturnStatesSchema, ReviewSchema, TickRequest, UndoRequest } from "../../../shared/wire/desk.ts";
import { StandingSchema, SubmissionId } from "../../../shared/wire/report.ts";
import { partitionOfId, ROLES } from "../../province/actor.ts";
import { readJson } from "../body.ts";
import { route } from "../route.ts";

const Id = z.object({ id: SubmissionId });
const BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown", "not-found"] as const;

export const sheetRoutes = [
  route({
    method: "get",
    path: "/submissions/:id/review",
    summary: "What a reviewer knows beside the rows: risks, comments and answers, what was done, what can be undone",
    who: ROLES,
    params: Id,
    answers: { 200: ReviewSchema },
    problems: ["not-found", "province-unknown"],
    async handle({ deps, actor, params: { id } }) {
      return { status: 200, json: await (await deps.collector.at(partitionOfId(id))).review(actor, id) };
    },
  }),

  route({
    method: "post",
    path: "/submissions/:id/undo",
    summary:
      "Takes back the last act on a version (left away: the current one): by whoever did it, until the period is closed",
    who: ["office", "district", "province"],
    params: Id,
    body: { json: UndoRequest },
    answers: { 200: StandingSchema },
    problems: [...BODY, "version-changed", "decided-meanwhile", "period-closed", "nothing-to-undo", "not-yours"],
    async handle({ deps, actor, request, params: { id } }) {
      const { reason, version, seen } = await readJson(request, UndoRequest);
      return {
        status: 200,
        json: await (await deps.collector.at(partitionOfId(id))).undo(actor, id, reason, version, seen),
      };
    },
  }),

  route({
    method: "post",
    path: "/submissions/:id/comments",
    summary: "Ticks a comment as dealt with, with an answer, or takes the tick off",
    who: ["office", "district", "province"],
    params: Id,
    body: { json: TickRequest },
    answers: { 200: ReturnStatesSchema },
    problems: [...BODY, "comment-target", "period-closed"],
    async handle({ deps, actor, request, params: { id } }) {
      const { answer, ...ref } = await readJson(request, TickRequest);
      const store = await deps.collector.at(partitionOfId(id));
      return { status: 200, json: { returns: await store.tickComment(actor, id, ref, answer) } };
    },
  }),
];

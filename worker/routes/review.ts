import * as z from "zod";
import { ActRequest, ReturnRequest, StandingSchema, SubmissionId } from "../../shared/wire/report.ts";
import { partitionOfId } from "../province/actor.ts";
import { readJson } from "./body.ts";
import { route } from "./route.ts";

const Id = z.object({ id: SubmissionId });

const PROBLEMS = [
  "malformed-json",
  "media-type",
  "too-large",
  "invalid-request",
  "not-found",
  "province-unknown",
  "version-changed",
  "decided-meanwhile",
  "state",
  "period-closed",
] as const;

export const reviewRoutes = [
  route({
    method: "post",
    path: "/submissions/:id/return",
    summary: "Gives a report back to its sender, with comments on cells",
    who: ["district", "province"],
    params: Id,
    body: { json: ReturnRequest },
    answers: { 200: StandingSchema },
    problems: [...PROBLEMS, "comment-target", "with-district", "passed-on"],
    async handle({ deps, actor, request, params: { id } }) {
      const { version, seen, ...note } = await readJson(request, ReturnRequest);
      const store = await deps.collector.at(partitionOfId(id));
      return { status: 200, json: await store.returnToSender(actor, id, note, version, seen) };
    },
  }),

  route({
    method: "post",
    path: "/submissions/:id/accept",
    summary: "The province takes a report as it is",
    who: ["province"],
    params: Id,
    body: { json: ActRequest },
    answers: { 200: StandingSchema },
    problems: [...PROBLEMS, "with-district"],
    async handle({ deps, actor, request, params: { id } }) {
      const { version, seen } = await readJson(request, ActRequest);
      return { status: 200, json: await (await deps.collector.at(partitionOfId(id))).accept(actor, id, version, seen) };
    },
  }),

  route({
    method: "post",
    path: "/submissions/:id/withdraw",
    summary: "The sender takes a report back; it leaves the master",
    who: ["office", "district", "province"],
    params: Id,
    body: { json: ActRequest },
    answers: { 200: StandingSchema },
    problems: [...PROBLEMS, "accepted-stands"],
    async handle({ deps, actor, request, params: { id } }) {
      const { version, seen } = await readJson(request, ActRequest);
      return {
        status: 200,
        json: await (await deps.collector.at(partitionOfId(id))).withdraw(actor, id, version, seen),
      };
    },
  }),
];

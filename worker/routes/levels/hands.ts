import * as z from "zod";
import {
  DirectRequest,
  ForwardAnswerSchema,
  ForwardRequest,
  LevelRuleSchema,
  TakeRequest,
} from "../../../shared/wire/levels.ts";
import { ActRequest, StandingSchema, SubmissionId } from "../../../shared/wire/report.ts";
import { partitionOfId } from "../../province/actor.ts";
import { readJson } from "../body.ts";
import { requireForm } from "../books.ts";
import { Code, requireReach } from "../desk/reach.ts";
import { route } from "../route.ts";

const Id = z.object({ id: SubmissionId });
const BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"] as const;
const PASSING = [
  ...BODY,
  "not-found",
  "version-changed",
  "decided-meanwhile",
  "period-closed",
  "not-through-district",
  "state",
] as const;

/** Who has a report in hand: the district hands it on, the province takes it up. */
export const handRoutes = [
  route({
    method: "post",
    path: "/submissions/:id/forward",
    summary: "The district hands a report on to the province",
    who: ["district"],
    params: Id,
    body: { json: ActRequest },
    answers: { 200: StandingSchema },
    problems: PASSING,
    async handle({ deps, actor, request, params: { id } }) {
      const { version, seen } = await readJson(request, ActRequest);
      return {
        status: 200,
        json: await (await deps.collector.at(partitionOfId(id))).forward(actor, id, version, seen),
      };
    },
  }),

  route({
    method: "post",
    path: "/submissions/:id/take",
    summary: "The province takes up a report that is still with its district, with the reason",
    who: ["province"],
    params: Id,
    body: { json: TakeRequest },
    answers: { 200: StandingSchema },
    problems: PASSING,
    async handle({ deps, actor, request, params: { id } }) {
      const { reason, version, seen } = await readJson(request, TakeRequest);
      return {
        status: 200,
        json: await (await deps.collector.at(partitionOfId(id))).takeUp(actor, id, reason, version, seen),
      };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/forward",
    summary: "The district hands on reports that have no risk, each by itself; one that cannot be stops no other",
    who: ["district"],
    cost: 5,
    params: Code,
    body: { json: ForwardRequest },
    answers: { 200: ForwardAnswerSchema },
    problems: BODY,
    async handle({ deps, actor, request, params: { code } }) {
      requireReach(actor, code);
      const { items } = await readJson(request, ForwardRequest);
      return { status: 200, json: { results: await (await deps.collector.at(code)).forwardClean(actor, items) } };
    },
  }),

  route({
    method: "put",
    path: "/provinces/:code/direct",
    summary: "The province says which offices report to it directly, form by form",
    who: ["province"],
    params: Code,
    body: { json: DirectRequest },
    answers: { 200: LevelRuleSchema },
    problems: [...BODY, "form-unknown", "not-found", "not-through-district"],
    async handle({ deps, actor, request, books, params: { code } }) {
      requireReach(actor, code);
      const { form, direct } = await readJson(request, DirectRequest);
      requireForm(await books.of(code), form);
      return { status: 200, json: await (await deps.collector.at(code)).setDirect(actor, form, direct) };
    },
  }),
];

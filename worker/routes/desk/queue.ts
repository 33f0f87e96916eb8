import {
  AcceptAnswerSchema,
  AcceptRequest,
  CloseAnswerSchema,
  CloseRequest,
  ExtensionAnswerSchema,
  ExtensionRequest,
  QueueQuery,
  QueueSchema,
} from "../../../shared/wire/desk.ts";
import { readJson } from "../body.ts";
import { requireForm } from "../books.ts";
import { route } from "../route.ts";
import { Code, OVERSEERS, requireReach } from "./reach.ts";

const BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"] as const;

export const queueRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/queue",
    summary: "What waits to be looked at, the riskiest first",
    who: OVERSEERS,
    params: Code,
    query: QueueQuery,
    answers: { 200: QueueSchema },
    problems: ["invalid-request", "form-unknown", "province-unknown"],
    async handle({ deps, books, actor, params: { code }, query: { clean, ...query } }) {
      requireReach(actor, code);
      requireForm(await books.of(code), query.form);
      const store = await deps.collector.at(code);
      return { status: 200, json: await store.queue(actor, { ...query, clean: clean === "1" }) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/accept",
    summary: "Accepts reports that have no risk, each by itself; one that cannot be accepted stops no other",
    who: ["province"],
    cost: 5,
    params: Code,
    body: { json: AcceptRequest },
    answers: { 200: AcceptAnswerSchema },
    problems: BODY,
    async handle({ deps, actor, request, params: { code } }) {
      requireReach(actor, code);
      const { items } = await readJson(request, AcceptRequest);
      return { status: 200, json: { results: await (await deps.collector.at(code)).acceptClean(actor, items) } };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/extensions",
    summary: "Lets one office send until an hour of its own, or takes that back",
    who: ["province"],
    params: Code,
    body: { json: ExtensionRequest },
    answers: { 200: ExtensionAnswerSchema },
    problems: [...BODY, "form-unknown", "not-found", "extension-past", "extension-early", "period-closed"],
    async handle({ deps, books, actor, request, params: { code } }) {
      requireReach(actor, code);
      const { until, reason, ...asked } = await readJson(request, ExtensionRequest);
      requireForm(await books.of(code), asked.form);
      const store = await deps.collector.at(code);
      const extension =
        until === null
          ? await store.takeExtension(actor, asked, reason)
          : await store.giveExtension(actor, asked, Date.parse(until), reason);
      return { status: 200, json: { extension } };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/close",
    summary: "Closes a period, or opens it again",
    who: ["province"],
    params: Code,
    body: { json: CloseRequest },
    answers: { 200: CloseAnswerSchema },
    problems: [...BODY, "form-unknown"],
    async handle({ deps, books, actor, request, params: { code } }) {
      requireReach(actor, code);
      const { close, reason, ...which } = await readJson(request, CloseRequest);
      requireForm(await books.of(code), which.form);
      const closed = await (await deps.collector.at(code)).setClosed(actor, which, close, reason);
      return { status: 200, json: { closed } };
    },
  }),
];

import {
  LevelsSchema,
  SendUpRequest,
  SendUpUndoRequest,
  SentUpListSchema,
  SentUpSchema,
  WhichQuery,
} from "../../../shared/wire/levels.ts";
import { readJson } from "../body.ts";
import { requireForm } from "../books.ts";
import { Code, OVERSEERS, requireReach } from "../desk/reach.ts";
import { route } from "../route.ts";

const BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"] as const;

/** What goes from the province up to the department. */
export const sendUpRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/levels",
    summary: "Where the reports of a period are between office and department, and what was sent up",
    who: OVERSEERS,
    params: Code,
    query: WhichQuery,
    answers: { 200: LevelsSchema },
    problems: ["invalid-request", "form-unknown", "province-unknown"],
    async handle({ deps, actor, books, params: { code }, query }) {
      requireReach(actor, code);
      requireForm(await books.of(code), query.form);
      return { status: 200, json: await (await deps.collector.at(code)).levels(actor, query) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/sendups",
    summary: "Sends the accepted reports of a period up to the department, frozen",
    who: ["province"],
    cost: 5,
    params: Code,
    body: { json: SendUpRequest },
    answers: { 200: SentUpSchema },
    problems: [...BODY, "form-unknown", "changed-meanwhile", "nothing-to-send-up"],
    async handle({ deps, actor, request, books, params: { code } }) {
      requireReach(actor, code);
      const { note, hash, ...which } = await readJson(request, SendUpRequest);
      requireForm(await books.of(code), which.form);
      return { status: 200, json: await (await deps.collector.at(code)).sendUp(actor, which, note, hash) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/sendups/undo",
    summary: "Takes the newest sending up back: by whoever sent it, until the period is closed",
    who: ["province"],
    params: Code,
    body: { json: SendUpUndoRequest },
    answers: { 200: SentUpListSchema },
    problems: [...BODY, "form-unknown", "period-closed", "nothing-to-undo", "not-yours"],
    async handle({ deps, actor, request, books, params: { code } }) {
      requireReach(actor, code);
      const { reason, ...which } = await readJson(request, SendUpUndoRequest);
      requireForm(await books.of(code), which.form);
      return { status: 200, json: { sentUp: await (await deps.collector.at(code)).undoSendUp(actor, which, reason) } };
    },
  }),
];

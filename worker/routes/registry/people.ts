import * as z from "zod";
import {
  CodeHolderId,
  IssuedSchema,
  IssueRequest,
  LettersRequest,
  LettersSchema,
  PeopleQuery,
  PeopleSchema,
  RevokedSchema,
} from "../../../shared/wire/registry.ts";
import { ProvinceCode } from "../../../shared/wire/report.ts";
import { readJson } from "../body.ts";
import { Code, requireReach } from "../desk/reach.ts";
import { route } from "../route.ts";

const Holder = z.object({ code: ProvinceCode, id: CodeHolderId });
const BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"] as const;

export const peopleRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/people",
    summary: "Who has an access code for which place, a page at a time; never a code",
    who: ["district", "province"],
    params: Code,
    query: PeopleQuery,
    answers: { 200: PeopleSchema },
    problems: ["invalid-request", "province-unknown"],
    async handle({ deps, actor, params: { code }, query: { without, ...query } }) {
      requireReach(actor, code);
      const store = await deps.collector.at(code);
      return { status: 200, json: await store.peoplePage(actor, { ...query, without: without === "1" }) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/people",
    summary: "A new access code for an office or a district; told this once",
    who: ["province"],
    params: Code,
    body: { json: IssueRequest },
    answers: { 201: IssuedSchema },
    problems: [...BODY, "place-unknown"],
    async handle({ deps, actor, request, params: { code } }) {
      requireReach(actor, code);
      const { role, place, name } = await readJson(request, IssueRequest);
      return { status: 201, json: await (await deps.collector.at(code)).issueCode(actor, role, place, name) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/people/:id/renew",
    summary: "Another code in place of one; the old one opens nothing more",
    who: ["province"],
    params: Holder,
    answers: { 201: IssuedSchema },
    problems: ["code-unknown", "place-unknown", "province-unknown", "not-found"],
    async handle({ deps, actor, params: { code, id } }) {
      requireReach(actor, code);
      return { status: 201, json: await (await deps.collector.at(code)).renewCode(actor, id) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/people/:id/revoke",
    summary: "Takes an access code away; its tokens open nothing more",
    who: ["province"],
    params: Holder,
    answers: { 200: RevokedSchema },
    problems: ["code-unknown", "province-unknown", "not-found"],
    async handle({ deps, actor, params: { code, id } }) {
      requireReach(actor, code);
      await (await deps.collector.at(code)).revokeCode(actor, id);
      return { status: 200, json: { id } };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/people/letters",
    summary:
      "New codes for the offices of a district of which no code was ever used; what was issued before is revoked",
    who: ["province"],
    cost: 5,
    params: Code,
    body: { json: LettersRequest },
    answers: { 201: LettersSchema },
    problems: [...BODY, "place-unknown"],
    async handle({ deps, actor, request, params: { code } }) {
      requireReach(actor, code);
      const { district } = await readJson(request, LettersRequest);
      return { status: 201, json: { letters: await (await deps.collector.at(code)).issueLetters(actor, district) } };
    },
  }),
];

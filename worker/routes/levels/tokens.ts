import * as z from "zod";
import { MadeTokenSchema, TokenId, TokenRequest, TokensSchema } from "../../../shared/wire/tokens.ts";
import { partitionOf } from "../../province/actor.ts";
import { readJson } from "../body.ts";
import { route } from "../route.ts";

const MAKERS = ["province", "department"] as const;
const BODY = ["malformed-json", "media-type", "too-large", "invalid-request"] as const;

/** Tokens with which other systems read the master or the completeness of their maker's place. */
export const tokenRoutes = [
  route({
    method: "get",
    path: "/tokens",
    summary: "The tokens for other systems of the caller's place; never the secrets",
    who: MAKERS,
    answers: { 200: TokensSchema },
    problems: [],
    async handle({ deps, actor }) {
      const store = await deps.collector.at(partitionOf(actor.role, actor.place)!);
      return { status: 200, json: { tokens: await store.apiTokens(actor) } };
    },
  }),

  route({
    method: "post",
    path: "/tokens",
    summary: "Makes a token for another system; it is shown this once",
    who: MAKERS,
    cost: 5,
    body: { json: TokenRequest },
    answers: { 201: MadeTokenSchema },
    problems: [...BODY, "tokens-full"],
    async handle({ deps, actor, request }) {
      const asked = await readJson(request, TokenRequest);
      const store = await deps.collector.at(partitionOf(actor.role, actor.place)!);
      return { status: 201, json: await store.makeApiToken(actor, asked) };
    },
  }),

  route({
    method: "delete",
    path: "/tokens/:id",
    summary: "Revokes a token: from that moment it opens nothing",
    who: MAKERS,
    params: z.object({ id: TokenId }),
    answers: { 200: TokensSchema },
    problems: ["token-unknown"],
    async handle({ deps, actor, params: { id } }) {
      const store = await deps.collector.at(partitionOf(actor.role, actor.place)!);
      return { status: 200, json: { tokens: await store.revokeApiToken(actor, id) } };
    },
  }),
];

import { RetentionQuery, RetentionRequest, RetentionSchema } from "../../../shared/wire/files.ts";
import { readJson } from "../body.ts";
import { Code, requireReach } from "../desk/reach.ts";
import { route } from "../route.ts";

export const retentionRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/files/retention",
    summary: "How long photos and clips are kept, and what would be deleted now; with `months` as if it were set so",
    who: ["province", "department", "auditor"],
    params: Code,
    query: RetentionQuery,
    answers: { 200: RetentionSchema },
    problems: ["province-unknown"],
    async handle({ deps, actor, params: { code }, query: { months } }) {
      requireReach(actor, code);
      return { status: 200, json: await (await deps.collector.at(code)).purgePreview(actor, months) };
    },
  }),

  route({
    method: "put",
    path: "/provinces/:code/files/retention",
    summary: "Sets how many months photos and clips are kept; null keeps them until they are deleted by hand",
    who: ["province"],
    params: Code,
    body: { json: RetentionRequest },
    answers: { 200: RetentionSchema },
    problems: ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"],
    async handle({ deps, actor, request, params: { code } }) {
      requireReach(actor, code);
      const { months } = await readJson(request, RetentionRequest);
      const store = await deps.collector.at(code);
      await store.setRetention(actor, months);
      return { status: 200, json: await store.purgePreview(actor) };
    },
  }),
];

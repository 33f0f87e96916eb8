import { AwaitedQuery, AwaitedSchema } from "../../../shared/wire/files.ts";
import { partitionOf, ROLES } from "../../province/actor.ts";
import { requireForm } from "../books.ts";
import { Code } from "../desk/reach.ts";
import { HttpProblem } from "../problems.ts";
import { route } from "../route.ts";

export const awaitedRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/files/awaited",
    summary:
      "The reports whose photos and clips are not all here, accepted ones among them; what was due first comes first",
    who: ROLES,
    params: Code,
    query: AwaitedQuery,
    answers: { 200: AwaitedSchema },
    problems: ["form-unknown", "province-unknown"],
    async handle({ deps, books, actor, params: { code }, query }) {
      const home = partitionOf(actor.role, actor.place);
      if (home !== "TH" && home !== code) throw new HttpProblem("forbidden");
      if (query.form !== undefined) requireForm(await books.of(code), query.form);
      return { status: 200, json: await (await deps.collector.at(code)).awaitedFiles(actor, query) };
    },
  }),
];

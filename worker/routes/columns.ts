import * as z from "zod";
import { provinceCodeOf } from "../../shared/offices/office.ts";
import type { ColumnAnswers } from "../../shared/sheet/columnKeys.ts";
import { ColumnsQuery, ColumnsRequest, ColumnsSchema } from "../../shared/wire/columns.ts";
import { ColumnAnswersSchema } from "../../shared/wire/report.ts";
import type { Actor, Role } from "../province/actor.ts";
import { readJson } from "./body.ts";
import { type Books, requireForm } from "./books.ts";
import { HttpProblem } from "./problems.ts";
import { route } from "./route.ts";

const WHO = ["office", "district", "province"] as const;
const PROBLEMS = ["invalid-request", "form-unknown", "office-missing", "not-found", "province-unknown"] as const;

export const columnRoutes = [
  route({
    method: "get",
    path: "/columns",
    summary: "What was said of the columns of an office's sheets that the program could not tell",
    who: WHO,
    query: ColumnsQuery,
    answers: { 200: ColumnsSchema },
    problems: PROBLEMS,
    async handle({ deps, actor, query, books }) {
      const which = await whichOf(actor, query, books);
      const answers = await (await deps.collector.at(provinceCodeOf(which.office))).columnAnswers(actor, which);
      return { status: 200, json: { ...which, answers } };
    },
  }),

  route({
    method: "post",
    path: "/columns",
    summary: "Remembers which field a column is, or that it is none of the form's (null), for an office and a form",
    who: WHO,
    body: { json: ColumnsRequest },
    answers: { 200: ColumnsSchema },
    problems: [...PROBLEMS, "malformed-json", "media-type", "too-large"],
    async handle({ deps, actor, request, books }) {
      const asked = await readJson(request, ColumnsRequest);
      const which = await whichOf(actor, asked, books);
      const store = await deps.collector.at(provinceCodeOf(which.office));
      return { status: 200, json: { ...which, answers: await store.answerColumns(actor, which, asked.answers) } };
    },
  }),

  route({
    method: "delete",
    path: "/columns",
    summary: "Forgets what was said of an office's columns of a form",
    who: WHO,
    query: ColumnsQuery,
    answers: { 200: ColumnsSchema },
    problems: PROBLEMS,
    async handle({ deps, actor, query, books }) {
      const which = await whichOf(actor, query, books);
      const answers = await (await deps.collector.at(provinceCodeOf(which.office))).forgetColumns(actor, which);
      return { status: 200, json: { ...which, answers } };
    },
  }),
];

async function whichOf(
  actor: Actor & { role: Role },
  { form, office }: { form: string; office?: string | undefined },
  books: Books,
) {
  const code = office ?? (actor.role === "office" ? actor.place : undefined);
  if (code === undefined) throw new HttpProblem("office-missing");
  requireForm(await books.of(provinceCodeOf(code)), form);
  return { form, office: code };
}

/** What was said of columns, as a field of a multipart body: one JSON object. Throws `invalid-request`. */
export const ColumnsText = z.string().max(20_000).optional();

export function columnsOf(text: string | undefined): ColumnAnswers | undefined {
  if (text === undefined) return undefined;
  try {
    return ColumnAnswersSchema.parse(JSON.parse(text));
  } catch {
    throw new HttpProblem("invalid-request");
  }
}

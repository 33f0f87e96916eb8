import * as z from "zod";
import { provinceCodeOf, provinceOfPlace } from "../../shared/offices/office.ts";
import { CompletenessSchema, FormId, OfficeCode, Period, ProvinceCode, TodoSchema } from "../../shared/wire/report.ts";
import { streamMasterCsv } from "../master/csv.ts";
import type { MasterModel } from "../master/model.ts";
import { asExport, readMaster } from "../master/read.ts";
import { streamMaster } from "../master/xlsx.ts";
import { type Actor, scopeOf } from "../province/actor.ts";
import { ownReporter } from "../province/reporters.ts";
import { type Books, requireForm } from "./books.ts";
import { attachment, CSV, XLSX } from "./files.ts";
import { HttpProblem } from "./problems.ts";
import { type Deps, route } from "./route.ts";

const Code = z.object({ code: ProvinceCode });
const Which = z.object({ form: FormId, period: Period });
const OVERSEERS = ["district", "province", "department", "auditor"] as const;
const PROBLEMS = ["invalid-request", "form-unknown", "province-unknown"] as const;

export const provinceRoutes = [
  route({
    method: "get",
    path: "/todo",
    summary: "What an office, or a district, owes, by when, and what came back",
    who: ["office", "district", "province"],
    query: z.object({ office: OfficeCode.optional() }),
    answers: { 200: TodoSchema },
    problems: ["invalid-request", "office-missing", "not-found", "province-unknown"],
    async handle({ deps, actor, query }) {
      const office = query.office ?? ownReporter(actor) ?? undefined;
      if (office === undefined) throw new HttpProblem("office-missing");
      return { status: 200, json: await (await deps.collector.at(provinceCodeOf(office))).todo(actor, office) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/completeness",
    summary: "Who has sent and who has not",
    who: OVERSEERS,
    token: "completeness",
    params: Code,
    query: Which,
    answers: { 200: CompletenessSchema },
    problems: PROBLEMS,
    async handle({ deps, books, actor, params: { code }, query: { form, period } }) {
      requireReach(actor, code);
      requireForm(await books.of(code), form);
      return { status: 200, json: await (await deps.collector.at(code)).completeness(actor, form, period) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/master.xlsx",
    summary: "The master workbook, streamed; for a district, its part",
    who: OVERSEERS,
    token: "master",
    cost: 10,
    params: Code,
    query: Which,
    answers: { 200: XLSX },
    problems: PROBLEMS,
    async handle({ deps, books, actor, params: { code }, query: { form, period } }) {
      const model = await masterFor({ deps, books }, actor, code, form, period, "xlsx");
      return attachment(
        streamMaster(model, { deflater: deps.deflater }),
        XLSX,
        `${form}-${period}-${model.province.name}.xlsx`,
      );
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/master.csv",
    summary: "The master's rows as CSV, streamed; for a district, its part",
    who: OVERSEERS,
    token: "master",
    cost: 10,
    params: Code,
    query: Which,
    answers: { 200: CSV },
    problems: PROBLEMS,
    async handle({ deps, books, actor, params: { code }, query: { form, period } }) {
      const model = await masterFor({ deps, books }, actor, code, form, period, "csv");
      return attachment(streamMasterCsv(model), CSV, `${form}-${period}-${model.province.name}.csv`);
    },
  }),
];

async function masterFor(
  { deps, books }: { deps: Deps; books: Books },
  actor: Actor,
  code: string,
  form: string,
  period: string,
  as: "xlsx" | "csv",
): Promise<MasterModel> {
  requireReach(actor, code);
  const book = await books.of(code);
  requireForm(book, form);
  return readMaster(asExport(await deps.collector.at(code), as), actor, { book, form }, period);
}

/** The queries would answer an empty province; a plain no is kinder than an empty master. */
function requireReach(actor: Actor, province: string): void {
  const scope = scopeOf(actor);
  if (scope.kind !== "country" && provinceOfPlace(scope.code) !== province) throw new HttpProblem("forbidden");
}

import * as z from "zod";
import { provinceCodeOf } from "../../shared/offices/office.ts";
import {
  DiffSchema,
  FormId,
  OfficeCode,
  Period,
  ProvinceCode,
  StatusSchema,
  SubmissionDetailSchema,
  SubmissionId,
  SubmissionListSchema,
  VersionListSchema,
} from "../../shared/wire/report.ts";
import { partitionOf, partitionOfId, ROLES } from "../province/actor.ts";
import { HttpProblem } from "./problems.ts";
import { route } from "./route.ts";

const Id = z.object({ id: SubmissionId });
const VersionNumber = z.coerce.number().int().min(1).max(1_000_000);

export const submissionRoutes = [
  route({
    method: "get",
    path: "/submissions",
    summary: "What was sent within the caller's place: the current version of each report",
    who: ROLES,
    query: z.object({
      form: FormId.optional(),
      period: Period.optional(),
      office: OfficeCode.optional(),
      status: StatusSchema.optional(),
      province: ProvinceCode.optional(),
      after: SubmissionId.optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    answers: { 200: SubmissionListSchema },
    problems: ["invalid-request", "province-missing", "province-unknown"],
    async handle({ deps, actor, query: { province, ...query } }) {
      const code = province ?? (query.office && provinceCodeOf(query.office)) ?? partitionOf(actor.role, actor.place)!;
      if (code === "TH") throw new HttpProblem("province-missing");
      const submissions = await (await deps.collector.at(code)).list(actor, query);
      const next = submissions.length === query.limit ? submissions.at(-1)!.submission : null;
      return { status: 200, json: { submissions, next } };
    },
  }),

  route({
    method: "get",
    path: "/submissions/:id",
    summary: "One report: its rows with what was typed, what came back, and with `include=grid` the sheet as sent",
    who: ROLES,
    params: Id,
    query: z.object({ version: VersionNumber.optional(), include: z.enum(["grid"]).optional() }),
    answers: { 200: SubmissionDetailSchema },
    problems: ["not-found", "province-unknown"],
    async handle({ deps, actor, params: { id }, query }) {
      const store = await deps.collector.at(partitionOfId(id));
      return { status: 200, json: await store.detail(actor, id, query.version, query.include === "grid") };
    },
  }),

  route({
    method: "get",
    path: "/submissions/:id/versions",
    summary: "Every version of a report, oldest first",
    who: ROLES,
    params: Id,
    answers: { 200: VersionListSchema },
    problems: ["not-found", "province-unknown"],
    async handle({ deps, actor, params: { id } }) {
      return {
        status: 200,
        json: { versions: await (await deps.collector.at(partitionOfId(id))).versions(actor, id) },
      };
    },
  }),

  route({
    method: "get",
    path: "/submissions/:id/diff",
    summary: "What changed between two versions",
    who: ROLES,
    params: Id,
    query: z.object({ from: VersionNumber, to: VersionNumber }),
    answers: { 200: DiffSchema },
    problems: ["invalid-request", "not-found", "province-unknown"],
    async handle({ deps, actor, params: { id }, query: { from, to } }) {
      return { status: 200, json: await (await deps.collector.at(partitionOfId(id))).diff(actor, id, from, to) };
    },
  }),
];

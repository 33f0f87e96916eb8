import * as z from "zod";
import type { Report } from "../../shared/answer.ts";
import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { findIdentity } from "../../shared/check.ts";
import { findForm } from "../../shared/forms/index.ts";
import type { Workbook } from "../../shared/sheet/grid.ts";
import { CheckRequest, FormId, Period, ProvinceCode, ReportSchema } from "../../shared/wire/report.ts";
import { withMessages } from "../../shared/words/report.ts";
import { type Actor, partitionOf, ROLES, type Role } from "../province/actor.ts";
import { conform, mediaType, readJson, readUpload } from "./body.ts";
import { judgeBeside, judgeGrid, judgeWorkbook, readFile } from "./judge.ts";
import { HttpProblem } from "./problems.ts";
import { type Deps, route } from "./route.ts";

const Fields = z.object({
  form: FormId.optional(),
  province: ProvinceCode.optional(),
  period: Period.optional(),
  sheet: z.string().max(255).optional(),
});

export const checkRoutes = [
  route({
    method: "post",
    path: "/check",
    summary: "Verdicts on a grid or a workbook; nothing is stored",
    who: ROLES,
    cost: 3,
    query: z.object({ lang: z.enum(["th", "en"]).optional() }),
    body: { json: CheckRequest, multipart: Fields },
    answers: { 200: ReportSchema },
    problems: [
      "malformed-json",
      "malformed-form",
      "media-type",
      "too-large",
      "invalid-request",
      "form-unknown",
      "province-missing",
      "province-unknown",
      "file-missing",
      "sheet-missing",
      "unreadable-file",
    ],
    async handle({ deps, request, actor, rosters, language }) {
      let report: Report;
      const today = bangkokDate(deps.now());
      if (mediaType(request) === "multipart/form-data") {
        const { bytes, fileName, fields } = await readUpload(request);
        const given = conform(Fields, fields);
        requireForm(given.form);
        const workbook = await readFile(bytes, fileName, language, deps.fileLimits);
        const province = provinceFor(actor, given.province, workbook);
        const place = { ...given, today, province, registry: (await rosters.of(province)).registry };
        report = await beside((before) => judgeWorkbook(workbook, { ...place, before }), deps, actor, province);
      } else {
        const { grid, ...given } = await readJson(request, CheckRequest);
        requireForm(given.form);
        const province = provinceFor(actor, given.province);
        const place = { ...given, today, province, registry: (await rosters.of(province)).registry };
        report = await beside((before) => judgeGrid(grid, { ...place, before }), deps, actor, province);
      }
      return { status: 200, json: withMessages(report, language) };
    },
  }),
];

/** Beside what the caller may know of the office: an office its own reports, whoever is above those of its place. */
async function beside(
  judge: Parameters<typeof judgeBeside>[0],
  deps: Deps,
  actor: Actor & { role: Role },
  province: string,
): Promise<Report> {
  const store = await deps.collector.at(province);
  const own = actor.role === "office" && actor.place.slice(1, 3) === province ? actor.place : null;
  return judgeBeside(judge, (asked) => store.before(actor, asked), own);
}

export function requireForm(form: string | undefined): void {
  if (form !== undefined && findForm(form) === undefined) throw new HttpProblem("form-unknown", { form });
}

/** The province a sheet is checked against: as said, else the caller's own, else what the workbook says of itself. */
export function provinceFor(actor: Actor & { role: Role }, said: string | undefined, workbook?: Workbook): string {
  if (said !== undefined) return said;
  const own = partitionOf(actor.role, actor.place);
  if (own !== null && own !== "TH") return own;
  const named = workbook === undefined ? null : (findIdentity(workbook)?.province ?? null);
  if (named === null) throw new HttpProblem("province-missing");
  return named;
}

import * as z from "zod";
import type { Report } from "../../shared/answer.ts";
import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { findIdentity } from "../../shared/check.ts";
import { type FormBook, latestForm } from "../../shared/forms/book.ts";
import { provinceCodeOf } from "../../shared/offices/office.ts";
import type { ColumnAnswers } from "../../shared/sheet/columnKeys.ts";
import type { Workbook } from "../../shared/sheet/grid.ts";
import { CheckRequest, FormId, Period, ProvinceCode, ReportSchema } from "../../shared/wire/report.ts";
import { withMessages } from "../../shared/words/report.ts";
import { type Actor, partitionOf, ROLES, type Role } from "../province/actor.ts";
import { conform, mediaType, readJson, readUpload } from "./body.ts";
import { requireVersion } from "./books.ts";
import { ColumnsText, columnsOf } from "./columns.ts";
import { judgeGrid, judgeWorkbook, readFile } from "./judge.ts";
import { judgeKnowing, type Known } from "./knowing.ts";
import { HttpProblem } from "./problems.ts";
import { type Deps, route } from "./route.ts";

const Fields = z.object({
  form: FormId.optional(),
  province: ProvinceCode.optional(),
  period: Period.optional(),
  sheet: z.string().max(255).optional(),
  columns: ColumnsText,
  version: z.coerce.number().int().min(1).max(9999).optional(),
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
      "form-version",
      "province-missing",
      "province-unknown",
      "file-missing",
      "sheet-missing",
      "unreadable-file",
    ],
    async handle({ deps, request, actor, rosters, books, language }) {
      let report: Report;
      const today = bangkokDate(deps.now());
      if (mediaType(request) === "multipart/form-data") {
        const { bytes, fileName, fields } = await readUpload(request);
        const { columns, ...given } = conform(Fields, fields);
        const workbook = await readFile(bytes, fileName, language, deps.fileLimits);
        const province = provinceFor(actor, given.province, workbook);
        const { registry } = await rosters.of(province);
        const forms = formsOf(await books.of(province), given);
        const judge = (known: Known) =>
          judgeWorkbook(workbook, { ...given, ...forms, today, province, registry, ...known });
        report = await judgeKnowing(judge, await askingOf(deps, actor, province, columnsOf(columns)));
      } else {
        const { grid, ...given } = await readJson(request, CheckRequest);
        const province = provinceFor(actor, given.province);
        const { registry } = await rosters.of(province);
        const forms = formsOf(await books.of(province), given);
        const judge = (known: Known) => judgeGrid(grid, { ...given, ...forms, today, province, registry, ...known });
        report = await judgeKnowing(judge, await askingOf(deps, actor, province, given.columns ?? {}));
      }
      return { status: 200, json: withMessages(report, language) };
    },
  }),
];

/** By the province's book; a version that is named judges alone, whether it still holds or not. */
function formsOf(book: FormBook, { form, version }: { form?: string; version?: number }) {
  if (form !== undefined && latestForm(book, form) === undefined) throw new HttpProblem("form-unknown", { form });
  return form === undefined || version === undefined ? { book } : { forms: [requireVersion(book, form, version)] };
}

/** Beside what the caller may know of the office: an office its own reports, whoever is above those of its place. */
async function askingOf(deps: Deps, actor: Actor & { role: Role }, province: string, said: ColumnAnswers | undefined) {
  const own = actor.role === "office" && provinceCodeOf(actor.place) === province ? actor.place : null;
  return { said, whose: ({ office }: Report) => own ?? office, store: await deps.collector.at(province), actor };
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

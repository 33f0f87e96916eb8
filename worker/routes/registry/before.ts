import * as z from "zod";
import { bangkokDate } from "../../../shared/calendar/plainDate.ts";
import { readBy } from "../../../shared/forms/book.ts";
import { officeLabel, provinceCodeOf } from "../../../shared/offices/office.ts";
import type { Before } from "../../../shared/rules/before.ts";
import { BeforeQuery, BeforeSchema } from "../../../shared/wire/before.ts";
import { FormId, OfficeCode, Period } from "../../../shared/wire/report.ts";
import { writeBlank } from "../../../shared/workbook/blank.ts";
import type { Actor, Role } from "../../province/actor.ts";
import { requireForm } from "../books.ts";
import { attachment, XLSX } from "../files.ts";
import { HttpProblem } from "../problems.ts";
import { type Deps, route } from "../route.ts";

const READERS = ["office", "district", "province"] as const;
const PROBLEMS = ["invalid-request", "form-unknown", "office-missing", "not-found", "province-unknown"] as const;

export const beforeRoutes = [
  route({
    method: "get",
    path: "/before",
    summary: "What an office's accepted reports say, for checking the next one: its centres and the last report's rows",
    who: READERS,
    query: BeforeQuery,
    answers: { 200: BeforeSchema },
    problems: PROBLEMS,
    async handle({ deps, actor, query, books }) {
      requireForm(await books.of(provinceCodeOf(whose(actor, query.office))), query.form);
      const before = await lookAt(deps, actor, query);
      return { status: 200, json: { ...before, form: query.form } };
    },
  }),

  route({
    method: "get",
    path: "/forms/:form/prefilled.xlsx",
    summary: "The official blank with the rows of the last accepted report: who and where, no day and no number",
    who: READERS,
    cost: 5,
    params: z.object({ form: FormId }),
    query: z.object({ office: OfficeCode.optional(), period: Period.optional() }),
    answers: { 200: XLSX },
    problems: [...PROBLEMS, "office-unknown"],
    async handle({ deps, actor, rosters, books, params, query }) {
      const period = query.period ?? bangkokDate(deps.now()).slice(0, 7);
      const book = await books.of(provinceCodeOf(whose(actor, query.office)));
      const form = readBy(book, params.form, period) ?? requireForm(book, params.form);
      const before = await lookAt(deps, actor, { form: form.id, period, office: query.office });
      const { registry, pack } = await rosters.of(provinceCodeOf(before.office));
      const office = registry.byCode(before.office);
      if (office === undefined) throw new HttpProblem("office-unknown", { office: before.office });
      const province = { code: pack.code, name: pack.name };
      const bytes = await writeBlank(form, {
        ...{ offices: registry.inProvince(pack.code), province, office, period },
        rows: before.last?.rows ?? [],
      });
      return attachment(bytes, XLSX, `${form.id}-${period}-${officeLabel(office)}.xlsx`);
    },
  }),
];

/** Whoever is not the office itself leaves a line. Throws `office-missing`, `not-found`. */
async function lookAt(
  deps: Deps,
  actor: Actor & { role: Role },
  { form, period, office }: { form: string; period: string; office?: string | undefined },
): Promise<Before> {
  const code = whose(actor, office);
  return (await deps.collector.at(provinceCodeOf(code))).lookBefore(actor, { office: code, form, period });
}

function whose(actor: Actor & { role: Role }, office: string | undefined): string {
  const code = office ?? (actor.role === "office" ? actor.place : undefined);
  if (code === undefined) throw new HttpProblem("office-missing");
  return code;
}

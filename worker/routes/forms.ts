import * as z from "zod";
import { FORMS, findForm } from "../../shared/forms/index.ts";
import { officeLabel, seatOf } from "../../shared/offices/office.ts";
import {
  FormId,
  FormListSchema,
  FormSchema,
  OfficeCode,
  Period,
  ProvinceCode,
  RosterSchema,
} from "../../shared/wire/report.ts";
import { writeBlank } from "../../shared/workbook/blank.ts";
import { attachment, XLSX } from "./files.ts";
import { HttpProblem } from "./problems.ts";
import { route } from "./route.ts";

export const formRoutes = [
  route({
    method: "get",
    path: "/forms",
    summary: "The forms this collector takes",
    who: "anyone",
    answers: { 200: FormListSchema },
    problems: [],
    async handle() {
      const forms = FORMS.map(({ id, version, official, title }) => ({ id, version, official, title }));
      return { status: 200, json: { forms } };
    },
  }),

  route({
    method: "get",
    path: "/forms/:form",
    summary: "One form's definition",
    who: "anyone",
    params: z.object({ form: FormId }),
    answers: { 200: FormSchema },
    problems: ["form-unknown"],
    async handle({ params }) {
      return { status: 200, json: formOr404(params.form) };
    },
  }),

  route({
    method: "get",
    path: "/forms/:form/blank.xlsx",
    summary: "The official blank, ready to fill",
    who: "anyone",
    cost: 5,
    params: z.object({ form: FormId }),
    query: z.object({ province: ProvinceCode.optional(), office: OfficeCode.optional(), period: Period.optional() }),
    answers: { 200: XLSX },
    problems: ["form-unknown", "province-missing", "province-unknown", "office-unknown"],
    async handle({ params, query, rosters }) {
      const form = formOr404(params.form);
      const code = query.province ?? query.office?.slice(1, 3);
      if (code === undefined) throw new HttpProblem("province-missing");
      const { registry, pack } = await rosters.of(code);
      const office = query.office === undefined ? undefined : registry.byCode(query.office);
      const seat = registry.districts(code).find((one) => seatOf(one.code) === query.office);
      if (query.office !== undefined && office === undefined && seat === undefined)
        throw new HttpProblem("office-unknown", { office: query.office });
      const province = { code, name: pack.name };
      const options = {
        offices: registry.inProvince(code),
        province,
        office,
        district: seat?.name,
        period: query.period,
      };
      const bytes = await writeBlank(form, options);
      const name = [form.id, query.period, office === undefined ? (seat?.name ?? pack.name) : officeLabel(office)];
      return attachment(bytes, XLSX, `${name.filter((part) => part !== undefined).join("-")}.xlsx`);
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/offices",
    summary: "A province's offices, packed for checking before sending; null when `known` is the newest version",
    who: "anyone",
    params: z.object({ code: ProvinceCode }),
    query: z.object({ known: z.string().max(64).optional() }),
    answers: { 200: RosterSchema.nullable() },
    problems: ["province-unknown"],
    async handle({ params, query, rosters }) {
      const { version, pack } = await rosters.of(params.code);
      return { status: 200, json: query.known === version ? null : { version, pack } };
    },
  }),
];

function formOr404(id: string) {
  const form = findForm(id);
  if (form === undefined) throw new HttpProblem("form-unknown", { form: id });
  return form;
}

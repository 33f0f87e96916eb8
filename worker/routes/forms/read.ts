import * as z from "zod";
import { type FormBook, formIds, formIn, latestForm, PROGRAM_BOOK } from "../../../shared/forms/book.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { officeLabel, provinceCodeOf, seatOf } from "../../../shared/offices/office.ts";
import { FormBookSchema } from "../../../shared/wire/formBook.ts";
import {
  FormId,
  FormListSchema,
  FormSchema,
  OfficeCode,
  Period,
  ProvinceCode,
  RosterSchema,
} from "../../../shared/wire/report.ts";
import { writeBlank } from "../../../shared/workbook/blank.ts";
import { type Books, requireForm, requireVersion } from "../books.ts";
import { attachment, XLSX } from "../files.ts";
import { HttpProblem } from "../problems.ts";
import { route } from "../route.ts";

const Version = z.coerce.number().int().min(1).max(9999);

/** What anybody may know: published forms, blanks, the list of offices. Without a province, what the program brings. */
export const formRoutes = [
  route({
    method: "get",
    path: "/forms",
    summary: "The forms this collector takes; with a province, those it publishes",
    who: "anyone",
    query: z.object({ province: ProvinceCode.optional() }),
    answers: { 200: FormListSchema },
    problems: ["province-unknown"],
    async handle({ books, query }) {
      const book = await bookFor(books, query.province);
      const forms = formIds(book)
        .map((id) => latestForm(book, id)!)
        .map(({ id, version, official, title }) => ({ id, version, official, title }));
      return { status: 200, json: { forms } };
    },
  }),

  route({
    method: "get",
    path: "/forms/:form",
    summary: "One form's definition: the last published, that of a period, or one version",
    who: "anyone",
    params: z.object({ form: FormId }),
    query: z.object({ province: ProvinceCode.optional(), period: Period.optional(), version: Version.optional() }),
    answers: { 200: FormSchema },
    problems: ["form-unknown", "form-version", "form-retired", "province-unknown"],
    async handle({ books, params, query: { province, period, version } }) {
      const book = await bookFor(books, province);
      if (version !== undefined) return { status: 200, json: requireVersion(book, params.form, version) };
      return { status: 200, json: formOf(book, params.form, period) };
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
    problems: ["form-unknown", "form-retired", "province-missing", "province-unknown", "office-unknown"],
    async handle({ params, query, rosters, books }) {
      const code = query.province ?? (query.office && provinceCodeOf(query.office));
      if (code === undefined) {
        requireForm(PROGRAM_BOOK, params.form);
        throw new HttpProblem("province-missing");
      }
      const { registry, pack } = await rosters.of(code);
      const form = formOf(await books.of(code), params.form, query.period);
      const office = query.office === undefined ? undefined : registry.byCode(query.office);
      const seat = registry.districts(code).find((one) => seatOf(one.code) === query.office);
      if (query.office !== undefined && office === undefined && seat === undefined)
        throw new HttpProblem("office-unknown", { office: query.office });
      const province = { code, name: pack.name };
      const offices = registry.inProvince(code);
      const options = { offices, province, office, district: seat?.name, period: query.period };
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

  route({
    method: "get",
    path: "/provinces/:code/form-book",
    summary: "Every published version of a province's forms and from when each holds; null when `known` is the newest",
    who: "anyone",
    params: z.object({ code: ProvinceCode }),
    query: z.object({ known: z.coerce.number().int().min(0).optional() }),
    answers: { 200: FormBookSchema.nullable() },
    problems: ["province-unknown"],
    async handle({ params, query, books }) {
      const book = await books.of(params.code);
      return { status: 200, json: query.known === book.version ? null : book };
    },
  }),
];

async function bookFor(books: Books, province: string | undefined): Promise<FormBook> {
  return province === undefined ? PROGRAM_BOOK : books.of(province);
}

/** The version of a period, else the last one. Throws `form-unknown`, `form-retired`. */
function formOf(book: FormBook, id: string, period: string | undefined): FormDefinition {
  const latest = requireForm(book, id);
  if (period === undefined) return latest;
  const form = formIn(book, id, period);
  if (form === undefined) throw new HttpProblem("form-retired", { form: id, period });
  return form;
}

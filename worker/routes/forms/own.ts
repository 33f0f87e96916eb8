import * as z from "zod";
import { nextDues } from "../../../shared/calendar/due.ts";
import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { changeHolidays, HOLIDAYS } from "../../../shared/calendar/holidays.ts";
import { startPeriod } from "../../../shared/calendar/startPeriod.ts";
import {
  DiscardRequest,
  DraftRequest,
  DraftSchema,
  DryRunRequest,
  DryRunSchema,
  FormDatesSchema,
  FormHeldSchema,
  OwnFormListSchema,
  OwnFormSchema,
  PublishRequest,
  RetireRequest,
  TryRequest,
} from "../../../shared/wire/forms.ts";
import { FormId, FormSchema, ProvinceCode, ReportSchema } from "../../../shared/wire/report.ts";
import { withMessages } from "../../../shared/words/report.ts";
import { ROLES } from "../../province/actor.ts";
import { sentUnder } from "../../province/forms/book.ts";
import { readJson } from "../body.ts";
import { requireReach } from "../desk/reach.ts";
import { judgeGrid } from "../judge.ts";
import { route } from "../route.ts";
import { requireDefinition } from "./draft.ts";
import { dryRun } from "./dryRun.ts";

const Code = z.object({ code: ProvinceCode });
const Form = z.object({ code: ProvinceCode, form: FormId });
const Version = z.coerce.number().int().min(1).max(9999);
const BODY = ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"] as const;
const DATES = 12;
/** Accepted sheets tried in one call. */
const SHEETS_A_CALL = 40;

/** A province's own forms. Whoever is not the province sees what was published, and changes nothing. */
export const ownFormRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/forms",
    summary: "A province's forms with their state, version and from when it holds; drafts for the province alone",
    who: ROLES,
    params: Code,
    answers: { 200: OwnFormListSchema },
    problems: ["province-unknown"],
    async handle({ deps, actor, params: { code } }) {
      return { status: 200, json: { forms: await (await deps.collector.at(code)).formList(actor) } };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/forms/:form",
    summary: "One form with all its versions and from when each held",
    who: ROLES,
    params: Form,
    answers: { 200: OwnFormSchema },
    problems: ["form-unknown", "province-unknown"],
    async handle({ deps, actor, params: { code, form } }) {
      return { status: 200, json: await (await deps.collector.at(code)).formPage(actor, form) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/forms/:form/versions/:version",
    summary: "One version's definition; a draft for the province alone",
    who: ROLES,
    params: Form.extend({ version: Version }),
    answers: { 200: FormSchema },
    problems: ["not-found", "province-unknown"],
    async handle({ deps, actor, params: { code, form, version } }) {
      return { status: 200, json: await (await deps.collector.at(code)).formDefinition(actor, form, version) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/forms/:form/versions/:version/dates",
    summary: "The next twelve due dates of a version, by the province's own days off",
    who: ROLES,
    params: Form.extend({ version: Version }),
    answers: { 200: FormDatesSchema },
    problems: ["not-found", "province-unknown"],
    async handle({ deps, actor, params: { code, form, version } }) {
      const store = await deps.collector.at(code);
      const definition = await store.formDefinition(actor, form, version);
      const holidays = changeHolidays(HOLIDAYS, await store.holidayChanges());
      const rule = ruleFor(definition, definition.calendarRule);
      if (rule === undefined) return { status: 200, json: { dates: [] } };
      const roll = rule.roll === "none" ? "next" : rule.roll;
      const dues = nextDues(rule, startPeriod(rule, deps.now()), DATES, { holidays, roll });
      const dates = dues.map(({ period, nominal, due, holiday: off }) => ({
        ...{ period, nominal, due, off, holiday: holidays.nameOf(nominal) },
      }));
      return { status: 200, json: { dates } };
    },
  }),

  route({
    method: "put",
    path: "/provinces/:code/forms/:form/draft",
    summary: "Saves a draft: of a new form, or of the next version of one; no office ever sees it",
    who: ["province"],
    params: Form,
    body: { json: DraftRequest },
    answers: { 200: DraftSchema },
    problems: [...BODY, "form-invalid", "draft-changed"],
    async handle({ deps, actor, request, params: { code, form } }) {
      requireReach(actor, code);
      const { definition, revision } = await readJson(request, DraftRequest);
      const held = requireDefinition(definition, form);
      return { status: 200, json: await (await deps.collector.at(code)).saveFormDraft(actor, held, revision) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/forms/:form/draft",
    summary: "The draft of a form with its revision; null where there is none",
    who: ["province"],
    params: Form,
    answers: { 200: DraftSchema.nullable() },
    problems: ["province-unknown"],
    async handle({ deps, actor, params: { code, form } }) {
      requireReach(actor, code);
      return { status: 200, json: await (await deps.collector.at(code)).formDraft(actor, form) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/forms/:form/discard",
    summary: "Throws a draft away",
    who: ["province"],
    params: Form,
    body: { json: DiscardRequest },
    answers: { 200: z.null() },
    problems: [...BODY, "draft-changed"],
    async handle({ deps, actor, request, params: { code, form } }) {
      requireReach(actor, code);
      const { revision } = await readJson(request, DiscardRequest);
      return { status: 200, json: await (await deps.collector.at(code)).discardFormDraft(actor, form, revision) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/forms/:form/try",
    summary: "Verdicts on a sheet by one version, a draft too; nothing is stored",
    who: ["province"],
    cost: 3,
    params: Form,
    query: z.object({ lang: z.enum(["th", "en"]).optional() }),
    body: { json: TryRequest },
    answers: { 200: ReportSchema },
    problems: [...BODY, "not-found"],
    async handle({ deps, actor, request, rosters, language, params: { code, form } }) {
      requireReach(actor, code);
      const { version, grid, period } = await readJson(request, TryRequest);
      const definition = await (await deps.collector.at(code)).formDefinition(actor, form, version);
      const { registry } = await rosters.of(code);
      const report = judgeGrid(grid, { registry, province: code, period, form, forms: [definition] });
      return { status: 200, json: withMessages(report, language) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/forms/:form/dry-run",
    summary:
      "What a version would newly block on the accepted sheets of the last period, office by office; nothing is kept",
    who: ["province"],
    cost: 10,
    params: Form,
    body: { json: DryRunRequest },
    answers: { 200: DryRunSchema },
    problems: [...BODY, "not-found"],
    async handle({ deps, actor, request, rosters, books, params: { code, form } }) {
      requireReach(actor, code);
      const { version, after } = await readJson(request, DryRunRequest);
      const store = await deps.collector.at(code);
      const draft = await store.formDefinition(actor, form, version);
      const book = await books.of(code);
      const { registry } = await rosters.of(code);
      const { period, sheets, next } = await store.acceptedSheets(actor, {
        form,
        version,
        after,
        limit: SHEETS_A_CALL,
      });
      const before = (sent: number) => sentUnder(book, form, sent) ?? draft;
      const offices = period === null ? [] : dryRun(sheets, draft, before, { registry, province: code, period });
      return { status: 200, json: { form, version, period, sheets: sheets.length, offices, next } };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/forms/:form/publish",
    summary: "Puts a version in force, now or from a period on; what was sent keeps the version it was sent under",
    who: ["province"],
    params: Form,
    body: { json: PublishRequest },
    answers: { 200: FormHeldSchema },
    problems: [...BODY, "not-found", "draft-changed", "period-past"],
    async handle({ deps, actor, request, params: { code, form } }) {
      requireReach(actor, code);
      const asked = await readJson(request, PublishRequest);
      return { status: 200, json: await (await deps.collector.at(code)).publishForm(actor, { form, ...asked }) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/forms/:form/retire",
    summary: "Ends a form, now or from a period on: its reports stay readable, nothing is due any more",
    who: ["province"],
    params: Form,
    body: { json: RetireRequest },
    answers: { 200: FormHeldSchema },
    problems: [...BODY, "not-found", "period-past"],
    async handle({ deps, actor, request, params: { code, form } }) {
      requireReach(actor, code);
      const { start } = await readJson(request, RetireRequest);
      return { status: 200, json: await (await deps.collector.at(code)).retireForm(actor, form, start) };
    },
  }),
];

import * as z from "zod";
import {
  MatrixQuery,
  MatrixSchema,
  ProgressSchema,
  ReminderRequest,
  ReminderSchema,
} from "../../../shared/wire/desk.ts";
import { FormId, Period } from "../../../shared/wire/report.ts";
import { readJson } from "../body.ts";
import { requireForm } from "../books.ts";
import { route } from "../route.ts";
import { Code, OVERSEERS, originOf, requireReach } from "./reach.ts";
import { reminderText } from "./reminderText.ts";

const PROBLEMS = ["invalid-request", "form-unknown", "province-unknown"] as const;

export const completenessRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/progress",
    summary: "How far a period has come: by district, and day by day",
    who: OVERSEERS,
    params: Code,
    query: z.object({ form: FormId, period: Period }),
    answers: { 200: ProgressSchema },
    problems: PROBLEMS,
    async handle({ deps, books, actor, params: { code }, query: { form, period } }) {
      requireReach(actor, code);
      requireForm(await books.of(code), form);
      return { status: 200, json: await (await deps.collector.at(code)).progress(actor, form, period) };
    },
  }),

  route({
    method: "get",
    path: "/provinces/:code/matrix",
    summary: "Offices by periods, a page at a time: who has not sent first",
    who: OVERSEERS,
    params: Code,
    query: MatrixQuery,
    answers: { 200: MatrixSchema },
    problems: PROBLEMS,
    async handle({ deps, books, actor, params: { code }, query }) {
      requireReach(actor, code);
      requireForm(await books.of(code), query.form);
      return { status: 200, json: await (await deps.collector.at(code)).matrix(actor, query) };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/reminders",
    summary: "The text for the offices that still owe a report, noting that they were told",
    who: ["district", "province"],
    params: Code,
    body: { json: ReminderRequest },
    answers: { 200: ReminderSchema },
    problems: [...PROBLEMS, "malformed-json", "media-type", "too-large"],
    async handle({ deps, books, actor, rosters, request, params: { code } }) {
      requireReach(actor, code);
      const asked = await readJson(request, ReminderRequest);
      const form = requireForm(await books.of(code), asked.form);
      const { pack } = await rosters.of(code);
      const reminder = await (await deps.collector.at(code)).remind(actor, {
        ...asked,
        district: asked.district ?? null,
      });
      const place = { province: pack.name, wholeProvince: asked.district === undefined && actor.role === "province" };
      const text = reminderText(reminder, {
        ...{ ...place, form: form.title[0] ?? form.id, channel: asked.channel },
        link: `${originOf(request)}/my?form=${form.id}&period=${asked.period}`,
      });
      return { status: 200, json: { at: reminder.at, ...text, offices: reminder.offices } };
    },
  }),
];

import * as z from "zod";
import { HolidayChangesSchema, HolidayRequest } from "../../../shared/wire/forms.ts";
import { ProvinceCode } from "../../../shared/wire/report.ts";
import { readJson } from "../body.ts";
import { requireReach } from "../desk/reach.ts";
import { route } from "../route.ts";

const Code = z.object({ code: ProvinceCode });

/** The days off a province changes for itself. */
export const holidayRoutes = [
  route({
    method: "get",
    path: "/provinces/:code/holidays",
    summary: "What the province changed in the table of holidays: days added, and days of the table that are worked",
    who: "anyone",
    params: Code,
    answers: { 200: HolidayChangesSchema },
    problems: ["province-unknown"],
    async handle({ deps, params: { code } }) {
      return { status: 200, json: await (await deps.collector.at(code)).holidayChanges() };
    },
  }),

  route({
    method: "post",
    path: "/provinces/:code/holidays",
    summary:
      "Adds a day off, makes a day of the table a working day, or takes either back; what was received keeps its mark",
    who: ["province"],
    params: Code,
    body: { json: HolidayRequest },
    answers: { 200: HolidayChangesSchema },
    problems: ["malformed-json", "media-type", "too-large", "invalid-request", "province-unknown"],
    async handle({ deps, actor, request, params: { code } }) {
      requireReach(actor, code);
      const change = await readJson(request, HolidayRequest);
      return { status: 200, json: await (await deps.collector.at(code)).changeHoliday(actor, change) };
    },
  }),
];

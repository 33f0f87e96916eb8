import * as z from "zod";
import { nextDues } from "../../../shared/calendar/due.ts";
import { ruleFor } from "../../../shared/calendar/formRules.ts";
import { changeHolidays, HOLIDAYS } from "../../../shared/calendar/holidays.ts";
import { type CalendarEvent, calendarOf } from "../../../shared/calendar/ics.ts";
import { periodText } from "../../../shared/calendar/period.ts";
import { addMonths, bangkokDate } from "../../../shared/calendar/plainDate.ts";
import { type FormBook, formIds, formIn, heldVersions } from "../../../shared/forms/book.ts";
import type { FormDefinition } from "../../../shared/forms/index.ts";
import { provinceCodeOf } from "../../../shared/offices/office.ts";
import { TrailSchema, WorkSchema } from "../../../shared/wire/desk.ts";
import { OfficeCode, ProvinceCode } from "../../../shared/wire/report.ts";
import { fill } from "../../../shared/words/fill.ts";
import { CALENDAR_WORDS } from "../../../shared/words/remind.ts";
import { partitionOf, ROLES, type Role } from "../../province/actor.ts";
import type { Work } from "../../province/desk/work.ts";
import { isOwed } from "../../province/forms/list.ts";
import { ownReporter } from "../../province/reporters.ts";
import { attachment } from "../files.ts";
import { HttpProblem } from "../problems.ts";
import { route } from "../route.ts";
import { originOf, requireReach } from "./reach.ts";
import { clock } from "./reminderText.ts";

const ICS = "text/calendar; charset=utf-8";
const PERIODS_AHEAD = 12;
/** The event stands in office hours; its text says that midnight counts. */
const OFFICE_HOURS = { from: "08:30", to: "16:30" };

export const mineRoutes = [
  route({
    method: "get",
    path: "/work",
    summary: "What an office owes, what came back with each comment, what it sent",
    who: ["office", "district", "province"],
    query: z.object({ office: OfficeCode.optional() }),
    answers: { 200: WorkSchema },
    problems: ["invalid-request", "office-missing", "not-found", "province-unknown"],
    async handle({ deps, actor, query }) {
      const office = query.office ?? ownReporter(actor) ?? undefined;
      if (office === undefined) throw new HttpProblem("office-missing");
      return { status: 200, json: await (await deps.collector.at(provinceCodeOf(office))).work(actor, office) };
    },
  }),

  route({
    method: "get",
    path: "/audit",
    summary: "The audit, newest first; with `mine` the caller's own, for an office also who touched or saw its reports",
    who: ROLES,
    query: z.object({
      mine: z.enum(["", "1", "true"]).optional(),
      province: ProvinceCode.optional(),
      before: z.coerce.number().int().min(1).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answers: { 200: TrailSchema },
    problems: ["invalid-request", "province-unknown"],
    async handle({ deps, actor, query: { mine, province, before, limit } }) {
      if (province !== undefined) requireReach(actor, actor.role === "office" ? provinceCodeOf(actor.place) : province);
      const own = partitionOf(actor.role, actor.place)!;
      const at = actor.role === "office" ? own : (province ?? own);
      const asked = { mine: mine !== undefined, limit, ...(before === undefined ? {} : { before }) };
      const lines = await (await deps.collector.at(at)).trail(actor, asked);
      return { status: 200, json: { lines, next: lines.length === limit ? lines.at(-1)!.seq : null } };
    },
  }),

  route({
    method: "get",
    path: "/due.ics",
    summary: "The due dates to come, as a calendar",
    who: ["office", "district", "province"],
    answers: { 200: ICS },
    problems: ["province-unknown"],
    async handle({ deps, actor, request, rosters, books }) {
      const province = partitionOf(actor.role, actor.place)!;
      const store = await deps.collector.at(province);
      const holidays = changeHolidays(HOLIDAYS, await store.holidayChanges());
      const own = actor.role === "office" ? await store.work(actor, actor.place) : null;
      const name = own?.name ?? (await rosters.of(province)).pack.name;
      const first = addMonths(bangkokDate(deps.now()).slice(0, 7), -1);
      const link = `${originOf(request)}/my`;
      const book = await books.of(province);
      const events = owedForms(book, actor.role).flatMap((form) =>
        nextDues(ruleFor(form, form.calendarRule)!, first, PERIODS_AHEAD, { holidays, roll: "next" })
          .filter(({ period }) => formIn(book, form.id, period)?.version === form.version)
          .map(({ period, due }): CalendarEvent => {
            const summary = fill(CALENDAR_WORDS.summary, {
              form: form.title[0] ?? form.id,
              period: periodText(period),
            });
            const plain = { date: due, ...OFFICE_HOURS, description: fill(CALENDAR_WORDS.description, { link }) };
            return {
              uid: `${form.id}-${period}-${actor.place}@ruam`,
              summary,
              url: link,
              ...plain,
              ...extended(own, form.id, period, link),
            };
          }),
      );
      const text = calendarOf(fill(CALENDAR_WORDS.name, { place: name }), events, deps.now());
      return attachment(new TextEncoder().encode(text), ICS, `due-${actor.place}.ics`);
    },
  }),
];

/** Every version that is owed in some period, for an office only what offices owe; which of them a date is of, its period says. */
function owedForms(book: FormBook, role: Role): FormDefinition[] {
  return formIds(book)
    .flatMap((id) => heldVersions(book, id))
    .filter(({ roster }) => roster === "offices" || role !== "office")
    .filter((form) => isOwed(form) && ruleFor(form, form.calendarRule) !== undefined);
}

/** An hour of the office's own takes the place of the day. */
function extended(work: Work | null, form: string, period: string, link: string): Partial<CalendarEvent> {
  const extension = work?.items.find((item) => item.form === form && item.period === period)?.extension;
  if (extension == null) return {};
  // The minute before: an hour of midnight belongs to the day that ends.
  const end = Date.parse(extension.until) - 60_000;
  const last = clock(new Date(end).toISOString()).replace(".", ":");
  const to = last === "00:00" ? "00:01" : last;
  const from = to < OFFICE_HOURS.from ? "00:00" : OFFICE_HOURS.from;
  return {
    ...{ date: bangkokDate(end), from, to },
    description: fill(CALENDAR_WORDS.extended, { time: clock(extension.until), reason: extension.reason, link }),
  };
}

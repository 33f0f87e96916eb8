import { type Due, dueOf } from "../../shared/calendar/due.ts";
import { findRule } from "../../shared/calendar/dueRules.ts";
import { isAskedFor } from "../../shared/calendar/nominal.ts";
import { addMonths, bangkokDate } from "../../shared/calendar/plainDate.ts";
import { FORMS, type FormDefinition, findForm } from "../../shared/forms/index.ts";
import { districtCodeOf, isSeat, officeLabel } from "../../shared/offices/office.ts";
import type { Actor } from "./actor.ts";
import { extensionOf } from "./desk/deadline.ts";
import { holidaysHere } from "./holidays.ts";
import type { Journal } from "./journal.ts";
import { type Return, returnsOf } from "./read.ts";
import { Refusal } from "./refusal.ts";
import { readOffices, readReporter } from "./roster.ts";
import { type Summary, summaries, type VersionStatus } from "./summary.ts";

export interface OfficeState {
  office: string;
  name: string;
  district: string;
  status: VersionStatus | "missing";
  late: boolean;
  nil: boolean;
  rows: number;
  receipt: string | null;
  version: number | null;
  receivedAt: string | null;
}

export interface Tally {
  offices: number;
  sent: number;
  late: number;
  returned: number;
  accepted: number;
  nil: number;
  missing: number;
}

export interface Completeness {
  form: string;
  period: string;
  due: Due | null;
  total: Tally;
  districts: ({ code: string; name: string } & Tally)[];
  offices: OfficeState[];
}

/** Who has sent and who has not, for the offices within reach, in official order. */
export function completeness(journal: Journal, actor: Actor, form: string, period: string): Completeness {
  const sent = new Map(current(journal, actor, form, period).map((one) => [one.office, one]));
  const offices: OfficeState[] = [];
  const districts = new Map<string, { code: string; name: string } & Tally>();
  const total = emptyTally();
  for (const office of readOffices(journal, actor, form)) {
    const summary = sent.get(office.code);
    if (!office.active && summary === undefined) continue;
    const state = stateOf({ office: office.code, name: officeLabel(office), district: office.district }, summary);
    offices.push(state);
    let district = districts.get(office.district);
    if (district === undefined) {
      district = { code: districtCodeOf(office.code), name: office.district, ...emptyTally() };
      districts.set(office.district, district);
    }
    count(total, state);
    count(district, state);
  }
  const rule = findForm(form)?.calendarRule;
  const due = (rule === undefined ? undefined : dueOf(rule, period, { holidays: holidaysHere(journal) })) ?? null;
  return { form, period, due, total, districts: [...districts.values()], offices };
}

export interface TodoItem {
  form: string;
  period: string;
  due: Due | null;
  status: VersionStatus | "missing";
  /** Past its due date and not with the province. */
  overdue: boolean;
  submission: string | null;
  receipt: string | null;
  version: number | null;
  late: boolean;
  /** What came back with the current version, newest last. */
  returns: Return[];
}

export interface Todo {
  office: string;
  name: string;
  today: string;
  items: TodoItem[];
}

/** How many months back an unsent report is still asked for. */
const MONTHS_BACK = 2;

/** What one office owes this month and the months before, and whatever came back, newest period first. Throws `not-found` outside reach. */
export function todo(journal: Journal, actor: Actor, code: string, nowMs: number): Todo {
  const office = readReporter(journal, actor, code);
  if (office === undefined) throw new Refusal("not-found");
  const today = bangkokDate(nowMs);
  const sent = summaries(journal, actor, "s.office = ? AND v.version = s.current", [code]);
  const holidays = holidaysHere(journal);
  const items: TodoItem[] = [];
  const roster = isSeat(code) ? "districts" : "offices";
  for (const form of FORMS.filter((one) => one.roster === roster)) {
    const mine = sent.filter((one) => one.form === form.id);
    const rule = findRule(form.calendarRule);
    const months = monthsBefore(today.slice(0, 7), MONTHS_BACK);
    const asked = isOwed(form) ? months.filter((month) => rule && isAskedFor(rule, month)) : [];
    const back = mine
      .filter((one) => one.status === "returned" || (!isOwed(form) && months.includes(one.period)))
      .map((one) => one.period);
    for (const period of [...new Set([...asked, ...back])].sort().reverse()) {
      const summary = mine.find((one) => one.period === period);
      const one = { form: form.id, period, office: code };
      const extension = extensionOf((query, ...binds) => journal.read(query, ...binds), one);
      const due = extendedDue(dueOf(form.calendarRule, period, { holidays }) ?? null, extension?.until ?? null);
      const status = summary?.status ?? "missing";
      const open = status === "missing" || status === "returned" || status === "withdrawn";
      items.push({
        form: form.id,
        period,
        due,
        status,
        overdue:
          open && due !== null && today > due.due && !(extension !== null && nowMs <= Date.parse(extension.until)),
        submission: summary?.submission ?? null,
        receipt: summary?.receipt ?? null,
        version: summary?.version ?? null,
        late: summary?.late ?? false,
        returns:
          summary === undefined
            ? []
            : returnsOf(journal, summary.submission).filter((one) => one.version === summary.version),
      });
    }
  }
  return { office: code, name: officeLabel(office), today, items };
}

/** An hour given to one office moves its last day. */
function extendedDue(due: Due | null, until: string | null): Due | null {
  const day = until === null ? null : bangkokDate(Date.parse(until));
  return due === null || day === null || day <= due.due ? due : { ...due, due: day };
}

/**
 * Asked of everyone on its roster whether it has begun or not: a form printed in a letter. A default of the program is owed by nobody until
 * an office has used it; then what it sent, and what came back, is listed.
 */
function isOwed(form: FormDefinition): boolean {
  return form.official;
}

/** The versions that count now for a form and a period. */
export function current(journal: Journal, actor: Actor, form: string, period: string): Summary[] {
  return summaries(journal, actor, "s.form = ? AND s.period = ? AND v.version = s.current", [form, period]);
}

function stateOf(office: Pick<OfficeState, "office" | "name" | "district">, summary: Summary | undefined): OfficeState {
  const out = { ...office, late: false, nil: false, rows: 0, receipt: null, version: null, receivedAt: null };
  if (summary === undefined) return { ...out, status: "missing" };
  const { status, late, nil, rows, receipt, version, receivedAt } = summary;
  return { ...office, status, late, nil, rows, receipt, version, receivedAt };
}

function emptyTally(): Tally {
  return { offices: 0, sent: 0, late: 0, returned: 0, accepted: 0, nil: 0, missing: 0 };
}

/** `sent` is with the province now; what was returned or withdrawn is owed again, what was withdrawn counts as missing. */
function count(tally: Tally, state: OfficeState): void {
  tally.offices++;
  const here = state.status === "received" || state.status === "accepted";
  if (here) tally.sent++;
  if (here && state.late) tally.late++;
  if (here && state.nil) tally.nil++;
  if (state.status === "accepted") tally.accepted++;
  if (state.status === "returned") tally.returned++;
  if (state.status === "missing" || state.status === "withdrawn") tally.missing++;
}

function monthsBefore(month: string, back: number): string[] {
  return Array.from({ length: back + 1 }, (_, i) => addMonths(month, -i));
}

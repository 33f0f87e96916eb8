import { type Due, dueOf } from "../../shared/calendar/due.ts";
import { ruleFor } from "../../shared/calendar/formRules.ts";
import { isAskedFor } from "../../shared/calendar/nominal.ts";
import { addDays, addMonths, bangkokDate } from "../../shared/calendar/plainDate.ts";
import { type FormBook, formIds, formIn, readBy } from "../../shared/forms/book.ts";
import { districtCodeOf, isSeat, officeLabel } from "../../shared/offices/office.ts";
import type { Actor } from "./actor.ts";
import { type Extension, extensionOf } from "./desk/deadline.ts";
import { bookHere, ruleIn } from "./forms/book.ts";
import { isOwed } from "./forms/list.ts";
import { holidaysHere } from "./holidays.ts";
import type { Journal, Run } from "./journal.ts";
import { LEVEL_FACTS, type Level, type LevelFacts, levelOf, levelRule } from "./levels/rules.ts";
import { counts } from "./levels/seen.ts";
import { type Return, returnsOf } from "./read.ts";
import { Refusal } from "./refusal.ts";
import { notOwed } from "./registry/states.ts";
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
  const where = "s.form = ? AND s.period = ? AND v.version = s.current";
  const newest = summaries(journal, actor, where, [form, period], "", "standing");
  const sent = new Map(newest.map((one) => [one.office, one]));
  const offices: OfficeState[] = [];
  const districts = new Map<string, { code: string; name: string } & Tally>();
  const total = emptyTally();
  for (const office of readOffices(journal, actor, { form, period })) {
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
  const rule = ruleIn(bookHere(journal), form, period);
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
/** How many days before its last day the report of a month to come is asked for. */
const DAYS_AHEAD = 14;
/** A report may be due as early as the month before its own. */
const MONTHS_AHEAD = 2;

/** What one office owes this month and the months before, what falls due within two weeks, and whatever came back, newest period first. Throws `not-found` outside reach. */
export function todo(journal: Journal, actor: Actor, code: string, nowMs: number): Todo {
  const office = readReporter(journal, actor, code);
  if (office === undefined) throw new Refusal("not-found");
  const today = bangkokDate(nowMs);
  const sent = summaries(journal, actor, "s.office = ? AND v.version = s.current", [code]);
  const holidays = holidaysHere(journal);
  const items: TodoItem[] = [];
  const book = bookHere(journal);
  const month = today.slice(0, 7);
  const months = monthsBefore(month, MONTHS_BACK);
  const ahead = monthsBefore(addMonths(month, MONTHS_AHEAD), MONTHS_AHEAD - 1);
  const soon = addDays(today, DAYS_AHEAD);
  const roster = isSeat(code) ? "districts" : "offices";
  for (const form of formIds(book).filter((id) => readBy(book, id, null)?.roster === roster)) {
    const mine = sent.filter((one) => one.form === form);
    const dueIn = (period: string) => {
      const rule = ruleIn(book, form, period);
      return (rule && dueOf(rule, period, { holidays })) ?? null;
    };
    // What was sent early is seen, however far ahead its day lies.
    const near = (period: string) => (dueIn(period)?.due ?? "9999") <= soon;
    const coming = ahead.filter((period) => near(period) || mine.some((one) => one.period === period));
    const open = [...months, ...coming];
    const off = notOwed(journal.read.bind(journal), form, open, [code]);
    const asked = open.filter((month) => isAskedOf(book, form, month) && !off.has(`${code} ${month}`));
    const back = mine
      .filter((one) => one.status === "returned" || (!asked.includes(one.period) && open.includes(one.period)))
      .map((one) => one.period);
    for (const period of [...new Set([...asked, ...back])].sort().reverse()) {
      const summary = mine.find((one) => one.period === period);
      const one = { form, period, office: code };
      const common = dueIn(period);
      const extension = extensionOf((query, ...binds) => journal.read(query, ...binds), one, common);
      const due = extendedDue(common, extension);
      const status = summary?.status ?? "missing";
      const withOffice = status === "missing" || status === "returned" || status === "withdrawn";
      items.push({
        form,
        period,
        due,
        status,
        overdue:
          withOffice &&
          due !== null &&
          today > due.due &&
          !(extension !== null && nowMs <= Date.parse(extension.until)),
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
function extendedDue(due: Due | null, extension: Extension | null): Due | null {
  return due === null || extension === null ? due : { ...due, due: bangkokDate(Date.parse(extension.until)) };
}

/** Whether every office owes a form in a month: by the version that holds in it. */
function isAskedOf(book: FormBook, id: string, month: string): boolean {
  const form = formIn(book, id, month);
  const rule = form && ruleFor(form, form.calendarRule);
  return form !== undefined && rule !== undefined && isOwed(form) && isAskedFor(rule, month);
}

/** A version that counts, with what the master says of it beside its rows. */
export interface Counting extends Summary {
  /** In whose hands it is. */
  level: Level;
  /** A newer version that waits beside an accepted one; null: there is none. */
  newer: number | null;
}

/** The versions that count now for a form and a period; see `counts`. */
export function current(journal: Journal, actor: Actor, form: string, period: string): Counting[] {
  const found = summaries(journal, actor, `s.form = ? AND s.period = ? AND ${counts(actor)}`, [form, period]);
  const facts = journal.read<LevelFacts & { submission: string; version: number; current: number }>(
    `SELECT s.id AS submission, v.version, s.current, ${LEVEL_FACTS} FROM submissions s
     JOIN versions v ON v.submission = s.id LEFT JOIN offices o ON o.code = s.office WHERE s.form = ? AND s.period = ?`,
    ...[form, period],
  );
  const rule = levelRule(journal.read.bind(journal) as Run, form);
  const hands = new Map(facts.map((one) => [`${one.submission} ${one.version}`, one]));
  return found.map((one) => {
    const known = hands.get(`${one.submission} ${one.version}`)!;
    const newer = actor.role !== "department" && known.current > one.version ? known.current : null;
    return { ...one, level: levelOf(rule, known), newer };
  });
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

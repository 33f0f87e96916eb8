import { isAskedFor } from "../../../shared/calendar/nominal.ts";
import { addMonths } from "../../../shared/calendar/plainDate.ts";
import { formIn } from "../../../shared/forms/book.ts";
import { type Office, officeLabel, type ReporterType } from "../../../shared/offices/office.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import { bookHere, ruleIn } from "../forms/book.ts";
import type { Journal, Run } from "../journal.ts";
import { notOwed } from "../registry/states.ts";
import { reportersAt } from "../reporters.ts";
import type { Val } from "../sql.ts";
import type { VersionStatus } from "../summary.ts";
import { dueHere } from "./dueHere.ts";
import { outlasts } from "./lastDay.ts";
import { STAND_ORDER, STAND_SQL, type Stand, standOf } from "./stands.ts";

export interface MatrixCell {
  /** Null: nothing was asked for then. */
  stand: Stand | null;
  accepted: boolean;
  late: boolean;
  nil: boolean;
  submission: string | null;
  receivedAt: string | null;
  /** ISO 8601, where the office has an hour of its own. */
  until: string | null;
}

export interface MatrixRow {
  office: string;
  name: string;
  district: string;
  /** When the office was last reminded of the period in view. */
  remindedAt: string | null;
  /** One for each period, in the order of `periods`. */
  cells: MatrixCell[];
}

export interface Matrix {
  form: string;
  /** Oldest first; the last is the one in view. */
  periods: string[];
  /** Offices that fit the question. */
  total: number;
  rows: MatrixRow[];
}

export interface MatrixQuery {
  form: string;
  period: string;
  /** How many periods, the one in view included. */
  months: number;
  district?: string;
  stand?: Stand;
  /** Part of an office's name, as typed. */
  find?: string;
  offset: number;
  limit: number;
}

interface Found extends Pick<Office, "code" | "name" | "district"> {
  type: ReporterType;
  total: number;
}

/** Offices by periods: who has not sent in the period in view first, then the official order. One page. */
export function matrix(journal: Journal, actor: Actor, query: MatrixQuery): Matrix {
  const { form, period, months } = query;
  const periods = Array.from({ length: months }, (_, i) => addMonths(period, i - months + 1));
  const offices = pageOf(journal, actor, query);
  const cells = cellsOf(journal, form, periods, offices);
  const book = bookHere(journal);
  const codes = offices.map(({ code }) => code);
  const off = notOwed(journal.read.bind(journal), form, periods, codes);
  const asked = new Set(
    periods.filter((one) => {
      const rule = ruleIn(book, form, one);
      return formIn(book, form, one) !== undefined && (rule === undefined || isAskedFor(rule, one));
    }),
  );
  const isAsked = (code: string, one: string) => asked.has(one) && !off.has(`${code} ${one}`);
  return {
    ...{ form, periods, total: offices[0]?.total ?? 0 },
    rows: offices.map(({ code, type, name, district }) => ({
      ...{ office: code, name: officeLabel({ type, name }), district },
      remindedAt: remindedAt(journal, form, period, code),
      cells: periods.map((one) => {
        const cell = cells.get(`${code} ${one}`);
        const asked = isAsked(code, one);
        if (cell === undefined) return asked ? MISSING : NOT_ASKED;
        return cell.stand === "missing" && !asked ? { ...cell, stand: null } : cell;
      }),
    })),
  };
}

const NOT_ASKED: MatrixCell = {
  ...{ stand: null, accepted: false, late: false, nil: false, submission: null, receivedAt: null, until: null },
};
const MISSING: MatrixCell = { ...NOT_ASKED, stand: "missing" };

function pageOf(journal: Journal, actor: Actor, query: MatrixQuery): Found[] {
  const scope = within(scopeOf(actor), "o.code");
  const conditions = ["1 = 1"];
  const roster = reportersAt(journal.read.bind(journal) as Run, query.form, query.period);
  const binds: Val[] = [...roster.binds, query.form, query.period, ...scope.binds];
  const add = (condition: string, value: string | undefined) => {
    if (value === undefined || value === "") return;
    conditions.push(condition);
    binds.push(value);
  };
  add("substr(code, 2, 4) = ?", query.district);
  add("stand = ?", query.stand);
  add("instr(replace(type || name, ' ', ''), ?) > 0", query.find?.replace(/\s+/g, ""));
  return journal.read<Found & object>(
    `SELECT code, type, name, district, count(*) OVER () AS total FROM (
       SELECT o.code, o.type, o.name, o.district, o.place, o.active, ${STAND_SQL} AS stand FROM ${roster.sql} o
       LEFT JOIN submissions s ON s.form = ? AND s.period = ? AND s.office = o.code
       LEFT JOIN versions v ON v.submission = s.id AND v.version = s.current
       WHERE ${scope.sql} AND (o.active = 1 OR v.status IS NOT NULL)
     ) WHERE ${conditions.join(" AND ")}
     ORDER BY ${STAND_ORDER}, active DESC, place, code LIMIT ? OFFSET ?`,
    ...[...binds, query.limit, query.offset],
  );
}

interface CellRow {
  office: string;
  period: string;
  submission: string | null;
  status: VersionStatus | null;
  late: number | null;
  nil: number | null;
  receivedAt: number | null;
  until: number | null;
}

/** The cells of some offices; where nothing was sent and nothing extended there is none. */
function cellsOf(journal: Journal, form: string, periods: string[], offices: Found[]): Map<string, MatrixCell> {
  const found = journal.read<CellRow & object>(
    `SELECT o.value AS office, p.value AS period, s.id AS submission, v.status, v.late, v.nil,
       v.received_at AS receivedAt, e.until
     FROM json_each(?) o JOIN json_each(?) p
     LEFT JOIN submissions s ON s.form = ? AND s.period = p.value AND s.office = o.value
     LEFT JOIN versions v ON v.submission = s.id AND v.version = s.current
     LEFT JOIN extensions e ON e.form = ? AND e.period = p.value AND e.office = o.value
     WHERE s.id IS NOT NULL OR e.until IS NOT NULL`,
    ...[JSON.stringify(offices.map(({ code }) => code)), JSON.stringify(periods), form, form],
  );
  const dues = new Map(periods.map((period) => [period, dueHere(journal, form, period)]));
  const held = ({ until, period }: CellRow) => until !== null && outlasts(until, dues.get(period)!);
  return new Map(
    found
      .map((row) => (held(row) ? row : { ...row, until: null }))
      .filter(({ submission, until }) => submission !== null || until !== null)
      .map((row) => [`${row.office} ${row.period}`, toCell(row)]),
  );
}

function toCell({ submission, status, late, nil, receivedAt, until }: CellRow): MatrixCell {
  const sent = status === null ? undefined : { status, late: late === 1, nil: nil === 1 };
  return {
    stand: standOf(sent),
    accepted: status === "accepted",
    late: sent?.late ?? false,
    nil: sent?.nil ?? false,
    submission,
    receivedAt: receivedAt === null ? null : new Date(receivedAt).toISOString(),
    until: until === null ? null : new Date(until).toISOString(),
  };
}

function remindedAt(journal: Journal, form: string, period: string, office: string): string | null {
  const at = journal.read<{ at: number | null }>(
    "SELECT max(at) AS at FROM reminders WHERE form = ? AND period = ? AND office = ?",
    ...[form, period, office],
  )[0]?.at;
  return at == null ? null : new Date(at).toISOString();
}

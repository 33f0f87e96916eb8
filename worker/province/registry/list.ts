import { FORMS } from "../../../shared/forms/index.ts";
import { officeLabel } from "../../../shared/offices/office.ts";
import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { actsOf, type Exemption, exemptionsOf, monthOf, type RegistryAct, revisionOf } from "./change.ts";
import { type OfficeState, statesOf } from "./states.ts";

export interface OfficeLine {
  office: string;
  name: string;
  district: string;
  /** Whether it stands in the list this month. */
  listed: boolean;
  /** The office that took its place. */
  successor: { office: string; name: string } | null;
  /** Forms it owes this month, and those it is let off. */
  owes: string[];
  exempt: string[];
  /** How many states it has been in, the first included: more than one, and there is a history. */
  states: number;
}

export interface OfficePage {
  revision: number;
  /** YYYY-MM: the month the list is told for. */
  month: string;
  total: number;
  districts: { code: string; name: string }[];
  offices: OfficeLine[];
  /** The newest changes, for the province and its overseers. */
  acts: RegistryAct[];
}

export interface OfficeQuery {
  find?: string;
  district?: string;
  /** Also those that left the list. */
  gone?: boolean;
  offset: number;
  limit: number;
}

const ACTS = 10;

/** Forms that every office owes whether it has begun or not. */
export const OWED_FORMS = FORMS.filter((form) => form.official && form.roster === "offices").map(({ id }) => id);

/** A page of the offices within reach, with what each owes this month. */
export function officePage(journal: Journal, actor: Actor, query: OfficeQuery, nowMs: number): OfficePage {
  const run = journal.read.bind(journal) as Run;
  const month = monthOf(nowMs);
  const scope = within(scopeOf(actor), "o.code");
  const found = run<Row & object>(
    `SELECT o.code, o.type, o.name, o.district, o.active, count(*) OVER () AS total,
       (SELECT count(*) FROM office_states h WHERE h.code = o.code) AS states,
       (SELECT successor FROM office_states h WHERE h.code = o.code AND h.from_period <= ?
        ORDER BY from_period DESC LIMIT 1) AS successor
     FROM offices o WHERE ${scope.sql} AND (? = 1 OR o.active = 1) AND (? IS NULL OR substr(o.code, 2, 4) = ?)
       AND (instr(replace(o.type || o.name, ' ', ''), ?) > 0 OR o.code = ?)
     ORDER BY o.active DESC, o.place, o.code LIMIT ? OFFSET ?`,
    ...[month, ...scope.binds, query.gone === true ? 1 : 0, query.district ?? null, query.district ?? null],
    ...[squeezed(query.find), query.find?.trim() ?? "", query.limit, query.offset],
  );
  const off = exemptNow(
    run,
    month,
    found.map(({ code }) => code),
  );
  const oversees = actor.role !== "office" && actor.role !== "district";
  return {
    ...{ revision: revisionOf(run), month, total: found[0]?.total ?? 0 },
    districts: districtsOf(journal, actor),
    offices: found.map((row) => lineOf(run, row, off)),
    acts: oversees ? actsOf(run, ACTS) : [],
  };
}

interface Row {
  code: string;
  type: OfficeState["type"];
  name: string;
  district: string;
  active: number;
  states: number;
  successor: string | null;
  total: number;
}

function lineOf(run: Run, row: Row, off: Set<string>): OfficeLine {
  const exempt = OWED_FORMS.filter((form) => off.has(`${row.code} ${form}`));
  return {
    ...{ office: row.code, name: labelOf(row), district: row.district, listed: row.active === 1 },
    successor: row.successor === null ? null : { office: row.successor, name: nameOf(run, row.successor) },
    owes: row.active === 1 ? OWED_FORMS.filter((form) => !exempt.includes(form)) : [],
    ...{ exempt, states: row.states },
  };
}

function squeezed(find: string | undefined): string {
  return (find ?? "").replace(/\s+/g, "");
}

function labelOf({ type, name }: { type: string; name: string }): string {
  return officeLabel({ type: type as Parameters<typeof officeLabel>[0]["type"], name });
}

function nameOf(run: Run, code: string): string {
  const found = run<{ type: string; name: string }>("SELECT type, name FROM offices WHERE code = ?", code)[0];
  return found === undefined ? code : labelOf(found);
}

function exemptNow(run: Run, month: string, codes: readonly string[]): Set<string> {
  const found = run<{ office: string; form: string }>(
    `SELECT office, form FROM exemptions WHERE office IN (SELECT value FROM json_each(?))
       AND from_period <= ? AND (to_period IS NULL OR to_period >= ?)`,
    ...[JSON.stringify(codes), month, month],
  );
  return new Set(found.map(({ office, form }) => `${office} ${form}`));
}

function districtsOf(journal: Journal, actor: Actor): OfficePage["districts"] {
  const scope = within(scopeOf(actor), "code");
  return journal
    .read<{ code: string; name: string }>(
      `SELECT substr(code, 2, 4) AS code, district AS name FROM offices WHERE active = 1 AND ${scope.sql}
       GROUP BY 1 ORDER BY 1`,
      ...scope.binds,
    )
    .map((one) => ({ ...one }));
}

export interface OfficeHistory {
  office: string;
  revision: number;
  /** Oldest first; each holds until the next begins. */
  states: { from: string; name: string; district: string; listed: boolean; successor: OfficeLine["successor"] }[];
  /** The offices whose place it took. */
  before: { office: string; name: string }[];
  exemptions: Omit<Exemption, "office">[];
  reports: number;
}

/** Everything known of one office. Throws `not-found` outside reach. */
export function officeHistory(journal: Journal, actor: Actor, office: string): OfficeHistory {
  const run = journal.read.bind(journal) as Run;
  const scope = within(scopeOf(actor), "code");
  if (run(`SELECT 1 FROM offices WHERE code = ? AND ${scope.sql}`, office, ...scope.binds).length === 0)
    throw new Refusal("not-found");
  return {
    ...{ office, revision: revisionOf(run) },
    states: statesOf(run, [office]).map(({ from, type, name, district, listed, successor }) => ({
      ...{ from, name: labelOf({ type, name }), district, listed },
      successor: successor === null ? null : { office: successor, name: nameOf(run, successor) },
    })),
    before: run<{ office: string }>(
      "SELECT DISTINCT code AS office FROM office_states WHERE successor = ? ORDER BY code",
      office,
    ).map((one) => ({ office: one.office, name: nameOf(run, one.office) })),
    exemptions: exemptionsOf(run, [office]).map(({ office: _, ...one }) => one),
    reports: run<{ n: number }>("SELECT count(*) AS n FROM submissions WHERE office = ?", office)[0]!.n,
  };
}

import type { Condition } from "../actor.ts";
import type { Run } from "../journal.ts";

/** How an office stands from a period on. */
export interface OfficeState {
  code: string;
  /** YYYY-MM; "" is since ever. */
  from: string;
  type: string;
  name: string;
  district: string;
  /** Whether it stands in the list, and so owes reports. */
  listed: boolean;
  /** The office that took its place, where it has one. */
  successor: string | null;
}

interface StateRow extends Omit<OfficeState, "listed"> {
  listed: number;
}

const COLUMNS = "code, from_period AS 'from', type, name, district, listed, successor";

/** Every state of some offices, oldest first. */
export function statesOf(run: Run, codes: readonly string[]): OfficeState[] {
  return run<StateRow & object>(
    `SELECT ${COLUMNS} FROM office_states WHERE code IN (SELECT value FROM json_each(?)) ORDER BY code, from_period`,
    JSON.stringify(codes),
  ).map((row) => ({ ...row, listed: row.listed === 1 }));
}

/** The state an office is in at a period; undefined where it was not there yet. */
export function stateAt(run: Run, code: string, period: string): OfficeState | undefined {
  return statesOf(run, [code]).findLast((one) => one.from <= period);
}

export function putStates(run: Run, states: readonly OfficeState[]): void {
  run(
    `INSERT INTO office_states (code, from_period, type, name, district, listed, successor)
     SELECT value ->> 'code', value ->> 'from', value ->> 'type', value ->> 'name', value ->> 'district',
       CASE WHEN value ->> 'listed' THEN 1 ELSE 0 END, value ->> 'successor' FROM json_each(?) WHERE 1
     ON CONFLICT (code, from_period) DO UPDATE SET type = excluded.type, name = excluded.name,
       district = excluded.district, listed = excluded.listed, successor = excluded.successor`,
    JSON.stringify(states),
  );
}

export function dropStates(run: Run, codes: readonly string[]): void {
  run("DELETE FROM office_states WHERE code IN (SELECT value FROM json_each(?))", JSON.stringify(codes));
}

/** An office and every office it took the place of, near or far. */
export function lineage(run: Run, office: string): string[] {
  return run<{ code: string }>(
    `SELECT code FROM (WITH RECURSIVE line (code) AS
       (SELECT ? UNION SELECT s.code FROM office_states s JOIN line ON s.successor = line.code) SELECT code FROM line)
     ORDER BY code`,
    office,
  ).map(({ code }) => code);
}

/** The state of an office x as of a period, else its first; three binds, each the period. */
const AS_OF = `h.code = x.code AND h.from_period = coalesce(
  (SELECT max(from_period) FROM office_states WHERE code = x.code AND from_period <= ?),
  (SELECT min(from_period) FROM office_states WHERE code = x.code))`;

const EXEMPT = `EXISTS (SELECT 1 FROM exemptions e WHERE e.office = x.code AND e.form = ?
  AND e.from_period <= ? AND (e.to_period IS NULL OR e.to_period >= ?))`;

/**
 * The offices as the roster of a period has them, in place of the table `offices`: name, type and district as they were;
 * `active` says whether the form was owed then; `successor` who took the place. One bind list, to stand where the table stands.
 */
export function rosterAt(form: string, period: string): Condition {
  return {
    sql: `(SELECT x.code, h.type, h.name, h.district, x.province_code, x.province, x.place, h.successor,
      (h.listed = 1 AND h.from_period <= ? AND NOT ${EXEMPT}) AS active
      FROM offices x JOIN office_states h ON ${AS_OF})`,
    binds: [period, form, period, period, period],
  };
}

/** Of some offices and periods, those in which the form was not owed, as "code period". */
export function notOwed(run: Run, form: string, periods: readonly string[], codes: readonly string[]): Set<string> {
  const found = run<{ code: string; period: string }>(
    `SELECT x.code, p.value AS period FROM json_each(?) p JOIN json_each(?) c JOIN offices x ON x.code = c.value
     JOIN office_states h ON ${AS_OF.replace("<= ?", "<= p.value")}
     WHERE h.listed = 0 OR h.from_period > p.value OR ${EXEMPT.replace("<= ?", "<= p.value").replace(">= ?", ">= p.value")}`,
    ...[JSON.stringify(periods), JSON.stringify(codes), form],
  );
  return new Set(found.map(({ code, period }) => `${code} ${period}`));
}

/** Whether an office stood in the list at a period: what it then had to report is taken also when it is gone today. */
export function wasListed(run: Run, code: string, period: string): boolean {
  return stateAt(run, code, period)?.listed === true;
}

import type { Office, ReporterType } from "../../shared/offices/office.ts";
import type { ProvincePack } from "../../shared/offices/pack.ts";
import { type Actor, type Condition, OPERATOR, scopeOf, within } from "./actor.ts";
import type { Journal, Run } from "./journal.ts";
import { turnRoster } from "./registry/import.ts";
import { refreshRoster } from "./registry/refresh.ts";
import { reportersAt, reportersLike, reportersOf } from "./reporters.ts";
import { getMeta } from "./schema.ts";

/** A province's offices as every host checks against them; `version` changes when, and only when, the content does. */
export interface Roster {
  version: string;
  pack: ProvincePack;
}

export interface RosterOffice extends Omit<Office, "type"> {
  type: ReporterType;
  /** False for an office that has left the official list, or owed nothing then; what it sent stays. */
  active: boolean;
}

/** The roster (with `nowMs`: that of this very month), or null when it is the version the caller already holds, or when none was imported. */
export function readRoster(journal: Journal, known: string | null, nowMs?: number): Roster | null {
  if (nowMs !== undefined) turnRoster(journal, OPERATOR, nowMs, refreshRoster);
  // The version stands by itself: it is asked for at every sending, the pack almost never.
  const meta = { all: journal.read.bind(journal) };
  const version = getMeta(meta, "roster.version");
  if (version === undefined || version === known) return null;
  return { version, pack: JSON.parse(getMeta(meta, "roster")!) };
}

/** What a list of offices is told for: who owes a form in a period. */
export interface RosterOf {
  form: string;
  period: string;
}

/** Who owes a form within the actor's reach, in official order, as they stand today or stood in a period; those that owe nothing come last. */
export function readOffices(journal: Journal, actor: Actor, of?: RosterOf): RosterOffice[] {
  const run: Run = (query, ...binds) => journal.read(query, ...binds);
  return readFrom(journal, actor, of === undefined ? reportersOf(run) : reportersAt(run, of.form, of.period));
}

/** One office or district within the actor's reach, by its code. */
export function readReporter(journal: Journal, actor: Actor, code: string): RosterOffice | undefined {
  return readFrom(journal, actor, reportersLike(code)).find((one) => one.code === code);
}

function readFrom(journal: Journal, actor: Actor, roster: Condition): RosterOffice[] {
  const scope = within(scopeOf(actor), "o.code");
  return journal
    .read<{ [K in keyof Office]: string } & { active: number }>(
      `SELECT o.code, o.type, o.name, o.district, o.province_code AS provinceCode, o.province, o.active
       FROM ${roster.sql} o WHERE ${scope.sql} ORDER BY o.active DESC, o.place, o.code`,
      ...roster.binds,
      ...scope.binds,
    )
    .map((office) => ({ ...office, type: office.type as ReporterType, active: office.active === 1 }));
}

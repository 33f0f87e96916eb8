import type { Office, OfficeType } from "../../shared/offices/office.ts";
import type { ProvincePack } from "../../shared/offices/pack.ts";
import { type Actor, OPERATOR, scopeOf, within } from "./actor.ts";
import type { Journal } from "./journal.ts";
import { turnRoster } from "./registry/import.ts";
import { refreshRoster } from "./registry/refresh.ts";
import { rosterAt } from "./registry/states.ts";
import { getMeta } from "./schema.ts";

/** A province's offices as every host checks against them; `version` changes when, and only when, the content does. */
export interface Roster {
  version: string;
  pack: ProvincePack;
}

export interface RosterOffice extends Office {
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

/** Offices within the actor's reach, in official order, as they stand today or stood in a period; those that owe nothing come last. */
export function readOffices(journal: Journal, actor: Actor, of?: RosterOf): RosterOffice[] {
  const scope = within(scopeOf(actor), "o.code");
  const roster = of === undefined ? { sql: "offices", binds: [] } : rosterAt(of.form, of.period);
  return journal
    .read<{ [K in keyof Office]: string } & { active: number }>(
      `SELECT o.code, o.type, o.name, o.district, o.province_code AS provinceCode, o.province, o.active
       FROM ${roster.sql} o WHERE ${scope.sql} ORDER BY o.active DESC, o.place, o.code`,
      ...roster.binds,
      ...scope.binds,
    )
    .map((office) => ({ ...office, type: office.type as OfficeType, active: office.active === 1 }));
}

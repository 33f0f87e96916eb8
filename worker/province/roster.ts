import type { Office, ReporterType } from "../../shared/offices/office.ts";
import { type ProvincePack, unpackProvince } from "../../shared/offices/pack.ts";
import { type Actor, scopeOf, within } from "./actor.ts";
import { canonical, sha256 } from "./canonical.ts";
import type { Journal } from "./journal.ts";
import { Refusal } from "./refusal.ts";
import { reportersLike, reportersOf } from "./reporters.ts";
import { getMeta, setMeta } from "./schema.ts";

/** A province's offices as every host checks against them; `version` changes when, and only when, the content does. */
export interface Roster {
  version: string;
  pack: ProvincePack;
}

export interface RosterOffice extends Omit<Office, "type"> {
  type: ReporterType;
  /** False for an office that has left the official list; what it sent stays. */
  active: boolean;
}

/**
 * Replaces the roster with one province of a registry. Offices no longer listed stay for what they sent, but owe nothing.
 * Returns the number of offices listed. Throws `roster-foreign` for a pack of another province than was imported before.
 */
export function importRoster(journal: Journal, actor: Actor, pack: ProvincePack, source: string): number {
  const registry = unpackProvince(pack);
  const offices = registry.inProvince(pack.code);
  const text = canonical(pack);
  const before = readRoster(journal, null);
  if (before !== null && before.pack.code !== pack.code) throw new Refusal("roster-foreign", { province: pack.code });
  const version = sha256(text).slice(0, 16);
  return journal.write(actor, (run) => {
    run("UPDATE offices SET active = 0");
    run(
      `INSERT INTO offices (code, type, name, district, province_code, province, place, active)
       SELECT value ->> 'code', value ->> 'type', value ->> 'name', value ->> 'district',
              value ->> 'provinceCode', value ->> 'province', CAST(key AS INTEGER), 1
       FROM json_each(?) WHERE 1
       ON CONFLICT (code) DO UPDATE SET type = excluded.type, name = excluded.name, district = excluded.district,
         province = excluded.province, place = excluded.place, active = 1`,
      JSON.stringify(offices),
    );
    setMeta({ all: run }, "roster", text);
    setMeta({ all: run }, "roster.version", version);
    const line = { action: "roster.import", subject: source, detail: { offices: offices.length, version } } as const;
    return [offices.length, line];
  });
}

/** The roster, or null when it is the version the caller already holds, or when none was imported. */
export function readRoster(journal: Journal, known: string | null): Roster | null {
  // The version stands by itself: it is asked for at every sending, the pack almost never.
  const meta = { all: journal.read.bind(journal) };
  const version = getMeta(meta, "roster.version");
  if (version === undefined || version === known) return null;
  return { version, pack: JSON.parse(getMeta(meta, "roster")!) };
}

/** Who owes a form within the actor's reach (without a form the offices), in official order; those that left the list come last. */
export function readOffices(journal: Journal, actor: Actor, form?: string): RosterOffice[] {
  return readFrom(journal, actor, reportersOf(form));
}

/** One office or district within the actor's reach, by its code. */
export function readReporter(journal: Journal, actor: Actor, code: string): RosterOffice | undefined {
  return readFrom(journal, actor, reportersLike(code)).find((one) => one.code === code);
}

function readFrom(journal: Journal, actor: Actor, table: string): RosterOffice[] {
  const scope = within(scopeOf(actor), "code");
  return journal
    .read<{ [K in keyof Office]: string } & { active: number }>(
      `SELECT code, type, name, district, province_code AS provinceCode, province, active FROM ${table}
       WHERE ${scope.sql} ORDER BY active DESC, place, code`,
      ...scope.binds,
    )
    .map((office) => ({ ...office, type: office.type as ReporterType, active: office.active === 1 }));
}

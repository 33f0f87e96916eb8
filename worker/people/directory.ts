import { officeLabel } from "../../shared/offices/office.ts";
import { type Actor, partitionOf, type Role, scopeOf, within } from "../province/actor.ts";
import type { Journal, Run } from "../province/journal.ts";
import { randomText } from "../province/random.ts";
import { Refusal } from "../province/refusal.ts";
import { hashCode, newCode } from "./codes.ts";
import { type Issued, isHeld } from "./people.ts";

export type Held = "office" | "district";

export interface CodePlace {
  role: Held;
  place: string;
  /** The office's or the district's name. */
  name: string;
  district: string;
  people: { id: string; name: string; issuedAt: string; lastUsed: string | null }[];
}

export interface CodeLetter extends Issued {
  placeName: string;
  district: string;
}

export interface DirectoryQuery {
  find?: string;
  district?: string;
  without?: boolean;
  offset: number;
  limit: number;
}

/** Who has an access code for which place, and giving and taking codes. Of codes themselves only hashes are kept. */
export type Directory = ReturnType<typeof directoryOf>;

export function directoryOf(journal: Journal) {
  return {
    /** Places in reach with who has a code, a page at a time. The look is noted: it shows names. Throws `forbidden`. */
    peoplePage(actor: Actor, query: DirectoryQuery) {
      if (actor.role !== "province" && actor.role !== "district") throw new Refusal("forbidden");
      return journal.write(actor, (run) => {
        const page = pageOf(run, actor, query);
        const detail = { district: query.district ?? null, places: page.places.length };
        return [page, { action: "view.people", subject: actor.place, detail }];
      });
    },

    /** A new code for an office or a district of the province. Throws `forbidden`, `place-unknown`. */
    issueCode(actor: Actor, role: Held, place: string, name: string): CodeLetter {
      return journal.write<CodeLetter>(actor, (run, at) => {
        requireProvinceOf(actor, role, place);
        if (!isHeld(run, role, place)) throw new Refusal("place-unknown", { place });
        const letter = issue(run, at, role, place, name);
        return [letter, { action: "person.add", subject: letter.id, detail: { role, place } }];
      });
    },

    /** The same person with a new code; the old one opens nothing from now on. Throws `code-unknown`, `forbidden`. */
    renewCode(actor: Actor, id: string): CodeLetter {
      return journal.write<CodeLetter>(actor, (run, at) => {
        const { role, place, name } = requireCode(run, actor, id);
        if (!isHeld(run, role, place)) throw new Refusal("place-unknown", { place });
        run("UPDATE people SET revoked_at = ? WHERE id = ?", at, id);
        const letter = issue(run, at, role, place, name);
        return [letter, { action: "person.renew", subject: id, detail: { role, place, now: letter.id } }];
      });
    },

    revokeCode(actor: Actor, id: string): void {
      journal.write(actor, (run, at) => {
        requireCode(run, actor, id);
        run("UPDATE people SET revoked_at = ? WHERE id = ?", at, id);
        return [undefined, { action: "person.revoke", subject: id }];
      });
    },

    /**
     * New codes for every office of a district of which no code was ever used. What was issued before and never used is
     * revoked: letters that were lost, or an answer that never arrived, leave no open door. Throws `forbidden`, `place-unknown`.
     */
    issueLetters(actor: Actor, district: string): CodeLetter[] {
      return journal.write<CodeLetter[]>(actor, (run, at) => {
        requireProvinceOf(actor, "district", district);
        if (!isHeld(run, "district", district)) throw new Refusal("place-unknown", { place: district });
        const offices = run<{ code: string }>(
          `SELECT code FROM offices o WHERE active = 1 AND substr(code, 2, 4) = ? AND NOT EXISTS (
             SELECT 1 FROM people p JOIN people_uses u ON u.person = p.id
             WHERE p.role = 'office' AND p.place = o.code AND p.revoked_at IS NULL) ORDER BY place, code`,
          district,
        ).map(({ code }) => code);
        if (offices.length === 0) return [[], null];
        const list = JSON.stringify(offices);
        run(
          `UPDATE people SET revoked_at = ? WHERE role = 'office' AND revoked_at IS NULL
             AND place IN (SELECT value FROM json_each(?))`,
          ...[at, list],
        );
        const letters = offices.map((code) => issue(run, at, "office", code, ""));
        const detail = { offices: offices.join(" "), people: letters.map(({ id }) => id).join(" ") };
        return [letters, { action: "person.letters", subject: district, detail }];
      });
    },
  };
}

function requireProvinceOf(actor: Actor, role: Role, place: string): void {
  if (actor.role !== "province" || partitionOf(role, place) !== actor.place) throw new Refusal("forbidden");
}

/** A code that opens, of an office or a district of the province. */
function requireCode(run: Run, actor: Actor, id: string): { role: Held; place: string; name: string } {
  if (actor.role !== "province") throw new Refusal("forbidden");
  const found = run<{ role: Role; place: string; name: string }>(
    "SELECT role, place, name FROM people WHERE id = ? AND revoked_at IS NULL",
    id,
  )[0];
  const { role } = found ?? {};
  const own = found !== undefined && partitionOf(found.role, found.place) === actor.place;
  if (!own || (role !== "office" && role !== "district")) throw new Refusal("code-unknown");
  return { role, place: found.place, name: found.name };
}

function issue(run: Run, at: number, role: Held, place: string, name: string): CodeLetter {
  const partition = partitionOf(role, place)!;
  const id = `${partition}-P${randomText(8)}`;
  const code = newCode(partition);
  run(
    "INSERT INTO people (id, role, place, name, code_hash, issued_at) VALUES (?, ?, ?, ?, ?, ?)",
    ...[id, role, place, name, hashCode(code), at],
  );
  const at4 = role === "district" ? "substr(code, 2, 4)" : "code";
  const {
    type,
    name: office,
    district,
  } = run<{ type: string; name: string; district: string }>(
    `SELECT type, name, district FROM offices WHERE ${at4} = ? ORDER BY active DESC, place LIMIT 1`,
    place,
  )[0]!;
  const placeName = role === "district" ? district : labelOf(type, office);
  return { id, role, place, name, code, placeName, district };
}

function labelOf(type: string, name: string): string {
  return officeLabel({ type: type as Parameters<typeof officeLabel>[0]["type"], name });
}

interface PlaceRow {
  role: Held;
  place: string;
  type: string;
  name: string;
  district: string;
  total: number;
}

function pageOf(run: Run, actor: Actor, query: DirectoryQuery) {
  const scope = within(scopeOf(actor), "o.code");
  const found = run<PlaceRow & object>(
    `SELECT *, count(*) OVER () AS total FROM (
       SELECT 'district' AS role, substr(o.code, 2, 4) AS place, '' AS type, o.district AS name, o.district,
         min(o.place) - 0.5 AS sort FROM offices o WHERE o.active = 1 AND ${scope.sql} GROUP BY 2
       UNION ALL
       SELECT 'office', o.code, o.type, o.name, o.district, o.place FROM offices o WHERE o.active = 1 AND ${scope.sql}
     ) x WHERE (? IS NULL OR x.place = ? OR (x.role = 'office' AND substr(x.place, 2, 4) = ?))
       AND instr(replace(x.type || x.name, ' ', ''), ?) > 0
       AND (? = 0 OR NOT EXISTS (SELECT 1 FROM people p WHERE p.role = x.role AND p.place = x.place AND p.revoked_at IS NULL))
     ORDER BY x.sort LIMIT ? OFFSET ?`,
    ...[...scope.binds, ...scope.binds, query.district ?? null, query.district ?? null, query.district ?? null],
    ...[(query.find ?? "").replace(/\s+/g, ""), query.without === true ? 1 : 0, query.limit, query.offset],
  );
  const people = run<{ id: string; place: string; role: string; name: string; at: number; lastUsed: string | null }>(
    `SELECT p.id, p.place, p.role, p.name, p.issued_at AS at, u.day AS lastUsed FROM people p
     LEFT JOIN people_uses u ON u.person = p.id
     WHERE p.revoked_at IS NULL AND p.place IN (SELECT value FROM json_each(?)) ORDER BY p.issued_at, p.id`,
    JSON.stringify(found.map(({ place }) => place)),
  );
  const districts = run<{ code: string; name: string }>(
    `SELECT substr(o.code, 2, 4) AS code, o.district AS name FROM offices o WHERE o.active = 1 AND ${scope.sql}
     GROUP BY 1 ORDER BY 1`,
    ...scope.binds,
  );
  return {
    total: found[0]?.total ?? 0,
    districts: districts.map((one) => ({ ...one })),
    places: found.map(
      ({ role, place, type, name, district }): CodePlace => ({
        ...{ role, place, name: role === "district" ? name : labelOf(type, name), district },
        people: people
          .filter((one) => one.place === place && one.role === role)
          .map(({ id, name, at, lastUsed }) => ({ id, name, issuedAt: new Date(at).toISOString(), lastUsed })),
      }),
    ),
  };
}

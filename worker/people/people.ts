import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { type Actor, partitionOf, type Role } from "../province/actor.ts";
import type { Journal, Run } from "../province/journal.ts";
import { randomText } from "../province/random.ts";
import { Refusal } from "../province/refusal.ts";
import { getMeta, setMeta } from "../province/schema.ts";
import { hashCode, newCode, parseCode, sameText } from "./codes.ts";

export interface Person {
  id: string;
  role: Role;
  place: string;
  name: string;
}

export interface Issued extends Person {
  /** Shown once; only its hash is kept. */
  code: string;
}

/** Whether the imported roster has the place. */
export function isHeld(run: Run, role: Role, place: string): boolean {
  if (role === "office") return run("SELECT 1 FROM offices WHERE code = ? AND active = 1", place).length > 0;
  return role !== "district" || run("SELECT 1 FROM offices WHERE substr(code, 2, 4) = ? LIMIT 1", place).length > 0;
}

/** The access codes kept in one database: those of a province, or in "TH" those of the department. */
export type People = ReturnType<typeof peopleOf>;

export function peopleOf(journal: Journal) {
  return {
    /** Issues an access code. Throws `place-unknown` for a place that is none, or that the imported roster does not have. */
    addPerson(actor: Actor, role: Role, place: string, name: string): Issued {
      const partition = partitionOf(role, place);
      if (partition === null) throw new Refusal("place-unknown", { place });
      return journal.write(actor, (run, at) => {
        if (!isHeld(run, role, place)) throw new Refusal("place-unknown", { place });
        const id = `${partition}-P${randomText(8)}`;
        const code = newCode(partition);
        run(
          "INSERT INTO people (id, role, place, name, code_hash, issued_at) VALUES (?, ?, ?, ?, ?, ?)",
          ...[id, role, place, name, hashCode(code), at],
        );
        return [
          { id, role, place, name, code },
          { action: "person.add", subject: id, detail: { role, place } },
        ];
      });
    },

    /** From now on neither the code nor any token made from it opens anything. Throws `code-unknown`. */
    revokePerson(actor: Actor, id: string): void {
      journal.write(actor, (run, at) => {
        const person = run<{ revoked_at: number | null }>("SELECT revoked_at FROM people WHERE id = ?", id)[0];
        if (person === undefined) throw new Refusal("code-unknown");
        if (person.revoked_at !== null) return [undefined, null];
        run("UPDATE people SET revoked_at = ? WHERE id = ?", at, id);
        return [undefined, { action: "person.revoke", subject: id }];
      });
    },

    /** The person a code belongs to. Null for a code that is malformed, unknown or revoked: one answer for all three. */
    personByCode(typed: string): Person | null {
      const parsed = parseCode(typed);
      if (parsed === null) return null;
      const hash = hashCode(parsed.code);
      const found = journal.read<Person & { code_hash: string }>(
        "SELECT id, role, place, name, code_hash FROM people WHERE code_hash = ? AND revoked_at IS NULL",
        ...[hash],
      )[0];
      if (found === undefined || !sameText(found.code_hash, hash)) return null;
      return { id: found.id, role: found.role, place: found.place, name: found.name };
    },

    /** The person with this id, unless revoked. Asked at every request: a revoked code opens nothing from that moment. */
    person(id: string): Person | null {
      const found = journal.read<Person & object>(
        "SELECT id, role, place, name FROM people WHERE id = ? AND revoked_at IS NULL",
        ...[id],
      )[0];
      return found === undefined ? null : { ...found };
    },

    /** Notes that somebody came in, by what, and the day their code was last used. */
    noteSignIn(actor: Actor, by: "code" | "google"): void {
      journal.write(actor, (run, at) => {
        run(
          "INSERT INTO people_uses (person, day) VALUES (?, ?) ON CONFLICT (person) DO UPDATE SET day = excluded.day",
          ...[actor.person, bangkokDate(at)],
        );
        return [undefined, { action: "sign.in", subject: actor.person, detail: { by } }];
      });
    },

    /** The key tokens are signed with: made once for a deployment, on first use, and kept in the database "TH". */
    secret(actor: Actor): string {
      const kept = () => getMeta({ all: (query, ...binds) => journal.read(query, ...binds) }, "secret");
      return (
        kept() ??
        journal.write(actor, (run) => {
          const found = getMeta({ all: run }, "secret");
          if (found !== undefined) return [found, null];
          const made = randomText(52);
          setMeta({ all: run }, "secret", made);
          return [made, { action: "secret.make", subject: "secret" }];
        })
      );
    },
  };
}

import { type Actor, partitionOf, type Role } from "../province/actor.ts";
import type { Journal } from "../province/journal.ts";
import { randomText } from "../province/random.ts";
import { Refusal } from "../province/refusal.ts";
import { hashCode, newCode, parseCode } from "./codes.ts";
import { isHeld, type Person } from "./people.ts";

/** Long enough to be handed out at the next meeting, short enough not to lie about. */
const ENROLMENT_LIFE_MS = 30 * 24 * 3_600_000;

interface Enrolment {
  role: Role;
  place: string;
  expires_at: number;
  used_at: number | null;
  account: string | null;
  person: string | null;
}

/** Google accounts and the codes that bind them: codes and people in each province, in "TH" where an account's person is kept. */
export type Enrolments = ReturnType<typeof enrolmentsOf>;

export function enrolmentsOf(journal: Journal) {
  return {
    /** A code that binds one Google account to a place, once. Shown once. Throws `place-unknown`, `forbidden`. */
    issueEnrolment(actor: Actor, role: Role, place: string): { code: string; expiresAt: number } {
      const partition = partitionOf(role, place);
      if (partition === null) throw new Refusal("place-unknown", { place });
      // An office binds its own people, a province those of its offices; the rest is the operator's.
      const isOwn = actor.role === "office" && role === "office" && actor.place === place;
      const isAbove = actor.role === "province" && role === "office" && actor.place === partition;
      if (actor.role !== "operator" && !isOwn && !isAbove) throw new Refusal("forbidden");
      return journal.write(actor, (run, at) => {
        if (!isHeld(run, role, place)) throw new Refusal("place-unknown", { place });
        const code = newCode(partition);
        const expiresAt = at + ENROLMENT_LIFE_MS;
        run(
          "INSERT INTO enrolments (code_hash, role, place, issued_at, expires_at) VALUES (?, ?, ?, ?, ?)",
          ...[hashCode(code), role, place, at, expiresAt],
        );
        return [
          { code, expiresAt },
          { action: "enrolment.issue", subject: place, detail: { role } },
        ];
      });
    },

    /**
     * Makes a person of the account that brings the code. The same account with the same code again, as after an answer that
     * was lost, is the same person. Null for a code that is none, is over, or was used by another account.
     */
    useEnrolment(typed: string, account: string, name: string): Person | null {
      const parsed = parseCode(typed);
      if (parsed === null) return null;
      const hash = hashCode(parsed.code);
      const find = "SELECT role, place, expires_at, used_at, account, person FROM enrolments WHERE code_hash = ?";
      const known = journal.read<Enrolment>(find, hash)[0];
      if (known === undefined) return null;
      const id = `${parsed.partition}-P${randomText(8)}`;
      const { role, place } = known;
      return journal.write({ person: id, role, place }, (run, at) => {
        const found = run<Enrolment>(find, hash)[0]!;
        if (found.used_at !== null) {
          const own = found.account === account ? found.person : null;
          const kept = run<Person & object>(
            "SELECT id, role, place, name FROM people WHERE id = ? AND revoked_at IS NULL",
            own,
          )[0];
          return [kept === undefined ? null : { ...kept }, null];
        }
        if (found.expires_at <= at || !isHeld(run, role, place)) return [null, null];
        // The account is the only way in: this code is told to nobody.
        run(
          "INSERT INTO people (id, role, place, name, code_hash, issued_at) VALUES (?, ?, ?, ?, ?, ?)",
          ...[id, role, place, name, hashCode(newCode(parsed.partition)), at],
        );
        run(
          "UPDATE enrolments SET used_at = ?, account = ?, person = ? WHERE code_hash = ?",
          ...[at, account, id, hash],
        );
        return [
          { id, role, place, name },
          { action: "person.enrol", subject: id, detail: { role, place } },
        ];
      });
    },

    /** In "TH": from now on the account is this person of that partition; an earlier binding is replaced. */
    bindGoogle(actor: Actor, account: string, partition: string): void {
      journal.write(actor, (run, at) => {
        const known = run<{ person: string }>("SELECT person FROM google_accounts WHERE account = ?", account)[0];
        if (known?.person === actor.person) return [undefined, null];
        run(
          `INSERT INTO google_accounts (account, kept_in, person, bound_at) VALUES (?, ?, ?, ?)
           ON CONFLICT (account) DO UPDATE SET kept_in = excluded.kept_in, person = excluded.person, bound_at = excluded.bound_at`,
          ...[account, partition, actor.person, at],
        );
        return [undefined, { action: "google.bind", subject: actor.person, detail: { partition } }];
      });
    },

    /** In "TH": where the person of an account is kept; null for an account nobody has bound. */
    googleAccount(account: string): { partition: string; person: string } | null {
      const found = journal.read<{ partition: string; person: string }>(
        "SELECT kept_in AS partition, person FROM google_accounts WHERE account = ?",
        account,
      )[0];
      return found === undefined ? null : { ...found };
    },
  };
}

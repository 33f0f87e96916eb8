import { findForm } from "../../../shared/forms/index.ts";
import { type OfficeType, provinceCodeOf } from "../../../shared/offices/office.ts";
import type { Actor } from "../actor.ts";
import type { Journal, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { alter, named, stateToChange } from "./change.ts";
import { putStates } from "./states.ts";

/** Gives an office another name from a period on; the same name again changes nothing. */
export function rename(
  journal: Journal,
  actor: Actor,
  revision: number,
  { office, name, from }: { office: string; name: string; from: string },
): number {
  return alter(journal, actor, revision, (run) => {
    const state = stateToChange(run, office, from);
    if (state.name === name) return null;
    const detail = { was: state.name, name, from };
    return { kind: "rename", office, codes: [office], detail, apply: () => putStates(run, [{ ...state, name }]) };
  });
}

/** From a period on `into` stands in the place of `office`: what that sent stays under its own code, and it owes nothing more. */
export function merge(
  journal: Journal,
  actor: Actor,
  revision: number,
  { office, into, from }: { office: string; into: string; from: string },
): number {
  return alter(journal, actor, revision, (run) => {
    if (office === into) throw new Refusal("office-same");
    const state = stateToChange(run, office, from);
    // The one that stays may be changed later; it only must be there.
    requireListed(run, into, from);
    const gone = { ...state, listed: false, successor: into };
    return { kind: "merge", office, codes: [office], detail: { into, from }, apply: () => putStates(run, [gone]) };
  });
}

/**
 * Another type from a period on, such as อบต. → ทต. In the department's list the code's first digit is the type, so that an
 * upgraded office mostly has a new code: then that code owes from then on, and the reports of before stay under the old one.
 * Throws `office-code-taken` for a code that is there already.
 */
export function upgrade(
  journal: Journal,
  actor: Actor,
  revision: number,
  asked: { office: string; type: OfficeType; code: string | null; name: string | null; from: string },
): number {
  const { office, type, from } = asked;
  return alter(journal, actor, revision, (run) => {
    const state = stateToChange(run, office, from);
    const name = asked.name ?? state.name;
    const code = asked.code ?? office;
    if (provinceCodeOf(code) !== provinceCodeOf(office))
      throw new Refusal("roster-foreign", { province: provinceCodeOf(code) });
    const detail = { was: state.type, type, code, name, from };
    if (code === office) {
      if (state.type === type && state.name === name) return null;
      const apply = () => putStates(run, [{ ...state, type, name }]);
      return { kind: "upgrade", office, codes: [office], detail, apply };
    }
    if (run("SELECT 1 FROM offices WHERE code = ?", code).length > 0)
      throw new Refusal("office-code-taken", named(run, code));
    const apply = () => {
      addOffice(run, code, office);
      putStates(run, [
        { ...state, code, type, name },
        { ...state, listed: false, successor: code },
      ]);
    };
    return { kind: "upgrade", office, codes: [office, code], created: [code], detail, apply };
  });
}

function requireListed(run: Run, office: string, from: string): void {
  const listed = run(
    `SELECT 1 FROM office_states WHERE code = ? AND listed = 1 AND from_period =
       (SELECT max(from_period) FROM office_states WHERE code = ? AND from_period <= ?)`,
    ...[office, office, from],
  );
  if (listed.length === 0) throw new Refusal("office-not-listed", named(run, office));
}

/** Puts a code of the same province into the table of offices, as yet in no state. */
function addOffice(run: Run, code: string, like: string): void {
  run(
    `INSERT INTO offices (code, type, name, district, province_code, province, place, active)
     SELECT ?, type, name, district, province_code, province, place, 0 FROM offices WHERE code = ?`,
    ...[code, like],
  );
}

/** One office does not owe a form from a period to another (without an end: until further notice), for a reason. What it sends is taken all the same. */
export function exempt(
  journal: Journal,
  actor: Actor,
  revision: number,
  asked: { office: string; form: string; from: string; to: string | null; reason: string },
): number {
  const { office, form, from, to, reason } = asked;
  return alter(journal, actor, revision, (run) => {
    if (findForm(form) === undefined || run("SELECT 1 FROM offices WHERE code = ?", office).length === 0)
      throw new Refusal("not-found");
    const known = run(
      `SELECT 1 FROM exemptions WHERE office = ? AND form = ? AND from_period <= ?
         AND (to_period IS NULL OR to_period >= ?)`,
      ...[office, form, from, to ?? "9999-12"],
    );
    if (known.length > 0) return null;
    const apply = () =>
      run(
        "INSERT INTO exemptions (office, form, from_period, to_period, reason) VALUES (?, ?, ?, ?, ?)",
        ...[office, form, from, to, reason],
      );
    return { kind: "exempt", office, codes: [office], detail: { form, from, to, reason }, apply };
  });
}

/** Ends an exemption: the office owes the form again, also in the periods it was let off. */
export function owe(journal: Journal, actor: Actor, revision: number, id: number, reason: string): number {
  return alter(journal, actor, revision, (run) => {
    const known = run<{ office: string; form: string; from: string }>(
      "SELECT office, form, from_period AS 'from' FROM exemptions WHERE id = ?",
      id,
    )[0];
    if (known === undefined) throw new Refusal("not-found");
    const { office, form, from } = known;
    const apply = () => run("DELETE FROM exemptions WHERE id = ?", id);
    return { kind: "owe", office, codes: [office], detail: { form, from, reason }, apply };
  });
}

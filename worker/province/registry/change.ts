import { bangkokDate } from "../../../shared/calendar/plainDate.ts";
import { type Office, officeLabel } from "../../../shared/offices/office.ts";
import type { Actor } from "../actor.ts";
import type { Journal, Line, Run } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import { getMeta, setMeta } from "../schema.ts";
import { refreshRoster } from "./refresh.ts";
import { dropStates, type OfficeState, putStates, stateAt, statesOf } from "./states.ts";

export const KINDS = ["import", "rename", "merge", "upgrade", "exempt", "owe"] as const;
export type Kind = (typeof KINDS)[number];

/** One change of the registry, as the page tells of it. */
export interface RegistryAct {
  id: number;
  at: string;
  kind: Kind;
  /** The office it is about; "" for a whole list. */
  office: string;
  detail: Record<string, string | number | null>;
  undone: boolean;
}

export interface Exemption {
  id: number;
  office: string;
  form: string;
  from: string;
  /** The last period; null until further notice. */
  to: string | null;
  reason: string;
}

/** How what an act touches stood before it. */
interface Before {
  codes: string[];
  /** Codes that the act brought into being. */
  created: string[];
  states: OfficeState[];
  exemptions: Exemption[];
}

export interface Altering {
  kind: Kind;
  office: string;
  /** Every office the act touches. */
  codes: readonly string[];
  created?: readonly string[];
  detail: Record<string, string | number | null>;
  apply(): void;
  /** The audit line, where it is another than the act's own. */
  line?(): Line;
}

/** Raised by every change; whoever acts names the one they saw. */
export function revisionOf(run: Run): number {
  return Number(getMeta({ all: run }, "registry.revision") ?? 0);
}

/**
 * One act on the registry: `plan` says what it will do, then it is done, with how things stood before kept beside it, the
 * list for checking made anew and the audit line written, all in one transaction. Throws `forbidden` for anyone but the
 * province (and the operator), `roster-changed` when the registry is no longer as the caller saw it.
 */
export function alter(
  journal: Journal,
  actor: Actor,
  revision: number | null,
  plan: (run: Run, month: string) => Altering | null,
): number {
  return journal.write<number>(actor, (run, at) => {
    requireKeeper(run, actor);
    const current = revisionOf(run);
    if (revision !== null && revision !== current) throw new Refusal("roster-changed", { revision: current });
    const month = monthOf(at);
    const planned = plan(run, month);
    if (planned === null) return [current, null];
    const { kind, office, codes, created = [], detail } = planned;
    const before: Before = { codes: [...codes], created: [...created], states: statesOf(run, codes), exemptions: [] };
    before.exemptions = exemptionsOf(run, codes);
    planned.apply();
    run(
      "INSERT INTO registry_acts (at, kind, office, detail, before) VALUES (?, ?, ?, ?, ?)",
      ...[at, kind, office, JSON.stringify(detail), JSON.stringify(before)],
    );
    settle(run, month, current + 1);
    const line = planned.line?.() ?? ({ action: `registry.${kind}`, subject: office || "roster", detail } as const);
    return [current + 1, line];
  });
}

/** Takes back the newest act that still holds. Throws `nothing-to-undo`, `office-used` where reports already stand under a code it made. */
export function undoAct(journal: Journal, actor: Actor, revision: number, reason: string): number {
  return journal.write<number>(actor, (run, at) => {
    requireKeeper(run, actor);
    const current = revisionOf(run);
    if (revision !== current) throw new Refusal("roster-changed", { revision: current });
    const last = run<{ id: number; kind: Kind; office: string; before: string }>(
      "SELECT id, kind, office, before FROM registry_acts WHERE undone_at IS NULL ORDER BY id DESC LIMIT 1",
    )[0];
    if (last === undefined) throw new Refusal("nothing-to-undo");
    const { codes, created, states, exemptions } = JSON.parse(last.before) as Before;
    // The first list is what everything else stands on.
    if (last.id === 1 && last.kind === "import" && states.length === 0) throw new Refusal("nothing-to-undo");
    requireUnused(run, created);
    dropStates(run, codes);
    putStates(run, states);
    run("DELETE FROM offices WHERE code IN (SELECT value FROM json_each(?))", JSON.stringify(created));
    run("DELETE FROM exemptions WHERE office IN (SELECT value FROM json_each(?))", JSON.stringify(codes));
    putExemptions(run, exemptions);
    run("UPDATE registry_acts SET undone_at = ? WHERE id = ?", at, last.id);
    settle(run, monthOf(at), current + 1);
    return [
      current + 1,
      { action: "registry.undo", subject: last.office || "roster", detail: { act: last.kind, reason } },
    ];
  });
}

/** A code that people or reports already stand under stays. */
function requireUnused(run: Run, codes: readonly string[]): void {
  const used = run<{ office: string }>(
    `SELECT value AS office FROM json_each(?) WHERE value IN (SELECT office FROM submissions)
       OR value IN (SELECT place FROM people WHERE revoked_at IS NULL)`,
    JSON.stringify(codes),
  )[0];
  if (used !== undefined) throw new Refusal("office-used", named(run, used.office));
}

function settle(run: Run, month: string, revision: number): void {
  refreshRoster(run, month);
  setMeta({ all: run }, "registry.revision", String(revision));
}

export function monthOf(at: number): string {
  return bangkokDate(at).slice(0, 7);
}

function requireKeeper(run: Run, actor: Actor): void {
  if (actor.role === "operator") return;
  const own = run("SELECT 1 FROM offices WHERE province_code = ? LIMIT 1", actor.place).length > 0;
  if (actor.role !== "province" || !own) throw new Refusal("forbidden");
}

export function exemptionsOf(run: Run, codes: readonly string[]): Exemption[] {
  return run<Exemption & object>(
    `SELECT id, office, form, from_period AS 'from', to_period AS 'to', reason FROM exemptions
     WHERE office IN (SELECT value FROM json_each(?)) ORDER BY id`,
    JSON.stringify(codes),
  ).map((one) => ({ ...one }));
}

function putExemptions(run: Run, exemptions: readonly Exemption[]): void {
  run(
    `INSERT INTO exemptions (id, office, form, from_period, to_period, reason)
     SELECT value ->> 'id', value ->> 'office', value ->> 'form', value ->> 'from', value ->> 'to', value ->> 'reason'
     FROM json_each(?)`,
    JSON.stringify(exemptions),
  );
}

/** The acts, newest first. */
export function actsOf(run: Run, limit: number): RegistryAct[] {
  return run<{ id: number; at: number; kind: Kind; office: string; detail: string; undone: number }>(
    `SELECT id, at, kind, office, detail, undone_at IS NOT NULL AS undone FROM registry_acts ORDER BY id DESC LIMIT ?`,
    limit,
  ).map(({ at, detail, undone, ...act }) => ({
    ...act,
    at: new Date(at).toISOString(),
    detail: JSON.parse(detail),
    undone: undone === 1,
  }));
}

/** An office as a person knows it, beside its code; a code that nobody has is named by itself. */
export function named(run: Run, office: string): { office: string; name: string } {
  const [known] = run<Pick<Office, "type" | "name">>("SELECT type, name FROM offices WHERE code = ?", office);
  return { office, name: known === undefined ? office : officeLabel(known) };
}

/** The state to change from a period on. Throws `not-found`, `office-not-listed`, `office-later` when something later is already set. */
export function stateToChange(run: Run, code: string, from: string): OfficeState {
  const all = statesOf(run, [code]);
  if (all.length === 0) throw new Refusal("not-found");
  const later = all.find((one) => one.from > from);
  if (later !== undefined) throw new Refusal("office-later", { ...named(run, code), period: later.from });
  const state = stateAt(run, code, from);
  if (state?.listed !== true) throw new Refusal("office-not-listed", named(run, code));
  return { ...state, from };
}

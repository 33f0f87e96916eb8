import { type Actor, scopeOf, within } from "./actor.ts";
import { requireOpen } from "./desk/closing.ts";
import { requireSeen } from "./desk/decided.ts";
import { bookHere, sentUnder } from "./forms/book.ts";
import type { Action, Journal, Run } from "./journal.ts";
import { LEVEL_FACTS, type LevelFacts, levelOf, levelRule } from "./levels/rules.ts";
import { Refusal } from "./refusal.ts";
import { noteCentres } from "./registry/centres.ts";
import { ownReporter } from "./reporters.ts";
import type { VersionStatus } from "./summary.ts";

export interface Comment {
  /** Row of the sender's own sheet; null for the sheet as a whole. */
  row: number | null;
  /** Field of the form; null for the whole row. */
  field: string | null;
  text: string;
}

export interface ReturnNote {
  note: string;
  comments: Comment[];
}

export interface Standing {
  submission: string;
  version: number;
  receipt: string;
  status: VersionStatus;
}

/** From which standings each act may start; an act that has been done already changes nothing. */
const FROM: Record<"return" | "accept" | "withdraw", readonly VersionStatus[]> = {
  return: ["received", "accepted", "returned"],
  accept: ["received", "returned"],
  withdraw: ["received", "returned"],
};

const ROLES: Record<"return" | "accept" | "withdraw", readonly Actor["role"][]> = {
  return: ["district", "province"],
  accept: ["province"],
  withdraw: ["office", "district", "province"],
};

/**
 * Gives the current version back to its sender with a note and comments on cells. `version`, when given, must be the current
 * one: what came in meanwhile is not returned unseen (`version-changed`). `seen`, when given, must be the newest decision: what
 * somebody else decided meanwhile is not overturned unseen (`decided-meanwhile`). Throws `not-found` outside the actor's reach,
 * `forbidden`, `state`, `period-closed`, `comment-target` for a row or field that the report does not have.
 */
export function returnToSender(
  journal: Journal,
  actor: Actor,
  id: string,
  note: ReturnNote,
  version?: number,
  seen?: number,
): Standing {
  return journal.write(actor, (run, at) => {
    const current = find(run, actor, id, "return", { version, seen });
    requireTargets(journal, run, current, note.comments);
    const comments = JSON.stringify(note.comments);
    const last = run<{ note: string; comments: string }>(
      `SELECT note, comments FROM returns WHERE submission = ? AND version = ? AND undone_at IS NULL
       ORDER BY id DESC LIMIT 1`,
      current.submission,
      current.version,
    )[0];
    if (current.status === "returned" && last?.note === note.note && last.comments === comments)
      return [standing(current, "returned"), null];
    requireSeen(run, id, seen);
    run(
      "INSERT INTO returns (submission, version, at, person, role, place, note, comments) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      ...[current.submission, current.version, at, actor.person, actor.role, actor.place, note.note, comments],
    );
    return move(run, current, "return", "returned", { comments: note.comments.length });
  });
}

/** The province takes the current version as it is. Throws as `returnToSender` does. */
export function accept(journal: Journal, actor: Actor, id: string, version?: number, seen?: number): Standing {
  return journal.write(actor, (run) => {
    const current = find(run, actor, id, "accept", { version, seen });
    if (current.status === "accepted") return [standing(current, "accepted"), null];
    return move(run, current, "accept", "accepted");
  });
}

/** The sender takes the current version back: it leaves the master. What was accepted has to be returned first. */
export function withdraw(journal: Journal, actor: Actor, id: string, version?: number, seen?: number): Standing {
  return journal.write(actor, (run) => {
    const current = find(run, actor, id, "withdraw", { version, seen });
    if (current.status === "withdrawn") return [standing(current, "withdrawn"), null];
    return move(run, current, "withdraw", "withdrawn");
  });
}

interface Current extends Standing, LevelFacts {
  formVersion: number;
  form: string;
  period: string;
  office: string;
}

/** A district takes back only what it sent itself, and returns only what others sent. */
function requireOwnSide(actor: Actor, act: keyof typeof FROM, office: string | undefined): void {
  if (actor.role !== "district") return;
  const own = office === ownReporter(actor);
  if (act === "withdraw" ? !own : own) throw new Refusal("forbidden");
}

/** What the caller looked at when deciding. */
interface Seen {
  version: number | undefined;
  seen: number | undefined;
}

function find(run: Run, actor: Actor, id: string, act: keyof typeof FROM, { version, seen }: Seen): Current {
  if (!ROLES[act].includes(actor.role)) throw new Refusal("forbidden");
  const scope = within(scopeOf(actor), "s.office");
  const current = run<Current>(
    `SELECT s.id AS submission, s.form, s.period, v.form_version AS formVersion, v.version, v.receipt, v.status, ${LEVEL_FACTS} FROM submissions s
     JOIN versions v ON v.submission = s.id AND v.version = s.current LEFT JOIN offices o ON o.code = s.office
     WHERE s.id = ? AND ${scope.sql}`,
    id,
    ...scope.binds,
  )[0];
  requireOwnSide(actor, act, current?.office);
  if (current === undefined) throw new Refusal("not-found");
  if (version !== undefined && version !== current.version)
    throw new Refusal("version-changed", { version: current.version });
  requireOpen(run, current.form, current.period);
  requireHands(run, actor, act, current);
  const done = { return: "returned", accept: "accepted", withdraw: "withdrawn" }[act];
  if (current.status === done) return current;
  requireSeen(run, id, seen);
  if (!FROM[act].includes(current.status)) throw new Refusal("state", { status: current.status });
  return current;
}

/**
 * Who has a report in hand decides about it: a district no more what it handed on, the province not what is with a district
 * before it takes it up. A new version beside an accepted one is not withdrawn: whatever the office then meant, the accepted one stands.
 */
function requireHands(run: Run, actor: Actor, act: keyof typeof FROM, current: Current): void {
  if (act === "withdraw") {
    const waits = current.status === "received" || current.status === "returned";
    if (waits && acceptedBefore(run, current)) throw new Refusal("accepted-stands");
    return;
  }
  if (actor.role === "district") {
    if (current.passed === 1) throw new Refusal("passed-on");
    return;
  }
  if (act === "accept" && current.status === "accepted") return;
  if (levelOf(levelRule(run, current.form), current) === "district") throw new Refusal("with-district");
}

function acceptedBefore(run: Run, { submission, version }: Standing): boolean {
  const found = run(
    "SELECT 1 FROM versions WHERE submission = ? AND version < ? AND status = 'accepted' LIMIT 1",
    ...[submission, version],
  );
  return found.length > 0;
}

function move(
  run: Run,
  current: Current,
  action: Action,
  to: VersionStatus,
  detail: Record<string, number> = {},
): readonly [Standing, { action: Action; subject: string; detail: Record<string, string | number> }] {
  run(
    "UPDATE versions SET status = ? WHERE submission = ? AND version = ?",
    ...[to, current.submission, current.version],
  );
  noteCentres(run, current.submission);
  return [standing(current, to), { action, subject: current.receipt, detail: { from: current.status, ...detail } }];
}

function standing(current: Current, status: VersionStatus): Standing {
  return { submission: current.submission, version: current.version, receipt: current.receipt, status };
}

function requireTargets(journal: Journal, run: Run, current: Current, comments: readonly Comment[]): void {
  const form = sentUnder(bookHere(journal), current.form, current.formVersion);
  const fields = new Set(form?.fields.map((field) => field.id));
  for (const { row, field } of comments) {
    if (field !== null && !fields.has(field)) throw new Refusal("comment-target", { field });
    const known =
      row === null ||
      run(
        "SELECT 1 FROM rows WHERE submission = ? AND version = ? AND row = ?",
        ...[current.submission, current.version, row],
      ).length > 0;
    if (!known) throw new Refusal("comment-target", { row });
  }
}

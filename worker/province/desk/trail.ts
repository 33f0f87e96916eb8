import { type Actor, scopeOf } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { Refusal } from "../refusal.ts";
import type { Val } from "../sql.ts";

/** One line of the audit as a person reads it: whoever else did it is told by role and place, not by name. */
export interface TrailLine {
  seq: number;
  at: string;
  role: string;
  place: string;
  mine: boolean;
  action: string;
  subject: string;
  detail: Record<string, string | number | null>;
}

export interface TrailQuery {
  /** The person's own acts; for an office also what others did with its reports, and who looked at them. */
  mine: boolean;
  /** Lines before this one, newest first. */
  before?: number;
  limit: number;
}

/** A part of the audit, newest first. Everybody sees their own; the whole of it the province, its auditors and the department. */
export function trail(journal: Journal, actor: Actor, { mine, before, limit }: TrailQuery): TrailLine[] {
  if (!mine) requireOverseer(journal, actor);
  const own =
    actor.role === "office"
      ? `(person = ? OR subject = ? OR subject IN (SELECT id FROM submissions WHERE office = ?)
          OR subject IN (SELECT v.receipt FROM versions v JOIN submissions s ON s.id = v.submission WHERE s.office = ?))`
      : "person = ?";
  const binds: Val[] = !mine
    ? []
    : actor.role === "office"
      ? [actor.person, actor.place, actor.place, actor.place]
      : [actor.person];
  return journal
    .read<{
      seq: number;
      at: number;
      person: string;
      role: string;
      place: string;
      action: string;
      subject: string;
      detail: string;
    }>(
      `SELECT seq, at, person, role, place, action, subject, detail FROM audit
       WHERE ${mine ? own : "1 = 1"} AND seq < ? ORDER BY seq DESC LIMIT ?`,
      ...[...binds, before ?? Number.MAX_SAFE_INTEGER, limit],
    )
    .map(({ person, at, detail, ...line }) => ({
      ...line,
      at: new Date(at).toISOString(),
      mine: person === actor.person,
      detail: JSON.parse(detail),
    }));
}

function requireOverseer(journal: Journal, actor: Actor): void {
  const scope = scopeOf(actor);
  const here = (code: string) => journal.read("SELECT 1 FROM offices WHERE province_code = ? LIMIT 1", code).length > 0;
  const may = scope.kind === "country" || (scope.kind === "province" && here(scope.code));
  if (!may) throw new Refusal("forbidden");
}

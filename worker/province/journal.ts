import type { Actor } from "./actor.ts";
import { canonical } from "./canonical.ts";
import { append, verifyChain } from "./chain.ts";
import type { Sql, Val } from "./sql.ts";

/** Everything that can be done to a province's data, and every look at what somebody else wrote; each leaves one line. */
export type Action =
  | "submit"
  | "repeat"
  | "return"
  | "accept"
  | "withdraw"
  | "roster.import"
  | "roster.turn"
  | "registry.import"
  | "registry.rename"
  | "registry.merge"
  | "registry.upgrade"
  | "registry.exempt"
  | "registry.owe"
  | "registry.undo"
  | "holiday.change"
  | "person.add"
  | "person.revoke"
  | "person.renew"
  | "person.letters"
  | "person.enrol"
  | "enrolment.issue"
  | "google.bind"
  | "secret.make"
  | "google.connect"
  | "google.disconnect"
  | "google.newTab"
  | "view"
  | "view.diff"
  | "view.keying"
  | "view.before"
  | "view.people"
  | "look.list"
  | "look.versions"
  | "look.review"
  | "look.work"
  | "sign.in"
  | "token.make"
  | "token.revoke"
  | "export"
  | "export.key"
  | "export.unkey"
  | "undo"
  | "comment.tick"
  | "comment.untick"
  | "extension.give"
  | "extension.take"
  | "period.close"
  | "period.reopen"
  | "remind"
  | "columns.answer"
  | "columns.forget"
  | "forward"
  | "take"
  | "direct.set"
  | "sendup"
  | "sendup.undo"
  | "intake.keep"
  | "intake.close"
  | "intake.setting"
  | "form.draft"
  | "form.discard"
  | "form.publish"
  | "form.retire"
  | "form.dryRun"
  | "file.announce"
  | "file.check"
  | "file.refuse"
  | "file.move"
  | "file.remove"
  | "file.consent"
  | "file.view"
  | "file.retention"
  | "file.purge";

export interface Line {
  action: Action;
  /** What it was done to: a receipt, a code id, a file's name. */
  subject: string;
  detail?: Record<string, string | number | null>;
}

export interface AuditLine extends Required<Line> {
  seq: number;
  at: number;
  person: string;
  role: string;
  place: string;
  prev: string;
  hash: string;
}

/** Runs one statement inside a write. */
export type Run = Sql["all"];

/** What a write hands back: its result and the line that tells of it. A write that changed nothing says so with null. */
export type Written<T> = readonly [result: T, line: Line | null];

/**
 * The only way to a province's data. Reading takes statements that read. Writing takes the actor and must end in an audit
 * line, stored in the same transaction and chained to the line before it: there is no write without one.
 */
/** What may be kept without an audit line. */
const BOOKS =
  /^\s*(SELECT\b|(UPDATE|INSERT INTO|DELETE FROM) (google_(sheet|tabs)|attachment_(pieces|drops)|token_uses)\b)/i;

export class Journal {
  readonly #sql: Sql;
  readonly #now: () => number;

  constructor(sql: Sql, now: () => number) {
    this.#sql = sql;
    this.#now = now;
  }

  read<R = Record<string, Val>>(query: string, ...binds: Val[]): R[] {
    if (!/^\s*(SELECT|WITH)\b/i.test(query)) throw new TypeError("read() takes a SELECT");
    return this.#sql.all<R>(query, ...binds);
  }

  write<T>(actor: Actor, change: (run: Run, at: number) => Written<T>): T {
    return this.#sql.tx(() => {
      const at = this.#now();
      let changed = false;
      const run: Run = (query, ...binds) => {
        if (!/^\s*SELECT\b/i.test(query)) changed = true;
        return this.#sql.all(query, ...binds);
      };
      const [result, line] = change(run, at);
      if (line !== null) this.#append(actor, at, line);
      else if (changed) throw new TypeError("a write without its audit line");
      return result;
    });
  }

  /**
   * The program's own notes: the outbox's (what has to be written out and what has been), which pieces of a file have come and which
   * bytes are to be taken away, when a token was last used. No act of a person stands there (a file's line is written when it is
   * announced and when it is whole), so it leaves none; the statements can reach no other table.
   */
  keepBooks<T>(change: (run: Run, at: number) => T): T {
    return this.#sql.tx(() => {
      const run: Run = (query, ...binds) => {
        if (!BOOKS.test(query)) throw new TypeError("only the program's own notes are kept without a line");
        return this.#sql.all(query, ...binds);
      };
      return change(run, this.#now());
    });
  }

  #append(actor: Actor, at: number, { action, subject, detail }: Line): void {
    const { person, role, place } = actor;
    append(this.#sql, { at, person, role, place, action, subject, detail: canonical(detail ?? {}) });
  }
}

/** The audit lines from `after` on, oldest first, at most `limit`. */
export function auditLines(journal: Journal, after = 0, limit = 1000): AuditLine[] {
  const lines = journal.read<Omit<AuditLine, "detail"> & { detail: string }>(
    "SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ?",
    after,
    limit,
  );
  return lines.map((line) => ({ ...line, detail: JSON.parse(line.detail) }));
}

/** Follows the whole chain. Returns the number of lines, or the first line that does not fit. */
export function verifyAudit(journal: Journal): { lines: number; broken: number | null } {
  const { lines, broken } = verifyChain((query, ...binds) => journal.read(query, ...binds));
  return { lines, broken: broken?.seq ?? null };
}

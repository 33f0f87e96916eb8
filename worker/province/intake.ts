import { districtCodeOf } from "../../shared/offices/office.ts";
import { type Actor, type Condition, scopeOf, within } from "./actor.ts";
import type { Journal } from "./journal.ts";
import { randomText } from "./random.ts";
import { Refusal } from "./refusal.ts";
import { wasListed } from "./registry/states.ts";
import { getMeta, setMeta } from "./schema.ts";
import type { Receipt } from "./submit.ts";
import type { VersionStatus } from "./summary.ts";

/** A file to keep until somebody has looked at it. */
export interface Arrival {
  province: string;
  name: string;
  /** Zips, mails and folders it lay in, outermost first. */
  within: string[];
  /** The mail's heading, as JSON; "null" without. */
  mail: string;
  /** Why no file came out, as JSON; "null" when one did. */
  need: string;
  /** SHA-256 of the content. */
  hash: string;
  /** The office its content names, for who may see it; null while unknown. */
  office: string | null;
  content: Uint8Array | null;
}

export interface Waiting {
  id: string;
  at: string;
  name: string;
  within: string[];
  mail: unknown;
  need: unknown;
  hash: string;
  bytes: number;
  office: string | null;
}

/** A row of a Durable Object holds 2 MB. */
const PART_BYTES = 1_500_000;
/** An inbox nobody empties stops taking more: whoever writes to it is anybody. */
const MOST_WAITING = 2_000;
const MOST_BYTES = 1_000_000_000;

/**
 * What an actor may see of what waits. A province its own; a district what names an office of its own, and what it passed on
 * itself; the operator's hands (command line, mail) all of it; nobody else anything.
 */
function reach(actor: Actor): Condition {
  if (actor.role === "operator") return { sql: "1 = 1", binds: [] };
  if (actor.role === "province") return { sql: "province = ?", binds: [actor.place] };
  if (actor.role === "district")
    return {
      sql: "(substr(office, 2, 4) = ? OR (role = 'district' AND place = ?))",
      binds: [actor.place, actor.place],
    };
  return { sql: "1 = 0", binds: [] };
}

function requireKeeper(actor: Actor, office: string | null): void {
  const { role, place } = actor;
  if (role !== "operator" && role !== "province" && role !== "district") throw new Refusal("forbidden");
  if (role === "district" && office !== null && districtCodeOf(office) !== place)
    throw new Refusal("office-unknown", { office });
}

/**
 * Keeps a file until somebody has looked at it. The same content waits once: again it gives the same id. Throws `forbidden`,
 * `office-unknown` for a district's file of an office elsewhere, `intake-full`.
 */
export function keepArrival(journal: Journal, actor: Actor, file: Arrival): { id: string; created: boolean } {
  requireKeeper(actor, file.office);
  return journal.write<{ id: string; created: boolean }>(actor, (run, at) => {
    const known = run<{ id: string }>("SELECT id FROM intake WHERE hash = ? AND state = 'waiting'", file.hash)[0];
    if (known !== undefined) return [{ id: known.id, created: false }, null];
    const held = run<{ files: number; bytes: number }>(
      "SELECT count(*) AS files, coalesce(sum(bytes), 0) AS bytes FROM intake WHERE state = 'waiting'",
    )[0]!;
    const bytes = file.content?.length ?? 0;
    if (held.files >= MOST_WAITING || held.bytes + bytes > MOST_BYTES) throw new Refusal("intake-full");
    const id = `${file.province}-M${randomText(10)}`;
    run(
      `INSERT INTO intake (id, at, person, role, place, province, name, within, mail, need, hash, bytes, office, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting')`,
      ...[id, at, actor.person, actor.role, actor.place, file.province, file.name, JSON.stringify(file.within)],
      ...[file.mail, file.need, file.hash, bytes, file.office],
    );
    for (let from = 0, part = 0; from < bytes; from += PART_BYTES, part++)
      run(
        "INSERT INTO intake_parts (item, part, content) VALUES (?, ?, ?)",
        ...[id, part, file.content!.slice(from, from + PART_BYTES)],
      );
    const detail = { hash: file.hash, office: file.office, bytes };
    return [
      { id, created: true },
      { action: "intake.keep", subject: id, detail },
    ];
  });
}

/** What waits within the actor's reach, oldest first. */
export function waitingArrivals(journal: Journal, actor: Actor, after: string | undefined, limit: number): Waiting[] {
  const { sql, binds } = reach(actor);
  const rows = journal.read<Omit<Waiting, "at"> & { at: number; within: string; mail: string; need: string }>(
    `SELECT id, at, name, within, mail, need, hash, bytes, office FROM intake
     WHERE state = 'waiting' AND ${sql}
       AND (at, rowid) > (SELECT coalesce(max(at), 0), coalesce(max(rowid), 0) FROM intake WHERE id = ?)
     ORDER BY at, rowid LIMIT ?`,
    ...[...binds, after ?? "", limit],
  );
  return rows.map((row) => ({
    ...row,
    at: new Date(row.at).toISOString(),
    within: JSON.parse(row.within) as string[],
    mail: JSON.parse(row.mail),
    need: JSON.parse(row.need),
  }));
}

/** The bytes of a file that waits. Throws `not-found` outside reach, when it was dealt with, and for a line without a file. */
export function arrivalFile(journal: Journal, actor: Actor, id: string): { name: string; content: Uint8Array } {
  const { sql, binds } = reach(actor);
  const [item] = journal.read<{ name: string; bytes: number }>(
    `SELECT name, bytes FROM intake WHERE id = ? AND state = 'waiting' AND ${sql}`,
    ...[id, ...binds],
  );
  if (item === undefined || item.bytes === 0) throw new Refusal("not-found");
  const content = new Uint8Array(item.bytes);
  let at = 0;
  for (const row of journal.read<{ content: Uint8Array | ArrayBuffer }>(
    "SELECT content FROM intake_parts WHERE item = ? ORDER BY part",
    id,
  )) {
    const part = new Uint8Array(row.content);
    content.set(part, at);
    at += part.length;
  }
  return { name: item.name, content };
}

/** Takes a file off the list, with its receipt when it was sent; its bytes are forgotten. Throws `not-found` outside reach or when it is off already. */
export function closeArrival(journal: Journal, actor: Actor, id: string, receipt: string | null): void {
  const { sql, binds } = reach(actor);
  journal.write(actor, (run) => {
    const [item] = run(`SELECT id FROM intake WHERE id = ? AND state = 'waiting' AND ${sql}`, id, ...binds);
    if (item === undefined) throw new Refusal("not-found");
    const state = receipt === null ? "dismissed" : "sent";
    run("UPDATE intake SET state = ?, receipt = ? WHERE id = ?", state, receipt, id);
    run("DELETE FROM intake_parts WHERE item = ?", id);
    return [undefined, { action: "intake.close", subject: id, detail: { state, receipt } }];
  });
}

const AUTO = "intake.auto";

/** Whether mailed blanks of ours go into the master without a person. Off until a province switches it on. */
export function mailGoesByItself(journal: Journal): boolean {
  return getMeta({ all: journal.read.bind(journal) }, AUTO) === "on";
}

/** Throws `forbidden` for anybody but the province. */
export function letMailGo(journal: Journal, actor: Actor, on: boolean): void {
  if (actor.role !== "province") throw new Refusal("forbidden");
  journal.write(actor, (run) => {
    if ((getMeta({ all: run }, AUTO) === "on") === on) return [undefined, null];
    setMeta({ all: run }, AUTO, on ? "on" : "off");
    return [undefined, { action: "intake.setting", subject: AUTO, detail: { on: on ? "yes" : "no" } }];
  });
}

/** How a report stands with the province, as far as a file of the same office and month is concerned. */
export interface ReportStanding {
  /** False for an office outside the list or outside the actor's reach; then nothing else is told. */
  reach: boolean;
  current: (Receipt & { status: VersionStatus }) | null;
  /** The newest version that was returned or withdrawn; 0 when none was. */
  closed: number;
}

export function reportStanding(
  journal: Journal,
  actor: Actor,
  form: string,
  period: string | null,
  office: string,
): ReportStanding {
  const scope = within(scopeOf(actor), "code");
  const listed = journal.read<{ active: number }>(
    `SELECT active FROM offices WHERE code = ? AND ${scope.sql}`,
    office,
    ...scope.binds,
  );
  const then = () =>
    period === null ? listed[0]!.active === 1 : wasListed(journal.read.bind(journal), office, period);
  if (listed.length === 0 || !then()) return { reach: false, current: null, closed: 0 };
  const versions = journal.read<
    Omit<Receipt, "late"> & { late: number; at: number; status: VersionStatus; now: number }
  >(
    `SELECT v.submission, v.version, v.receipt, coalesce(v.told_late, v.late) AS late, v.status, v.received_at AS at, v.content_hash AS contentHash,
       s.current = v.version AS now
     FROM submissions s JOIN versions v ON v.submission = s.id
     WHERE s.form = ? AND s.period = ? AND s.office = ? ORDER BY v.version`,
    ...[form, period, office],
  );
  const open = versions.find(({ now }) => now === 1);
  const closed = versions.filter(({ status }) => status === "returned" || status === "withdrawn");
  if (open === undefined) return { reach: true, current: null, closed: 0 };
  const { at, now, late, ...rest } = open;
  return {
    reach: true,
    current: { ...rest, late: late === 1, receivedAt: new Date(at).toISOString() },
    closed: closed.at(-1)?.version ?? 0,
  };
}

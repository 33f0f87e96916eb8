import type { Certifier, Counts, Finding, RowAnswer } from "../../shared/answer.ts";
import { dueOf } from "../../shared/calendar/due.ts";
import { ruleFor } from "../../shared/calendar/formRules.ts";
import { type Actor, scopeOf, within } from "./actor.ts";
import { noteNeeds } from "./attachments/asked.ts";
import { reseal } from "./attachments/seal.ts";
import { isClosed } from "./desk/closing.ts";
import { deadlineOf } from "./desk/deadline.ts";
import { bookHere, requireHeld, sentUnder } from "./forms/book.ts";
import { holidaysHere } from "./holidays.ts";
import type { Journal, Run } from "./journal.ts";
import { splitText, toBatches } from "./parts.ts";
import { randomText, receiptNumber } from "./random.ts";
import { Refusal } from "./refusal.ts";
import { noteCentres } from "./registry/centres.ts";
import { wasListed } from "./registry/states.ts";
import { owedByDistricts, ownReporter, reportersOf } from "./reporters.ts";

/** A checked report, ready to be kept. */
export interface Submitted {
  form: string;
  formVersion: number;
  period: string;
  office: string;
  /** The sender's Idempotency-Key. */
  key: string;
  /** Of form, version, period, office, grid and certifier in canonical form. */
  contentHash: string;
  /** The raw grid as JSON text. */
  grid: string;
  sheet: string;
  certifier: Certifier | null;
  client: string;
  nil: boolean;
  counts: Counts;
  columns: Record<string, string>;
  findings: Finding[];
  fields: Record<string, unknown>;
  rows: RowAnswer[];
}

export interface Receipt {
  receipt: string;
  submission: string;
  version: number;
  /** ISO 8601, server time. */
  receivedAt: string;
  late: boolean;
  contentHash: string;
}

export interface SubmitAnswer {
  receipt: Receipt;
  /** False when this content had been received before and its receipt is given again. */
  created: boolean;
}

interface VersionRow {
  submission: string;
  version: number;
  receipt: string;
  content_hash: string;
  received_at: number;
  late: number;
  status: string;
}

const VERSION =
  "v.submission, v.version, v.receipt, v.content_hash, v.received_at, coalesce(v.told_late, v.late) AS late, v.status";

/**
 * What a key was used for before: the receipt when the content is the same, null when the key is new.
 * Throws `idempotency-mismatch` when the key stands for other content.
 */
export function recallKey(journal: Journal, actor: Actor, key: string, contentHash: string): Receipt | null {
  return recall((query, ...binds) => journal.read(query, ...binds), actor, key, contentHash);
}

/**
 * Keeps a report as a new version and answers its receipt, in one transaction.
 *
 * - The same key and content again: the same receipt. The same key with other content: `idempotency-mismatch`.
 * - A new key with exactly the content that now counts for this office, form and period (a second press of the button):
 *   the receipt already given, no second version. After a return or a withdrawal the same content is a new version, for
 *   then sending it again is a statement.
 * - Other content: the next version; it replaces the former one in the master.
 *
 * Throws `office-unknown` for an office outside the roster or outside the actor's reach, `forbidden` for a role that does not send,
 * `form-version` and `form-retired` where another version, or none, holds in the period.
 */
export function submit(journal: Journal, actor: Actor, sent: Submitted): SubmitAnswer {
  return journal.write<SubmitAnswer>(actor, (run, at) => {
    requireSender(run, actor, sent);
    const known = recall(run, actor, sent.key, sent.contentHash);
    if (known !== null) return [{ receipt: known, created: false }, null];
    const province = requireReporter(run, actor, sent);
    const book = bookHere(journal);
    requireHeld(book, sent.form, sent.formVersion, sent.period);
    const form = sentUnder(book, sent.form, sent.formVersion);
    const rule = form && ruleFor(form, form.calendarRule);
    const due = rule && dueOf(rule, sent.period, { holidays: holidaysHere(journal) });

    const before = run<{ id: string } & VersionRow>(
      `SELECT s.id, ${VERSION} FROM submissions s JOIN versions v ON v.submission = s.id AND v.version = s.current
       WHERE s.form = ? AND s.period = ? AND s.office = ?`,
      sent.form,
      sent.period,
      sent.office,
    )[0];
    const counts = before !== undefined && (before.status === "received" || before.status === "accepted");
    if (counts && before.content_hash === sent.contentHash) {
      rememberKey(run, actor, sent, before.submission, before.version);
      const line = { action: "repeat", subject: before.receipt, detail: { version: before.version } } as const;
      return [{ receipt: toReceipt(before), created: false }, line];
    }

    const submission = before?.id ?? `${province}-${randomText(10)}`;
    const version = (before?.version ?? 0) + 1;
    const { late: past, due: lastDay } = deadlineOf(run, sent, due, at);
    // After the period was closed it is late whatever else holds, and never refused.
    const late = past || isClosed(run, sent.form, sent.period);
    const receipt = freshReceipt(run, province, sent.period);
    if (before === undefined)
      run(
        "INSERT INTO submissions (id, form, period, office, current) VALUES (?, ?, ?, ?, ?)",
        ...[submission, sent.form, sent.period, sent.office, version],
      );
    else run("UPDATE submissions SET current = ? WHERE id = ?", version, submission);
    run(
      `INSERT INTO versions (submission, version, receipt, form_version, content_hash, status, nil, late, due, received_at,
         sender, sender_role, sender_place, certifier, client, sheet, counts, columns, findings, fields)
       VALUES (?, ?, ?, ?, ?, 'received', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[submission, version, receipt, sent.formVersion, sent.contentHash, Number(sent.nil), Number(late)],
      ...[lastDay, at, actor.person, actor.role, actor.place, JSON.stringify(sent.certifier), sent.client],
      ...[sent.sheet, JSON.stringify(sent.counts), JSON.stringify(sent.columns), JSON.stringify(sent.findings)],
      JSON.stringify(sent.fields),
    );
    keepContent(run, submission, version, sent);
    noteCentres(run, submission);
    noteNeeds(run, submission, sent);
    rememberKey(run, actor, sent, submission, version);
    // Files sent with the version before go with this one as far as their centres and activities are still there.
    const seal = before === undefined ? null : reseal(run, submission, at);
    const detail = {
      ...{ submission, version, form: sent.form, period: sent.period, office: sent.office, hash: sent.contentHash },
      ...{ late: late ? "yes" : "no", onBehalf: ownReporter(actor) === sent.office ? "no" : "yes" },
      ...(seal === null ? {} : { seal: seal.number, sealHash: seal.hash }),
    };
    const kept = { submission, version, receipt, content_hash: sent.contentHash, received_at: at, late: Number(late) };
    return [
      { receipt: toReceipt(kept), created: true },
      { action: "submit", subject: receipt, detail },
    ];
  });
}

function recall(run: Run, actor: Actor, key: string, contentHash: string): Receipt | null {
  const found = run<VersionRow & { key_hash: string }>(
    `SELECT k.content_hash AS key_hash, ${VERSION} FROM keys k
     JOIN versions v ON v.submission = k.submission AND v.version = k.version WHERE k.sender = ? AND k.key = ?`,
    actor.person,
    key,
  )[0];
  if (found === undefined) return null;
  if (found.key_hash !== contentHash) throw new Refusal("idempotency-mismatch");
  return toReceipt(found);
}

function rememberKey(run: Run, actor: Actor, sent: Submitted, submission: string, version: number): void {
  run(
    "INSERT INTO keys (sender, key, content_hash, submission, version) VALUES (?, ?, ?, ?, ?)",
    ...[actor.person, sent.key, sent.contentHash, submission, version],
  );
}

/** A form is sent by who owes it, or by their province; a district's person sends only what districts owe. */
function requireSender(run: Run, { role }: Actor, { form }: Submitted): void {
  const own = owedByDistricts(run, form) ? "district" : "office";
  if (role !== own && role !== "province") throw new Refusal("forbidden");
}

/** The reporter must have stood in the form's roster of the period and be in the actor's reach. Answers its province. */
function requireReporter(run: Run, actor: Actor, { form, office, period }: Submitted): string {
  const scope = within(scopeOf(actor), "code");
  const roster = reportersOf(run, form);
  const found = run<{ province_code: string; active: number }>(
    `SELECT province_code, active FROM ${roster.sql} WHERE code = ? AND ${scope.sql}`,
    office,
    ...scope.binds,
  )[0];
  const stood = owedByDistricts(run, form) ? found?.active === 1 : wasListed(run, office, period);
  if (found === undefined || !stood) throw new Refusal("office-unknown", { office });
  return found.province_code;
}

function freshReceipt(run: Run, province: string, period: string): string {
  for (;;) {
    const receipt = receiptNumber(province, period);
    if (run("SELECT 1 FROM versions WHERE receipt = ?", receipt).length === 0) return receipt;
  }
}

function keepContent(run: Run, submission: string, version: number, sent: Submitted): void {
  for (const [part, text] of splitText(sent.grid).entries())
    run("INSERT INTO grids (submission, version, part, text) VALUES (?, ?, ?, ?)", submission, version, part, text);
  for (const batch of toBatches(sent.rows))
    run(
      `INSERT INTO rows (submission, version, row, verdict, status, answer)
       SELECT ?, ?, CAST(value ->> 'row' AS INTEGER), value ->> 'verdict', value ->> 'status', value FROM json_each(?)`,
      ...[submission, version, batch],
    );
}

function toReceipt(row: Omit<VersionRow, "status">): Receipt {
  return {
    receipt: row.receipt,
    submission: row.submission,
    version: row.version,
    receivedAt: new Date(row.received_at).toISOString(),
    late: row.late === 1,
    contentHash: row.content_hash,
  };
}

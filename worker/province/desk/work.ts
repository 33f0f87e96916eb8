import { type Actor, scopeOf, within } from "../actor.ts";
import type { Journal } from "../journal.ts";
import { LEVEL_FACTS, type Level, type LevelFacts, levelOf, levelRule } from "../levels/rules.ts";
import { inView, mayOpen } from "../levels/seen.ts";
import { type TodoItem, todo } from "../overview.ts";
import { Refusal } from "../refusal.ts";
import { type Summary, summaries } from "../summary.ts";
import { closedAt } from "./closing.ts";
import { type ReturnState, returnStates } from "./comments.ts";
import { type Extension, extensionOf } from "./deadline.ts";
import { lastDecision } from "./decided.ts";
import { dueHere } from "./dueHere.ts";
import { type Risk, risked } from "./risk.ts";
import { ownLastAct, type Undoable } from "./undo.ts";

export interface WorkItem extends Omit<TodoItem, "returns"> {
  extension: Extension | null;
  /** When the period was closed; null while it is open. */
  closed: string | null;
  /** What came back with the current version and still holds. */
  returns: ReturnState[];
}

export interface Work {
  office: string;
  name: string;
  today: string;
  /** What is owed now or came back first, then what is with the province. */
  items: WorkItem[];
  /** The newest receipts, newest first. */
  sent: Summary[];
}

const RECEIPTS = 24;

/** Everything an office needs to know of its reports on one page. Throws `not-found` outside reach. */
export function work(journal: Journal, actor: Actor, office: string, nowMs: number): Work {
  const run = journal.read.bind(journal) as typeof journal.read;
  const owed = todo(journal, actor, office, nowMs);
  const items = owed.items.map((item): WorkItem => {
    const asked = { form: item.form, period: item.period, office };
    const returns = item.submission === null ? [] : returnStates(run, item.submission);
    return {
      ...item,
      extension: extensionOf(run, asked, dueHere(journal, item.form, item.period)),
      closed: closedAt(run, item.form, item.period),
      returns: returns.filter((one) => one.version === item.version),
    };
  });
  const open = (item: WorkItem) => (item.status === "received" || item.status === "accepted" ? 1 : 0);
  items.sort((a, b) => open(a) - open(b));
  const sent = summaries(journal, actor, "s.office = ?", [office], `ORDER BY v.received_at DESC LIMIT ${RECEIPTS}`);
  return { office, name: owed.name, today: owed.today, items, sent };
}

export interface HistoryLine {
  at: string;
  role: string;
  place: string;
  mine: boolean;
  action: string;
  reason: string | null;
}

export interface Review {
  submission: string;
  version: number;
  /** The version before, to be compared with; null: there is none. */
  previous: number | null;
  risks: Risk[];
  rowsBefore: number | null;
  returns: ReturnState[];
  history: HistoryLine[];
  /** The newest decision about it, to be sent back with an act (0: none yet). */
  seen: number;
  /** In whose hands it is. */
  level: Level;
  /** The accepted version that counts while a newer one waits; null: there is none. */
  acceptedBeside: number | null;
  /** What the caller could undo now, and of which version. */
  undo: Undoable | null;
  undoOf: number | null;
  extension: Extension | null;
  closed: string | null;
}

/** What a reviewer (or the sender) has to know beside the rows of the version in view, with its receipt. Throws `not-found`. */
export function review(journal: Journal, actor: Actor, id: string): { review: Review; receipt: string } {
  const run = journal.read.bind(journal) as typeof journal.read;
  const found = summaries(journal, actor, `s.id = ? AND ${inView(actor)}`, [id])[0];
  if (found === undefined) throw new Refusal("not-found");
  const { form, period, office, version, receipt } = found;
  const [known] = risked(journal, actor, period, "s.id = ?", [id]);
  const closed = closedAt(run, form, period);
  const returns = returnStates(run, id);
  const last = closed === null ? ownLastAct(run, id, actor.person) : null;
  const answer: Review = {
    ...{ submission: id, version, previous: version > 1 ? version - 1 : null },
    ...{ risks: known?.risks ?? [], rowsBefore: known?.rowsBefore ?? null },
    // The department sees the version that was sent up, and what was said of it.
    returns: actor.role === "department" ? returns.filter((one) => one.version === version) : returns,
    ...handsOf(journal, id, version),
    history: historyOf(journal, actor, id),
    seen: lastDecision(run, id)?.seq ?? 0,
    ...{ undo: last?.action ?? null, undoOf: last?.version ?? null },
    ...{ extension: extensionOf(run, { form, period, office }, dueHere(journal, form, period)), closed },
  };
  return { review: answer, receipt };
}

function handsOf(journal: Journal, id: string, version: number): Pick<Review, "level" | "acceptedBeside"> {
  const facts = journal.read<LevelFacts & { form: string; beside: number | null }>(
    `SELECT s.form, ${LEVEL_FACTS}, (SELECT max(a.version) FROM versions a
       WHERE a.submission = s.id AND a.version < v.version AND a.status = 'accepted') AS beside
     FROM submissions s JOIN versions v ON v.submission = s.id LEFT JOIN offices o ON o.code = s.office
     WHERE s.id = ? AND v.version = ?`,
    ...[id, version],
  )[0]!;
  const level = levelOf(levelRule(journal.read.bind(journal) as typeof journal.read, facts.form), facts);
  return { level, acceptedBeside: facts.beside };
}

/** Every act on any version of a report, oldest first. */
function historyOf(journal: Journal, actor: Actor, id: string): HistoryLine[] {
  const scope = within(scopeOf(actor), "s.office");
  return journal
    .read<{ at: number; person: string; role: string; place: string; action: string; detail: string }>(
      `SELECT a.at, a.person, a.role, a.place, a.action, a.detail FROM versions v
       JOIN submissions s ON s.id = v.submission JOIN audit a ON a.subject = v.receipt
       WHERE s.id = ? AND ${scope.sql} AND a.action IN ('submit', 'return', 'accept', 'withdraw', 'forward', 'take', 'undo')
         AND ${mayOpen(actor)} ORDER BY a.seq`,
      id,
      ...scope.binds,
    )
    .map(({ at, person, detail, ...line }) => ({
      ...line,
      at: new Date(at).toISOString(),
      mine: person === actor.person,
      reason: JSON.parse(detail).reason ?? null,
    }));
}

import { type Problem, ProblemSchema, ReceiptSchema, type ReceiptWire } from "../../../shared/wire/report.ts";

/** What came back when a report was sent, told apart by what is to be done about it. */
export type Outcome =
  | { is: "received"; receipt: ReceiptWire }
  /** Try again by itself. `afterMs` where the collector said when. */
  | { is: "later"; reason: LaterReason; afterMs: number | null }
  /** The access code must be given (again); nothing is lost. */
  | { is: "code" }
  /** Not allowed for this person: another code may be. */
  | { is: "forbidden"; problem: Problem }
  /** This program is older than the collector. */
  | { is: "old"; problem: Problem }
  /** The collector will not take it as it is: a person must change something. */
  | { is: "refused"; problem: Problem };

/** "stranger": something other than the collector answered, such as the sign-in page of a hotel's network. */
export type LaterReason = "offline" | "stranger" | "busy" | "server";

export interface Answer {
  status: number;
  body: string;
  retryAfter: string | null;
}

const MAX_WAIT_MS = 60 * 60 * 1000;

/**
 * Judges an answer of POST /submissions. Only the collector's own receipt makes a report received: a page that answers 200
 * is no receipt, and a refusal that is not the collector's own refuses nothing.
 */
export function judgeAnswer(answer: Answer, now: number): Outcome {
  const value = parsed(answer.body);
  if (answer.status === 200 || answer.status === 201) {
    const receipt = ReceiptSchema.safeParse(value);
    return receipt.success ? { is: "received", receipt: receipt.data } : later("stranger");
  }
  const read = ProblemSchema.safeParse(value);
  const problem = read.success ? read.data : null;
  if (answer.status === 429) return later("busy", waitOf(answer.retryAfter, now));
  if (answer.status >= 500) return later("server", waitOf(answer.retryAfter, now));
  if (problem === null || problem.status !== answer.status) return later("stranger");
  if (answer.status === 401) return { is: "code" };
  if (answer.status === 403) return { is: "forbidden", problem };
  if (problem.code === "form-version") return { is: "old", problem };
  return answer.status === 408 ? later("server") : { is: "refused", problem };
}

export function later(reason: LaterReason, afterMs: number | null = null): Outcome {
  return { is: "later", reason, afterMs };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

/** Retry-After in seconds or as a date. */
function waitOf(header: string | null, now: number): number | null {
  if (header === null) return null;
  const ms = /^\d{1,6}$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), MAX_WAIT_MS) : null;
}

const FIRST_WAIT_MS = 4_000;
const LONGEST_WAIT_MS = 5 * 60_000;

/** How long to wait before try number `attempts + 1`: doubled each time, with jitter so that a province does not knock at once. */
export function backOff(attempts: number, random: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return Math.round(full * (0.5 + random / 2));
}

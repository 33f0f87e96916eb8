import { canonical, sha256 } from "./canonical.ts";
import type { Sql, Val } from "./sql.ts";

/*
 * The audit as a chain: each line carries the hash of the one before, and its own hash over its canonical content. The hash of
 * the last line also stands by itself (`audit_marks`), so that a line cut off the end, or put behind it, shows as well.
 */

type Read = Sql["all"];

export interface Entry {
  at: number;
  person: string;
  role: string;
  place: string;
  action: string;
  subject: string;
  /** Canonical JSON. */
  detail: string;
}

interface Mark {
  seq: number;
  hash: string;
  at: number;
}

/** What is wrong with the first line that does not fit. */
export type Break =
  /** Its content is not what its hash was made of. */
  | "changed"
  /** It does not follow the line before it. */
  | "unlinked"
  /** It is not there. */
  | "missing"
  /** It is not one of the chain. */
  | "stray"
  /** The chain is whole, but not the one that stood here when it was marked. */
  | "replaced";

export interface Chain {
  /** Lines that fit. */
  lines: number;
  /** The last line's hash; noted elsewhere, it shows later that nothing before it was written anew. */
  head: string;
  /** Lines that were there when marking began, and when that was (ISO 8601). Null: the mark was taken away. */
  genesis: { lines: number; at: string } | null;
  broken: { seq: number; why: Break } | null;
  /** Whether a hash noted earlier stands in the chain; null when none was asked for. */
  seen: boolean | null;
}

const PAGE = 500;
/** Beyond this a number is not exact; such a line is none of ours. */
const LAST_SEQ = Number.MAX_SAFE_INTEGER;

/** Puts a line at the end of the chain. For the journal only, inside its transaction. */
export function append(sql: Pick<Sql, "all">, line: Entry): void {
  const last = sql.all<{ seq: number; hash: string }>("SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1")[0];
  const { at, person, role, place, action, subject, detail } = line;
  const seq = (last?.seq ?? 0) + 1;
  const entry = { seq, at, person, role, place, action, subject, detail, prev: last?.hash ?? "" };
  const hash = sha256(canonical(entry));
  sql.all(
    "INSERT INTO audit (seq, at, person, role, place, action, subject, detail, prev, hash) VALUES (?,?,?,?,?,?,?,?,?,?)",
    ...Object.values(entry),
    hash,
  );
  sql.all("UPDATE audit_marks SET seq = ?, hash = ?, at = ? WHERE name = 'head'", seq, hash, at);
}

/** Follows the whole chain to the first line that does not fit. `seen` is a hash noted earlier. */
export function verifyChain(read: Read, seen?: string): Chain {
  const mark = (name: string) => read<Mark & object>("SELECT seq, hash, at FROM audit_marks WHERE name = ?", name)[0];
  const [genesis, head] = [mark("genesis"), mark("head")];
  const walked = walk(read, genesis, seen);
  const chain: Chain = {
    lines: walked.lines,
    head: walked.head,
    genesis: genesis === undefined ? null : { lines: genesis.seq, at: new Date(genesis.at).toISOString() },
    broken: walked.broken,
    seen: seen === undefined ? null : walked.seen,
  };
  const total = read<{ n: number }>("SELECT count(*) AS n FROM audit")[0]!.n;
  chain.broken ??= breakAtEnd(walked, head, total) ?? (walked.startsRight ? null : { seq: 1, why: "replaced" });
  return chain;
}

interface Walked {
  lines: number;
  head: string;
  broken: Chain["broken"];
  seen: boolean;
  /** The line the genesis names stands where it stood. */
  startsRight: boolean;
}

function walk(read: Read, genesis: Mark | undefined, seen: string | undefined): Walked {
  const at: Walked = { lines: 0, head: "", broken: null, seen: seen === "", startsRight: genesis?.seq === 0 };
  for (let from = -LAST_SEQ; ; from = at.lines) {
    const page = read<Record<string, Val> & { seq: number; prev: string; hash: string }>(
      "SELECT * FROM audit WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
      ...[from, LAST_SEQ, PAGE],
    );
    for (const { hash, ...entry } of page) {
      at.broken = breakOf(entry, hash, at);
      if (at.broken !== null) return at;
      at.lines++;
      at.head = hash;
      if (hash === seen) at.seen = true;
      if (genesis?.seq === at.lines) at.startsRight = genesis.hash === hash;
    }
    if (page.length < PAGE) return at;
  }
}

function breakOf(entry: Record<string, Val> & { seq: number; prev: string }, hash: string, at: Walked) {
  if (entry.seq <= at.lines) return { seq: entry.seq, why: "stray" } as const;
  if (entry.seq > at.lines + 1) return { seq: at.lines + 1, why: "missing" } as const;
  if (sha256(canonical(entry)) !== hash) return { seq: entry.seq, why: "changed" } as const;
  if (entry.prev !== at.head) return { seq: entry.seq, why: "unlinked" } as const;
  return null;
}

function breakAtEnd({ lines, head }: Walked, mark: Mark | undefined, total: number): Chain["broken"] {
  if (mark === undefined) return { seq: lines + 1, why: "missing" };
  if (lines < mark.seq) return { seq: lines + 1, why: "missing" };
  if (lines > mark.seq) return { seq: mark.seq + 1, why: "stray" };
  if (head !== mark.hash) return { seq: Math.max(1, lines), why: "replaced" };
  return total === lines ? null : { seq: lines + 1, why: "stray" };
}

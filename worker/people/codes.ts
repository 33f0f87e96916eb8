import { createHash, timingSafeEqual } from "node:crypto";
import { randomText } from "../province/random.ts";

/** 16 characters of 5 bits: 80 bits nobody can guess, few enough to read over the telephone. */
const GROUPS = 4;
const GROUP = 4;

/** "54-7K3M-Q9XP-2D4F-8HJT": the database it is kept in, then the secret. */
export function newCode(partition: string): string {
  return [partition, ...Array.from({ length: GROUPS }, () => randomText(GROUP))].join("-");
}

/** What a person may have made of a code: small letters, Thai digits, spaces, long dashes, O for 0, I or L for 1. Null when it is none. */
export function parseCode(typed: string): { partition: string; code: string } | null {
  if (typed.length > 100) return null;
  const compact = typed
    .normalize("NFKC")
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0x0e50))
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "");
  const partition = compact.slice(0, 2);
  if (!/^([1-9][0-9]|TH)$/.test(partition)) return null;
  const secret = compact.slice(2).replace(/O/g, "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(secret)) return null;
  return { partition, code: [partition, ...secret.match(/.{4}/g)!].join("-") };
}

/**
 * At rest only this is kept. One plain SHA-256 is enough here, without salt or stretching: those slow down guessing, and
 * there is nothing to guess in 80 random bits. For a password a person chose it would be wrong.
 */
export function hashCode(code: string): string {
  return createHash("sha256").update(`ruam access code ${code}`).digest("hex");
}

/** Compares without telling by its time where two texts differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

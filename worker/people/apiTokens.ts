import { createHash } from "node:crypto";
import { type Actor, partitionOf, type Role } from "../province/actor.ts";
import type { Journal } from "../province/journal.ts";
import { randomText } from "../province/random.ts";
import { Refusal } from "../province/refusal.ts";
import { sameText } from "./codes.ts";

/** What a token for another system may read. There is none that writes, and none that opens a single report. */
export const TOKEN_SCOPES = ["master", "completeness"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

export interface ApiToken {
  id: string;
  name: string;
  scopes: TokenScope[];
  /** ISO 8601. */
  madeAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
}

/** Who a token speaks for. */
export interface Holder {
  person: string;
  role: Role;
  place: string;
  scopes: TokenScope[];
}

const DAY_MS = 86_400_000;
/** A use is noted at most this often: reading must not become writing. */
const NOTE_EVERY_MS = 60_000;
const MOST_IN_USE = 20;

/** "ruam-54-" and 160 random bits; told from a session's token by its beginning. */
const SHAPE = /^ruam-([1-9][0-9]|TH)-[0-9A-Z]{32}$/;

export function isApiToken(bearer: string): boolean {
  return bearer.startsWith("ruam-");
}

/** The database a token is kept in; null for what cannot be a token. */
export function partitionOfToken(bearer: string): string | null {
  return SHAPE.exec(bearer)?.[1] ?? null;
}

/** One plain hash is enough for 160 random bits; see `hashCode`. */
function hashOf(token: string): string {
  return createHash("sha256").update(`ruam api token ${token}`).digest("hex");
}

interface Row {
  id: string;
  name: string;
  scopes: string;
  made_at: number;
  expires_at: number;
  revoked_at: number | null;
  used_at: number | null;
}

export type ApiTokens = ReturnType<typeof apiTokensOf>;

export function apiTokensOf(journal: Journal, now: () => number) {
  function listed(actor: Actor): ApiToken[] {
    requireMaker(actor);
    return journal
      .read<Row & object>(
        `SELECT t.id, t.name, t.scopes, t.made_at, t.expires_at, t.revoked_at, u.at AS used_at FROM api_tokens t
         LEFT JOIN token_uses u ON u.token = t.id WHERE t.role = ? AND t.place = ?
         ORDER BY t.revoked_at IS NOT NULL OR t.expires_at <= ?, t.made_at DESC, t.id LIMIT 100`,
        ...[actor.role, actor.place, now()],
      )
      .map(toToken);
  }
  return {
    /**
     * A token for another system, shown once. It sees what its maker's place sees, within its scopes, for so many days. Throws
     * `forbidden` for who makes none, `tokens-full`.
     */
    makeApiToken(
      actor: Actor,
      { name, scopes, days }: { name: string; scopes: TokenScope[]; days: number },
    ): ApiToken & { token: string } {
      const partition = requireMaker(actor);
      return journal.write(actor, (run, at) => {
        const used = run<{ n: number }>(
          "SELECT count(*) AS n FROM api_tokens WHERE revoked_at IS NULL AND expires_at > ?",
          at,
        )[0]!.n;
        if (used >= MOST_IN_USE) throw new Refusal("tokens-full");
        const id = `${partition}-T${randomText(8)}`;
        const token = `ruam-${partition}-${randomText(32)}`;
        const kept = TOKEN_SCOPES.filter((scope) => scopes.includes(scope));
        const expires = at + days * DAY_MS;
        run(
          `INSERT INTO api_tokens (id, name, scopes, role, place, secret_hash, made_by, made_at, expires_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          ...[id, name, kept.join(" "), actor.role, actor.place, hashOf(token), actor.person, at, expires],
        );
        const row = {
          id,
          name,
          scopes: kept.join(" "),
          made_at: at,
          expires_at: expires,
          revoked_at: null,
          used_at: null,
        };
        const detail = { name, scopes: kept.join(" "), days };
        return [
          { ...toToken(row), token },
          { action: "token.make", subject: id, detail },
        ];
      });
    },

    /** The tokens of the caller's place, newest first, those in use before those that are over. */
    apiTokens: listed,

    /** From now on the token opens nothing. Done already, nothing happens. Throws `token-unknown`. */
    revokeApiToken(actor: Actor, id: string): ApiToken[] {
      requireMaker(actor);
      journal.write(actor, (run, at) => {
        const found = run<{ revoked_at: number | null }>(
          "SELECT revoked_at FROM api_tokens WHERE id = ? AND role = ? AND place = ?",
          ...[id, actor.role, actor.place],
        )[0];
        if (found === undefined) throw new Refusal("token-unknown");
        if (found.revoked_at !== null) return [undefined, null];
        run("UPDATE api_tokens SET revoked_at = ? WHERE id = ?", at, id);
        return [undefined, { action: "token.revoke", subject: id }];
      });
      return listed(actor);
    },

    /** Who a token speaks for, noting that it was used. Null for one that is unknown, over or revoked: one answer for all. */
    useApiToken(token: string): Holder | null {
      const hash = hashOf(token);
      const at = now();
      const found = journal.read<{
        id: string;
        role: Role;
        place: string;
        scopes: string;
        hash: string;
        used: number | null;
      }>(
        `SELECT t.id, t.role, t.place, t.scopes, t.secret_hash AS hash, u.at AS used FROM api_tokens t
         LEFT JOIN token_uses u ON u.token = t.id WHERE t.secret_hash = ? AND t.revoked_at IS NULL AND t.expires_at > ?`,
        ...[hash, at],
      )[0];
      if (found === undefined || !sameText(found.hash, hash)) return null;
      const { id, role, place, scopes, used } = found;
      if (used === null || at - used >= NOTE_EVERY_MS)
        journal.keepBooks((run) =>
          run(
            "INSERT INTO token_uses (token, at) VALUES (?, ?) ON CONFLICT (token) DO UPDATE SET at = excluded.at",
            ...[id, at],
          ),
        );
      return { person: id, role, place, scopes: scopes.split(" ") as TokenScope[] };
    },
  };
}

function requireMaker(actor: Actor): string {
  if (actor.role !== "province" && actor.role !== "department") throw new Refusal("forbidden");
  return partitionOf(actor.role, actor.place)!;
}

function toToken({ id, name, scopes, made_at, expires_at, revoked_at, used_at }: Row): ApiToken {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    ...{ id, name, scopes: scopes.split(" ") as TokenScope[], madeAt: iso(made_at)!, expiresAt: iso(expires_at)! },
    ...{ revokedAt: iso(revoked_at), lastUsedAt: iso(used_at) },
  };
}

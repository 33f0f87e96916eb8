import { createHmac } from "node:crypto";
import type { Role } from "../province/actor.ts";
import { ROLES } from "../province/actor.ts";
import { sameText } from "./codes.ts";

/** What a token says: whose code it came from, and until when it holds (milliseconds). */
export interface Claims {
  person: string;
  role: Role;
  place: string;
  expiresAt: number;
}

export const TOKEN_LIFE_MS = 8 * 3_600_000;

/** `<claims>.<signature>`, both base64url. Readable by whoever holds it, makeable only with the secret. */
export function signToken(claims: Claims, secret: string): string {
  const body = Buffer.from(JSON.stringify([claims.person, claims.role, claims.place, claims.expiresAt])).toString(
    "base64url",
  );
  return `${body}.${signature(body, secret)}`;
}

/** The claims, or null when the signature is not ours, the text is no token, or its time is over. */
export function readToken(token: string, secret: string, nowMs: number): Claims | null {
  if (token.length > 1000) return null;
  const [body, mac, ...rest] = token.split(".");
  if (body === undefined || mac === undefined || rest.length > 0 || !sameText(mac, signature(body, secret)))
    return null;
  const [person, role, place, expiresAt] = JSON.parse(Buffer.from(body, "base64url").toString()) as [
    string,
    Role,
    string,
    number,
  ];
  if (!ROLES.includes(role) || expiresAt <= nowMs) return null;
  return { person, role, place, expiresAt };
}

function signature(body: string, secret: string): string {
  return createHmac("sha256", secret).update(`ruam token 1 ${body}`).digest("base64url");
}

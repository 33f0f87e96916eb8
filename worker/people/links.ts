import { createHash, createHmac } from "node:crypto";
import { ROLES, type Role } from "../province/actor.ts";
import { sameText } from "./codes.ts";

/** A link to one file for one person, until an instant (milliseconds). */
export interface LinkClaims {
  file: string;
  person: string;
  role: Role;
  place: string;
  expiresAt: number;
}

export const LINK_LIFE_MS = 5 * 60_000;

/** `<claims>.<signature>`, both base64url: readable by whoever holds it, makeable only with the secret. */
export function signLink({ file, person, role, place, expiresAt }: LinkClaims, secret: string): string {
  const body = Buffer.from(JSON.stringify([file, person, role, place, expiresAt])).toString("base64url");
  return `${body}.${signature(body, secret)}`;
}

/** The claims, or null when the signature is not ours, the link is for another file, or its time is over. */
export function readLink(link: string, file: string, secret: string, nowMs: number): LinkClaims | null {
  if (link.length > 1000) return null;
  const [body, mac, ...rest] = link.split(".");
  if (body === undefined || mac === undefined || rest.length > 0 || !sameText(mac, signature(body, secret)))
    return null;
  const [of, person, role, place, expiresAt] = JSON.parse(Buffer.from(body, "base64url").toString()) as [
    string,
    string,
    Role,
    string,
    number,
  ];
  if (of !== file || !ROLES.includes(role) || expiresAt <= nowMs) return null;
  return { file, person, role, place, expiresAt };
}

/** What of a link may be kept and written down: with it nothing can be opened. */
export function linkMark(link: string): string {
  return createHash("sha256").update(`ruam link ${link}`).digest("hex");
}

/** Another use of the secret than a token's: one never passes for the other. */
function signature(body: string, secret: string): string {
  return createHmac("sha256", secret).update(`ruam file link 1 ${body}`).digest("base64url");
}

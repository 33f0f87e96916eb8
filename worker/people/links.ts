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
  /** Which looking at the file it belongs to, and when that began: a link that goes on with it is not another look. */
  opening: string;
  openedAt: number;
}

export const LINK_LIFE_MS = 5 * 60_000;
/** A clip may be stopped and gone on with for so long; then it is another look. */
export const OPENING_LIFE_MS = 2 * 3_600_000;

/** `<claims>.<signature>`, both base64url: readable by whoever holds it, makeable only with the secret. */
export function signLink(claims: LinkClaims, secret: string): string {
  const { file, person, role, place, expiresAt, opening, openedAt } = claims;
  const all = [file, person, role, place, expiresAt, opening, openedAt];
  const body = Buffer.from(JSON.stringify(all)).toString("base64url");
  return `${body}.${signature(body, secret)}`;
}

/** The claims, or null when the signature is not ours, the link is for another file, or its time is over. */
export function readLink(link: string, file: string, secret: string, nowMs: number): LinkClaims | null {
  const claims = claimsOf(link, file, secret);
  return claims === null || claims.expiresAt <= nowMs ? null : claims;
}

/** The claims of a link of the same person whose looking may still go on, though the link itself is over; else null. */
export function goesOn(
  link: string,
  { file, person, role, place }: Pick<LinkClaims, "file" | "person" | "role" | "place">,
  secret: string,
  nowMs: number,
): LinkClaims | null {
  const claims = claimsOf(link, file, secret);
  if (claims === null || claims.openedAt + OPENING_LIFE_MS <= nowMs) return null;
  return claims.person === person && claims.role === role && claims.place === place ? claims : null;
}

function claimsOf(link: string, file: string, secret: string): LinkClaims | null {
  if (link.length > 1000) return null;
  const [body, mac, ...rest] = link.split(".");
  if (body === undefined || mac === undefined || rest.length > 0 || !sameText(mac, signature(body, secret)))
    return null;
  const [of, person, role, place, expiresAt, opening, openedAt] = JSON.parse(
    Buffer.from(body, "base64url").toString(),
  ) as [string, string, Role, string, number, string, number];
  if (of !== file || !ROLES.includes(role)) return null;
  return { file, person, role, place, expiresAt, opening, openedAt };
}

/** What of a looking may be kept and written down: with it nothing can be opened. */
export function openingMark({ file, opening }: Pick<LinkClaims, "file" | "opening">): string {
  return createHash("sha256").update(`ruam opening ${file} ${opening}`).digest("hex");
}

/** Another use of the secret than a token's: one never passes for the other. */
function signature(body: string, secret: string): string {
  return createHmac("sha256", secret).update(`ruam file link 2 ${body}`).digest("base64url");
}

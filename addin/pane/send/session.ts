import type { Session } from "./collector.ts";

/** Under this name the start page keeps the token of the tab too: signed in there is signed in here. */
const SESSION = "ruam.session";

/** The token of this tab, while it lasts. */
export function readSession(now: number): Session | null {
  try {
    const session = JSON.parse(sessionStorage.getItem(SESSION) ?? "null") as Session | null;
    return session !== null && Date.parse(session.expiresAt) > now ? session : null;
  } catch {
    return null;
  }
}

export function writeSession(session: Session | null): void {
  try {
    if (session === null) sessionStorage.removeItem(SESSION);
    else sessionStorage.setItem(SESSION, JSON.stringify(session));
  } catch {
    // A browser that keeps nothing: the token lives as long as the page.
  }
}

/** 128 bits of chance; works without https, where `randomUUID` does not. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

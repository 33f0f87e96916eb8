/*
 * What somebody typed and has not sent: kept on this device for that person, so that it outlives every redraw and a reload.
 * Gone when it was sent, when they sign out, or after a month.
 */

const PREFIX = "ruam.draft.";
const KEPT_MS = 30 * 86_400_000;

/** What this page holds by itself: enough where the device keeps nothing, or nobody is named. */
const here = new Map<string, string>();

interface Kept {
  at: number;
  text: string;
}

const keyOf = (person: string, about: string) => `${PREFIX}${person}.${about}`;

/** The draft about something, as it was kept; null: there is none. */
export function readDraft<T>(person: string | undefined, about: string): T | null {
  try {
    const text = here.get(about) ?? (person === undefined ? undefined : fromDevice(keyOf(person, about)));
    return text === undefined ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}

/** Keeps a draft; null takes it away. */
export function keepDraft(person: string | undefined, about: string, value: unknown): void {
  const text = value === null ? null : JSON.stringify(value);
  if (text === null) here.delete(about);
  else here.set(about, text);
  if (person === undefined) return;
  try {
    if (text === null) localStorage.removeItem(keyOf(person, about));
    else localStorage.setItem(keyOf(person, about), JSON.stringify({ at: Date.now(), text } satisfies Kept));
  } catch {
    // A full or a forbidden store: the page itself still holds it.
  }
}

/** Nobody else finds what this page held. What the device keeps for the person stays until they sign out themselves. */
export function leaveDrafts(): void {
  here.clear();
}

/** Signing out takes all of the person's drafts off the device. */
export function forgetDrafts(person: string | undefined): void {
  here.clear();
  if (person !== undefined) removeWhere((key) => key.startsWith(keyOf(person, "")));
}

/** What nobody came back to for a month is taken off the device, whoever wrote it. */
export function dropOldDrafts(): void {
  removeWhere((key) => key.startsWith(PREFIX) && fromDevice(key) === undefined);
}

function fromDevice(key: string): string | undefined {
  const { at, text } = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Kept>;
  return at !== undefined && at > Date.now() - KEPT_MS ? text : undefined;
}

function removeWhere(chosen: (key: string) => boolean): void {
  try {
    for (const key of Object.keys(localStorage)) if (chosen(key)) localStorage.removeItem(key);
  } catch {
    // Nothing is kept where nothing may be.
  }
}

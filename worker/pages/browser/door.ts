import { onSessionOver, restoreSession, type Session, signIn, signOut, Trouble } from "./api.ts";
import { byId, say, show } from "./dom.ts";
import { dropOldDrafts, forgetDrafts, leaveDrafts } from "./drafts.ts";
import { placeName } from "./placeName.ts";
import { words } from "./words.ts";

export interface Rooms {
  /** Opens the page for whoever signed in. What it throws as Trouble is told at the door, and the person is asked to come in again. */
  begin(session: Session): void | Promise<void>;
  /** Puts away what belongs to the person who leaves. */
  left(): void;
}

let rooms: Rooms;
/** Who is inside; null: nobody. */
let inside: Session | null = null;

/** Lets people in and out of a page in the common frame: by their code, by a link that carries it, or by the session of this tab. */
export function openDoor(of: Rooms): void {
  rooms = of;
  byId("sign-in-form").addEventListener("submit", (event) => {
    event.preventDefault();
    void enter(byId<HTMLInputElement>("code").value);
  });
  byId("sign-out").addEventListener("click", () => {
    forgetDrafts(inside?.person);
    leave(null);
  });
  dropOldDrafts();
  onSessionOver(() => leave(words.sessionOver));
  window.addEventListener("hashchange", enterByLink);
  otherLanguageShowsTheSame();
  foldPlaces();
  if (enterByLink()) return;
  const kept = restoreSession();
  if (kept !== null) void open(kept);
  else {
    show(byId("sign-in"), true);
    byId("code").focus();
  }
}

/** Their place by its name once the list of offices tells it; until then, and without it, by its code. */
async function nameThePlace(session: Session): Promise<void> {
  say(byId("who-text"), `${words.roles[session.role]} ${session.place}`);
  const name = await placeName(session).catch(() => null);
  if (name !== null && inside === session) say(byId("who-text"), name);
}

/** In a narrow window the way to the other pages is folded up, so that the page itself begins near the top. */
function foldPlaces(): void {
  const places = byId("places").querySelector("details")!;
  const wide = matchMedia("(min-width: 40rem)");
  const fold = () => {
    places.open = wide.matches;
  };
  wide.addEventListener("change", fold);
  fold();
}

async function enter(code: string): Promise<void> {
  const button = byId("sign-in-form").querySelector("button")!;
  say(byId("sign-in-error"), null);
  button.disabled = true;
  button.textContent = words.signingIn;
  try {
    await open(await signIn(code));
  } catch (error) {
    refuse(error);
  } finally {
    button.disabled = false;
    button.textContent = words.enter;
  }
}

async function open(session: Session): Promise<void> {
  const { role } = session;
  inside = session;
  show(byId("sign-in"), false);
  show(byId("who"), true);
  show(byId("places"), true);
  void nameThePlace(session);
  document.body.dataset.role = role;
  for (const link of document.querySelectorAll<HTMLElement>("[data-for]"))
    show(link, link.dataset.for!.split(" ").includes(role));
  for (const link of document.querySelectorAll<HTMLAnchorElement>("#places a"))
    if (new URL(link.href).pathname === location.pathname) link.setAttribute("aria-current", "page");
  try {
    await rooms.begin(session);
  } catch (error) {
    refuse(error);
  }
}

function refuse(error: unknown): void {
  if (!(error instanceof Trouble)) throw error;
  shut();
  say(byId("sign-in-error"), error.message);
  byId("code").focus();
}

function leave(message: string | null): void {
  signOut();
  shut();
  leaveDrafts();
  rooms.left();
  say(byId("sign-in-error"), message);
  byId("code").focus();
}

function shut(): void {
  inside = null;
  show(byId("who"), false);
  show(byId("places"), false);
  show(byId("sign-in"), true);
}

/** A sign-in link carries its code behind "#": that part of an address never leaves the browser, so it stands in no log. */
function enterByLink(): boolean {
  const code = new URLSearchParams(location.hash.slice(1)).get("code");
  if (code === null) return false;
  history.replaceState(null, "", location.pathname + location.search);
  if (inside !== null) leave(null);
  void enter(code);
  return true;
}

function otherLanguageShowsTheSame(): void {
  const other = byId<HTMLAnchorElement>("other-language");
  const address = new URLSearchParams(location.search);
  address.set("lang", other.hreflang);
  other.href = `?${address}`;
}

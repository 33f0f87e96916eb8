import { bangkokDate } from "../../shared/calendar/plainDate.ts";
import { Befores } from "./befores.ts";
import { START } from "./core/state.ts";
import { Rosters } from "./rosters.ts";
import { Runtime } from "./runtime.ts";
import { aloneWith } from "./send/alone.ts";
import { type Cupboard, openCupboard } from "./send/browserStore.ts";
import { Collector, type Session } from "./send/collector.ts";
import { ColumnMemory } from "./send/columns.ts";
import type { Kept } from "./send/kept.ts";
import { Outbox } from "./send/outbox.ts";
import { newKey, readSession, writeSession } from "./send/session.ts";

export interface Setting {
  language: "th" | "en";
  /** Colour the sheet after every check, where marks cost the user nothing. */
  marksFollow: boolean;
  version: string;
  /** Address of the collector without a slash at its end; "" where it serves this page. */
  base: string;
  /** Told of every state; drawn in one go soon after. */
  draw(): void;
  /** Reports that have just been received. */
  received?(items: Kept[]): void;
  /** A token of the host's own sign-in, where it has one. */
  googleToken?(): Promise<string | null>;
  /** The page's own address may be another tomorrow, and with it the browser's store: what waits is not promised to stay. */
  fleeting?: boolean;
}

export interface Assembly {
  runtime: Runtime;
  cupboard: Cupboard;
  outbox: Outbox;
  /** Begins: sends what waited, listens to the window. Call once the first screen is asked for. */
  start(): Promise<void>;
  /** Signs in by the host's own account, where that was bound before. Answers whether somebody is signed in now. */
  signInByGoogle(): Promise<boolean>;
}

/** Puts the pane's parts together for a page of the collector: one runtime, one queue, the browser's own store. */
export async function assemble(setting: Setting): Promise<Assembly> {
  const cupboard = await openCupboard();
  const collector = new Collector(setting.base, undefined, setting.googleToken);
  const durable = cupboard.outbox.durable && setting.fleeting !== true;
  const usual = new URLSearchParams(location.search).get("province");
  const rosters = new Rosters(collector, cupboard, /^[1-9][0-9]$/.test(usual ?? "") ? usual : null);
  let session: Session | null = readSession(Date.now());

  const outbox: Outbox = new Outbox({
    store: cupboard.outbox,
    post: (item) => collector.post(item),
    token: () => (session !== null && Date.parse(session.expiresAt) > Date.now() ? session.token : null),
    tokenRefused: (token) => {
      if (session?.token === token) runtime.dispatch({ on: "signedOut" });
    },
    alone: aloneWith(cupboard.outbox, newKey(), Date.now),
    now: Date.now,
    random: Math.random,
    newKey,
    wake: later,
    changed: (items) => {
      const waited = new Set(runtime.state.kept.filter((item) => item.receipt === null).map((item) => item.key));
      runtime.dispatch({ on: "outbox", items, durable });
      channel?.postMessage("changed");
      const fresh = items.filter((item) => item.receipt !== null && waited.has(item.key));
      if (fresh.length > 0) setting.received?.(fresh);
    },
  });
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("ruam-outbox");
  // Another tab has sent, or kept something: show what is in the store, and tell nobody.
  channel?.addEventListener("message", async () => {
    runtime.dispatch({ on: "outbox", items: await cupboard.outbox.all(), durable });
  });

  const runtime = new Runtime({
    columns: new ColumnMemory(cupboard, collector),
    befores: new Befores(collector, cupboard),
    ...{ collector, rosters, outbox, later, language: setting.language, marksFollow: setting.marksFollow },
    keepSession: (next) => {
      session = next;
      writeSession(next);
    },
    breathe: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    today: () => bangkokDate(Date.now()),
    draw: () => setting.draw(),
    onFault: (error) => console.error(error),
    client: { name: "ruam-pane", version: setting.version },
  });
  runtime.state = { ...START, session, online: navigator.onLine };

  const start = async () => {
    addEventListener("online", () => runtime.dispatch({ on: "network", online: true }));
    addEventListener("offline", () => runtime.dispatch({ on: "network", online: false }));
    // Events are hints: coming back to the page is a good moment to look again.
    addEventListener("focus", () => runtime.hint());
    setting.draw();
    // Signed in on this tab already: what waited for a code need wait no longer.
    await (session === null ? outbox.flush() : outbox.tryNow());
  };
  const signInByGoogle = async () => {
    const found = session === null ? await collector.signInByGoogle() : session;
    if (found === null) return false;
    session = found;
    writeSession(found);
    // Whoever is being asked for a code need not give it; nobody else is disturbed.
    if (runtime.state.front === "code") runtime.dispatch({ on: "signedIn", session: found });
    else {
      runtime.state = { ...runtime.state, session };
      if (runtime.state.stage === "ready") {
        runtime.dispatch({ on: "askTodo" });
        runtime.dispatch({ on: "askBefore" });
      }
      await outbox.tryNow();
    }
    return true;
  };
  return { runtime, cupboard, outbox, start, signInByGoogle };
}

/** Runs something later; answers how to call it off. */
export function later(ms: number, then: () => void): () => void {
  const timer = setTimeout(then, ms);
  return () => clearTimeout(timer);
}

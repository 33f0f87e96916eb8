import { type IncomingFile, type Unpacked, unpack } from "../../../intake/unpack.ts";
import { Trouble } from "../api.ts";
import { type Item, newItem } from "./model.ts";
import { check, passOn, send, waitingFile } from "./work.ts";

export interface QueueEvents {
  added(item: Item): void;
  changed(item: Item): void;
  /** A file is being taken apart; null when none is. */
  opening(name: string | null): void;
  /** Work begins, goes on, or ends; `paused` says why it stopped before the end. */
  progress(): void;
  paused(why: "stopped" | "offline"): void;
  /** A person's session ran out: the page says so, the list stays. */
  over(error: Trouble): void;
}

export interface Queue {
  drop(files: readonly File[]): Promise<void>;
  /** Files that wait with the collector; each is fetched when its turn comes. */
  take(items: readonly Item[]): void;
  again(item: Item): void;
  stop(): void;
  resume(): void;
  busy(): boolean;
}

/**
 * Checks files one after another, so that no request is large and stopping is natural: what is done stays done. A lost connection
 * pauses the queue with the file in hand back in line. One bad file never holds up the others.
 */
export function openQueue(items: Item[], events: QueueEvents): Queue {
  let running = false;
  let abort = new AbortController();

  async function run(): Promise<void> {
    if (running) return;
    running = true;
    abort = new AbortController();
    events.progress();
    for (let item = next(); item !== undefined && !abort.signal.aborted; item = next()) {
      item.step = "checking";
      events.changed(item);
      const lost = await checkOne(item);
      events.changed(item);
      events.progress();
      if (lost !== null) {
        events.paused(lost);
        break;
      }
    }
    running = false;
    events.progress();
  }

  const next = () => items.find(({ step }) => step === "queued");

  /** Why the queue has to stop with this file back in line, or null. */
  async function checkOne(item: Item): Promise<"stopped" | "offline" | null> {
    try {
      if (item.file === null) item.file = await waitingFile(item.waiting!, item.name, abort.signal);
      item.answer = await check(item, abort.signal);
      item.step = "checked";
      item.error = null;
      return null;
    } catch (error) {
      return backInLine(item, error, abort.signal, events);
    }
  }

  return {
    async drop(files) {
      const incoming = async function* (): AsyncGenerator<IncomingFile> {
        for (const file of files) {
          events.opening(file.name);
          yield { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
        }
      };
      for await (const piece of unpack(incoming())) {
        const item = newItem(fromPiece(piece));
        items.push(item);
        events.added(item);
        if (item.step === "queued") void run();
      }
      events.opening(null);
    },
    take(more) {
      for (const item of more) {
        items.push(item);
        events.added(item);
      }
      void run();
    },
    again(item) {
      item.step = "queued";
      item.error = null;
      events.changed(item);
      void run();
    },
    stop() {
      abort.abort();
    },
    resume: () => void run(),
    busy: () => running,
  };
}

/** Sends items one after another; stops at a lost connection or when told to. Pressing again sends nothing twice. */
export async function sendItems(
  chosen: readonly Item[],
  passesOn: boolean,
  signal: AbortSignal,
  events: QueueEvents,
): Promise<void> {
  for (const item of chosen) {
    if (signal.aborted) break;
    item.step = "sending";
    events.changed(item);
    try {
      if (passesOn) await passOn(item, signal);
      else item.receipt = await send(item, signal);
      item.step = passesOn ? "passed" : "sent";
      item.error = null;
    } catch (error) {
      const lost = backInLine(item, error, signal, events);
      // Sent or not is known to the collector alone: a second press asks it again, and gives the same receipt.
      if (lost !== null) item.step = "checked";
      if (lost !== null) {
        events.changed(item);
        events.paused(lost);
        break;
      }
    }
    events.changed(item);
    events.progress();
  }
}

function backInLine(
  item: Item,
  error: unknown,
  signal: AbortSignal,
  events: QueueEvents,
): "stopped" | "offline" | null {
  if (!(error instanceof Trouble)) throw error;
  item.step = "queued";
  if (signal.aborted) return "stopped";
  if (error.status === 0) return "offline";
  if (error.status === 401) {
    events.over(error);
    return "stopped";
  }
  item.step = "failed";
  item.error = error.message;
  return null;
}

function fromPiece(piece: Unpacked): Parameters<typeof newItem>[0] {
  const { name, within, mail } = piece;
  const found = "bytes" in piece;
  const file = found ? new File([new Uint8Array(piece.bytes)], name) : null;
  return { name, within, mail, file, trouble: found ? null : piece.need, waiting: null };
}

import type { ReportFile } from "../../../../shared/wire/files.ts";
import { forgetFile, type KeptFile, keepFile } from "./kept.ts";
import { sourceOf } from "./source.ts";
import { type Step, upload, type Wire } from "./upload.ts";

/** A chosen file on its way. */
export interface Item extends KeptFile {
  step: "queued" | Step | "paused" | "failed";
  sent: number;
  /** Why it was not taken. */
  why: string | null;
  /** Its number at the collector, once it has one. */
  file: string | null;
  stop: AbortController | null;
}

export interface QueueOptions {
  wireOf(item: Item): Wire;
  /** Called after every change. */
  changed(): void;
  /** A file is at the collector, checked or refused. */
  arrived(file: ReportFile): void;
  /** The sentence for what went wrong. */
  explain(error: unknown): string;
  removeAtCollector(file: string): Promise<void>;
}

export type Queue = ReturnType<typeof openQueue>;

/** The files of one report, sent one after another. What was paused, or not taken, lets the next one go first. */
export function openQueue({ wireOf, changed, arrived, explain, removeAtCollector }: QueueOptions) {
  const items: Item[] = [];
  let busy = false;

  async function work(): Promise<void> {
    if (busy) return;
    busy = true;
    try {
      for (let item = next(); item !== undefined; item = next()) await send(item);
    } finally {
      busy = false;
    }
  }
  const next = () => items.find(({ step }) => step === "queued");

  async function send(item: Item): Promise<void> {
    const stop = new AbortController();
    item.stop = stop;
    try {
      const file = await upload(sourceOf(item.content, item.blanked), wireOf(item), {
        signal: stop.signal,
        known: ({ id }) => (item.file = id),
        step(step, sent) {
          item.step = step;
          item.sent = sent;
          changed();
        },
        wait,
      });
      takeOut(item);
      arrived(file);
    } catch (error) {
      if (stop.signal.aborted) return;
      item.step = "failed";
      item.why = explain(error);
    } finally {
      item.stop = null;
      changed();
    }
  }

  function takeOut(item: Item): void {
    const at = items.indexOf(item);
    if (at >= 0) items.splice(at, 1);
    void forgetFile(item.key);
  }

  return {
    items: (): readonly Item[] => items,
    add(file: KeptFile): void {
      void keepFile(file);
      items.push({ ...file, step: "queued", sent: 0, why: null, file: null, stop: null });
      changed();
      void work();
    },
    pause(item: Item): void {
      item.step = "paused";
      item.stop?.abort();
      changed();
    },
    resume(item: Item): void {
      item.step = "queued";
      item.why = null;
      changed();
      void work();
    },
    async cancel(item: Item): Promise<void> {
      item.step = "paused";
      item.stop?.abort();
      takeOut(item);
      changed();
      if (item.file !== null) await removeAtCollector(item.file);
    },
    /** Somebody else signs in here: what was chosen is not theirs. It stays in the browser for its own report. */
    stopAll(): void {
      for (const item of items.splice(0)) item.stop?.abort();
      changed();
    },
  };
}

/** Passes time; a line that comes back ends it early. */
function wait(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => () => {
      clearTimeout(timer);
      window.removeEventListener("online", over);
      signal.removeEventListener("abort", aborted);
      settle();
    };
    const over = end(resolve);
    const aborted = end(() => reject(signal.reason));
    const timer = setTimeout(over, ms);
    window.addEventListener("online", over);
    signal.addEventListener("abort", aborted);
  });
}

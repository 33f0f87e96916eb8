import type { Writer } from "../master/google/flush.ts";
import type { Data } from "./data.ts";
import { GATHER_MS, runOutbox } from "./outbox.ts";

const LOOK_MS = 5_000;

export interface NodeOutbox {
  /** Looks once at every province, and settles when what was due has been written. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Looks at every province every few seconds and writes what is due. Asking the store costs one small statement; whoever changed
 * it, this process or a command line beside it, is seen alike. A province is written by one run at a time; a slow one does not
 * hold up the others.
 */
export function startOutbox(
  data: Data,
  writer: Writer,
  onFault: (error: unknown) => void,
  everyMs = LOOK_MS,
): NodeOutbox {
  const writing = new Map<string, Promise<void>>();
  let stopped = false;
  const begin = async (code: string) => {
    const due = data.partition(code).googleDue(GATHER_MS);
    if (due === null || due > writer.now()) return;
    await runOutbox(await data.collector.at(code), writer, onFault);
  };
  const look = async () => {
    for (const code of stopped ? [] : data.provinces()) {
      if (writing.has(code)) continue;
      const run = begin(code).catch(onFault);
      writing.set(code, run);
      void run.then(() => writing.delete(code));
    }
    await Promise.all(writing.values());
  };
  const timer = everyMs > 0 ? setInterval(() => void look(), everyMs) : undefined;
  timer?.unref();
  return {
    look,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(writing.values());
    },
  };
}

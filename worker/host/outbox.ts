import { flush, type OutboxStore, type Writer } from "../master/google/flush.ts";

/** Changes that come within this time of the first are written together; with a minute promised, it leaves time to write. */
export const GATHER_MS = 15_000;
/** After a fault of our own: not at once again, and not never. */
export const FAULT_PAUSE_MS = 10 * 60_000;

/** Writes what is due of one province. A fault of the program is reported and tried again later, never thrown. */
export async function runOutbox(store: OutboxStore, writer: Writer, onFault: (error: unknown) => void): Promise<void> {
  try {
    await flush(store, writer);
  } catch (error) {
    onFault(error);
    const work = await store.googleWork();
    if (work !== null) await store.googlePutOff(work.link, writer.now() + FAULT_PAUSE_MS);
  }
}

import type { Partition, Remote } from "../people/partition.ts";
import { OPERATOR } from "../province/actor.ts";
import type { Blobs } from "../province/attachments/blobs.ts";
import { dropAll } from "../routes/attachments/blobs.ts";

/** After a fault: not at once again, and not never. */
export const PURGE_PAUSE_MS = 10 * 60_000;

export interface Purged {
  expired: number;
  abandoned: number;
  /** Blobs taken away, those left over from before among them. */
  blobs: number;
}

/**
 * Deletes what is over its time in one province. The store says so first, then the bytes go: cut off in between, nothing that is
 * still shown is missing, and the next run takes the bytes.
 */
export async function purgeProvince(
  store: Pick<Remote<Partition>, "purge" | "toDrop" | "dropped">,
  blobs: Blobs,
): Promise<Purged> {
  const ended = await store.purge(OPERATOR);
  return { ...ended, blobs: await dropAll(blobs, store) };
}

import type { Partition, Remote } from "../../people/partition.ts";
import type { Blobs } from "../../province/attachments/blobs.ts";
import { HttpProblem } from "../problems.ts";
import type { Deps } from "../route.ts";

/** Where bytes are kept. Throws `files-off` in a deployment that has no such place. */
export function blobsOf({ blobs }: Deps): Blobs {
  if (blobs === undefined) throw new HttpProblem("files-off");
  return blobs;
}

/** Takes away what nobody needs any more. What does not work now is on the list for the next time. */
export async function sweep(deps: Deps, store: Pick<Remote<Partition>, "toDrop" | "dropped">): Promise<void> {
  try {
    await dropAll(blobsOf(deps), store);
  } catch (error) {
    deps.onFault(error, { method: "sweep", path: "files" });
  }
}

/** The same, faults and all; answers how many were taken away. */
export async function dropAll(blobs: Blobs, store: Pick<Remote<Partition>, "toDrop" | "dropped">): Promise<number> {
  let count = 0;
  for (;;) {
    const keys = await store.toDrop();
    if (keys.length === 0) return count;
    for (const key of keys) await blobs.drop(key);
    await store.dropped(keys);
    count += keys.length;
  }
}

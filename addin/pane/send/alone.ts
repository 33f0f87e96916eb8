import type { KeptStore } from "./kept.ts";

const LEASE_MS = 60_000;
const LOCK = "ruam-outbox";

/**
 * One tab sends at a time. Web Locks where the browser has them (a tab that dies lets go at once); a lease in the store where
 * it has not, as on a page without https. Sending twice would do no harm, the key is the same, but it would say so twice.
 */
export function aloneWith(
  store: KeptStore,
  owner: string,
  now: () => number,
): (work: () => Promise<void>) => Promise<boolean> {
  const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
  if (locks !== undefined)
    return (work) =>
      locks.request(LOCK, { ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await work();
        return true;
      });
  return async (work) => {
    if (!(await store.lease(owner, now(), now() + LEASE_MS))) return false;
    try {
      await work();
    } finally {
      await store.lease(owner, now(), now());
    }
    return true;
  };
}

const FIRST_MS = 2_000;
const LONGEST_MS = 15 * 60_000;

/**
 * How long to wait after `failures` failures in a row: doubling, at least half of it certain and the rest by chance, so that
 * provinces that failed together do not come back together; never less than Google asked for. `chance` is from 0 to 1.
 */
export function backoffMs(failures: number, retryAfterMs: number | null, chance: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
  const jittered = full / 2 + (full / 2) * chance;
  return Math.round(Math.max(jittered, retryAfterMs === null ? 0 : retryAfterMs + 1000 * chance));
}
